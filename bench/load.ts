import { createHmac, randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { BENCH_PEOPLE } from "./dataset";
import { benchToken } from "./seed";

export const SECRET = "a secret for the bench alone, long enough";

/** A person of the bench for each request in turn, so that no single row is fought over. */
let turn = 0;
const nextPerson = (): number => (turn = (turn + 1) % BENCH_PEOPLE);
export const cookieOf = (person: number): string => `__Host-session=${benchToken(person)}`;

/** The key that a page of ours would have put in the form. */
export const formKeyOf = (person: number): string => {
  const id = randomUUID();
  return `${id}.${createHmac("sha256", SECRET).update(`form:${person + 1}:${id}`).digest("base64url").slice(0, 22)}`;
};

const WORDS = "merci pour le partage nous essayons cette semaine avec le groupe des grands et nous vous en reparlons bientôt".split(" ");
const replyText = (): string => Array.from({ length: 40 }, (_, index) => WORDS[(index * 7 + turn) % WORDS.length]).join(" ");

export type Result = { perSecond: number; p95: number; failed: number };

type Shot = Pick<autocannon.Request, "method" | "path" | "headers" | "body">;

export const readingShot = (path: () => string): (() => Shot) => () => ({
  method: "GET",
  path: path(),
  headers: { cookie: cookieOf(nextPerson()), "accept-encoding": "gzip" },
});

export const replyingShot = (path: () => string, origin: string): (() => Shot) => () => {
  const person = nextPerson();
  const body = new URLSearchParams({ texte: replyText(), cle: formKeyOf(person) }).toString();
  return {
    method: "POST",
    path: path(),
    body,
    headers: { cookie: cookieOf(person), "content-type": "application/x-www-form-urlencoded", origin, "sec-fetch-site": "same-origin", "accept-encoding": "gzip" },
  };
};

/** Sends requests for so many seconds over so many connections. An answer of 400 or more is a failure. */
export async function load(url: string, shot: () => Shot, connections: number, seconds: number): Promise<Result> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => Object.assign(request, shot()) }],
  });
  return {
    perSecond: result.requests.average,
    p95: result.latency.p97_5,
    failed: result.errors + result.timeouts + result["4xx"] + result["5xx"],
  };
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

export const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};
