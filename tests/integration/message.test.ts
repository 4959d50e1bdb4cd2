import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CatchUp } from "~/features/thread/since-queries.server";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as pageRoute from "~/routes/discussions.$id.messages.$message._index";
import * as rewordRoute from "~/routes/discussions.$id.messages.$message.modification";
import * as unreadRoute from "~/routes/discussions.$id.messages.$message.non-lu";
import * as reactRoute from "~/routes/discussions.$id.messages.$message.reaction";
import * as bookmarkRoute from "~/routes/discussions.$id.messages.$message.signet";
import * as deleteRoute from "~/routes/discussions.$id.messages.$message.suppression";
import * as bookmarksRoute from "~/routes/signets";
import type { messagePage } from "~/features/message/pages.server";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let odile: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
  odile = await world.join("Odile Marchand");
  await world.sql`insert into member_roles (member_id, role) values (${odile.id}, 'committee'), (${odile.id}, 'administrator')`;
});
afterAll(() => world.close());

type Action = Parameters<Person["post"]>[0];
const at = (thread: number, message: number) => ({ id: String(thread), message: String(message) });
const act = async (person: Person, action: Action, thread: number, message: number, fields: Record<string, string> = {}) =>
  person.post(action, `/discussions/${thread}/messages/${message}`, { cle: await person.key(), ...fields }, at(thread, message));
const read = async (person: Person, thread: number, message: number) =>
  (await person.get(pageRoute.loader, `/discussions/${thread}/messages/${message}`, at(thread, message))).data as Awaited<ReturnType<typeof messagePage>>;
const begun = async (body = "Première version du texte.") => {
  const thread = await world.begin(ines, body);
  const [row] = await world.sql`select id from messages where thread_id = ${thread}`;
  return { thread, message: Number(row?.id) };
};
const news = async (person: Person, thread: number, since: number) =>
  JSON.parse((await person.get(newsRoute.loader, `/discussions/${thread}/nouveautes?since=${since}`, { id: String(thread) })).body) as CatchUp;
const problemIn = ({ data }: { data: unknown }) => (data as { problem: { code: string; state?: Record<string, unknown>; values?: Record<string, string> } }).problem;

describe("a reaction", () => {
  it("is counted once however often it is said, reaches open pages, and can be taken back", async () => {
    const { thread, message } = await begun();
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(karine, reactRoute.action, thread, message, { reaction: "thanks", etat: "oui" })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await news(ines, thread, 1)).html).toContain("merci\u00a0<b>1</b>");
    expect((await read(karine, thread, message)).reactions.find(({ kind }) => kind === "thanks")).toMatchObject({ mine: true, by: "vous", count: 1 });
    expect((await read(ines, thread, message)).reactions.find(({ kind }) => kind === "thanks")).toMatchObject({ mine: false, by: "Karine Tousignant" });
    await act(karine, reactRoute.action, thread, message, { reaction: "thanks", etat: "non" });
    expect((await news(ines, thread, 1)).html).not.toContain("merci");
  });

  it("of a kind that does not exist is refused", async () => {
    const { thread, message } = await begun();
    expect((await act(karine, reactRoute.action, thread, message, { reaction: "pouce", etat: "oui" })).status).toBe(422);
  });
});

