import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "~/kit/actor";
import { inTransaction } from "~/kit/transaction.server";
import { turnsWaiting } from "~/features/duty/waiting.server";
import { reopenTurns } from "~/features/duty/mutations.server";
import type { turnPage } from "~/features/duty/pages.server";
import type { Person } from "./thread-world";
import { openTurnsWorld, problemCode, type TurnsWorld } from "./turns-world";

let world: TurnsWorld;
let committee: Person;
let ines: Person;
let karine: Person;
let luc: Person;

beforeAll(async () => {
  world = await openTurnsWorld();
  committee = await world.join("Audrey Comité");
  await world.sql`insert into member_roles (member_id, role) values (${committee.id}, 'committee')`;
  [ines, karine, luc] = [await world.join("Inès Un"), await world.join("Karine Deux"), await world.join("Luc Trois")];
});
afterAll(() => world.close());

let day = 30;
/** A turn that somebody has agreed to, far from the others. */
async function turnOf(person: Person, role = "notes"): Promise<{ id: number; sittingId: number; meetingId: number }> {
  const where = await world.sitting((day += 10));
  await world.name(committee, where, "accord", role, person);
  return { ...where, id: (await world.duty(where.sittingId, role)).id };
}
const holder = async ({ id }: { id: number }) => Number((await world.sql`select member_id from duties where id = ${id}`)[0]?.member_id ?? 0);
const page = async (person: Person, id: number) => (await world.see(person, "turn", { duty: String(id) })).data as Awaited<ReturnType<typeof turnPage>>;
const told = async (person: Person, subject: string) => (await world.sql`select kind from notifications where member_id = ${person.id} and subject like ${subject}`).map(({ kind }) => String(kind));
const todo = async (person: Person) => (await turnsWaiting((await person.actor()) as MemberActor)).map(({ text }) => text);

