import { afterAll, beforeAll, expect, it } from "vitest";
import type { Problem } from "~/kit/errors";
import { adopt, openSignatureWorld, publish, putInForce, sign, verified, type SignatureWorld } from "./signature-world";
import type { Person } from "./thread-world";

const ROUNDS = 100;
const SIGNERS = 5;

let world: SignatureWorld;
let people: Person[];

beforeAll(async () => {
  world = await openSignatureWorld();
  people = await Promise.all(Array.from({ length: SIGNERS }, (_, n) => world.join(`Signataire ${n + 1}`)));
});
afterAll(() => world.close());

it("never keeps a signature of a text that was not the one shown, in a hundred rounds of signing while a version is published", async () => {
  const articles = (version: number) => [{ title: "Raison d’être", body: `Se parler, pour la ${version}e fois.` }];
  let shown = { version: 1, sha256: await publish(world, 1, articles(1)) };
  const seen = new Map<string, string>();
  let [kept, told] = [0, 0];
  for (let round = 2; round <= ROUNDS + 1; round += 1) {
    const next = { version: round, sha256: await adopt(world, round, articles(round)) };
    // Now before, now after, now in the midst of those who sign.
    const order = [...people.map((person) => () => sign(person, shown)), () => putInForce(world, round)];
    const turned = order.map((_, place) => order[(place + round) % order.length]);
    const answers = await Promise.all(turned.map((act) => act?.()));
    for (const answer of answers) {
      if (!answer) continue;
      if (answer.status === 303) {
        kept += 1;
        seen.set(answer.location ?? "", shown.sha256);
      } else {
        expect([answer.status, (answer.data as { problem: Problem }).problem.code]).toEqual([409, "signing.text-moved"]);
        told += 1;
      }
    }
    shown = next;
  }
  const signed = await world.sql<{ number: number; version: number; text_hash: string; latest: number }[]>`
    select l.number::int, l.version, l.text_hash, (select max(p.version) from charter_log p where p.event = 'published' and p.number < l.number)::int as latest
    from charter_log l where l.event = 'signed'`;
  expect(signed.filter(({ version, latest }) => version !== latest)).toEqual([]);
  expect(kept + told).toBe(ROUNDS * SIGNERS);
  expect(signed.length).toBe(seen.size);
  expect(signed.map(({ text_hash }) => text_hash).sort()).toEqual([...seen.values()].sort());
  expect(kept).toBeGreaterThan(0);
  expect(told).toBeGreaterThan(0);
  expect(await verified()).toMatchObject({ holds: true, links: ROUNDS + 1 + signed.length, texts: ROUNDS + 1 });
});
