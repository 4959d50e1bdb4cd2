import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import { openTo, reachOf, UNNAMED } from "~/features/thread/sql.server";
import { FOUND_START, FOUND_STOP, LOOKALIKES, PER_PAGE, type Filter, type Place } from "./model";

/** One thing that was found; `snippet` carries the control signs of the model around what was searched for. */
export type Found = {
  id: number;
  title: string;
  snippet: string;
  at: string | null;
  who: string | null;
  organisation: string | null;
  threadId: number | null;
  position: number | null;
};

const HEADLINE = `StartSel=${FOUND_START}, StopSel=${FOUND_STOP}, MaxFragments=2, MaxWords=24, MinWords=10, ShortWord=0, FragmentDelimiter=" … "`;
const WHOLE = `StartSel=${FOUND_START}, StopSel=${FOUND_STOP}, HighlightAll=true`;

/** Markdown without its marks, to be shown as it is. */
const bare = (text: SQL): SQL => plainly(sql`regexp_replace(regexp_replace(${text}, '^[>\\s-]+', '', 'gn'), '\\[([^\\]]*)\\]\\([^)]*\\)', '\\1', 'g')`);
/**
 * Tags would hide what follows them, so they are written with other signs; the control signs are ours alone. What joins
 * words is written with signs that look the same, so that each word is read, and marked, by itself, as it is in the
 * index: « sage-femme », « 0-5 », « outil.pdf ».
 */
const plainly = (text: SQL): SQL => sql`translate(${text}, E'\\'-./<>*_#\`\\u0002\\u0003', ${`’${LOOKALIKES}‹›`})`;
const joined = (text: SQL): SQL => sql`translate(${text}, E'\\'-./', ${`’${LOOKALIKES}`})`;

/** Null where only a person, an organisation, a subject or a time is asked for: everything answers then. */
type Query = SQL | null;

const headline = (text: SQL, query: Query): SQL => (query ? sql`ts_headline('public.le_fil', ${text}, ${query}, ${HEADLINE})` : sql`left(${text}, 240)`);
const titleLine = (text: SQL, query: Query): SQL => (query ? sql`ts_headline('public.le_fil', ${joined(text)}, ${query}, ${WHOLE})` : text);
const holds = (column: SQL, query: Query): SQL => (query ? sql`${column} @@ ${query}` : sql`true`);
const matches = (text: SQL, query: Query): SQL => holds(sql`to_tsvector('public.le_fil'::regconfig, search_spaced(${text}))`, query);

type Asked = { filter: Filter; zone: string; before: string | null };
/** common: many messages answer the question. */
type Narrowing = Asked & { common: boolean };

const between = (column: SQL, { filter: { from, until }, zone }: Narrowing): SQL[] => [
  ...(from ? [sql`${column} >= (${from}::date::timestamp at time zone ${zone})`] : []),
  ...(until ? [sql`${column} < ((${until}::date + 1)::timestamp at time zone ${zone})`] : []),
];

const by = (author: SQL, { filter: { person, organisation } }: Narrowing): SQL[] => [
  ...(person ? [sql`${author} = ${person}`] : []),
  ...(organisation ? [sql`exists (select 1 from memberships s where s.member_id = ${author} and s.organisation_id = ${organisation})`] : []),
];

const about = ({ filter: { topic } }: Narrowing): SQL[] => (topic ? [sql`exists (select 1 from thread_topics tt where tt.thread_id = threads.id and tt.topic_id = ${topic})`] : []);

const all = (conditions: SQL[]): SQL => sql.join(conditions, sql` and `);


type Finder = (actor: MemberActor, query: Query, narrowing: Narrowing, most: number) => SQL;

/** The message « m » as it is shown; its title is that of its discussion. */
const shownMessages = (ids: SQL, query: Query): SQL => sql`
  select m.id, t.title, ${headline(bare(sql`m.body`), query)} as snippet, m.created_at as at, coalesce(a.name, ${UNNAMED}) as who, ${firstOrganisationOf(sql`m.author_id`)} as organisation, m.thread_id, m.position
  from (${ids}) f join messages m on m.id = f.id join threads t on t.id = m.thread_id left join members a on a.id = m.author_id order by m.id desc`;

/** So many of the latest messages are looked through one by one before the index is asked for all that hold a common word. */
const LATEST = 8_000;
/** From so many messages on a question is a common one. */
const COMMON = 3_000;

