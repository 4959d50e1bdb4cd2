import { sql, type SQL } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { openTo, type Reach } from "~/features/thread/sql.server";
import { moveHead, moveMessage } from "~/features/thread/revision-mutations.server";
import type { TextKind } from "./model";

/**
 * Each kind of thing that holds texts, said once: what a person sees of it, its texts, where it is read, and who was
 * written about it. Reporting, masking, putting back and taking out know no more of a thing than this; how a text is
 * written is in writing.server.ts. A kind more is a line here, a line there, and its column in « reported_texts ».
 */
export type TextPlace = {
  /** Its column in « reported_texts ». */
  column: SQL;
  /** The things that this person may read, as rows (id, title, at, path); to nobody in particular, all. */
  things: (reach: Reach | null) => SQL;
  /** All texts of all things, as rows (id, place, part, label, text, author, rich): rich ones are Markdown. */
  passages: SQL;
  /** Counts a visible change and rings for it; it comes first, since it takes the lock of the thing. */
  moved: (tx: Tx, id: number) => Promise<void>;
  /** Which of its passages « p » stand on a page, where others are kept besides. */
  shown?: (reach: Reach) => SQL;
  /** Whose text it is is told to nobody, the committee included. */
  unnamed?: boolean;
  /** Who was sent a mail about it, as rows (id, member_id). */
  mailed?: SQL;
  /** It is what people signed or consented to: it is looked at, and no word of it changes. */
  fixed?: boolean;
};

const seenBy = (reach: Reach | null, condition: (reach: Reach) => SQL): SQL => (reach ? condition(reach) : sql`true`);
const onlyMembers = (reach: Reach | null): SQL => seenBy(reach, ({ guest }) => sql`not ${guest}::boolean`);

const movedMeeting = async (tx: Tx, id: number): Promise<void> => {
  await tx.execute(sql`update meetings set revision = revision + 1 where id = ${id}`);
  tx.announce({ type: "meeting.moved", id });
};

const movedCharter = async (tx: Tx): Promise<void> => {
  const [row] = await tx.execute(sql`update charter_versions set revision = revision + 1 where id = (select max(id) from charter_versions) returning number`);
  if (row) tx.announce({ type: "charter.moved", id: Number(row.number) });
};

const movedSurvey = async (tx: Tx, id: number): Promise<void> => {
  await tx.execute(sql`update surveys set revision = revision + 1 where id = ${id}`);
  tx.announce({ type: "survey.moved", id });
};

/** To whom a survey « s » is there: as its own pages say it. */
const surveyFor = (me: unknown): SQL => sql`(s.audience = 'all' or exists (select 1 from survey_participations p where p.survey_id = s.id and p.member_id = ${me}::bigint)
  or exists (select 1 from survey_audiences a where a.survey_id = s.id and (
    exists (select 1 from memberships o where o.member_id = ${me}::bigint and o.organisation_id = a.organisation_id)
    or exists (select 1 from member_roles r where r.member_id = ${me}::bigint and r.role = a.role)
    or (a.role = 'manager' and exists (select 1 from organisation_managers g where g.member_id = ${me}::bigint))
    or exists (select 1 from meeting_answers w join sittings t on t.id = w.sitting_id where w.member_id = ${me}::bigint and w.state = 'coming' and (t.id = a.sitting_id or t.pole_id = a.pole_id)))))`;

const begunSurveys = (reach: Reach | null, path: SQL, more: SQL): SQL => sql`
  select s.id, s.title, coalesce(s.opens_at, s.opened_at) as at, ${path} as path from surveys s
  where s.opened_at is not null and ${onlyMembers(reach)} and ${seenBy(reach, ({ me, committee, at }) => sql`(${committee}::boolean or (coalesce(s.opens_at, s.opened_at) <= ${at}::timestamptz and ${surveyFor(me)} and ${more}))`)}`;

/** Written answers are read once the survey is over, or with names after one's own. */
const resultsOpen = (): SQL => sql`(s.closed_at is not null or s.closes_at <= ${now().toISOString()}::timestamptz or s.promise = 'named')`;

