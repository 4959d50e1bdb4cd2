import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import { isMember, type ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { replaceMentions, writeMention, type Mention } from "~/kit/markdown-mention";
import { calledIn, folded, lengthOf, MOST_MENTIONS, MOST_SUGGESTIONS, possibleNames, type Called, type Suggestion } from "./model";

/**
 * True for the rows of « p », of members, whom the actor may call in a thread: everyone of the
 * community and the guests of that thread; for a guest, those who write in it.
 */
function mayBeCalled(actor: ParticipantActor, threadId: number | null): SQL {
  const at = now().toISOString();
  const invited = (memberId: SQL) =>
    sql`exists (select 1 from thread_guests g join threads t on t.id = g.thread_id where g.thread_id = ${threadId}::bigint and g.member_id = ${memberId} and g.until > ${at}::timestamptz and t.removed_at is null)`;
  const here = sql`p.state in ('active', 'paused') and (p.guest_until is null or ${invited(sql`p.id`)})`;
  return isMember(actor) ? here : sql`${here} and ${invited(sql`${actor.memberId}::bigint`)} and (p.guest_until is not null or ${writesIn(threadId)})`;
}

const writesIn = (threadId: number | null): SQL =>
  sql`exists (select 1 from messages m where m.thread_id = ${threadId}::bigint and m.author_id = p.id and m.deleted_at is null)`;

/** Organisations are called by members alone. */
const organisationsFor = (actor: ParticipantActor): SQL => sql`${isMember(actor)}::boolean`;

/**
 * Who may be meant by the beginnings of words, those of the thread first; before the first
 * letter, only they. One statement.
 */
export async function suggestMentions(actor: ParticipantActor, threadId: number | null, typed: string): Promise<Suggestion[]> {
  const words = folded(typed).split(" ").filter(Boolean);
  const wanted = sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" & ")})`;
  const matches = (name: SQL) => (words.length > 0 ? sql`to_tsvector('simple', folded(${name})) @@ ${wanted}` : sql`true`);
  const rows = await db.execute<Suggestion & Record<string, unknown>>(sql`
    select kind, id::int, name, note from (
      (select 'personne' as kind, p.id, p.name, concat_ws(', ', nullif(p.title, ''), (
          select g.name from memberships s join organisations g on g.id = s.organisation_id where s.member_id = p.id order by s.since, s.organisation_id limit 1
        )) as note, ${writesIn(threadId)} as near
      from members p
      where p.id <> ${actor.memberId} and p.name <> '' and ${matches(sql`p.name`)} and ${words.length > 0 ? sql`true` : writesIn(threadId)} and ${mayBeCalled(actor, threadId)}
      order by near desc, p.name, p.id limit ${MOST_SUGGESTIONS})
      union all
      (select 'organisation', o.id, o.name, 'Organisation', false from organisations o
      where ${organisationsFor(actor)} and ${words.length > 0}::boolean and ${matches(sql`o.name`)} order by o.name limit ${MOST_SUGGESTIONS})
    ) found order by near desc, kind desc, name limit ${MOST_SUGGESTIONS}`);
  return rows.map(({ kind, id, name, note }) => ({ kind, id, name, note }));
}

/** A text whose mentions are settled, and whom it calls. */
export type Named = { body: string; called: readonly Mention[] };

type Known = Mention & { words: string };

const keyOf = ({ kind, id }: Pick<Mention, "kind" | "id">): string => `${kind}:${id}`;

/**
 * Settles the mentions of a text before it is kept: those chosen from the list get the name of
 * today, those written as « @Prénom Nom » their number where one alone can be meant. Whoever is
 * not here any more is left as a name. One statement, and none for a text that calls nobody.
 */
export async function nameMentions(actor: ParticipantActor, threadId: number | null, typed: string, longest: number): Promise<Named> {
  const chosen: Mention[] = [];
  replaceMentions(typed, (mention) => (chosen.push(mention), ""));
  const written = calledIn(typed);
  if (chosen.length === 0 && written.length === 0) return { body: typed, called: [] };
  const known = await findCallable(actor, threadId, chosen, [...new Set(written.flatMap(possibleNames))]);
  const called = new Map<string, Mention>();
  const settle = (mention: Mention): string => {
    if (!called.has(keyOf(mention)) && called.size >= MOST_MENTIONS) return `@${mention.name}`;
    called.set(keyOf(mention), mention);
    return writeMention(mention);
  };
  const byKey = new Map(known.map((one) => [keyOf(one), one]));
  const withNumbers = resolve(typed, written, known);
  const body = replaceMentions(withNumbers.length <= longest ? withNumbers : typed, (mention) => {
    const found = byKey.get(keyOf(mention));
    return found ? settle({ kind: found.kind, id: found.id, name: found.name }) : `@${mention.name}`;
  });
  return body.length <= longest ? { body, called: [...called.values()] } : { body: typed, called: [] };
}

/** Writes the number beside each name that can mean one alone, from the end so that places stay true. */
function resolve(typed: string, written: readonly Called[], known: readonly Known[]): string {
  return written.reduceRight((text, call) => {
    const names = possibleNames(call).reverse();
    const longest = names.find((name) => known.some(({ words }) => words === name));
    const meant = known.filter(({ words }) => words === longest);
    const [one] = meant;
    const length = one && meant.length === 1 ? lengthOf(one.words, call) : 0;
    return one && length > 0 ? text.slice(0, call.at) + writeMention(one) + text.slice(call.at + 1 + length) : text;
  }, typed);
}

async function findCallable(actor: ParticipantActor, threadId: number | null, chosen: readonly Mention[], names: readonly string[]): Promise<Known[]> {
  const ids = (kind: Mention["kind"]) => sql`${JSON.stringify(chosen.filter((one) => one.kind === kind).map(({ id }) => id))}::json`;
  const among = (list: SQL) => sql`(select value::bigint from json_array_elements_text(${list}))`;
  const named = sql`(select value from json_array_elements_text(${JSON.stringify(names)}::json))`;
  const rows = await db.execute<Known & Record<string, unknown>>(sql`
    select 'personne' as kind, p.id::int, p.name, folded(p.name) as words from members p
    where (p.id in ${among(ids("personne"))} or folded(p.name) in ${named}) and p.name <> '' and ${mayBeCalled(actor, threadId)}
    union all
    select 'organisation', o.id::int, o.name, folded(o.name) from organisations o
    where (o.id in ${among(ids("organisation"))} or folded(o.name) in ${named}) and ${organisationsFor(actor)}`);
  return [...rows];
}