describe("a swap", () => {
  it("asked of one person is seen by that person alone, agreed by both, and told to the committee", async () => {
    const turn = await turnOf(ines);
    expect((await world.turn(ines, turn.id, "echange", { aupres: String(karine.id), mot: "Une formation" })).status).toBe(303);
    expect(await todo(karine)).toEqual(["Inès Un vous demande de prendre son tour"]);
    expect((await page(luc, turn.id)).swap).toBeNull();
    expect((await world.turn(luc, turn.id, "offrir")).status).toBe(404);
    await world.turn(karine, turn.id, "offrir");
    expect(await holder(turn)).toBe(ines.id);
    expect(await todo(ines)).toContain("Karine Deux peut prendre votre tour");
    expect((await world.turn(ines, turn.id, "conclure", { preneur: String(karine.id) })).status).toBe(303);
    expect(await holder(turn)).toBe(karine.id);
    expect(await told(committee, "swap-%-agreed")).toEqual(["duty-settled"]);
    expect(await world.sql`select planned_id::int from duties where id = ${turn.id}`).toEqual([{ planned_id: ines.id }]);
  });

  it("declined by who was asked alone tells its asker, and leaves the turn where it was", async () => {
    const turn = await turnOf(ines);
    await world.turn(ines, turn.id, "echange", { aupres: String(luc.id) });
    await world.turn(luc, turn.id, "decliner");
    expect(await holder(turn)).toBe(ines.id);
    expect((await page(ines, turn.id)).swap).toBeNull();
    expect(await told(ines, "swap-%-declined")).toEqual(["duty-answered"]);
  });

  it("asked of everyone is taken by the first: of two at once, exactly one, over many rounds", async () => {
    for (let round = 0; round < 8; round += 1) {
      const turn = await turnOf(ines);
      await world.turn(ines, turn.id, "echange");
      const both = await Promise.all([world.turn(karine, turn.id, "offrir"), world.turn(luc, turn.id, "offrir")]);
      expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
      expect(problemCode(both.find(({ status }) => status === 409)!)).toBe("duty.taken");
    }
  });

  it("gives one turn against another, in two meetings, in one act", async () => {
    const [mine, theirs] = [await turnOf(ines), await turnOf(karine, "coordination")];
    await world.turn(ines, mine.id, "echange");
    expect((await page(karine, mine.id)).given.map(({ value }) => value)).toContain(String(theirs.id));
    await world.turn(karine, mine.id, "offrir", { contre: String(theirs.id) });
    expect((await page(ines, mine.id)).swap?.against).toContain("Coordination");
    await world.turn(ines, mine.id, "conclure", { preneur: String(karine.id) });
    expect([await holder(mine), await holder(theirs)]).toEqual([karine.id, ines.id]);
  });

  it("agreed by the holder for one taker is not agreed for another who came between", async () => {
    const turn = await turnOf(ines);
    await world.turn(ines, turn.id, "echange");
    await world.turn(luc, turn.id, "offrir");
    expect(problemCode(await world.turn(ines, turn.id, "conclure", { preneur: String(karine.id) }))).toBe("swap.ended");
    await world.turn(ines, turn.id, "ecarter", { preneur: String(luc.id) });
    expect((await page(karine, turn.id)).mayTake).toBe(true);
  });

  it("taken back by its holder leaves nothing to take", async () => {
    const turn = await turnOf(ines);
    await world.turn(ines, turn.id, "echange");
    await world.turn(ines, turn.id, "garder");
    expect(problemCode(await world.turn(luc, turn.id, "offrir"))).toBe("swap.ended");
    expect(problemCode(await world.turn(luc, turn.id, "prendre"))).toBe("duty.taken");
  });

  it("with someone who has left changes nothing, and says so; their own turns look for relief", async () => {
    const leaving = await world.join("Marc Qui-Part");
    const [mine, theirs] = [await turnOf(ines), await turnOf(leaving)];
    await world.turn(ines, mine.id, "echange");
    await world.turn(leaving, mine.id, "offrir");
    await world.turn(leaving, theirs.id, "echange");
    await world.sql`update members set state = 'left' where id = ${leaving.id}`;
    expect(problemCode(await world.turn(ines, mine.id, "conclure", { preneur: String(leaving.id) }))).toBe("duty.person-gone");
    expect(await holder(mine)).toBe(ines.id);
    const by = await committee.actor();
    await inTransaction((tx) => reopenTurns(tx, by, leaving.id));
    expect(await world.duty(theirs.sittingId, "notes")).toMatchObject({ state: "relief", member_id: null, planned_id: leaving.id });
    expect(problemCode(await world.turn(luc, theirs.id, "offrir"))).toBe("swap.ended");
    expect((await world.turn(luc, theirs.id, "prendre")).status).toBe(303);
    expect((await page(karine, mine.id)).mayTake).toBe(true);
  });

  it("is settled by the committee over their heads, for an illness, and both are told", async () => {
    const turn = await turnOf(ines);
    await world.turn(ines, turn.id, "echange");
    await world.name(committee, turn, "accord", "notes", luc);
    expect(await holder(turn)).toBe(luc.id);
    expect(await told(ines, `duty-${turn.id}-%`)).toContain("duty-settled");
    expect((await page(ines, turn.id)).swap).toBeNull();
  });

  it("given back without anybody shows the need for relief", async () => {
    const turn = await turnOf(karine);
    await world.turn(karine, turn.id, "rendre");
    expect(await world.duty(turn.sittingId, "notes")).toMatchObject({ state: "relief", member_id: null });
    expect(await told(committee, `duty-${turn.id}-%`)).toContain("relief");
  });

  it("is held by the database: one open swap per turn, taken by who was asked, never by its asker", async () => {
    const turn = await turnOf(ines);
    await world.turn(ines, turn.id, "echange", { aupres: String(karine.id) });
    await expect(world.sql`insert into duty_swaps (duty_id, asked_by, asked_at) values (${turn.id}, ${ines.id}, now())`).rejects.toThrow("duty_swaps_one_open");
    await expect(world.sql`update duty_swaps set taken_by = ${luc.id}, taken_at = now() where duty_id = ${turn.id}`).rejects.toThrow("duty_swaps_taken_by_who_was_asked");
    await expect(world.sql`update duty_swaps set outcome = 'agreed', ended_at = now() where duty_id = ${turn.id} and taken_by is null`).rejects.toThrow("duty_swaps_agreed_by_both");
  });
});