/** What is written about a meeting once it was held: its minutes and what corrects them, its cards, what follows, what is noted and handed over. */
const AFTERWARDS = sql`
      union all select c.meeting_id, 10, 'compte-' || c.id, 'Compte rendu', c.body, c.written_by, true from minutes c where c.opened_at is not null
      union all select c.meeting_id, 10, 'version-' || v.minutes_id || '-' || v.number, 'Version du compte rendu', v.body, coalesce(v.made_by, c.written_by), true from minutes_versions v join minutes c on c.id = v.minutes_id
      union all select c.meeting_id, 11, 'passage-' || k.id, 'Passage à corriger', k.words, k.proposed_by, false from minutes_corrections k join minutes c on c.id = k.minutes_id
      union all select c.meeting_id, 11, 'correction-' || k.id, 'Correction du compte rendu', k.instead, k.proposed_by, false from minutes_corrections k join minutes c on c.id = k.minutes_id
      union all select c.meeting_id, 11, 'refus-' || k.id, 'Raison d’une réponse à une correction', k.reason, k.settled_by, false from minutes_corrections k join minutes c on c.id = k.minutes_id
      union all select f.meeting_id, 12, 'suite-' || f.id, 'Suite à donner', f.body, f.noted_by, false from follow_ups f
      union all select s.meeting_id, 13, 'carte-' || b.id, 'Carte', b.body, null, false from meeting_cards b join sittings s on s.id = b.sitting_id
      union all select n.meeting_id, 14, 'notes-' || n.id, 'Notes', n.body, n.written_by, false from meeting_notes n
      union all select s.meeting_id, 15, 'passe-' || h.sitting_id, 'Ce qui a bien marché', h.worked, h.written_by, false from handovers h join sittings s on s.id = h.sitting_id
      union all select s.meeting_id, 15, 'sait-' || h.sitting_id, 'Ce qu’il faut savoir', h.to_know, h.written_by, false from handovers h join sittings s on s.id = h.sitting_id
      union all select s.meeting_id, 15, 'reste-' || h.sitting_id, 'Ce qui reste', h.left_over, h.written_by, false from handovers h join sittings s on s.id = h.sitting_id`;

/** Who was at the meeting of a passage « p », was responsible for it, or is of the committee: they read what is not adopted yet. */
const tookPart = ({ me, committee }: Reach): SQL => sql`(${committee}::boolean or exists (select 1 from sittings s where s.meeting_id = p.id and (
  exists (select 1 from attendances a where a.sitting_id = s.id and a.member_id = ${me}::bigint and a.present_at is not null)
  or exists (select 1 from duties d where d.sitting_id = s.id and d.member_id = ${me}::bigint and d.state = 'accepted'))))`;

