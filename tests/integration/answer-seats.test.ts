import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { openAnswerWorld, type AnswerWorld } from "./answer-world";
import type { Person } from "./thread-world";

let world: AnswerWorld;
let people: Person[];

beforeAll(async () => {
  world = await openAnswerWorld();
  people = await world.people(50);
});
afterAll(() => world.close());

const ids = (list: readonly Person[]) => list.map(({ id }) => id);
const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
const one = (index: number): Person => {
  const person = people[index];
  if (!person) throw new Error(`no person ${index}`);
  return person;
};

describe("fifty answers at once for the last seats", () => {
  it("give exactly as many seats as there are, and a list in order, round after round", async () => {
    for (const seats of [1, 3, 7, 20, 49]) {
      const meeting = await world.meet({ capacity: seats });
      const [sitting = 0] = meeting.sittings;
      const answers = await Promise.all(people.map((person) => world.answer(person, meeting, "oui")));
      expect(answers.map(({ status }) => status)).toEqual(people.map(() => 303));
      const { coming, waiting } = await world.seats(sitting);
      expect(coming).toHaveLength(seats);
      expect(waiting).toHaveLength(50 - seats);
      expect(sorted([...coming, ...waiting])).toEqual(sorted(ids(people)));
      const queue = await world.sql`select queue::int from meeting_answers where sitting_id = ${sitting} and state = 'waiting' order by queue`;
      expect(queue.map((row) => row.queue)).toEqual(Array.from({ length: 50 - seats }, (_, index) => index + 1));
    }
  });

  it("are held by the database alone when nothing of ours looks first, over many rounds", async () => {
    const client = postgres(world.ownerUrl, { max: 25, onnotice: () => {} });
    try {
      for (let round = 0; round < 12; round += 1) {
        const seats = 1 + (round * 5) % 23;
        const meeting = await world.meet({ capacity: seats });
        const [sitting = 0] = meeting.sittings;
        const insert = (person: Person, state: string) =>
          client`insert into meeting_answers (meeting_id, sitting_id, member_id, state, answered_at, answered_by) values (${meeting.id}, ${sitting}, ${person.id}, ${state}, now(), ${person.id})`;
        const refused = (await Promise.allSettled(people.map((person) => insert(person, "coming")))).flatMap((result, index) => (result.status === "rejected" ? [{ index, reason: result.reason as postgres.PostgresError }] : []));
        expect(refused.map(({ reason }) => reason.constraint_name)).toEqual(Array.from({ length: 50 - seats }, () => "meeting_answers_within_capacity"));
        await Promise.all(refused.map(({ index }) => insert(one(index), "waiting")));
        const kept = await world.sql`select count(*) filter (where takes_seat)::int as seated, array_agg(queue order by queue) filter (where queue is not null) as queue from meeting_answers where sitting_id = ${sitting}`;
        expect(kept[0]).toEqual({ seated: seats, queue: Array.from({ length: 50 - seats }, (_, index) => index + 1) });
      }
    } finally {
      await client.end();
    }
  });

  it("are not fooled by an answer that says it takes no seat", async () => {
    const meeting = await world.meet({ capacity: 1 });
    await world.answer(one(0), meeting, "oui");
    const sneak = world.sql`insert into meeting_answers (meeting_id, sitting_id, member_id, state, takes_seat, answered_at, answered_by) values (${meeting.id}, ${meeting.sittings[0] ?? 0}, ${one(1).id}, 'coming', false, now(), ${one(1).id})`;
    await expect(sneak).rejects.toMatchObject({ constraint_name: "meeting_answers_within_capacity" });
  });
});

