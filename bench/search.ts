import postgres from "postgres";
import { closeDatabase, openDatabase } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { readSettings } from "~/kit/env.server";
import { forgetLimits } from "~/kit/limits.server";
import { withContext, type RequestContext } from "~/kit/request-context.server";
import { findSignedIn } from "~/kit/session.server";
import { asTyped, questionOf } from "~/features/search/asked.server";
import { readSearch } from "~/features/search/model";
import { searchPage } from "~/features/search/pages.server";
import { find } from "~/features/search/queries.server";
import { median } from "./load";
import { VOCABULARY } from "./million-rows";
import { benchToken } from "./seed";

const word = (rank: number): string => VOCABULARY[rank] ?? "";

/** Ten questions that most of what is written answers, and ten that little does. */
export const QUESTIONS = {
  common: ["enfant", "famille", "parents", "garderie", "langage", "l’enfant à la garderie", "semaine", "besoin", "équipe", "question"],
  rare: [3_000, 6_000, 9_000, 14_000, 20_000, 27_000, 34_000, 41_000, 48_000, 56_000].map(word),
} as const;

const ROUNDS = 15;

export type Measured = { question: string; kind: "common" | "rare"; found: number; ours: number; oursP95: number; bare: number; bareP95: number; page: number };

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

/**
 * Finding messages as the page of a search does, on one connection, from what was typed to twenty results with their
 * rights, names and marks, beside a bare statement: the same messages by the same index, marked, and nothing else. What
 * the whole page asks of the database, the other kinds of things included, stands beside it.
 */
export async function measureSearch(databaseUrl: string): Promise<{ rows: Measured[]; ours: Record<"common" | "rare", number[]>; bare: Record<"common" | "rare", number[]> }> {
  openDatabase(databaseUrl, 1);
  const sql = postgres(databaseUrl, { max: 1 });
  const settings = readSettings({ NODE_ENV: "production", DATA_DIR: "/tmp/le-fil-bench", APP_ORIGIN: "http://localhost:3999" });
  const context = (): RequestContext => ({
    settings, reference: "banc", nonce: "banc", network: "203.0.113.9", userAgent: "", isData: false,
    markup: new Map(), cookies: [], headers: {}, memo: new Map(), dispatch: () => Promise.reject(new Error("Nothing is sent again here.")),
  });
  const signedIn = await withContext(context(), () => findSignedIn(`__Host-session=${benchToken(0)}`));
  if (!signedIn) throw new Error("Nobody is signed in.");
  const actor = signedIn.actor as MemberActor;
  const ask = (question: string) => {
    return find(actor, "messages", questionOf(asTyped(readSearch(question, []).clauses)), { filter: { person: null, organisation: null, topic: null, from: null, until: null }, zone: "America/Toronto", before: null });
  };
  const askPage = (question: string) => {
    forgetLimits();
    return withContext(context(), () => searchPage(actor, new Request(`http://localhost/recherche?q=${encodeURIComponent(question)}`)));
  };
  const askBare = (question: string) => sql`
    select m.id, m.thread_id, m.position, m.created_at, ts_headline('public.le_fil', m.body, plainto_tsquery('public.le_fil', search_spaced(${question}))) as text
    from messages m where m.search @@ plainto_tsquery('public.le_fil', search_spaced(${question})) order by m.id desc limit 20`;

  const ours = { common: [] as number[], rare: [] as number[] };
  const bare = { common: [] as number[], rare: [] as number[] };
  const rows: Measured[] = [];
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  for (const kind of ["common", "rare"] as const) {
    for (const question of QUESTIONS[kind]) {
      const [mine, theirs, pages]: [number[], number[], number[]] = [[], [], []];
      const first = await ask(question);
      await askBare(question.replace(/^l’|à la /g, ""));
      for (let round = 0; round < ROUNDS; round += 1) {
        if (round < 5) pages.push(await timed(() => askPage(question)));
        mine.push(await timed(() => ask(question)));
        theirs.push(await timed(() => askBare(question.replace(/^l’|à la /g, ""))));
      }
      ours[kind].push(...mine);
      bare[kind].push(...theirs);
      rows.push({ question, kind, found: first[0]?.found.length ?? 0, ours: median(mine), oursP95: p95(mine), bare: median(theirs), bareP95: p95(theirs), page: median(pages) });
      process.stdout.write(".");
    }
  }
  closeDatabase();
  await sql.end();
  return { rows, ours, bare };
}

export { p95 };
