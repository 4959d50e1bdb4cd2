import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { inTransaction } from "~/kit/transaction.server";
import { flat } from "~/features/charter/article/anchor";
import { joinArticle, moveArticle, retireArticle, rewriteArticle, splitArticle } from "~/features/charter/article/mutations.server";
import { commentArticle } from "~/features/charter/comment/mutations.server";
import { mayContribute, mayDraft } from "~/features/charter/policy";
import { decide, propose } from "~/features/charter/proposal/mutations.server";
import { readText } from "~/features/charter/said.server";
import { articleIds, beginAfresh, openCharterWorld, type CharterWorld } from "./charter-world";

let world: CharterWorld;
let actor: MemberActor;

beforeAll(async () => {
  world = await openCharterWorld();
  actor = (await world.audrey.actor()) as MemberActor;
});
afterAll(() => world.close());

const TEXT = ["Valeurs", "Rôles", "Rythme"].map((title, index) => `${index + 1}. ${title}\n\n${title} un deux trois.\n\nQuatre cinq six ${title}.`).join("\n\n");

type Step = { act: "comment" | "propose" | "rewrite" | "up" | "down" | "split" | "join" | "retire" | "accept" | "part" | "decline"; at: number; word: number };

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom("comment", "comment", "propose", "propose", "rewrite", "up", "down", "split", "join", "retire", "accept", "part", "decline") as fc.Arbitrary<Step["act"]>,
  at: fc.nat(20),
  word: fc.nat(20),
});

/** Another wording: one of its words is another. */
function altered(body: string, word: number, mark: string): string {
  const words = body.split(/(\s+)/);
  const places = words.flatMap((text, index) => (/\S/.test(text) ? [index] : []));
  const place = places[word % places.length] ?? 0;
  return words.map((text, index) => (index === place ? `${text} ${mark}` : text)).join("");
}

/** Does one thing as a person would; what is refused, because nothing is there to do it to, is refused. */
async function take({ act, at, word }: Step, turn: number): Promise<{ comments: number; proposals: number }> {
  const { sql } = world;
  const ids = await articleIds(world);
  const id = ids[at % Math.max(1, ids.length)];
  const [article] = id === undefined ? [] : await sql`select body, version, title from charter_articles where id = ${id}`;
  if (!article || id === undefined) return { comments: 0, proposals: 0 };
  const { body, version, title } = article as unknown as { body: string; version: number; title: string };
  const [contributing, drafting] = [mayContribute(actor), mayDraft(actor)];
  const mark = `marque${turn}`;
  const words = readText(body).split(/\s+/);
  const [open] = await sql`select p.id::int, a.version, a.body, a.position from charter_proposals p join charter_articles a on a.id = p.article_id where p.state = 'open' order by p.id offset ${at % 3} limit 1`;
  const paragraphs = body.split("\n\n");
  const acts: Record<Step["act"], (tx: Parameters<Parameters<typeof inTransaction>[0]>[0]) => Promise<unknown>> = {
    comment: (tx) => commentArticle(tx, contributing, id, { body: mark, quote: word % 3 === 0 ? "" : words.slice(word % words.length).slice(0, 2).join(" "), spokenFor: "" }),
    propose: (tx) => propose(tx, contributing, id, { body: altered(body, word, mark), reason: "", spokenFor: "", version }),
    rewrite: (tx) => rewriteArticle(tx, drafting, id, { title, body: altered(body, word, mark), matter: "general", version }),
    up: (tx) => moveArticle(tx, drafting, id, "up"),
    down: (tx) => moveArticle(tx, drafting, id, "down"),
    split: async (tx) => (paragraphs.length > 1 ? splitArticle(tx, drafting, id, { version, body: paragraphs[0] ?? "", secondTitle: mark, secondBody: paragraphs.slice(1).join("\n\n") }) : undefined),
    join: (tx) => joinArticle(tx, drafting, id),
    retire: async (tx) => (ids.length > 1 ? retireArticle(tx, drafting, id) : undefined),
    accept: async (tx) => (open ? decide(tx, drafting, Number(open.id), { answer: "accepted", reason: "", body: "", version: Number(open.version) }) : undefined),
    part: async (tx) => (open ? decide(tx, drafting, Number(open.id), { answer: "accepted-in-part", reason: mark, body: altered(String(open.body), word, mark), version: Number(open.version) }) : undefined),
    decline: async (tx) => (open ? decide(tx, drafting, Number(open.id), { answer: "declined", reason: mark, body: "", version: Number(open.version) }) : undefined),
  };
  try {
    await inTransaction((tx) => acts[act](tx).then(() => undefined));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { comments: 0, proposals: 0 };
  }
  return { comments: act === "comment" ? 1 : 0, proposals: act === "propose" ? 1 : 0 };
}

describe("whatever happens to the articles", () => {
  it("loses no proposal and no comment, and keeps what it says of them true", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 18 }), async (steps) => {
        const { sql } = world;
        await beginAfresh(world, TEXT);
        const said = { comments: 0, proposals: 0 };
        for (const [turn, one] of steps.entries()) {
          const made = await take(one, turn);
          said.comments += made.comments;
          said.proposals += made.proposals;
        }
        const comments = await sql`select c.quote, c.adrift_at, a.body, a.position from charter_comments c join charter_articles a on a.id = c.article_id`;
        const proposals = await sql`select p.state, p.base_body, p.body, p.adrift_at, a.body as standing, a.position from charter_proposals p join charter_articles a on a.id = p.article_id`;
        expect({ comments: comments.length, proposals: proposals.length }).toEqual(said);
        for (const { quote, adrift_at, body, position } of comments) {
          if (adrift_at === null) expect([position !== null, flat(readText(String(body))).includes(String(quote))]).toEqual([true, true]);
        }
        for (const { state, base_body, body, adrift_at, standing, position } of proposals) {
          if (state === "open" && adrift_at === null) expect([position !== null, base_body === standing, body !== standing]).toEqual([true, true, true]);
        }
        const places = await sql`select position from charter_articles where position is not null order by position`;
        expect(places.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1));
        const gaps = await sql`select a.id from charter_articles a where a.version <> (select count(*) from article_revisions r where r.article_id = a.id)`;
        expect(gaps).toHaveLength(0);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