describe("a seat that is freed", () => {
  it("is held once, for the first of the list, however many leave at once", async () => {
    const meeting = await world.meet({ capacity: 5 });
    const [sitting = 0] = meeting.sittings;
    for (const person of people.slice(0, 12)) await world.answer(person, meeting, "oui");
    await Promise.all(people.slice(0, 3).map((person) => world.answer(person, meeting, "non")));
    const { coming, offered, waiting } = await world.seats(sitting);
    expect(sorted(coming)).toEqual(sorted(ids(people.slice(3, 5))));
    expect(sorted(offered)).toEqual(sorted(ids(people.slice(5, 8))));
    expect(waiting).toEqual(ids(people.slice(8, 12)));
  });

  it("is taken by pressing once more, and by leaving it goes to the next", async () => {
    const meeting = await world.meet({ capacity: 1 });
    const [sitting = 0] = meeting.sittings;
    for (const person of people.slice(0, 4)) await world.answer(person, meeting, "oui");
    await world.answer(one(0), meeting, "non");
    await world.answer(one(1), meeting, "non");
    expect(await world.seats(sitting)).toEqual({ coming: [], offered: [one(2).id], waiting: [one(3).id] });
    await world.answer(one(2), meeting, "oui");
    expect(await world.seats(sitting)).toEqual({ coming: [one(2).id], offered: [], waiting: [one(3).id] });
  });

  it("is held for a day, passes on by itself, and is not held twice for who let it go by", async () => {
    const meeting = await world.meet({ capacity: 1 });
    const [sitting = 0] = meeting.sittings;
    for (const person of people.slice(0, 3)) await world.answer(person, meeting, "oui");
    await world.answer(one(0), meeting, "non");
    const [held] = await world.sql`select extract(epoch from held_until - now()) / 3600 as hours from meeting_answers where sitting_id = ${sitting} and state = 'offered'`;
    expect(Number(held?.hours)).toBeCloseTo(24, 1);
    await Promise.all(Array.from({ length: 6 }, () => world.lapse(meeting.id)));
    expect((await world.seats(sitting)).offered).toEqual([one(1).id]);
    setClock(() => new Date(Date.now() + 25 * 3_600_000));
    try {
      await Promise.all(Array.from({ length: 6 }, () => world.lapse(meeting.id)));
      expect(await world.seats(sitting)).toEqual({ coming: [], offered: [one(2).id], waiting: [one(1).id] });
      setClock(() => new Date(Date.now() + 50 * 3_600_000));
      await world.lapse(meeting.id);
      expect(await world.seats(sitting)).toEqual({ coming: [], offered: [], waiting: [one(1).id, one(2).id] });
      await world.answer(one(2), meeting, "oui");
      expect(await world.seats(sitting)).toEqual({ coming: [one(2).id], offered: [], waiting: [one(1).id] });
    } finally {
      setClock(() => new Date());
    }
  });

  it("is held for a shorter time as the day comes near", async () => {
    const meeting = await world.meet({ capacity: 1, inHours: 8 });
    for (const person of people.slice(0, 2)) await world.answer(person, meeting, "oui");
    await world.answer(one(0), meeting, "non");
    const [held] = await world.sql`select extract(epoch from held_until - now()) / 3600 as hours from meeting_answers where meeting_id = ${meeting.id} and state = 'offered'`;
    expect(Number(held?.hours)).toBeGreaterThan(1.9);
    expect(Number(held?.hours)).toBeLessThan(2.1);
  });

  it("comes of a limit that rises too, once for each seat", async () => {
    const meeting = await world.meet({ capacity: 2 });
    const [sitting = 0] = meeting.sittings;
    for (const person of people.slice(0, 7)) await world.answer(person, meeting, "oui");
    await world.sql`update sittings set capacity = 4 where id = ${sitting}`;
    await Promise.all(Array.from({ length: 5 }, () => world.changed(meeting.id)));
    expect(await world.seats(sitting)).toMatchObject({ offered: ids(people.slice(2, 4)), waiting: ids(people.slice(4, 7)) });
    await world.sql`update sittings set capacity = null where id = ${sitting}`;
    await world.changed(meeting.id);
    expect((await world.seats(sitting)).waiting).toEqual([]);
  });
});

