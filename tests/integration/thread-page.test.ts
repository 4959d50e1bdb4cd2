import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findThreadPage } from "~/features/thread/queries.server";
import { noteReading } from "~/features/thread/mutations.server";
import { mayNoteReading } from "~/features/thread/policy";
import { forgetRows } from "~/features/thread/kept-rows.server";
import { inTransaction } from "~/kit/transaction.server";
import { forgetCommunity } from "~/features/community/queries.server";
import * as root from "~/root";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as readingRoute from "~/routes/discussions.$id.lecture";
import * as quoteRoute from "~/routes/discussions.$id.citation.$message";
import { inviteInto, openThreadWorld, participant, ZONE, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil", { title: "Infirmière", organisation: "Centre de santé" });
  karine = await world.join("Karine <Tousignant>", { title: "Ergo & cie" });
});
afterAll(() => world.close());

const readTo = async (person: Person, threadId: number, position: number) => {
  const actor = await participant(person);
  await inTransaction((tx) => noteReading(tx, mayNoteReading(actor, threadId), position));
};
const positions = (rows: readonly { html: string }[]) => rows.map(({ html }) => Number(/data-position="(\d+)"/.exec(html)?.[1]));
const page = async (person: Person, id: number, search = "") => person.get(threadRoute.loader, `/discussions/${id}${search}`, { id: String(id) });

describe("opening a thread", () => {
  it("lands a little before the first unread message, and says when it was written", async () => {
    const id = await world.begin(ines, "Première question");
    await world.fill(id, ines.id, 99);
    await readTo(karine, id, 50);
    const answer = await page(karine, id);
    const data = answer.data as { span: { start: number; last: number }; landing: { allRead: boolean; when: string; unread: string } };
    expect(data.span).toEqual({ start: 49, last: 100 });
    expect(data.landing).toMatchObject({ allRead: false, unread: "50 messages" });
    expect(data.landing.when).toMatch(/^aujourd’hui à /);
    const html = answer.markup.get("messages") ?? "";
    expect(html.indexOf('id="nouveau"')).toBeGreaterThan(html.indexOf('data-position="50"'));
    expect(html.indexOf('id="nouveau"')).toBeLessThan(html.indexOf('data-position="51"'));
  });

  it("shows the last messages to whoever has read everything, and everything of a thread that was never opened", async () => {
    const id = await world.begin(ines, "Question");
    await world.fill(id, ines.id, 99);
    await readTo(karine, id, 100);
    expect((await findThreadPage(await participant(karine), id, ZONE)).span.start).toBe(71);
    const someone = await world.join("Nouvelle Venue");
    const first = await findThreadPage(await participant(someone), id, ZONE);
    expect([first.span.start, first.read]).toEqual([1, null]);
    expect((await page(someone, id)).markup.get("messages")).not.toContain('id="nouveau"');
  });

  it("shows the window that was asked for, and clamps what is beyond the end", async () => {
    const id = await world.begin(ines, "Question");
    await world.fill(id, ines.id, 39);
    const asked = async (from: number) => positions((await findThreadPage(await participant(karine), id, ZONE, { from })).rows);
    expect(await asked(5)).toEqual(Array.from({ length: 30 }, (_, n) => n + 5));
    expect(await asked(2_147_483_647)).toEqual([40]);
    const { data } = await page(karine, id, "?depuis=1e9");
    expect((data as { span: { start: number } }).span.start).toBe(1);
  });

  it("takes at most four statements, the session included, and makes no row twice", async () => {
    const id = await world.begin(ines, "Question");
    await world.fill(id, ines.id, 59);
    await readTo(karine, id, 30);
    forgetRows();
    await page(karine, id);
    const cold = await page(karine, id, "?depuis=3");
    const warm = await page(karine, id, "?depuis=3");
    expect([cold.statements, warm.statements].every((count) => count <= 4)).toBe(true);
    expect(warm.markup.get("messages")).toBe(cold.markup.get("messages"));
    expect((warm.data as { html: unknown }).html).toBeNull();
  });

  it("takes no more when nothing is kept and the visit is to be noted, the frame around the page included", async () => {
    const id = await world.begin(ines, "Question");
    await world.sql`update sessions set last_seen_at = now() - interval '1 hour'`;
    forgetRows();
    forgetCommunity();
    const whole = (args: Parameters<typeof threadRoute.loader>[0]) => Promise.all([root.loader(args), threadRoute.loader(args)]);
    expect((await karine.get(whole, `/discussions/${id}`, { id: String(id) })).statements).toBe(4);
  });

  it("reads as many rows of a thread of 5,000 as of one of 50", async () => {
    const read = async (count: number): Promise<number> => {
      const id = await world.begin(ines, `Discussion de ${count}`);
      await world.fill(id, ines.id, count - 1);
      await readTo(karine, id, Math.floor(count / 2));
      await world.sql`vacuum analyze messages`;
      forgetRows();
      await findThreadPage(await participant(karine), id, ZONE);
      const before = await rowsRead();
      forgetRows();
      await findThreadPage(await participant(karine), id, ZONE);
      return (await rowsRead()) - before;
    };
    const [short, long] = [await read(50), await read(5_000)];
    expect(short).toBeGreaterThanOrEqual(27);
    expect(long).toBeLessThanOrEqual(short + 5);
  });

  it("escapes what people are called, and keeps the row free of who reads it", async () => {
    const id = await world.begin(karine, "Bonjour <script>alert(1)</script>");
    const [row] = (await findThreadPage(await participant(ines), id, ZONE)).rows;
    expect(row?.html).toContain("Karine &lt;Tousignant&gt;");
    expect(row?.html).toContain("Ergo &amp; cie, Maison Le Pommier");
    expect(row?.html).not.toContain("<script");
    expect((await findThreadPage(await participant(karine), id, ZONE)).rows[0]?.html).toBe(row?.html);
  });

  it("gives guests their thread until their last day, and nothing else", async () => {
    const [theirs, other] = [await world.begin(ines, "Pour vous"), await world.begin(ines, "Entre nous")];
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    await inviteInto(world, theirs, guest, ines);
    expect((await page(guest, theirs)).status).toBe(200);
    expect((await page(guest, other)).status).toBe(404);
    expect((await page(guest, 999_999)).status).toBe(404);
    const read = await guest.post(readingRoute.action, `/discussions/${other}/lecture`, { position: "1" }, { id: String(other) });
    expect(read.status).toBe(404);
    await world.sql`update thread_guests set until = now() - interval '1 minute' where member_id = ${guest.id}`;
    expect((await page(guest, theirs)).status).toBe(404);
  });

  it("fills the box with the quote that was asked for, of this thread only", async () => {
    const [id, other] = [await world.begin(ines, "Une trouvaille"), await world.begin(ines, "Ailleurs")];
    const [message] = await world.sql`select id from messages where thread_id = ${id}`;
    const messageId = String(message?.id);
    const { data } = await page(karine, id, `?citer=${messageId}`);
    expect((data as { quotation: { text: string } }).quotation.text).toContain("> Une trouvaille");
    expect(((await page(karine, other, `?citer=${messageId}`)).data as { quotation: unknown }).quotation).toBeNull();
    const asked = (thread: number) => karine.get(quoteRoute.loader, `/discussions/${thread}/citation/${messageId}`, { id: String(thread), message: messageId });
    expect(JSON.parse((await asked(id)).body)).toMatchObject({ texte: expect.stringContaining("Inès Benkhelil") as string });
    expect((await asked(other)).status).toBe(404);
  });
});

