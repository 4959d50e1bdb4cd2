import { eq, sql } from "drizzle-orm";
import { SURVEYS, type DemoQuestion, type DemoSurvey } from "#db/demo/surveys";
import { surveyBallots, surveyParticipations, surveyQuestions, surveyReadings, surveys, surveySheets, type KeptAnswers } from "#db/schema/survey";
import { COMMUNITY } from "#db/demo/cast";
import { after, DAY, HOUR } from "~/kit/clock.server";
import { sha256 } from "~/kit/secrets.server";
import type { Tx } from "~/kit/transaction.server";
import { instantOf, onDay, wallTimeAt } from "~/kit/wall-time";
import { chance } from "./chance.server";
import type { Cast } from "./people.server";

const COMMITTEE = "audrey";
/** Those whom the demo lets one be are left something to answer. */
const WAITING = new Set(["nadege", "emilie", "chantal"]);

/** The surveys, with answers that are drawn, the same at each start. */
export async function fillSurveys(tx: Tx, cast: Cast, today: Date): Promise<void> {
  for (const survey of SURVEYS) await fillSurvey(tx, cast, survey, today);
}

async function fillSurvey(tx: Tx, cast: Cast, survey: DemoSurvey, today: Date): Promise<void> {
  const by = cast.idOf(COMMITTEE);
  const { title, intro, promise, openedDaysAgo, closesInDays, sequel = "" } = survey;
  const openedAt = openedDaysAgo === null ? null : after(today, -openedDaysAgo * DAY);
  const closesAt = closesInDays === null ? null : instantOf(onDay(wallTimeAt(today, COMMUNITY.timeZone), closesInDays + 1, 0), COMMUNITY.timeZone);
  const [made] = await tx
    .insert(surveys)
    .values({ title, intro, promise, sequel, closesAt, createdBy: by, createdAt: after(openedAt ?? after(today, -2 * DAY), -DAY), ...(openedAt ? { openedAt, openedBy: by } : {}) })
    .returning({ id: surveys.id });
  const surveyId = made?.id ?? 0;
  const ids = await tx
    .insert(surveyQuestions)
    .values(survey.questions.map(({ kind, label, hint = "", required = false, options = [], levels = [] }, index) => ({ surveyId, position: index + 1, kind, label, hint, required, options, levels })))
    .returning({ id: surveyQuestions.id });
  const questionIds = ids.map(({ id }) => id);
  await showBy(tx, surveyId, survey, questionIds);
  await fillAnswers(tx, cast, survey, { surveyId, questionIds, today });
  await fillSubjects(tx, survey, { surveyId, questionIds, endedAt: closesAt });
  const shown = survey.questions.flatMap(({ texts = [] }, index) => texts.map((text) => ({ questionId: questionIds[index] ?? 0, textHash: sha256(text) })));
  if (closesInDays !== null && closesInDays < 0 && shown.length > 0) await tx.insert(surveyReadings).values(shown.map((one) => ({ ...one, surveyId, verdict: "shown" as const, readBy: by, readAt: today })));
}

/** The committee made subjects of what was asked for. */
async function fillSubjects(tx: Tx, { subjects }: DemoSurvey, { surveyId, questionIds, endedAt }: { surveyId: number; questionIds: readonly number[]; endedAt: Date | null }): Promise<void> {
  if (subjects === undefined || !endedAt) return;
  const questionId = questionIds[subjects - 1] ?? 0;
  await tx.execute(sql`
    insert into topic_steps (topic_id, kind, at, survey_id, people)
    select t.id, 'proposed', ${after(endedAt, 6 * DAY).toISOString()}::timestamptz, ${surveyId},
      (select count(*) from survey_ballots b where b.survey_id = ${surveyId} and b.answers -> ${String(questionId)}::text @> to_jsonb(o.place))
    from survey_questions q cross join lateral unnest(q.options) with ordinality as o (name, place) join topics t on folded(t.name) = folded(o.name) where q.id = ${questionId} order by o.place`);
}