describe("whoever has a seat", () => {
  it("keeps it when the number of seats is written smaller than those registered", async () => {
    const meeting = await world.meet({ capacity: 3 });
    for (const person of people.slice(0, 3)) await world.answer(person, meeting, "oui");
    await expect(world.sql`update sittings set capacity = 2 where id = ${meeting.sittings[0] ?? 0}`).rejects.toMatchObject({ constraint_name: "sittings_keep_those_registered" });
  });

  it("gets the seat in another pole before giving the old one back, and keeps the old one where there is none", async () => {
    const meeting = await world.meet({ capacity: 1, pole: "Port" }, { capacity: 1, pole: "Grives" });
    const [port = 0, grives = 0] = meeting.sittings;
    await world.answer(one(0), meeting, "oui", port);
    await world.answer(one(1), meeting, "oui", grives);
    await world.answer(one(2), meeting, "oui", port);
    const refused = await world.answer(one(0), meeting, "oui", grives);
    expect([refused.status, (refused.data as { problem?: { code: string } }).problem?.code]).toEqual([409, "seats.none-left"]);
    expect((await world.seats(port)).coming).toEqual([one(0).id]);
    await world.sql`update sittings set capacity = 2 where id = ${grives}`;
    expect((await world.answer(one(0), meeting, "oui", grives)).status).toBe(303);
    expect(sorted((await world.seats(grives)).coming)).toEqual(sorted([one(0).id, one(1).id]));
    expect(await world.seats(port)).toEqual({ coming: [], offered: [one(2).id], waiting: [] });
  });

  it("never meets anybody in a circle when poles are changed in both directions at once", async () => {
    const meeting = await world.meet({ capacity: 30, pole: "Port" }, { capacity: 30, pole: "Grives" });
    const [port = 0, grives = 0] = meeting.sittings;
    const two = people.slice(0, 20);
    await Promise.all(two.map((person, index) => world.answer(person, meeting, "oui", index % 2 ? port : grives)));
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(two.map((person, index) => world.answer(person, meeting, "oui", (index + round) % 2 ? grives : port)));
      expect(answers.every(({ status }) => status === 303)).toBe(true);
    }
    expect((await world.seats(port)).coming.length + (await world.seats(grives)).coming.length).toBe(20);
  });

  it("takes none as a speaker or a responsable, and frees it on becoming one", async () => {
    const meeting = await world.meet({ capacity: 2 });
    const [sitting = 0] = meeting.sittings;
    for (const person of people.slice(0, 3)) await world.answer(person, meeting, "oui");
    await world.sql`insert into speakers (meeting_id, name, member_id) values (${meeting.id}, 'Personne 1', ${one(0).id})`;
    await world.changed(meeting.id);
    expect(await world.seats(sitting)).toMatchObject({ offered: [one(2).id] });
    await world.sql`insert into duties (sitting_id, role, state, member_id, planned_id, since) values (${sitting}, 'notes', 'accepted', ${one(4).id}, ${one(4).id}, now())`;
    await world.answer(one(4), meeting, "oui");
    expect(sorted((await world.seats(sitting)).coming)).toEqual(sorted([one(0).id, one(1).id, one(4).id]));
    await world.sql`delete from speakers where meeting_id = ${meeting.id}`;
    await world.changed(meeting.id);
    expect((await world.seats(sitting)).coming).toContain(one(0).id);
  });

  it("frees it on leaving the community", async () => {
    const meeting = await world.meet({ capacity: 1 });
    const leaver = await world.join("Quelqu’une qui part");
    await world.answer(leaver, meeting, "oui");
    await world.answer(one(0), meeting, "oui");
    await world.sql`update members set state = 'left' where id = ${leaver.id}`;
    await world.sweep();
    expect(await world.seats(meeting.sittings[0] ?? 0)).toEqual({ coming: [], offered: [one(0).id], waiting: [] });
  });
});
