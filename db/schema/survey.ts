import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { organisations } from "./community";
import { poles, sittings } from "./meeting";
import { COMMUNITY_ROLES, members } from "./member";

/** How answers and people are kept apart, or not; chosen before the first answer. */
export const PROMISES = ["named", "confidential", "anonymous"] as const;

/** What stands in a survey, in its order; a section is a heading. */
export const QUESTION_KINDS = ["section", "one", "several", "ranking", "scale", "dots", "matrix", "short", "long", "topic"] as const;

/** What one person answered: by question, the numbers of options and levels counted from 1, or a text. */
export type KeptAnswers = Record<string, number | number[] | string>;

/**
 * A survey. It is a draft until it is opened, and over once closes_at has passed or
 * someone closed it. crossing says what its results are also shown by, and is known
 * to whoever answers: « organisation », or one of its questions, and never two of these
 * (surveys_crossing_question stands in the migration, since the tables name each other).
 */
export const surveys = pgTable(
  "surveys",
  {
    id: identity(),
    title: text("title").notNull(),
    intro: text("intro").notNull().default(""),
    promise: text("promise", { enum: PROMISES }).notNull(),
    audience: text("audience", { enum: ["all", "part"] }).notNull().default("all"),
    crossing: text("crossing", { enum: ["none", "organisation", "question"] }).notNull().default("none"),
    crossingQuestionId: reference("crossing_question_id"),
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    openedAt: instant("opened_at"),
    openedBy: reference("opened_by"),
    closedAt: instant("closed_at"),
    closedBy: reference("closed_by"),
    remindedAt: instant("reminded_at"),
    sequel: text("sequel").notNull().default(""),
    copiedFrom: reference("copied_from"),
    createdBy: reference("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    revision: integer("revision").notNull().default(1),
  },
  (t) => [
    unique("surveys_keep_their_promise").on(t.id, t.promise),
    foreignKey({ name: "surveys_opened_by", columns: [t.openedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "surveys_closed_by", columns: [t.closedBy], foreignColumns: [members.id] }),
    foreignKey({ name: "surveys_created_by", columns: [t.createdBy], foreignColumns: [members.id] }),
    foreignKey({ name: "surveys_copied_from", columns: [t.copiedFrom], foreignColumns: [t.id] }).onDelete("set null"),
    check("surveys_title_is_one_line", sql`${t.title} !~ '[[:cntrl:]]' and length(${t.title}) between 1 and 160`),
    check("surveys_texts_bounded", sql`length(${t.intro}) <= 2000 and length(${t.sequel}) <= 2000`),
    check("surveys_promise_known", sql`${t.promise} in ('named', 'confidential', 'anonymous')`),
    check("surveys_audience_known", sql`${t.audience} in ('all', 'part')`),
    check("surveys_crossing_known", sql`${t.crossing} in ('none', 'organisation', 'question') and (${t.crossing} = 'question') = (${t.crossingQuestionId} is not null)`),
    check("surveys_anonymous_without_organisations", sql`not (${t.promise} = 'anonymous' and ${t.crossing} = 'organisation')`),
    check("surveys_open_with_an_end", sql`(${t.openedAt} is null) = (${t.openedBy} is null) and (${t.openedAt} is null or ${t.closesAt} is not null)`),
    check("surveys_open_before_they_close", sql`${t.opensAt} < ${t.closesAt}`),
    check("surveys_closed_once_open", sql`(${t.closedAt} is null) = (${t.closedBy} is null) and (${t.closedAt} is null or ${t.openedAt} is not null)`),
    index("surveys_by_end").on(t.closesAt, t.id),
  ],
);

/** Whom a survey is for, where it is not for everyone: anyone in one of these. */
export const surveyAudiences = pgTable(
  "survey_audiences",
  {
    surveyId: reference("survey_id").notNull(),
    organisationId: reference("organisation_id"),
    poleId: reference("pole_id"),
    sittingId: reference("sitting_id"),
    role: text("role", { enum: [...COMMUNITY_ROLES, "manager"] }),
  },
  (t) => [
    unique("survey_audiences_once").on(t.surveyId, t.organisationId, t.poleId, t.sittingId, t.role).nullsNotDistinct(),
    foreignKey({ name: "survey_audiences_survey", columns: [t.surveyId], foreignColumns: [surveys.id] }).onDelete("cascade"),
    foreignKey({ name: "survey_audiences_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ name: "survey_audiences_pole", columns: [t.poleId], foreignColumns: [poles.id] }),
    foreignKey({ name: "survey_audiences_sitting", columns: [t.sittingId], foreignColumns: [sittings.id] }),
    check("survey_audiences_name_one_thing", sql`num_nonnulls(${t.organisationId}, ${t.poleId}, ${t.sittingId}, ${t.role}) = 1`),
    check("survey_audiences_role_known", sql`${t.role} in ('committee', 'administrator', 'manager')`),
  ],
);

/**
 * The questions, in order (survey_questions_in_order, deferrable, stands in the migration).
 * options: what is chosen from, or the subjects of a matrix; levels: what each of those can get.
 * A trigger keeps them as they are once somebody has answered.
 */
export const surveyQuestions = pgTable(
  "survey_questions",
  {
    id: identity(),
    surveyId: reference("survey_id").notNull(),
    position: smallint("position").notNull(),
    kind: text("kind", { enum: QUESTION_KINDS }).notNull(),
    label: text("label").notNull(),
    hint: text("hint").notNull().default(""),
    required: boolean("required").notNull().default(false),
    options: text("options").array().notNull().default(sql`'{}'`),
    levels: text("levels").array().notNull().default(sql`'{}'`),
  },
  (t) => [
    unique("survey_questions_of_survey").on(t.surveyId, t.id),
    foreignKey({ name: "survey_questions_survey", columns: [t.surveyId], foreignColumns: [surveys.id] }).onDelete("cascade"),
    check("survey_questions_kind_known", sql`${t.kind} in ('section', 'one', 'several', 'ranking', 'scale', 'dots', 'matrix', 'short', 'long', 'topic')`),
    check("survey_questions_label_is_one_line", sql`${t.label} !~ '[[:cntrl:]]' and length(${t.label}) between 1 and 300`),
    check("survey_questions_hint_bounded", sql`length(${t.hint}) <= 500`),
    check("survey_questions_numbered", sql`${t.position} between 1 and 60`),
    check("survey_questions_have_options", sql`case when ${t.kind} in ('one', 'several', 'ranking', 'dots', 'matrix') then cardinality(${t.options}) between 2 and 20 else cardinality(${t.options}) = 0 end`),
    check("survey_questions_have_levels", sql`case when ${t.kind} = 'matrix' then cardinality(${t.levels}) between 2 and 6 else cardinality(${t.levels}) = 0 end`),
    check("survey_questions_options_are_lines", sql`array_to_string(${t.options} || ${t.levels}, '') !~ '[[:cntrl:]]'`),
    check("survey_questions_sections_ask_nothing", sql`not (${t.kind} = 'section' and ${t.required})`),
  ],
);

/**
 * Who has answered: the row that makes an answer count once. Of an anonymous survey the
 * whole list is written anew with each answer, in random order, so that its rows tell nothing
 * apart; that is why there is neither a number nor an instant here. The key to the promise
 * keeps a survey from changing it once somebody has answered.
 */
export const surveyParticipations = pgTable(
  "survey_participations",
  {
    surveyId: reference("survey_id").notNull(),
    memberId: reference("member_id").notNull(),
    promise: text("promise", { enum: PROMISES }).notNull(),
  },
  (t) => [
    primaryKey({ name: "survey_participations_once", columns: [t.surveyId, t.memberId] }),
    foreignKey({ name: "survey_participations_survey", columns: [t.surveyId, t.promise], foreignColumns: [surveys.id, surveys.promise] }),
    foreignKey({ name: "survey_participations_member", columns: [t.memberId], foreignColumns: [members.id] }),
    index("survey_participations_by_member").on(t.memberId),
  ],
);

/**
 * The box of an anonymous survey: answers of nobody in particular. Without a key, a number or
 * an instant, and written anew as a whole with each answer, like the list above.
 */
export const surveyBallots = pgTable(
  "survey_ballots",
  {
    surveyId: reference("survey_id").notNull(),
    promise: text("promise", { enum: ["anonymous"] }).notNull().default("anonymous"),
    answers: jsonb("answers").$type<KeptAnswers>().notNull(),
  },
  (t) => [
    foreignKey({ name: "survey_ballots_survey", columns: [t.surveyId, t.promise], foreignColumns: [surveys.id, surveys.promise] }),
    check("survey_ballots_are_anonymous", sql`${t.promise} = 'anonymous'`),
    index("survey_ballots_by_survey").on(t.surveyId),
  ],
);

/**
 * A person's own sheet, where answers carry a name: what is saved as one goes, and what was sent.
 * organisation_id: where they worked when they sent it. Results by organisation stay what they
 * are when people move on, since a change would tell whose answers went with it.
 */
export const surveySheets = pgTable(
  "survey_sheets",
  {
    surveyId: reference("survey_id").notNull(),
    memberId: reference("member_id").notNull(),
    promise: text("promise", { enum: ["named", "confidential"] }).notNull(),
    draft: jsonb("draft").$type<Record<string, string>>(),
    answers: jsonb("answers").$type<KeptAnswers>(),
    savedAt: instant("saved_at").notNull(),
    sentAt: instant("sent_at"),
    organisationId: reference("organisation_id"),
  },
  (t) => [
    primaryKey({ name: "survey_sheets_once", columns: [t.surveyId, t.memberId] }),
    foreignKey({ name: "survey_sheets_survey", columns: [t.surveyId, t.promise], foreignColumns: [surveys.id, surveys.promise] }),
    foreignKey({ name: "survey_sheets_member", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "survey_sheets_organisation", columns: [t.organisationId], foreignColumns: [organisations.id] }),
    check("survey_sheets_are_of_someone", sql`${t.promise} in ('named', 'confidential')`),
    check("survey_sheets_sent_with_answers", sql`(${t.sentAt} is null) = (${t.answers} is null)`),
    index("survey_sheets_by_member").on(t.memberId),
  ],
);

/** Which written answers someone of the committee has read, and whether they may be shown. The text is named by its hash. */
export const surveyReadings = pgTable(
  "survey_readings",
  {
    surveyId: reference("survey_id").notNull(),
    questionId: reference("question_id").notNull(),
    textHash: text("text_hash").notNull(),
    verdict: text("verdict", { enum: ["shown", "withheld"] }).notNull(),
    readBy: reference("read_by").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "survey_readings_once", columns: [t.questionId, t.textHash] }),
    foreignKey({ name: "survey_readings_question", columns: [t.surveyId, t.questionId], foreignColumns: [surveyQuestions.surveyId, surveyQuestions.id] }).onDelete("cascade"),
    foreignKey({ name: "survey_readings_read_by", columns: [t.readBy], foreignColumns: [members.id] }),
    check("survey_readings_verdict_known", sql`${t.verdict} in ('shown', 'withheld')`),
  ],
);