describe("another wording", () => {
  it("takes the place of the first in open pages, and leaves its history to the author and the committee", async () => {
    const { thread, message } = await begun();
    expect((await act(ines, rewordRoute.action, thread, message, { texte: "Deuxième version du texte.", version: "1" })).status).toBe(303);
    const fresh = await news(karine, thread, 1);
    expect(fresh.html).toContain("Deuxième version");
    expect(fresh.html).toContain("modifié le");
    const [past] = (await read(ines, thread, message)).past;
    expect(past?.pieces).toEqual([{ is: "removed", text: "Première" }, { is: "added", text: "Deuxième" }, { is: "same", text: " version du texte." }]);
    expect((await read(odile, thread, message)).past).toHaveLength(1);
    expect((await read(karine, thread, message)).past).toEqual([]);
  });

  it("calls whoever it names now, and no longer whom the first one named", async () => {
    const { thread, message } = await begun();
    const called = async () => (await world.sql`select member_id from mentions where message_id = ${message}`).map(({ member_id }) => Number(member_id));
    await act(ines, rewordRoute.action, thread, message, { texte: "Merci @Karine Tousignant", version: "1" });
    expect(await called()).toEqual([karine.id]);
    expect((await news(karine, thread, 1)).html).toContain('<span class="mention">@Karine Tousignant</span>');
    expect(await world.sql`select 1 from pgboss.job where name = 'notification.spread' and data->>'cause' = 'edit' and (data->>'messageId')::bigint = ${message}`).toHaveLength(1);
    await act(ines, rewordRoute.action, thread, message, { texte: "Merci à @[Une autre](personne:999999)", version: "2" });
    expect(await called()).toEqual([]);
    expect((await news(karine, thread, 1)).html).not.toContain("mention\"");
  });

  it("written on an older one is refused with both texts, and nothing is lost", async () => {
    const { thread, message } = await begun();
    const both = await Promise.all(["Un", "Deux"].map((texte) => act(ines, rewordRoute.action, thread, message, { texte, version: "1" })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = both.find(({ status }) => status === 409);
    const published = (await world.sql`select body from messages where id = ${message}`)[0]?.body as string;
    const problem = problemIn(refused ?? { data: null });
    expect([problem.code, problem.state]).toEqual(["state.moved", { body: published, version: 2 }]);
    expect(problem.values?.texte).toBe(published === "Un" ? "Deux" : "Un");
    expect(await world.sql`select 1 from message_revisions where message_id = ${message}`).toHaveLength(1);
  });

  it("is the author's alone: not the committee's, not during a pause, not once the discussion is closed", async () => {
    const { thread, message } = await begun();
    expect((await act(odile, rewordRoute.action, thread, message, { texte: "x", version: "1" })).status).toBe(403);
    expect((await act(karine, rewordRoute.action, thread, message, { texte: "x", version: "1" })).status).toBe(403);
    await world.sql`update members set state = 'paused' where id = ${ines.id}`;
    expect((await act(ines, rewordRoute.action, thread, message, { texte: "x", version: "1" })).status).toBe(403);
    await world.sql`update members set state = 'active' where id = ${ines.id}`;
    await world.sql`update threads set closed_at = now(), closed_by = ${odile.id} where id = ${thread}`;
    expect((await act(ines, rewordRoute.action, thread, message, { texte: "x", version: "1" })).status).toBe(409);
    expect((await world.sql`select body from messages where id = ${message}`)[0]?.body).toBe("Première version du texte.");
  });
});

describe("a deleted message", () => {
  it("leaves its place and no word of it anywhere, and counts for nothing", async () => {
    const { thread, message } = await begun("Un mot rare : zygomatique.");
    await act(ines, rewordRoute.action, thread, message, { texte: "Un autre mot : zygomatiques.", version: "1" });
    await act(karine, reactRoute.action, thread, message, { reaction: "useful", etat: "oui" });
    await act(karine, bookmarkRoute.action, thread, message, { etat: "oui" });
    await world.sql`update threads set asked_at = now(), answer_message_id = ${message}, answered_at = now(), answered_by = ${ines.id} where id = ${thread}`;
    expect((await act(ines, deleteRoute.action, thread, message)).status).toBe(303);
    expect((await act(ines, deleteRoute.action, thread, message)).status).toBe(303);
    const fresh = await news(karine, thread, 1);
    expect(fresh.html).toContain("Message supprimé le");
    expect([fresh.html.includes("zygomatique"), fresh.head]).toEqual([false, true]);
    const [left] = await world.sql`
      select (select count(*) from message_revisions where message_id = ${message})::int + (select count(*) from reactions where message_id = ${message})::int
        + (select count(*) from bookmarks where message_id = ${message})::int as n, (select answer_message_id from threads where id = ${thread}) as answer`;
    expect(left).toEqual({ n: 0, answer: null });
    expect((await read(ines, thread, message)).past).toEqual([]);
  });

  it("is deleted by its author or by the committee, whose trace says so", async () => {
    const { thread, message } = await begun();
    expect((await act(karine, deleteRoute.action, thread, message)).status).toBe(403);
    expect((await act(odile, deleteRoute.action, thread, message)).status).toBe(303);
    expect((await news(karine, thread, 1)).html).toContain("par le comité");
  });
});

describe("what is one's own", () => {
  it("keeps bookmarks for oneself, and lets go of them", async () => {
    const { thread, message } = await begun("À retrouver un jour.");
    await act(karine, bookmarkRoute.action, thread, message, { etat: "oui" });
    const mine = async (person: Person) => ((await person.get(bookmarksRoute.loader, "/signets")).data as { bookmarks: { messageId: number }[] }).bookmarks.map(({ messageId }) => messageId);
    expect(await mine(karine)).toContain(message);
    expect(await mine(ines)).not.toContain(message);
    await act(karine, bookmarkRoute.action, thread, message, { etat: "non" });
    expect(await mine(karine)).not.toContain(message);
  });

  it("puts the reading position back to before the message that is marked as unread", async () => {
    const { thread } = await begun();
    await world.fill(thread, ines.id, 9);
    const [fifth] = await world.sql`select id from messages where thread_id = ${thread} and position = 5`;
    await world.sql`insert into thread_reads (member_id, thread_id, last_position) values (${karine.id}, ${thread}, 10)`;
    expect((await act(karine, unreadRoute.action, thread, Number(fifth?.id))).location).toBe("/discussions");
    const page = await karine.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) });
    expect(page.data).toMatchObject({ read: 4, landing: { allRead: false, unread: "6 messages" } });
  });
});

describe("a message's page", () => {
  it("takes two statements, and opens its thread around the message", async () => {
    const { thread } = await begun();
    await world.fill(thread, ines.id, 200);
    const [row] = await world.sql`select id from messages where thread_id = ${thread} and position = 120`;
    const answer = await karine.get(pageRoute.loader, `/discussions/${thread}/messages/${row?.id}`, at(thread, Number(row?.id)));
    expect(answer.statements).toBeLessThanOrEqual(3);
    const around = await karine.get(threadRoute.loader, `/discussions/${thread}?message=${row?.id}`, { id: String(thread) });
    expect(around.data).toMatchObject({ span: { start: 118 }, landing: null });
  });

  it("is the guest's in their thread, and the same 404 as nothing elsewhere", async () => {
    const { thread, message } = await begun();
    const guest = await world.join("Personne invitée", { guestUntil: "2099-01-01" });
    await inviteInto(world, thread, guest, ines);
    expect((await guest.get(pageRoute.loader, "/", at(thread, message))).status).toBe(200);
    const other = await begun();
    expect((await guest.get(pageRoute.loader, "/", at(other.thread, other.message))).status).toBe(404);
    expect((await karine.get(pageRoute.loader, "/", at(other.thread, message))).status).toBe(404);
    expect((await act(guest, reactRoute.action, other.thread, other.message, { reaction: "thanks", etat: "oui" })).status).toBe(404);
  });
});