export const PLACES: Record<TextKind, TextPlace> = {
  summary: {
    column: sql`thread_id`,
    things: (reach) => sql`select threads.id, threads.title, threads.summary_at as at, '/discussions/' || threads.id as path from threads where threads.summary_body is not null and ${seenBy(reach, openTo)}`,
    passages: sql`select t.id, 1 as place, 'resume' as part, 'Résumé' as label, t.summary_body as text, t.summary_by as author, true as rich from threads t where t.summary_body is not null`,
    moved: moveHead,
  },
  choices: {
    column: sql`message_id`,
    things: (reach) => sql`
      select m.id, threads.title, m.created_at as at, '/discussions/' || threads.id || '/messages/' || m.id as path from messages m join threads on threads.id = m.thread_id join polls p on p.message_id = m.id
      where m.deleted_at is null and m.concealed_at is null and ${seenBy(reach, openTo)}`,
    passages: sql`
      select p.message_id as id, 1 as place, 'choix' as part, 'Choix du sondage' as label, string_agg(c.label, E'\n' order by c.place) as text, min(coalesce(m.author_id, h.member_id)) as author, false as rich
      from polls p join poll_choices c on c.poll_id = p.id join messages m on m.id = p.message_id left join hidden_authors h on h.message_id = m.id group by p.message_id`,
    unnamed: true,
    moved: async (tx, id) => {
      const [row] = await tx.execute(sql`select thread_id::int as thread from messages where id = ${id}`);
      await moveMessage(tx, Number(row?.thread), id);
    },
  },
  meeting: {
    column: sql`meeting_id`,
    things: (reach) => sql`select m.id, m.title, m.opened_at as at, '/moments/' || m.id as path from meetings m where m.opened_at is not null and ${onlyMembers(reach)}`,
    passages: sql`
      select m.id, 1 as place, 'titre' as part, 'Titre' as label, m.title as text, m.created_by as author, false as rich from meetings m
      union all select m.id, 2, 'objectifs', 'Ce que l’on vise', m.objectives_body, m.created_by, true from meetings m
      union all select m.id, 3, 'preparation', 'Pour s’y préparer', m.question_body, m.created_by, true from meetings m
      union all select a.meeting_id, 4, 'ordre', 'Ordre du jour', string_agg(a.title, E'\n' order by a.position), min(m.created_by), false from agenda_items a join meetings m on m.id = a.meeting_id group by a.meeting_id
      union all select k.meeting_id, 5, 'personne-' || k.id, 'Présentation de ' || k.name, k.bio, coalesce(k.member_id, m.created_by), false from speakers k join meetings m on m.id = k.meeting_id
      union all select s.meeting_id, 6, 'raison-' || s.id, 'Raison d’une annulation ou d’un report', coalesce(s.cancelled_reason, s.postponed_reason), coalesce(s.cancelled_by, s.postponed_by), false from sittings s
      union all select s.meeting_id, 7, 'lieu-' || s.id, 'Lieu', s.place, m.created_by, false from sittings s join meetings m on m.id = s.meeting_id
      union all select d.meeting_id, 8, 'dates-' || d.id, 'Note de la recherche d’une date', d.note, d.created_by, false from date_polls d where d.opened_at is not null
      ${AFTERWARDS}`,
    shown: (reach) => sql`p.part ~ '^(titre|objectifs|preparation|ordre|personne|raison|lieu|dates)' or p.part ~ '^(compte|passage|correction|refus|suite|carte)-' and ${tookPart(reach)}
      or p.part ~ '^compte-' and exists (select 1 from minutes c where c.meeting_id = p.id and c.adopted_at is not null)`,
    moved: movedMeeting,
    mailed: sql`select n.meeting_id as id, n.member_id from meeting_notices n union select s.meeting_id, c.member_id from calendar_copies c join sittings s on s.id = c.sitting_id`,
  },
  article: {
    column: sql`article_id`,
    things: (reach) => sql`
      select a.id, a.title, (select min(r.written_at) from article_revisions r where r.article_id = a.id) as at, '/charte/articles/' || a.id as path from charter_articles a
      where ${onlyMembers(reach)} and exists (select 1 from charter_versions v where v.state in ('drafting', 'reviewing'))`,
    passages: sql`
      select a.id, 1 as place, 'titre' as part, 'Titre' as label, a.title as text, r.written_by as author, false as rich from charter_articles a join article_revisions r on r.article_id = a.id and r.version = a.version
      union all select a.id, 2, 'texte', 'Texte', a.body, r.written_by, true from charter_articles a join article_revisions r on r.article_id = a.id and r.version = a.version
      union all select r.article_id, 3, 'version-' || r.version, 'Version précédente', r.body, r.written_by, true from article_revisions r
      union all select r.article_id, 3, 'entete-' || r.version, 'Titre précédent', r.title, r.written_by, false from article_revisions r`,
    shown: () => sql`p.part in ('titre', 'texte')`,
    moved: movedCharter,
  },
  charter: {
    column: sql`version_id`,
    things: (reach) => sql`select v.id, v.title, v.published_at as at, '/charte/versions/' || v.number as path from charter_versions v where v.canonical_text is not null and ${onlyMembers(reach)}`,
    passages: sql`
      select x.version_id as id, x.position as place, 'article-' || x.position as part, x.position || '. ' || x.title as label, x.body as text, r.written_by as author, true as rich
      from version_articles x join article_revisions r on r.article_id = x.article_id and r.version = x.article_version`,
    moved: movedCharter,
    fixed: true,
  },
  comment: {
    column: sql`comment_id`,
    things: (reach) => sql`select c.id, a.title, c.created_at as at, '/charte/articles/' || a.id || '#commentaire-' || c.id as path from charter_comments c join charter_articles a on a.id = c.article_id where ${onlyMembers(reach)}`,
    passages: sql`select c.id, 1 as place, 'texte' as part, 'Commentaire' as label, c.body as text, c.author_id as author, true as rich from charter_comments c`,
    moved: movedCharter,
  },
  proposal: {
    column: sql`proposal_id`,
    things: (reach) => sql`select p.id, a.title, p.created_at as at, '/charte/propositions/' || p.id as path from charter_proposals p join charter_articles a on a.id = p.article_id where ${onlyMembers(reach)}`,
    passages: sql`
      select p.id, 1 as place, 'texte' as part, 'Texte proposé' as label, p.body as text, p.author_id as author, true as rich from charter_proposals p
      union all select p.id, 2, 'raison', 'Pourquoi', p.reason, p.author_id, false from charter_proposals p
      union all select p.id, 3, 'reponse', 'Réponse du groupe de rédaction', p.decision_reason, p.decided_by, false from charter_proposals p
      union all select v.proposal_id, 4, 'avis-' || v.member_id, 'Avis de ' || w.name, v.reason, v.member_id, false from proposal_voices v join members w on w.id = v.member_id`,
    moved: movedCharter,
  },
  consent: {
    column: sql`round_id`,
    things: (reach) => sql`select r.id, v.title, r.opened_at as at, '/charte/consentement' as path from consent_rounds r join charter_versions v on v.id = r.version_id where ${onlyMembers(reach)}`,
    passages: sql`
      select c.round_id as id, 1 as place, 'reponse-' || c.member_id as part, 'Réponse de ' || w.name as label, c.reason as text, c.member_id as author, false as rich
      from consent_answers c join members w on w.id = c.member_id`,
    moved: movedCharter,
  },
  survey: {
    column: sql`survey_id`,
    things: (reach) => begunSurveys(reach, sql`'/sondages/' || s.id`, sql`true`),
    passages: sql`
      select s.id, 1 as place, 'titre' as part, 'Titre' as label, s.title as text, s.created_by as author, false as rich from surveys s
      union all select s.id, 2, 'presentation', 'Présentation', s.intro, s.created_by, false from surveys s
      union all select s.id, 3, 'suite', 'Ce que nous en ferons', s.sequel, s.created_by, false from surveys s
      union all select q.survey_id, 10 + q.position, 'question-' || q.id, 'Question ' || q.position, q.label, s.created_by, false from survey_questions q join surveys s on s.id = q.survey_id
      union all select q.survey_id, 10 + q.position, 'precision-' || q.id, 'Précision de la question ' || q.position, q.hint, s.created_by, false from survey_questions q join surveys s on s.id = q.survey_id
      union all select q.survey_id, 10 + q.position, 'choix-' || q.id, 'Choix de la question ' || q.position, array_to_string(q.options, E'\n'), s.created_by, false from survey_questions q join surveys s on s.id = q.survey_id
      union all select q.survey_id, 10 + q.position, 'niveaux-' || q.id, 'Niveaux de la question ' || q.position, array_to_string(q.levels, E'\n'), s.created_by, false from survey_questions q join surveys s on s.id = q.survey_id`,
    moved: movedSurvey,
  },
  answer: {
    column: sql`survey_id`,
    things: (reach) => begunSurveys(reach, sql`'/sondages/' || s.id || '/resultats'`, resultsOpen()),
    passages: sql`
      select w.survey_id as id, q.position::int as place, 'q' || q.id || '-' || encode(sha256(convert_to(w.answers ->> q.id::text, 'UTF8')), 'hex') as part, q.label as label, w.answers ->> q.id::text as text, min(w.author) as author, false as rich
      from (select t.survey_id, t.answers, t.member_id as author from survey_sheets t where t.answers is not null union all select b.survey_id, b.answers, null from survey_ballots b) w
      join survey_questions q on q.survey_id = w.survey_id and q.kind in ('short', 'long', 'topic')
      where jsonb_typeof(w.answers -> q.id::text) = 'string' group by 1, 2, 3, 4, 5`,
    shown: () => sql`(exists (select 1 from surveys s where s.id = p.id and s.promise = 'named') or exists (select 1 from survey_readings r where r.survey_id = p.id and 'q' || r.question_id || '-' || r.text_hash = p.part and r.verdict = 'shown'))`,
    unnamed: true,
    moved: movedSurvey,
  },
  topic: {
    column: sql`topic_id`,
    things: (reach) => sql`
      select t.id, t.name as title, t.created_at as at, '/sujets/' || t.id as path from topics t
      where ${onlyMembers(reach)} and ${seenBy(reach, ({ committee }) => sql`(t.asked_at is not null or t.state <> 'proposed' or ${committee}::boolean
        or exists (select 1 from thread_topics tt join threads h on h.id = tt.thread_id and h.removed_at is null where tt.topic_id = t.id)
        or exists (select 1 from meeting_topics mt join meetings m on m.id = mt.meeting_id and m.opened_at is not null where mt.topic_id = t.id))`)}`,
    passages: sql`
      select t.id, 1 as place, 'nom' as part, 'Nom du sujet' as label, t.name as text, t.created_by as author, false as rich from topics t
      union all select t.id, 2, 'souhait', 'Souhait', t.wish, t.created_by, false from topics t
      union all select t.id, 3, 'ecart', 'Pourquoi il est écarté', t.dismissed_reason, null, false from topics t
      union all select t.id, 4, 'tete', 'Pourquoi il est en tête', t.raised_reason, t.raised_by, false from topics t
      union all select e.topic_id, 5, 'etape-' || e.id, 'Raison d’une étape', e.reason, e.by_id, false from topic_steps e`,
    moved: async (tx, id) => {
      await tx.execute(sql`update topics set revision = revision + 1 where id = ${id}`);
      tx.announce({ type: "topic.moved", id });
    },
  },
  archive: {
    column: sql`archive_id`,
    things: (reach) => sql`
      select t.id, 'Archive du groupe Facebook' as title, t.published_at as at, '/archive/' || t.id as path from archive_texts t
      where ${onlyMembers(reach)} and ${seenBy(reach, ({ me, committee }) => sql`(t.left_out_at is null or ${committee}::boolean or t.author_id = ${me}::bigint or exists (select 1 from archive_sources s where s.text_id = t.id and s.member_id = ${me}::bigint))`)}`,
    passages: sql`select t.id, 1 as place, 'texte' as part, 'Texte' as label, t.body as text, t.author_id as author, false as rich from archive_texts t`,
    moved: async (tx, id) => void (await tx.execute(sql`select 1 from archive_texts where id = ${id} for update`)),
  },
};

export const KINDS_OF_TEXT = Object.keys(PLACES) as TextKind[];
