/**
 * The bench's community: 200 people, 500 threads, 20,000 messages, one thread of
 * 1,000 and the others of 10 to 60. The same seed gives the same data.
 */
export type BenchMessage = { author: number; at: number; markdown: string };
export type BenchThread = { title: string; messages: BenchMessage[] };

/** mulberry32: small, fast, and good enough to mix words. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NOUNS = "enfant famille parent langage jeu lecture sommeil routine collation sieste référence rendez-vous atelier maternelle transition pictogramme comptine motricité attachement répit éducatrice intervenante outil rencontre pôle liste attente dépistage bibliothèque conte trousse affiche groupe accueil soutien milieu école garde naissance".split(" ");
const VERBS = "propose observe accompagne partage essaie prépare demande explique soutient adapte invite raconte choisit organise rassure écoute".split(" ");
const LINKS = "avec pour dans chez selon après avant pendant malgré".split(" ");

const PEOPLE = 200;
const THREADS = 500;
const MESSAGES = 20_000;
const LARGEST = 1_000;
const DAY = 86_400_000;

export function benchThreads(now: number, seed = 2027): BenchThread[] {
  const draw = chance(seed);
  const between = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const pick = (words: readonly string[]) => words[Math.floor(draw() * words.length)] ?? "";
  const sentence = () => {
    const words = Array.from({ length: between(3, 6) }, () => `l’${pick(NOUNS)} ${pick(VERBS)} ${pick(LINKS)} ${pick(NOUNS)}`).join(" et ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: between(2, 4) }, sentence).join(" ");
  const text = () => {
    const parts = [paragraph()];
    if (draw() < 0.35) parts.push(paragraph());
    if (draw() < 0.15) parts.push(Array.from({ length: between(3, 5) }, () => `- ${pick(NOUNS)} ${pick(LINKS)} ${pick(NOUNS)}`).join("\n"));
    if (draw() < 0.12) parts.push(`> ${sentence()}`);
    if (draw() < 0.2) parts.push(`Voir **${pick(NOUNS)}** et [la fiche](https://exemple.test/${pick(NOUNS)}).`);
    return parts.join("\n\n");
  };
  return sizes(between).map((size, index) => {
    let at = now - 540 * DAY + Math.floor((index / THREADS) * 520 * DAY);
    const messages = Array.from({ length: size }, () => ({
      author: between(0, PEOPLE - 1),
      at: (at += between(60_000, 3_600_000 * 3)),
      markdown: text(),
    }));
    return { title: `${pick(NOUNS)} ${pick(LINKS)} ${pick(NOUNS)} ${index + 1}`, messages };
  });
}

/** One thread of 1,000; the others between 10 and 60, 20,000 in all. */
function sizes(between: (low: number, high: number) => number): number[] {
  const others = Array.from({ length: THREADS - 1 }, () => between(16, 60));
  let difference = MESSAGES - LARGEST - others.reduce((sum, size) => sum + size, 0);
  for (let index = 0; difference !== 0; index = (index + 1) % others.length) {
    const step = Math.sign(difference);
    const size = (others[index] ?? 0) + step;
    if (size < 10 || size > 60) continue;
    others[index] = size;
    difference -= step;
  }
  return [LARGEST, ...others];
}

export const BENCH_PEOPLE = PEOPLE;
