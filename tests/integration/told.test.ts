import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { spread } from "~/features/notification/spread.server";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as followRoute from "~/routes/discussions.$id.suivi";
import * as readingRoute from "~/routes/discussions.$id.lecture";
import * as listRoute from "~/routes/notifications._index";
import * as readRoute from "~/routes/notifications.lecture";
import * as followsRoute from "~/routes/reglages.suivis";
import * as countRoute from "~/routes/notifications.compte";
import * as homeRoute from "~/routes/_index";
import { inviteInto, type Person } from "./thread-world";
import { openToldWorld, tellOf, type ToldWorld } from "./told-world";

let world: ToldWorld;
let ines: Person;
let karine: Person;
let audrey: Person;

beforeAll(async () => {
  world = await openToldWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant", { organisation: "CPE Les Lilas" });
  audrey = await world.join("Audrey Cloutier");
});
afterEach(async () => {
  setClock(() => new Date());
  await world.sql`delete from notifications`;
  await world.sql`delete from community_follows`;
  await world.sql`delete from pgboss.job where name = 'notification.spread'`;
});
afterAll(() => world.close());

const reply = async (person: Person, id: number, texte = "Oui"): Promise<number> => {
  const { location } = await person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte }, { id: String(id) });
  return Number(/message-(\d+)$/.exec(location ?? "")?.[1]);
};
/** A discussion whose beginning is told already. */
const begin = async (person: Person, body = "Question", title = ""): Promise<number> => {
  const id = await world.begin(person, body, title);
  await world.spreadAll();
  return id;
};
const follow = async (person: Person, id: number, niveau: string) => person.post(followRoute.action, `/discussions/${id}/suivi`, { cle: await person.key(), niveau }, { id: String(id) });
const choose = async (person: Person, tout: string, sujets: string[] = []) =>
  person.post(followsRoute.action, "/reglages/suivis", { cle: await person.key(), tout, ...(sujets[0] ? { sujets: sujets[0] } : {}) });
const read = async (person: Person, id: number, position: number) => person.post(readingRoute.action, `/discussions/${id}/lecture`, { position: String(position) }, { id: String(id) });
const told = (person: Person) => tellOf(world.sql, person.id);
const kinds = async (person: Person) => (await told(person)).map(({ kind }) => kind);
const name = async (messageId: number, whom: { member?: number; organisation?: number }) =>
  world.sql`insert into mentions (message_id, member_id, organisation_id) values (${messageId}, ${whom.member ?? null}, ${whom.organisation ?? null})`;

describe("a reply", () => {
  it("is told to who began the thread and to who wrote in it, and not to its author or anybody else", async () => {
    const id = await begin(ines, "Question");
    await reply(karine, id);
    await world.spreadAll();
    expect([await kinds(ines), await kinds(karine), await kinds(audrey)]).toEqual([["reply"], [], []]);
    await reply(audrey, id);
    await world.spreadAll();
    expect([await kinds(ines), await kinds(karine)]).toEqual([["reply", "reply"], ["reply"]]);
  });

  it("takes one statement more than none to be told of: the job goes in with the message", async () => {
    const id = await begin(ines, "Question");
    const answer = await karine.post(threadRoute.action, `/discussions/${id}`, { cle: await karine.key(), texte: "Oui" }, { id: String(id) });
    expect(answer.statements).toBeLessThanOrEqual(3);
    expect(await world.jobsOf("notification.spread")).toBe(1);
  });

  it("is told once however often its job comes back, in parallel too", async () => {
    const id = await begin(ines, "Question");
    const messageId = await reply(karine, id);
    await Promise.all(Array.from({ length: 6 }, () => spread([{ messageId, cause: "message" }], { demo: false })));
    expect(await kinds(ines)).toEqual(["reply"]);
  });

  it("is not told to who has read it meanwhile", async () => {
    const id = await begin(ines, "Question");
    await reply(karine, id);
    await read(ines, id, 2);
    await world.spreadAll();
    expect(await told(ines)).toEqual([]);
  });

  it("is told to nobody once it was deleted, or its thread removed", async () => {
    const id = await begin(ines, "Question");
    const messageId = await reply(karine, id);
    await world.sql`update messages set deleted_at = now(), deleted_by = ${karine.id}, body = '', html = '' where id = ${messageId}`;
    await world.spreadAll();
    const other = await begin(ines, "Question");
    await reply(karine, other);
    await world.sql`update threads set removed_at = now(), removed_by = ${audrey.id} where id = ${other}`;
    await world.spreadAll();
    expect(await told(ines)).toEqual([]);
  });

  it.each(["paused", "left", "removed"])("is not told to somebody who is %s", async (state) => {
    const someone = await world.join("Quelqu’une");
    const id = await begin(someone, "Question");
    await reply(karine, id);
    await world.sql`update members set state = ${state} where id = ${someone.id}`;
    await world.spreadAll();
    expect(await told(someone)).toEqual([]);
  });

  it("is told to a guest in their thread, until their time is over", async () => {
    const guest = await world.join("Hélène Invitée", { guestUntil: "2999-01-01T00:00:00Z" });
    const [theirs, other] = [await begin(ines, "Pour vous"), await begin(ines, "Entre nous")];
    await inviteInto(world, theirs, guest, ines);
    await reply(guest, theirs);
    await world.sql`insert into thread_follows (thread_id, member_id, level) values (${other}, ${guest.id}, 'following')`;
    await reply(karine, theirs);
    await reply(karine, other);
    await world.spreadAll();
    expect(await told(guest)).toEqual([{ kind: "reply", thread: theirs, read: false }]);
    await world.sql`update thread_guests set until = now() - interval '1 minute' where member_id = ${guest.id}`;
    await reply(karine, theirs);
    await world.spreadAll();
    expect(await told(guest)).toHaveLength(1);
  });

  it("is told to who asked without a name, and follows their thread by it", async () => {
    const id = await world.begin(ines, "Question sans nom");
    await world.sql`insert into hidden_authors (message_id, member_id) select id, author_id from messages where thread_id = ${id}`;
    await world.sql`update messages set author_id = null where thread_id = ${id}`;
    await world.sql`update threads set author_id = null, last_author_id = null where id = ${id}`;
    await world.sql`delete from thread_follows where thread_id = ${id}`;
    await world.spreadAll();
    const messageId = await reply(karine, id);
    await world.spreadAll();
    await world.sql`update threads set asked_at = now(), answer_message_id = ${messageId}, answered_at = now(), answered_by = ${audrey.id} where id = ${id}`;
    await spread([{ messageId, cause: "answer", by: audrey.id }], { demo: false });
    expect(await kinds(ines)).toEqual(["reply", "answer"]);
  });
});

