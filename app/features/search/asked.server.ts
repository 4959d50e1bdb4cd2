import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import type { Clause } from "./model";

/** A phrase as it was typed, or a word as the index has it. */
type Alternative = { phrase: string } | { word: string };
export type AskedClause = readonly [Alternative, ...Alternative[]];

export const asTyped = (clauses: readonly Clause[]): AskedClause[] => clauses.map(({ alternatives }) => alternatives.map((phrase) => ({ phrase })) as unknown as AskedClause);

const one = (alternative: Alternative): SQL =>
  "phrase" in alternative
    ? sql`phraseto_tsquery('public.le_fil', search_spaced(${alternative.phrase}::text))`
    : // Words of the index are letters and digits: quoted, one is nothing but itself.
      sql`to_tsquery('simple', quote_literal(${alternative.word}::text))`;

/** The question as PostgreSQL reads it: every clause, in one of its wordings. */
export const questionOf = (clauses: readonly AskedClause[]): SQL => sql.join(clauses.map((clause) => sql`(${sql.join(clause.map(one), sql` || `)})`), sql` && `);

/** How near a word must be, by the letters three by three that they share. */
const NEAR = 0.3;
const MOST_NEAR = 3;

/**
 * For each word of which discussions know nothing, the nearest that they know. Null where there is nothing
 * to correct: every word is known, or no other is near.
 */
export async function corrected(clauses: readonly Clause[]): Promise<AskedClause[] | null> {
  const asked = asTyped(clauses);
  const single = clauses.map(({ typed, alternatives }) => (alternatives.every((word) => !/\s/.test(word)) && typed.length >= 4 ? typed : ""));
  const rows = (await db.execute(sql`
    select w.place::int as place, n.word from unnest(string_to_array(${single.join(" ")}, ' ')) with ordinality as w (typed, place)
    cross join lateral (select (tsvector_to_array(to_tsvector('public.le_fil', search_spaced(w.typed))))[1] as stem) s
    cross join lateral (
      select k.word from search_words k where k.word % s.stem and similarity(k.word, s.stem) >= ${NEAR}::real
      order by similarity(k.word, s.stem) desc, k.uses desc limit ${MOST_NEAR}::int
    ) n
    where w.typed <> '' and s.stem is not null and not exists (select 1 from search_words k where k.word = s.stem)`)) as unknown as { place: number; word: string }[];
  if (rows.length === 0) return null;
  return asked.map((clause, index) => {
    const near = rows.filter(({ place }) => place === index + 1).map(({ word }) => ({ word }));
    return near.length > 0 ? (near as unknown as AskedClause) : clause;
  });
}
