import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveHead, moveMessage } from "~/features/thread/revision-mutations.server";
import type { CatchUp } from "~/features/thread/since-queries.server";
import { inTransaction } from "~/kit/transaction.server";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as threadRoute from "~/routes/discussions.$id._index";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
});
afterAll(() => world.close());

const reply = async (person: Person, id: number, texte: string, more: Record<string, string> = {}) =>
  person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte, ...more }, { id: String(id) });
const since = async (person: Person, id: number, revision: number, headers = {}) => person.get(newsRoute.loader, `/discussions/${id}/nouveautes?since=${revision}`, { id: String(id) }, headers);
const news = async (person: Person, id: number, revision: number): Promise<CatchUp> => JSON.parse((await since(person, id, revision)).body) as CatchUp;
const idsIn = (html: string) => [...html.matchAll(/id="message-(\d+)"/g)].map(([, id]) => Number(id));
const problemIn = ({ data }: { data: unknown }) => (data as { problem: { code: string; fields?: Record<string, string>; values?: Record<string, string> } }).problem;

describe("a thread that moves without a new message", () => {
  it("hands out the row of a message that changed again, in order with what is written meanwhile", async () => {
    const id = await world.begin(ines, "Question");
    await reply(karine, id, "Une");
    const [first] = await world.sql`select id from messages where thread_id = ${id} and position = 1`;
    await Promise.all([...Array.from({ length: 10 }, () => inTransaction((tx) => moveMessage(tx, id, Number(first?.id)))), ...Array.from({ length: 10 }, (_, n) => reply(karine, id, `Encore ${n}`))]);
    const fresh = await news(ines, id, 2);
    expect(idsIn(fresh.html)).toHaveLength(11);
    expect(idsIn(fresh.html)).toContain(Number(first?.id));
    expect(fresh).toMatchObject({ revision: 22, head: false });
  });

  it("says that what stands above the messages changed", async () => {
    const id = await world.begin(ines, "Question");
    await inTransaction((tx) => moveHead(tx, id));
    expect(await news(karine, id, 1)).toMatchObject({ revision: 2, html: "", count: 0, head: true });
    expect(await news(karine, id, 2)).toMatchObject({ head: false });
  });

  it("takes no reply once it is closed, says so, and keeps the draft", async () => {
    const id = await world.begin(ines, "Question");
    await world.sql`insert into drafts (member_id, thread_id, body) values (${karine.id}, ${id}, 'Presque fini')`;
    await world.sql`update threads set closed_at = now(), closed_by = ${ines.id} where id = ${id}`;
    const answer = await reply(karine, id, "Presque fini");
    expect([answer.status, problemIn(answer).code, problemIn(answer).values?.texte]).toEqual([409, "thread.closed", "Presque fini"]);
    expect(await world.sql`select body from drafts where member_id = ${karine.id} and thread_id = ${id}`).toHaveLength(1);
  });

  it("is nowhere to be found once it was removed, but for its author and the committee", async () => {
    const id = await world.begin(ines, "Question");
    await world.sql`update threads set removed_at = now(), removed_by = ${ines.id} where id = ${id}`;
    expect((await since(karine, id, 0)).status).toBe(404);
    expect((await reply(karine, id, "Bonjour")).status).toBe(404);
    expect((await since(ines, id, 0)).status).toBe(200);
  });
});