async function showBy(tx: Tx, id: number, { crossing }: DemoSurvey, questionIds: readonly number[]): Promise<void> {
  if (crossing === undefined) return;
  const how = crossing === "organisation" ? { crossing } : { crossing: "question" as const, crossingQuestionId: questionIds[crossing - 1] ?? 0 };
  await tx.update(surveys).set(how).where(eq(surveys.id, id));
}

type Where = { surveyId: number; questionIds: readonly number[]; today: Date };

async function fillAnswers(tx: Tx, { people, idOf }: Cast, survey: DemoSurvey, { surveyId, questionIds, today }: Where): Promise<void> {
  const { title, promise, questions } = survey;
  const open = (survey.closesInDays ?? 0) > 0;
  const among = people
    .filter(({ key, state }) => state === "active" && !(open && WAITING.has(key)))
    .map(({ key }) => ({ key, at: chance("survey", title, key) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, survey.answers);
  if (among.length === 0) return;
  const answersOf = (key: string, turn: number): KeptAnswers =>
    Object.fromEntries(questions.flatMap((question, index) => drawn(question, [title, key, index], turn).map((answer): [string, KeptAnswers[string]] => [String(questionIds[index]), answer])));
  await tx.insert(surveyParticipations).values(among.map(({ key }) => ({ surveyId, memberId: idOf(key), promise })));
  // In another order than the list, as the real ones are.
  const sheets = among.map(({ key }, turn) => ({ key, answers: answersOf(key, turn) })).sort((a, b) => chance("box", title, a.key) - chance("box", title, b.key));
  if (promise === "anonymous") await tx.insert(surveyBallots).values(sheets.map(({ answers }) => ({ surveyId, answers })));
  else {
    await tx.insert(surveySheets).values(
      sheets.map(({ key, answers }, turn) => {
        const at = after(today, -(survey.openedDaysAgo ?? 0) * DAY + (turn + 1) * 5 * HOUR);
        return { surveyId, memberId: idOf(key), promise, answers, savedAt: at, sentAt: at };
      }),
    );
    await tx.execute(sql`
      update survey_sheets t set organisation_id = (select w.organisation_id from memberships w where w.member_id = t.member_id order by w.since, w.organisation_id limit 1) where t.survey_id = ${surveyId}`);
  }
}

/** What somebody answers to a question, if they do. */
function drawn({ kind, options = [], levels = [], texts = [], leaning }: DemoQuestion, names: readonly (string | number)[], turn: number): KeptAnswers[string][] {
  const luck = (...more: (string | number)[]) => chance("answer", ...names, ...more);
  /** From 0 to 1, nearer to 1 for what is liked: the first options. */
  const liking = (index: number) => (leaning ? 0.55 * luck(index) + 0.45 * (1 - index / Math.max(1, options.length)) : luck(index));
  switch (kind) {
    case "section":
      return [];
    case "one":
      return [1 + Math.floor(luck() * options.length)];
    case "scale":
      return [1 + Math.floor((leaning ? 0.45 + 0.55 * luck() : luck()) * 5)];
    case "several": {
      const chosen = options.flatMap((_, index) => (liking(index) > 0.55 ? [index + 1] : []));
      return [chosen.length > 0 ? chosen : [1]];
    }
    case "ranking":
      return [options.map((_, index) => ({ index, liked: liking(index) })).sort((a, b) => b.liked - a.liked).map(({ index }) => index + 1)];
    case "dots": {
      const dots = options.map(() => 0);
      for (let dot = 0; dot < 5; dot += 1) {
        const best = options.map((_, index) => ({ index, liked: liking(index) + luck(dot, index) })).sort((a, b) => b.liked - a.liked)[0]?.index ?? 0;
        dots[best] = (dots[best] ?? 0) + 1;
      }
      return [dots];
    }
    case "matrix":
      return [options.map((_, index) => 1 + Math.min(levels.length - 1, Math.floor(liking(index) * levels.length)))];
    default:
      return texts[turn] === undefined ? [] : [texts[turn]];
  }
}