describe("what one follows", () => {
  it("can be a thread of others, or no longer one's own", async () => {
    const id = await begin(ines, "Question");
    expect((await follow(audrey, id, "following")).location).toBe(`/discussions/${id}`);
    await follow(ines, id, "muted");
    await reply(karine, id);
    await world.spreadAll();
    expect([await kinds(ines), await kinds(audrey)]).toEqual([[], ["reply"]]);
  });

  it("stays muted when one writes again", async () => {
    const id = await begin(ines, "Question");
    await follow(karine, id, "muted");
    await reply(karine, id);
    await reply(ines, id);
    await world.spreadAll();
    expect(await kinds(karine)).toEqual([]);
  });

  it("can be everything, new discussions included, but for what is muted", async () => {
    await choose(audrey, "following");
    const [id, muted] = [await world.begin(ines, "Question"), await world.begin(ines, "Autre")];
    await follow(audrey, muted, "muted");
    await world.spreadAll();
    await reply(karine, id);
    await reply(karine, muted);
    await world.spreadAll();
    expect(await told(audrey)).toEqual([{ kind: "thread", thread: id, read: false }, { kind: "reply", thread: id, read: false }]);
  });

  it("can be nothing but what one chose, and then writing does not suffice", async () => {
    const [own, chosen] = [await begin(ines, "Question"), await begin(karine, "Autre")];
    await follow(ines, chosen, "following");
    await choose(ines, "muted");
    await reply(karine, own);
    await reply(audrey, chosen);
    await world.spreadAll();
    expect(await told(ines)).toEqual([{ kind: "reply", thread: chosen, read: false }]);
  });

  it("can be a topic, which neither overrides a choice for one thread nor hides one's own", async () => {
    const [topic] = await world.sql`insert into topics (name) values ('Langage') returning id`;
    const under = async (person: Person) => {
      const id = await begin(person, "Sous un sujet");
      await world.sql`insert into thread_topics (thread_id, topic_id) values (${id}, ${Number(topic?.id)})`;
      return id;
    };
    const id = await under(ines);
    expect((await choose(audrey, "usual", [`${String(topic?.id)}.following`])).status).toBe(303);
    await choose(karine, "following", [`${String(topic?.id)}.muted`]);
    await choose(ines, "usual", [`${String(topic?.id)}.muted`]);
    const other = await world.join("Solène Roy");
    await reply(other, id);
    await world.spreadAll();
    expect([await kinds(audrey), await kinds(karine), await kinds(ines)]).toEqual([["reply"], [], ["reply"]]);
    await choose(audrey, "usual", [`${String(topic?.id)}.usual`]);
    expect(await world.sql`select 1 from topic_follows where member_id = ${audrey.id}`).toEqual([]);
  });

  it("is a topic still once it was merged into another, whichever of the two one chose", async () => {
    const [kept, merged] = await Promise.all(["Sommeil et siestes", "La sieste"].map(async (name) => Number((await world.sql`insert into topics (name) values (${name}) returning id`)[0]?.id)));
    const id = await world.begin(ines, "Question");
    const nadia = await world.join("Nadia Bensaïd");
    await world.sql`insert into thread_topics (thread_id, topic_id) values (${id}, ${merged ?? 0})`;
    await world.sql`update topics set merged_into = ${kept ?? 0}, state = 'merged' where id = ${merged ?? 0}`;
    const follows = async (topic = 0) => {
      await world.sql`delete from topic_follows where member_id = ${nadia.id}`;
      await world.sql`insert into topic_follows (member_id, topic_id, level, chosen_at) values (${nadia.id}, ${topic}, 'following', now())`;
      return ((await nadia.get(threadRoute.loader, `/discussions/${id}`, { id: String(id) })).data as { follow: string }).follow;
    };
    expect([await follows(kept), await follows(merged)]).toEqual(["following", "following"]);
  });

  it("is the same 404 for a thread that is not open as for none", async () => {
    const guest = await world.join("Hélène Invitée", { guestUntil: "2999-01-01T00:00:00Z" });
    const id = await begin(ines, "Entre nous");
    expect([(await follow(guest, id, "following")).status, (await follow(karine, 999_999, "following")).status]).toEqual([404, 404]);
  });
});

