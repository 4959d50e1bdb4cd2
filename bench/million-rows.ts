import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { benchToken } from "./seed";

/** Words that people here write all day, the commonest first; behind them, tens of thousands of made-up ones. */
const USUAL = "enfant famille parent garderie langage jouer moment semaine besoin collègue équipe outil question sommeil langue repas école transition suivi soutien rencontre matin dehors émotion routine lecture comptine jeu histoire groupe local horaire visite milieu service centre accueil départ pleurs sieste doudou retard moteur oreille dent peau vaccin projet plan intervention dossier confiance silence rire dessin peinture colle papier crayon livre image son bruit lumière couleur forme nombre lettre".split(" ");
const MADE_UP = 60_000;
const PEOPLE = 200;
const PER_THREAD = 50;

const SYLLABLES = ["ba", "ché", "dou", "fri", "gan", "lo", "mi", "nou", "pra", "quel", "ri", "sta", "ton", "ver", "zou", "cla", "bré", "mon"];

/** The made-up word of a rank: always the same, and never twice the same. */
function madeUp(rank: number): string {
  let word = "";
  for (let left = rank + SYLLABLES.length; left > 0; left = Math.floor(left / SYLLABLES.length)) word += SYLLABLES[left % SYLLABLES.length] ?? "";
  return word;
}

export const VOCABULARY = [...USUAL, ...Array.from({ length: MADE_UP }, (_, rank) => madeUp(rank))];

/** Always the same chances, from 0 to 1. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The messages as COPY reads them, a thousand at a time. */
function* linesOf(messages: number): Generator<string> {
  const chance = chances(42);
  const spread = Math.log(VOCABULARY.length);
  const begun = Date.now() - messages * 60_000;
  let lines = "";
  for (let n = 0; n < messages; n += 1) {
    let body = "";
    for (let left = 20 + (n % 20); left > 0; left -= 1) body += `${VOCABULARY[Math.floor(Math.exp(chance() * spread)) - 1] ?? ""} `;
    const place = (n % PER_THREAD) + 1;
    lines += `${Math.floor(n / PER_THREAD) + 1}\t${place}\t${place}\t${(n % PEOPLE) + 1}\t${body.trim()}\t\t1\t${new Date(begun + n * 60_000).toISOString()}\n`;
    if (n % 1_000 < 999) continue;
    yield lines;
    lines = "";
  }
  if (lines) yield lines;
}

/**
 * Fills an empty, migrated database with messages whose words come as often as words do in French: the second half as
 * often as the first, the third a third. They are copied in, and the index of search is made after them.
 */
export async function seedMessages(ownerUrl: string, messages: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const token = createHash("sha256").update(benchToken(0)).digest("hex");
  await sql`insert into organisations (name) select 'Organisation ' || n from generate_series(1, 10) n`;
  await sql`insert into communities ${sql({ name: "Communauté du banc", territory: "Ici", responsible_organisation_id: 1, privacy_officer_name: "Nom", privacy_officer_title: "Titre", privacy_officer_contact: "contact@exemple.test" })}`;
  await sql`insert into members (email, name, title, state, joined_at) select 'personne' || n || '@exemple.test', 'Personne ' || n, 'Intervenante', 'active', now() from generate_series(1, ${PEOPLE}::int) n`;
  await sql`insert into memberships (member_id, organisation_id) select n, n % 10 + 1 from generate_series(1, ${PEOPLE}::int) n`;
  await sql`insert into sessions (id, member_id, computer, browser, expires_at) values (${token}, 1, 'own', 'Banc', now() + interval '30 days')`;
  await sql`insert into threads (title, author_id, revision, last_position, created_at, last_message_at)
    select 'Discussion ' || n, n % ${PEOPLE}::int + 1, ${PER_THREAD}, ${PER_THREAD}, now() - make_interval(mins => ${messages}::int - n * ${PER_THREAD}), now() - make_interval(mins => ${messages}::int - n * ${PER_THREAD})
    from generate_series(1, ${Math.ceil(messages / PER_THREAD)}::int) n`;
  await sql`drop index messages_search`;
  const copying = await sql`copy messages (thread_id, position, revision, author_id, body, html, renderer_version, created_at) from stdin`.writable();
  await pipeline(Readable.from(linesOf(messages)), copying);
  await sql`create index messages_search on messages using gin (search)`;
  await sql`vacuum analyze`;
  await sql.end();
}
