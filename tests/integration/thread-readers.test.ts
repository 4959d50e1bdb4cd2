import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { readersPage } from "~/features/thread/reader/pages.server";
import type { messagePage } from "~/features/message/pages.server";
import * as messageRoute from "~/routes/discussions.$id.messages.$message._index";
import * as readersRoute from "~/routes/discussions.$id.lecteurs";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let odile: Person;
let ines: Person;
let thread: number;

beforeAll(async () => {
  world = await openThreadWorld();
  odile = await world.join("Odile Marchand");
  ines = await world.join("Inès Benkhelil", { organisation: "CPE La Marelle" });
  await world.join("Karine Tousignant", { organisation: "CPE La Marelle" });
  await world.join("Personne Pausée", { state: "paused" });
  await world.join("Personne Partie", { state: "left" });
  await world.sql`insert into member_roles (member_id, role) values (${odile.id}, 'committee')`;
  thread = await world.begin(odile, "La rencontre de jeudi est déplacée.");
  await world.sql`insert into thread_reads (member_id, thread_id, last_position) values (${ines.id}, ${thread}, 1)`;
});
afterAll(() => world.close());

const readers = async (person: Person, id = thread) => {
  const { status, data } = await person.get(readersRoute.loader, `/discussions/${id}/lecteurs`, { id: String(id) });
  return { status, parts: (data as Awaited<ReturnType<typeof readersPage>>).parts };
};
const announce = (id: number, on: boolean) => world.sql`update threads set announced_at = case when ${on} then now() end, announced_by = case when ${on} then ${odile.id}::bigint end where id = ${id}`;

describe("who has read", () => {
  it("is told of an announcement alone, and to the committee alone", async () => {
    expect((await readers(odile)).status).toBe(404);
    await announce(thread, true);
    expect((await readers(odile)).status).toBe(200);
    expect((await readers(ines)).status).toBe(404);
    expect((await readers(odile, 999_999)).status).toBe(404);
    const message = async (person: Person) => {
      const [row] = await world.sql`select id from messages where thread_id = ${thread}`;
      return (await person.get(messageRoute.loader, "/", { id: String(thread), message: String(row?.id) })).data as Awaited<ReturnType<typeof messagePage>>;
    };
    expect(await message(odile)).toMatchObject({ readers: "Lu par 1 personne", readersAt: `/discussions/${thread}/lecteurs` });
    expect(await message(ines)).toMatchObject({ readers: "Lu par 1 personne", readersAt: null });
  });

  it("is said by organisation, without its author, nor whoever is paused or gone", async () => {
    const { parts } = await readers(odile);
    expect(parts.map(({ groups }) => groups)).toEqual([
      [{ organisation: "CPE La Marelle", names: ["Inès Benkhelil"] }],
      [{ organisation: "CPE La Marelle", names: ["Karine Tousignant"] }],
    ]);
    expect(parts.map(({ count }) => count)).toEqual(["1 personne", "1 personne"]);
  });

  it("counts a guest of the discussion, and no guest of another one", async () => {
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    await world.join("Personne Ailleurs", { guestUntil: "2999-01-01" });
    await inviteInto(world, thread, guest, odile);
    expect((await readers(odile)).parts[1]?.groups).toContainEqual({ organisation: "Personnes invitées", names: ["Personne Experte"] });
    expect(JSON.stringify((await readers(odile)).parts)).not.toContain("Personne Ailleurs");
  });

  it("is one statement, and ends with the announcement", async () => {
    const { statements } = await odile.get(readersRoute.loader, "/", { id: String(thread) });
    expect(statements).toBeLessThanOrEqual(2);
    await announce(thread, false);
    expect((await readers(odile)).status).toBe(404);
  });
});
