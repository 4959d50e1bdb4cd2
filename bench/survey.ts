/**
 * Everybody answers an anonymous survey of twenty questions at once, each rewriting the whole
 * box: how many answers a second, of how many bare inserts a second of rows of the same size,
 * and whether every answer is in the box, once.
 */
import { createHash } from "node:crypto";
import postgres from "postgres";
import { BENCH_PEOPLE } from "./dataset";
import { cookieOf, formKeyOf } from "./load";
import { benchToken } from "./seed";

export const ANSWERING = 300;
const QUESTIONS = 20;
const LEVELS = 3;
const AT_ONCE = 16;

export type Answers = { perSecond: number; bare: number; seconds: number; refused: number; lost: number };

/** Who a ballot is from, as only the bench can tell: their number, in threes. */
const levelsOf = (person: number): number[] => Array.from({ length: QUESTIONS }, (_, at) => (Math.floor(person / LEVELS ** at) % LEVELS) + 1);
const personOf = (levels: readonly number[]): number => levels.reduce((sum, level, at) => sum + (level - 1) * LEVELS ** at, 0);

async function inTurns(count: number, work: (turn: number) => Promise<void>): Promise<number> {
  let next = 0;
  const begun = performance.now();
  const lane = async () => {
    for (let turn = next++; turn < count; turn = next++) await work(turn);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (performance.now() - begun) / 1_000;
}

/** The bench has fewer people than answer here. */
async function inviteMore(sql: postgres.Sql): Promise<void> {
  const more = Array.from({ length: ANSWERING - BENCH_PEOPLE }, (_, n) => BENCH_PEOPLE + n);
  await sql`insert into members ${sql(more.map((n) => ({ email: `personne${n}@exemple.test`, name: `Personne ${n}`, title: "Intervenante", state: "active", joined_at: new Date() })))}`;
  await sql`insert into sessions ${sql(more.map((n) => ({ id: createHash("sha256").update(benchToken(n)).digest("hex"), member_id: n + 1, computer: "own", browser: "Banc", expires_at: new Date(Date.now() + 86_400_000) })))}`;
}

export async function answerAll(origin: string, port: number, ownerUrl: string): Promise<Answers> {
  const sql = postgres(ownerUrl, { max: AT_ONCE, onnotice: () => {} });
  try {
    await inviteMore(sql);
    const [survey] = await sql`insert into surveys (title, promise, closes_at, opened_at, opened_by, created_by) values ('Vingt questions', 'anonymous', now() + interval '1 day', now(), 1, 1) returning id`;
    const id = Number(survey?.id);
    const options = Array.from({ length: QUESTIONS }, (_, at) => `Sujet ${at + 1}`);
    const [question] = await sql`insert into survey_questions (survey_id, position, kind, label, options, levels) values (${id}, 1, 'matrix', 'À quel point?', ${options}, ${["Peu", "Assez", "Beaucoup"]}) returning id`;
    const field = `q${String(question?.id)}`;

    let refused = 0;
    const seconds = await inTurns(ANSWERING, async (person) => {
      const body = new URLSearchParams([["cle", formKeyOf(person)], ...levelsOf(person).map((level, at): [string, string] => [`${field}-${at + 1}`, String(level)])]);
      const answer = await fetch(`http://127.0.0.1:${port}/sondages/${id}/anonyme`, { method: "POST", redirect: "manual", headers: { cookie: cookieOf(person), origin, "sec-fetch-site": "same-origin" }, body });
      await answer.body?.cancel();
      if (!answer.headers.get("location")?.endsWith("fait=depot")) refused += 1;
    });
    const ballots = await sql<{ levels: number[] }[]>`select answers -> ${String(question?.id)} as levels from survey_ballots where survey_id = ${id}`;
    const [list] = await sql`select count(*)::int as n from survey_participations where survey_id = ${id}`;
    const found = new Set(ballots.map(({ levels }) => personOf(levels)));
    const lost = Math.max(ANSWERING - found.size, Math.abs(ballots.length - ANSWERING), Math.abs(Number(list?.n) - ANSWERING));

    await sql`create table bare_answers (survey_id bigint not null, answers jsonb not null)`;
    const bare = await inTurns(ANSWERING, async (person) => void (await sql`insert into bare_answers values (${id}, ${sql.json({ [field]: levelsOf(person) })})`));
    return { perSecond: ANSWERING / seconds, bare: ANSWERING / bare, seconds, refused, lost };
  } finally {
    await sql.end();
  }
}