describe("how far someone has read", () => {
  it("never goes back, and never past the last message", async () => {
    const id = await world.begin(ines, "Question");
    await world.fill(id, ines.id, 9);
    const post = (position: string) => karine.post(readingRoute.action, `/discussions/${id}/lecture`, { position }, { id: String(id) });
    const kept = async () => Number((await world.sql`select last_position from thread_reads where member_id = ${karine.id} and thread_id = ${id}`)[0]?.last_position);
    expect((await post("6")).location).toBe("/discussions");
    await post("2");
    expect(await kept()).toBe(6);
    await post("999999999999");
    expect(await kept()).toBe(10);
  });

  it("is not moved by looking", async () => {
    const id = await world.begin(ines, "Question");
    await page(karine, id);
    expect(await world.sql`select 1 from thread_reads where member_id = ${karine.id} and thread_id = ${id}`).toHaveLength(0);
  });

  it("is noted for people who are paused, too", async () => {
    const paused = await world.join("Personne Pausée", { state: "paused" });
    const id = await world.begin(ines, "Question");
    expect((await paused.post(readingRoute.action, `/discussions/${id}/lecture`, { position: "1" }, { id: String(id) })).status).toBe(302 + 1);
  });
});

/** Rows of messages that the server has read since it started, index-only ones included. */
async function rowsRead(): Promise<number> {
  // The pool's connections report within a second of being idle; asking each of them to is not possible from here.
  await new Promise((done) => setTimeout(done, 1_200));
  const [row] = await world.sql`select sum(idx_tup_fetch + idx_tup_read)::int + (select seq_tup_read from pg_stat_user_tables where relname = 'messages')::int as n
    from pg_stat_user_indexes where relname = 'messages'`;
  return Number(row?.n);
}