/** How many messages answer a question, as PostgreSQL estimates it from what it knows of words: nothing is read. */
async function isCommon(question: SQL): Promise<boolean> {
  const [row] = (await db.execute(sql`explain (format json) select 1 from messages where search @@ (${question})`)) as unknown as { "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[];
  return (row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0) > COMMON;
}

/**
 * Latest first, whatever the words cost to find. What is rare the index brings at once, all of it. What is common stands
 * among the latest messages, which are read back from today until there are enough; should an estimate be wrong, the index
 * is asked for the rest. Which of the two is said in the statement, because the planner's plan is made for any question:
 * « offset 0 » keeps it from doing one in the way of the other.
 */
const messages: Finder = (actor, query, narrowing, most) => {
  const kept = all([
    sql`messages.deleted_at is null`,
    openTo(reachOf(actor)),
    ...by(sql`messages.author_id`, narrowing),
    ...between(sql`messages.created_at`, narrowing),
    ...about(narrowing),
  ]);
  const before = narrowing.before ? sql`${narrowing.before}::bigint` : sql`(select coalesce(max(l.id), 0) + 1 from messages l)`;
  if (!query) return shownMessages(sql`select messages.id from messages join threads on threads.id = messages.thread_id where ${kept} and messages.id < ${before} order by messages.id desc limit ${most}::int`, query);
  const readable = (from: SQL, condition: SQL): SQL => sql`
    select messages.id from (${from} order by l.id desc offset 0) messages
    cross join lateral (select threads.* from threads where threads.id = messages.thread_id offset 0) threads
    where ${condition} and ${kept} order by messages.id desc limit ${most}::int`;
  const columns = sql`select l.id, l.thread_id, l.author_id, l.created_at, l.deleted_at`;
  if (!narrowing.common) return shownMessages(readable(sql`${columns} from messages l where l.search @@ ${query}`, sql`messages.id < ${before}`), query);
  return sql`
  with span as materialized (select ${before} as before), latest as materialized (
    ${readable(sql`${columns}, l.search from messages l where l.id < (select before from span) and l.id >= (select before - ${LATEST}::int from span)`, sql`messages.search @@ ${query}`)}
  ), older as materialized (
    ${readable(sql`${columns} from messages l where l.search @@ ${query}`, sql`(select count(*) from latest) < ${most}::int and messages.id < (select before - ${LATEST}::int from span)`)}
  )
  ${shownMessages(sql`select id from (select id from latest union all select id from older) b order by id desc limit ${most}::int`, query)}`;
};

const discussions: Finder = (actor, query, narrowing, most) => sql`
  select threads.id, ${titleLine(sql`threads.title`, query)} as title, ${headline(bare(sql`coalesce(threads.summary_body, '')`), query)} as snippet, threads.last_message_at as at,
    coalesce(a.name, ${UNNAMED}) as who, ${firstOrganisationOf(sql`threads.author_id`)} as organisation, threads.id as thread_id, null::int as position
  from threads left join members a on a.id = threads.author_id
  where ${all([
    holds(sql`threads.search`, query),
    openTo(reachOf(actor)),
    ...by(sql`threads.author_id`, narrowing),
    ...between(sql`threads.last_message_at`, narrowing),
    ...about(narrowing),
    ...(narrowing.before ? [sql`threads.id < ${narrowing.before}::bigint`] : []),
  ])}
  order by threads.id desc limit ${most}::int`;

const documents: Finder = (actor, query, narrowing, most) => sql`
  select files.id, ${titleLine(sql`files.name`, query)} as title, ${headline(plainly(sql`concat_ws(' ', nullif(files.description, ''), x.body)`), query)} as snippet,
    files.attached_at as at, coalesce(a.name, ${UNNAMED}) as who, ${firstOrganisationOf(sql`messages.author_id`)} as organisation, threads.id as thread_id, messages.position
  from files join messages on messages.id = files.message_id join threads on threads.id = messages.thread_id
  left join members a on a.id = messages.author_id left join file_texts x on x.file_id = files.id
  where ${all([
    sql`(${matches(sql`files.name || ' ' || files.description`, query)} or ${holds(sql`x.search`, query)}) and messages.deleted_at is null`,
    openTo(reachOf(actor)),
    ...by(sql`messages.author_id`, narrowing),
    ...between(sql`files.attached_at`, narrowing),
    ...about(narrowing),
    ...(narrowing.before ? [sql`files.id < ${narrowing.before}::bigint`] : []),
  ])}
  order by files.id desc limit ${most}::int`;

const MEETING = sql`concat_ws(' ', meetings.title, meetings.objectives_body, meetings.question_body,
  (select string_agg(g.title, ' ') from agenda_items g where g.meeting_id = meetings.id), (select string_agg(concat_ws(' ', p.name, p.title, p.organisation), ' ') from speakers p where p.meeting_id = meetings.id))`;

const moments: Finder = (actor, query, narrowing, most) => sql`
  select meetings.id, ${titleLine(sql`meetings.title`, query)} as title, ${headline(bare(sql`concat_ws(' ', meetings.objectives_body, meetings.question_body)`), query)} as snippet,
    f.at, null as who, null as organisation, null::bigint as thread_id, null::int as position
  from meetings cross join lateral (select min(s.starts_at) as at from sittings s where s.meeting_id = meetings.id) f
  where ${all([
    matches(MEETING, query),
    sql`(meetings.opened_at is not null or ${hasRole(actor, "committee")}::boolean)`,
    ...between(sql`f.at`, narrowing),
    ...(narrowing.filter.topic ? [sql`exists (select 1 from meeting_topics mt where mt.meeting_id = meetings.id and mt.topic_id = ${narrowing.filter.topic})`] : []),
    ...(narrowing.before ? [sql`meetings.id < ${narrowing.before}::bigint`] : []),
  ])}
  order by meetings.id desc limit ${most}::int`;

const comptesRendus: Finder = (_actor, query, narrowing, most) => sql`
  select meetings.id, meetings.title, ${headline(bare(sql`minutes.body`), query)} as snippet, minutes.adopted_at as at, null as who, null as organisation, null::bigint as thread_id, null::int as position
  from minutes join meetings on meetings.id = minutes.meeting_id
  where minutes.adopted_at is not null and ${all([holds(sql`minutes.search`, query), ...between(sql`minutes.adopted_at`, narrowing), ...(narrowing.before ? [sql`meetings.id < ${narrowing.before}::bigint`] : [])])}
    and (${narrowing.filter.topic}::bigint is null or exists (select 1 from meeting_topics mt where mt.meeting_id = meetings.id and mt.topic_id = ${narrowing.filter.topic}::bigint)) order by meetings.id desc limit ${most}::int`;

const charte: Finder = (_actor, query, _narrowing, most) => sql`
  select a.article_id as id, ${titleLine(sql`a.title`, query)} as title, ${headline(bare(sql`a.body`), query)} as snippet, v.published_at as at, null as who, null as organisation, null::bigint as thread_id, a.position::int as position
  from version_articles a join charter_versions v on v.id = a.version_id
  where v.state = 'in-force' and ${matches(sql`a.title || ' ' || a.body`, query)}
  order by a.position limit ${most}::int`;

const sujets: Finder = (_actor, query, _narrowing, most) => sql`
  select topics.id, ${titleLine(sql`topics.name`, query)} as title, '' as snippet, null::timestamptz as at, null as who, null as organisation, null::bigint as thread_id, null::int as position
  from topics where ${matches(sql`topics.name`, query)} order by topics.id desc limit ${most}::int`;

/** What came from the Facebook group and the committee has looked at. */
const archive: Finder = (_actor, query, narrowing, most) => sql`
  select t.id, case t.kind when 'post' then 'Publication du groupe Facebook' else 'Commentaire du groupe Facebook' end as title, ${headline(plainly(sql`t.body`), query)} as snippet, t.said_at as at,
    coalesce(a.name, ${UNNAMED}) as who, ${firstOrganisationOf(sql`t.author_id`)} as organisation, null::bigint as thread_id, null::int as position
  from archive_texts t left join members a on a.id = t.author_id
  where ${all([
    holds(sql`t.search`, query),
    sql`t.reviewed_at is not null and t.left_out_at is null`,
    ...by(sql`t.author_id`, narrowing),
    ...between(sql`t.said_at`, narrowing),
    ...(narrowing.before ? [sql`t.id < ${narrowing.before}::bigint`] : []),
  ])}
  order by t.id desc limit ${most}::int`;

/** People and organisations: what they wrote is one link further. */
const personnes: Finder = (_actor, query, _narrowing, most) => sql`
  (select members.id, ${titleLine(sql`members.name`, query)} as title, members.title as snippet, null::timestamptz as at, 'person' as who, ${firstOrganisationOf(sql`members.id`)} as organisation, null::bigint as thread_id, null::int as position
  from members where members.state in ('active', 'paused') and members.guest_until is null and ${matches(sql`members.name || ' ' || members.title`, query)} order by members.name limit ${most}::int)
  union all
  (select organisations.id, ${titleLine(sql`organisations.name`, query)}, '', null, 'organisation', null, null, null
  from organisations where ${matches(sql`organisations.name`, query)} order by organisations.name limit ${most}::int)`;

type Kind = Exclude<Place, "tout">;

const FINDERS: Record<Kind, { find: Finder; column: SQL }> = {
  messages: { find: messages, column: sql`messages` },
  discussions: { find: discussions, column: sql`discussions` },
  documents: { find: documents, column: sql`documents` },
  moments: { find: moments, column: sql`moments` },
  "comptes-rendus": { find: comptesRendus, column: sql`"comptes-rendus"` },
  charte: { find: charte, column: sql`charte` },
  sujets: { find: sujets, column: sql`sujets` },
  archive: { find: archive, column: sql`archive` },
  personnes: { find: personnes, column: sql`personnes` },
};

export type FoundIn = { place: Kind; found: Found[]; more: boolean };

/** What has an author can be narrowed to one; what has none is left out then. */
const kindsFor = ({ person, organisation, topic, from, until }: Filter): Kind[] => {
  if (person !== null || organisation !== null) return ["discussions", "documents", "messages", ...(topic === null ? ["archive" as const] : [])];
  if (topic !== null) return ["moments", "comptes-rendus", "discussions", "documents", "messages"];
  if (from !== null || until !== null) return ["moments", "comptes-rendus", "discussions", "documents", "messages", "archive"];
  return ["personnes", "sujets", "moments", "comptes-rendus", "charte", "discussions", "documents", "messages", "archive"];
};

const FIRST_OF_EACH = 3;

/**
 * Finds in one statement what a member may read: the first of each kind, or a page of one kind.
 * A common word costs no more than a rare one: each kind is read from its latest row back.
 */
export async function find(actor: MemberActor, place: Place, question: SQL | null, asked: Asked): Promise<FoundIn[]> {
  const wanted = kindsFor(asked.filter).filter((kind) => place === "tout" || kind === place);
  if (wanted.length === 0) return [];
  // Read once for the whole statement, whose plan is the same for any question.
  const query = question && sql`(select q from asked)`;
  const narrowing = { ...asked, common: question !== null && wanted.includes("messages") && (await isCommon(question)) };
  const most = (kind: Kind) => (place === "tout" && kind !== "messages" ? FIRST_OF_EACH : PER_PAGE);
  const columns = wanted.map((kind) => sql`(select coalesce(json_agg(json_build_object('id', f.id, 'title', f.title, 'snippet', f.snippet, 'at', f.at, 'who', f.who, 'organisation', f.organisation, 'threadId', f.thread_id, 'position', f.position)), '[]'::json)
    from (${FINDERS[kind].find(actor, query, narrowing, most(kind) + 1)}) f) as ${FINDERS[kind].column}`);
  const [row] = (await db.execute(sql`${question ? sql`with asked as materialized (select (${question}) as q)` : sql``} select ${sql.join(columns, sql`, `)}`)) as unknown as Partial<Record<Kind, Found[]>>[];
  return wanted.map((kind) => ({ place: kind, found: (row?.[kind] ?? []).slice(0, most(kind)), more: (row?.[kind]?.length ?? 0) > most(kind) })).filter(({ found }) => found.length > 0);
}

export type Choice = { id: number; name: string };
export type Choices = { people: Choice[]; organisations: Choice[]; topics: Choice[] };

const listed = (from: SQL): SQL => sql`(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by lower(c.name)), '[]'::json) from (${from}) c)`;

/** What a search can be narrowed to. Someone who wrote without their name is not among those who wrote. */
export async function findChoices(_actor: MemberActor): Promise<Choices> {
  const [row] = (await db.execute(sql`select
    ${listed(sql`select m.id, m.name from members m where m.name <> '' and exists (select 1 from messages w where w.author_id = m.id)`)} as people,
    ${listed(sql`select o.id, o.name from organisations o`)} as organisations,
    ${listed(sql`select t.id, t.name from topics t where exists (select 1 from thread_topics u where u.topic_id = t.id)`)} as topics`)) as unknown as Choices[];
  return row ?? { people: [], organisations: [], topics: [] };
}
