import { createHash } from "node:crypto";
import postgres from "postgres";
import { renderMarkdown } from "~/kit/markdown.server";
import { BENCH_PEOPLE, benchThreads } from "./dataset";

/** The token in the cookie of the bench's person number n. */
export const benchToken = (n: number): string => `bench-session-${n}`.padEnd(43, "x");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const chunksOf = <T>(rows: T[], size: number): T[][] => Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));

/**
 * Fills an empty, migrated database as its owner, in bulk: the bench measures
 * reading and one reply at a time, not how its own data came to be.
 */
export async function seed(ownerUrl: string): Promise<{ largest: number; usual: number[] }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const now = Date.now();
  const people = Array.from({ length: BENCH_PEOPLE }, (_, n) => n);
  await sql`insert into organisations ${sql(Array.from({ length: 10 }, (_, n) => ({ name: `Organisation ${n + 1}` })))}`;
  await sql`insert into communities ${sql({ name: "Communauté du banc", territory: "Ici", responsible_organisation_id: 1, privacy_officer_name: "Nom", privacy_officer_title: "Titre", privacy_officer_contact: "contact@exemple.test" })}`;
  await sql`insert into members ${sql(people.map((n) => ({ email: `personne${n}@exemple.test`, name: `Personne ${n}`, title: "Intervenante", state: "active", joined_at: new Date(now) })))}`;
  await sql`insert into memberships ${sql(people.map((n) => ({ member_id: n + 1, organisation_id: (n % 10) + 1 })))}`;
  await sql`insert into sessions ${sql(people.map((n) => ({ id: sha256(benchToken(n)), member_id: n + 1, computer: "own", browser: "Banc", expires_at: new Date(now + 30 * 86_400_000) })))}`;

  const threads = benchThreads(now);
  await sql`insert into threads ${sql(threads.map(({ title, messages }) => ({
    title,
    author_id: (messages[0]?.author ?? 0) + 1,
    created_at: new Date(messages[0]?.at ?? now),
    revision: messages.length,
    last_position: messages.length,
    last_message_at: new Date(messages.at(-1)?.at ?? now),
    last_author_id: (messages.at(-1)?.author ?? 0) + 1,
  })))}`;
  const rows = threads.flatMap(({ messages }, thread) =>
    messages.map(({ author, at, markdown }, index) => {
      const { html, version } = renderMarkdown(markdown);
      return { thread_id: thread + 1, position: index + 1, revision: index + 1, author_id: author + 1, body: markdown, html, renderer_version: version, created_at: new Date(at) };
    }),
  );
  for (const chunk of chunksOf(rows, 2_000)) await sql`insert into messages ${sql(chunk)}`;
  await sql`vacuum analyze`;
  await sql.end();
  const usual = threads.flatMap(({ messages }, n) => (messages.length >= 30 && n > 0 ? [n + 1] : []));
  return { largest: 1, usual };
}