describe("a mention", () => {
  it("is told instead of the reply that it is, also where the thread is muted", async () => {
    const id = await begin(ines, "Question");
    await follow(ines, id, "muted");
    const messageId = await reply(karine, id);
    await name(messageId, { member: ines.id });
    await world.spreadAll();
    expect(await kinds(ines)).toEqual(["mention"]);
  });

  it("of an organisation is told to everyone who works there, the author apart", async () => {
    const colleague = await world.join("Mélanie Ferland", { organisation: "CPE Les Lilas" });
    const [place] = await world.sql`select id from organisations where name = 'CPE Les Lilas'`;
    const id = await begin(ines, "Question");
    const messageId = await reply(karine, id);
    await name(messageId, { organisation: Number(place?.id) });
    await world.spreadAll();
    expect([await kinds(colleague), await kinds(karine)]).toEqual([["mention"], []]);
  });

  it("added by an edit is told, and nothing else of that message a second time", async () => {
    const id = await begin(ines, "Question");
    const messageId = await reply(karine, id);
    await world.spreadAll();
    await name(messageId, { member: audrey.id });
    await follow(audrey, id, "following");
    await spread([{ messageId, cause: "edit" }], { demo: false });
    expect([await kinds(ines), await kinds(audrey)]).toEqual([["reply"], ["mention"]]);
  });
});

describe("an announcement", () => {
  it("is told to every member, but who made it, who pauses and who muted it", async () => {
    const quiet = await world.join("Prend congé", { state: "paused" });
    const id = await begin(audrey, "La rencontre est déplacée");
    await world.spreadAll();
    await follow(karine, id, "muted");
    const [first] = await world.sql`select id from messages where thread_id = ${id}`;
    await spread([{ messageId: Number(first?.id), cause: "announcement", by: audrey.id }], { demo: false });
    expect([await kinds(ines), await kinds(karine), await kinds(audrey), await kinds(quiet)]).toEqual([["announcement"], [], [], []]);
  });
});

