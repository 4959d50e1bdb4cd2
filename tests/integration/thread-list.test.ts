import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listThreads } from "~/features/thread/list-queries.server";
import { parseCursor, PER_PAGE } from "~/features/thread/model";
import { noteReading } from "~/features/thread/mutations.server";
import { mayNoteReading } from "~/features/thread/policy";
import { inTransaction } from "~/kit/transaction.server";
import * as listRoute from "~/routes/discussions._index";
import * as homeRoute from "~/routes/_index";
import * as threadRoute from "~/routes/discussions.$id._index";
import { PROVIDERS } from "~/features/todo/queries.server";
import { inviteInto, member, openThreadWorld, participant, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil", { title: "Infirmière", organisation: "Centre de santé" });
  karine = await world.join("Karine Tousignant");
});
afterAll(() => world.close());

const unreadOf = async (person: Person, id: number) => (await listThreads(await member(person), null)).threads.find((thread) => thread.id === id)?.unread;
const reply = async (person: Person, id: number) => person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte: "Réponse" }, { id: String(id) });
const readTo = async (person: Person, id: number, position: number) => {
  const actor = await participant(person);
  await inTransaction((tx) => noteReading(tx, mayNoteReading(actor, id), position));
};

describe("what is new in the list", () => {
  it("counts other people's messages after one's own position, and never one's own", async () => {
    const id = await world.begin(ines, "Question");
    expect([await unreadOf(ines, id), await unreadOf(karine, id)]).toEqual([0, 1]);
    await reply(karine, id);
    expect([await unreadOf(ines, id), await unreadOf(karine, id)]).toEqual([1, 0]);
    await reply(ines, id);
    await reply(ines, id);
    await reply(karine, id);
    expect([await unreadOf(ines, id), await unreadOf(karine, id)]).toEqual([1, 0]);
    await world.fill(id, ines.id, 7);
    await readTo(karine, id, 8);
    expect(await unreadOf(karine, id)).toBe(4);
  });

  it("stops counting at a hundred, and says so", async () => {
    const id = await world.begin(ines, "Longue discussion");
    await world.fill(id, ines.id, 300);
    expect(await unreadOf(karine, id)).toBe(100);
    const { markup } = await karine.get(listRoute.loader, "/discussions");
    expect(markup.get("discussions")).toContain("plus de 99 nouveaux");
  });
});

describe("the list of discussions", () => {
  it("goes from page to page without losing or repeating one, also among those of the same instant", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 70; n += 1) ids.push(await world.begin(karine, `Discussion ${n}`));
    await world.sql`update threads set last_message_at = '2026-01-01T12:00:00.123456Z' where id = any(${ids.slice(0, 50)})`;
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const { threads, next } = await listThreads(await member(ines), parseCursor(cursor));
      expect(threads.length).toBeLessThanOrEqual(PER_PAGE);
      seen.push(...threads.map(({ id }) => id));
      cursor = next;
    } while (cursor);
    const [all] = await world.sql`select count(*)::int as n from threads`;
    expect(seen).toHaveLength(all?.n as number);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("takes at most four statements, the session included, whoever asks and with whatever cursor", async () => {
    await ines.get(listRoute.loader, "/discussions");
    for (const search of ["", "?avant=1e9", "?avant=99999999999999999999-1", "?avant=%00", "?avant=1-1&page=1e9"]) {
      const { status, statements } = await ines.get(listRoute.loader, `/discussions${search}`);
      expect([search, status, statements <= 4]).toEqual([search, 200, true]);
    }
  });

  it("is read off its index, and not by sorting every thread", async () => {
    const lines = await world.sql.begin(async (sql) => {
      // A table as small as this one would be read whole; what matters is that the order is the index's own.
      await sql`set local enable_seqscan = off`;
      return sql`explain select t.id from threads t where (t.last_message_at, t.id) < ('2200-01-01'::timestamptz, 1)
        order by t.last_message_at desc nulls last, t.id desc nulls last limit 31`;
    });
    const plan = lines.map((row) => String(row["QUERY PLAN"])).join("\n");
    expect(plan).toContain("threads_by_activity");
    expect(plan).toContain("Index Cond");
    expect(plan).not.toContain("Sort");
  });

  it("is not open to guests", async () => {
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    expect((await guest.get(listRoute.loader, "/discussions")).status).toBe(404);
  });

  it("escapes titles and names", async () => {
    await world.begin(await world.join("<b>Nom</b>"), "Corps", 'Un "titre" <i>penché</i>');
    const html = (await karine.get(listRoute.loader, "/discussions")).markup.get("discussions")?.slice(0, 2_000) ?? "";
    expect(html).toContain("Un &quot;titre&quot; &lt;i&gt;penché&lt;/i&gt;");
    expect(html).not.toContain("<b>");
  });
});

type Home = { todos: { text: string; to: string }[]; news: { id: number }[]; leftOff: { to: string; where: string } | null };

describe("the home page", () => {
  it("asks to read the answers to one's own question, then shows what else is new, in five statements and one at most for each thing that gathers there", async () => {
    const solange = await world.join("Solange Thiffault");
    const mine = await world.begin(solange, "Ma question");
    const other = await world.begin(karine, "Autre chose");
    await reply(karine, mine);
    const answer = await solange.get(homeRoute.loader, "/");
    const home = answer.data as Home;
    expect(answer.statements).toBeLessThanOrEqual(5 + PROVIDERS.length);
    expect(home.todos).toMatchObject([{ text: "Quelqu’un a répondu à votre question", to: `/discussions/${mine}#nouveau` }]);
    expect(home.news.map(({ id }) => id)).toContain(other);
    expect(home.news.map(({ id }) => id)).not.toContain(mine);
    expect(home.news.length).toBeLessThanOrEqual(7);
    expect(home.leftOff).toMatchObject({ to: `/discussions/${mine}#nouveau`, where: "Lu jusqu’au message 1 sur 2" });
  });

  it("sends guests to their thread, and lets people who are invited finish joining", async () => {
    const id = await world.begin(ines, "Pour vous");
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    await inviteInto(world, id, guest, ines);
    expect((await guest.get(homeRoute.loader, "/")).location).toBe(`/discussions/${id}`);
    const invited = await world.join("Personne Invitée", { state: "invited" });
    expect(((await invited.get(homeRoute.loader, "/")).data as Home).todos).toMatchObject([{ to: "/inscription" }]);
  });
});
