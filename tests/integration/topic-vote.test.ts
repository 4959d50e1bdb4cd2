import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "~/kit/transaction.server";
import { nameTopics, proposeTopic, voteFor } from "~/features/topic/mutations.server";
import { mayProposeTopic, mayProposeUnsigned, mayVote } from "~/features/topic/policy";
import { member, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let audrey: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant", { organisation: "Centre de santé" });
  audrey = await world.join("Audrey Lemire");
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
});
afterAll(() => world.close());

const propose = async (person: Person, name: string) => {
  const proof = mayProposeTopic(await member(person));
  return inTransaction((tx) => proposeTopic(tx, proof, { name }));
};
const vote = async (person: Person, id: number, wanted = true) => {
  const proof = mayVote(await member(person), id);
  return inTransaction((tx) => voteFor(tx, proof, wanted)).then(() => "done", (error: { code?: string }) => error.code);
};
const held = async (person: Person) => (await world.sql`select topic_id::int as id from topic_supports where member_id = ${person.id} and slot is not null order by 1`).map(({ id }) => Number(id));
const fresh = (name: string) => world.join(name);

describe("the list of topics", () => {
  it("takes a name once, whatever its capitals and accents, in the order that was asked", async () => {
    const [first] = await inTransaction((tx) => nameTopics(tx, ines.id, ["Développement du langage"]));
    const again = await inTransaction((tx) => nameTopics(tx, karine.id, ["Sommeil", "developpement  DU langage", "sommeil"]));
    expect(again).toHaveLength(2);
    expect(again[1]).toBe(first);
    expect(await world.sql`select name from topics where id = ${first ?? 0}`).toMatchObject([{ name: "Développement du langage" }]);
  });

  it("survives twenty people who add the same names at once, in any order", async () => {
    const names = ["Zèle", "Alimentation", "Motricité fine"];
    const made = await Promise.all(Array.from({ length: 20 }, (_, n) => inTransaction((tx) => nameTopics(tx, ines.id, n % 2 ? names : [...names].reverse()))));
    expect(new Set(made.flat()).size).toBe(3);
  });
});

describe("proposing a topic", () => {
  it("gives the wish and the vote of who proposes it, and to a second one the same topic", async () => {
    const one = await propose(ines, "Les transitions");
    const two = await propose(karine, "les TRANSITIONS");
    expect([one.waits, one.voted, two.id]).toEqual([true, true, one.id]);
    expect(await world.sql`select member_id::int as id from topic_supports where topic_id = ${one.id} order by 1`).toMatchObject([{ id: ines.id }, { id: karine.id }]);
    expect(await world.sql`select kind, by_id::int as by from topic_steps where topic_id = ${one.id}`).toMatchObject([{ kind: "proposed", by: ines.id }]);
  });

  it("leaves nobody's name where it came out of an anonymous answer", async () => {
    const proof = mayProposeUnsigned(await member(audrey));
    const { id, voted } = await inTransaction((tx) => proposeTopic(tx, proof, { name: "Épuisement" }));
    expect(voted).toBe(false);
    expect(await world.sql`select created_by from topics where id = ${id}`).toMatchObject([{ created_by: null }]);
    expect(await world.sql`select by_id from topic_steps where topic_id = ${id}`).toMatchObject([{ by_id: null }]);
    expect(await world.sql`select 1 from topic_supports where topic_id = ${id}`).toHaveLength(0);
    await expect(member(ines).then(mayProposeUnsigned)).rejects.toMatchObject({ code: "right.missing" });
  });

  it("still proposes for somebody whose five votes are given", async () => {
    const solange = await fresh("Solange Thiffault");
    for (let n = 0; n < 5; n += 1) await propose(solange, `Sujet de Solange ${n}`);
    expect(await propose(solange, "Un sixième")).toMatchObject({ waits: true, voted: false });
    expect(await held(solange)).toHaveLength(5);
  });
});

describe("a vote", () => {
  it("can be given, taken back and given again, and counts once", async () => {
    const yves = await fresh("Yves Laplante");
    const { id } = await propose(ines, "Écrans");
    expect([await vote(yves, id), await vote(yves, id), await held(yves)]).toEqual(["done", "done", [id]]);
    expect([await vote(yves, id, false), await held(yves)]).toEqual(["done", []]);
    expect([await vote(yves, id), await held(yves)]).toEqual(["done", [id]]);
  });

  it("is refused beyond five, in words, also when twenty are given at once", async () => {
    const rose = await fresh("Rose Achille");
    const ids = await inTransaction((tx) => nameTopics(tx, ines.id, Array.from({ length: 20 }, (_, n) => `À voter ${n}`)));
    const answers = await Promise.all(ids.map((id) => vote(rose, id)));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(5);
    expect(answers.filter((answer) => answer === "topic.votes-taken")).toHaveLength(15);
    expect(await held(rose)).toHaveLength(5);
  });

  it("is refused by the database itself as a sixth, and for a topic that does not wait", async () => {
    const { id } = await propose(ines, "Tenue de dossiers");
    await expect(world.sql`insert into topic_supports (topic_id, member_id, given_at, slot) values (${id}, ${karine.id}, now(), 6)`).rejects.toMatchObject({ constraint_name: "topic_supports_place_known" });
    await expect(world.sql`update topics set state = 'planned' where id = ${id}`).rejects.toMatchObject({ constraint_name: "topic_supports_for_what_waits" });
    await expect(world.sql`delete from topic_steps where topic_id = ${id}`).rejects.toMatchObject({ code: "23001" });
  });

  it("opens anew what was discussed more than a year ago, and nothing sooner", async () => {
    const [id = 0] = await inTransaction((tx) => nameTopics(tx, ines.id, ["La pleine conscience"]));
    const discussed = (days: number) => world.sql`update topics set state = 'discussed', discussed_at = now() - ${days} * interval '1 day', asked_at = now() - interval '500 days' where id = ${id}`;
    await discussed(364);
    expect(await vote(ines, id)).toBe("topic.not-waiting");
    await discussed(366);
    expect(await vote(ines, id)).toBe("done");
    expect(await world.sql`select state, asked_at > now() - interval '1 minute' as anew from topics where id = ${id}`).toMatchObject([{ state: "proposed", anew: true }]);
    expect(await world.sql`select kind from topic_steps where topic_id = ${id}`).toMatchObject([{ kind: "reopened" }]);
  });
});