describe("what one was told of", () => {
  it("is read by reading the discussion up to there, and no further", async () => {
    const id = await begin(ines, "Question");
    for (const texte of ["Un", "Deux", "Trois"]) await reply(karine, id, texte);
    await world.spreadAll();
    await read(ines, id, 3);
    expect((await told(ines)).map(({ read: is }) => is)).toEqual([true, true, false]);
    await reply(ines, id, "Merci");
    expect((await told(ines)).map(({ read: is }) => is)).toEqual([true, true, true]);
  });

  it("is read by seeing a message further on, without what stands before it counting as read", async () => {
    const id = await begin(ines, "Question");
    for (let n = 0; n < 3; n += 1) await reply(karine, id);
    await world.spreadAll();
    await ines.post(readRoute.action, "/notifications/lecture", { discussion: String(id), positions: "4" });
    expect((await told(ines)).map(({ read: is }) => is)).toEqual([false, false, true]);
    expect(Number((await world.sql`select last_position from thread_reads where member_id = ${ines.id} and thread_id = ${id}`)[0]?.last_position)).toBe(1);
  });

  it("is read at once by a button, one's own and nobody else's", async () => {
    const id = await begin(ines, "Question");
    await reply(karine, id);
    await reply(audrey, id);
    await world.spreadAll();
    expect((await ines.post(readRoute.action, "/notifications/lecture", {})).location).toBe("/notifications?fait=lu");
    expect([await told(ines), await told(karine)].map((list) => list.map(({ read: is }) => is))).toEqual([[true, true], [false]]);
  });

  it("is counted in the frame without a statement of its own", async () => {
    const id = await begin(ines, "Question");
    await reply(karine, id);
    await world.spreadAll();
    const answer = await ines.get(countRoute.loader, "/notifications/compte");
    expect([JSON.parse(answer.body), answer.statements]).toEqual([{ unread: { count: "1", spoken: "1 non lue" }, masked: 0 }, 1]);
    await world.fill(id, karine.id, 120);
    const tell = (kind: string) => world.sql`insert into notifications (member_id, kind, thread_id, message_id, at) select ${ines.id}, ${kind}, m.thread_id, m.id, now() from messages m where m.thread_id = ${id} on conflict do nothing`;
    await tell("reply");
    expect(JSON.parse((await ines.get(countRoute.loader, "/notifications/compte")).body)).toMatchObject({ unread: { count: "1", spoken: "1 non lue" } });
    await tell("thread");
    expect(JSON.parse((await ines.get(countRoute.loader, "/notifications/compte")).body)).toMatchObject({ unread: { count: "99+", spoken: "plus de 99 non lues" } });
  });
});

type Line = { id: number; unread: boolean; sentence: string; title: string; to: string };
const list = async (person: Person, search = "") => {
  const answer = await person.get(listRoute.loader, `/notifications${search}`);
  return { ...(answer.data as { unread: Line[]; read: Line[]; next: string | null }), statements: answer.statements };
};

describe("the list", () => {
  it("says who, from where and in which discussion, replies of one thread together, what waits first", async () => {
    const [id, other] = [await begin(ines, "Question", "Le dodo"), await begin(ines, "Question", "Le repas")];
    await reply(karine, id);
    await reply(audrey, id);
    const messageId = await reply(karine, other);
    await name(messageId, { member: ines.id });
    await world.spreadAll();
    const page = await list(ines);
    expect(page.unread.map(({ sentence, title }) => [sentence, title])).toEqual([
      ["Karine Tousignant (CPE Les Lilas) vous mentionne", "Le repas"],
      ["2 réponses, la dernière d’Audrey Cloutier (Maison Le Pommier)", "Le dodo"],
    ]);
    expect(page.unread.map(({ to }) => to)).toEqual([`/discussions/${other}?depuis=2#message-${messageId}`, `/discussions/${id}#nouveau`]);
    await read(ines, other, 2);
    const after = await list(ines);
    expect([after.unread.length, after.read.length, after.statements <= 3]).toEqual([1, 1, true]);
  });

  it("goes on page by page, each line once, and shows nothing that was removed since", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 35; n += 1) {
      const id = await begin(ines, `Question ${n}`);
      await reply(karine, id);
      ids.push(id);
    }
    await world.spreadAll();
    await read(ines, ids[3] ?? 0, 2);
    await world.sql`update threads set removed_at = now(), removed_by = ${audrey.id}, author_id = ${karine.id} where id = ${ids[0] ?? 0}`;
    const first = await list(ines);
    const second = await list(ines, (first.next ?? "").replace("/notifications", ""));
    const lines = [...first.unread, ...first.read, ...second.unread, ...second.read];
    expect([lines.length, new Set(lines.map(({ id }) => id)).size, second.next]).toEqual([34, 34, null]);
    expect([first.unread.length, second.unread.length, second.read.length]).toEqual([30, 3, 1]);
  });

  it("puts mentions in « À faire », and home takes no more statements for it than one", async () => {
    const before = (await audrey.get(homeRoute.loader, "/")).statements;
    const id = await begin(ines, "Question", "Le dodo");
    const messageId = await reply(karine, id);
    await name(messageId, { member: audrey.id });
    await world.spreadAll();
    const home = await audrey.get(homeRoute.loader, "/");
    expect((home.data as { todos: { text: string; note: string; to: string }[] }).todos).toContainEqual(
      expect.objectContaining({ text: "Karine Tousignant vous mentionne", note: "Le dodo", to: `/discussions/${id}?depuis=2#message-${messageId}` }),
    );
    expect(home.statements).toBeLessThanOrEqual(before + 1);
  });
});
