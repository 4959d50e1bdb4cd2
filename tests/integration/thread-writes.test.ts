import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CatchUp } from "~/features/thread/since-queries.server";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as threadRoute from "~/routes/discussions.$id._index";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

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
const begin = async (person: Person, fields: Record<string, string>) => person.post(newRoute.action, "/discussions/nouvelle", { cle: await person.key(), ...fields });
const since = async (person: Person, id: number, revision: number, headers = {}) => person.get(newsRoute.loader, `/discussions/${id}/nouveautes?since=${revision}`, { id: String(id) }, headers);
const news = async (person: Person, id: number, revision: number): Promise<CatchUp> => JSON.parse((await since(person, id, revision)).body) as CatchUp;
const countOf = async (id: number) => Number((await world.sql`select count(*) as n from messages where thread_id = ${id}`)[0]?.n);
const idsIn = (html: string) => [...html.matchAll(/id="message-(\d+)"/g)].map(([, id]) => Number(id));
const problemIn = ({ data }: { data: unknown }) => (data as { problem: { code: string; fields?: Record<string, string>; values?: Record<string, string> } }).problem;

describe("fifty people writing at once", () => {
  it("lets no reader who follows the revisions miss a message", async () => {
    const writers = await Promise.all(Array.from({ length: 50 }, (_, n) => world.join(`Personne ${n}`)));
    const id = await world.begin(ines, "Qui vient?");
    let writing = true;
    const follow = async (person: Person) => {
      const seen: number[] = [];
      for (let revision = 0, last = false; ; ) {
        const answer = await news(person, id, revision);
        seen.push(...idsIn(answer.html));
        revision = answer.revision;
        if (last && !answer.more) return seen;
        last = !writing;
      }
    };
    const followers = [ines, karine, writers[0] ?? ines].map(follow);
    const answers = await Promise.all(writers.flatMap((writer, n) => [reply(writer, id, `Moi, ${n}`), reply(writer, id, `Et encore ${n}`)]));
    writing = false;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    const rows = await world.sql`select id, position, revision from messages where thread_id = ${id} order by position`;
    expect(rows.map(({ position }) => Number(position))).toEqual(Array.from({ length: 101 }, (_, n) => n + 1));
    expect(rows.map(({ revision }) => Number(revision))).toEqual(Array.from({ length: 101 }, (_, n) => n + 1));
    for (const seen of await Promise.all(followers)) expect(seen).toEqual(rows.map((row) => Number(row.id)));
  });
});

describe("the same form posted again", () => {
  it("makes one message of twenty parallel POSTs, and sends them all to the same place", async () => {
    const id = await world.begin(ines, "Question");
    const cle = await karine.key();
    const answers = await Promise.all(Array.from({ length: 20 }, () => karine.post(threadRoute.action, `/discussions/${id}`, { cle, texte: "Une seule fois" }, { id: String(id) })));
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect(answers[0]?.location).toMatch(new RegExp(`^/discussions/${id}#message-\\d+$`));
    expect(await countOf(id)).toBe(2);
    const [thread] = await world.sql`select revision, last_position from threads where id = ${id}`;
    expect([Number(thread?.revision), Number(thread?.last_position)]).toEqual([2, 2]);
  });

  it("makes one discussion of twenty parallel POSTs", async () => {
    const cle = await ines.key();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ines.post(newRoute.action, "/discussions/nouvelle", { cle, texte: "Une discussion unique" })));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await world.sql`select 1 from threads where title = 'Une discussion unique'`).toHaveLength(1);
  });

  it("refuses another text under the same key, and keeps what was typed", async () => {
    const id = await world.begin(ines, "Question");
    const cle = await karine.key();
    const post = (texte: string) => karine.post(threadRoute.action, `/discussions/${id}`, { cle, texte }, { id: String(id) });
    await post("Le premier");
    const second = await post("Un autre");
    expect(second.status).toBe(422);
    expect(problemIn(second)).toMatchObject({ code: "key.reused", values: { texte: "Un autre" } });
    expect(await countOf(id)).toBe(2);
  });
});

describe("a reply", () => {
  it("takes at most six statements, the session included", async () => {
    const id = await world.begin(ines, "Question");
    expect((await reply(karine, id, "Réponse")).statements).toBeLessThanOrEqual(6);
  });

  it("counts as having read up to it, and moves the thread to the top", async () => {
    const id = await world.begin(ines, "Question");
    await world.fill(id, ines.id, 4);
    await reply(karine, id, "Réponse");
    const [read] = await world.sql`select last_position from thread_reads where member_id = ${karine.id} and thread_id = ${id}`;
    expect(Number(read?.last_position)).toBe(6);
    const [first] = await world.sql`select id, last_author_id from threads order by last_message_at desc limit 1`;
    expect([Number(first?.id), Number(first?.last_author_id)]).toEqual([id, karine.id]);
  });

  it("remembers what it quotes, of the same thread only", async () => {
    const [id, other] = [await world.begin(ines, "Question"), await world.begin(ines, "Ailleurs")];
    const [own] = await world.sql`select id from messages where thread_id = ${id}`;
    const [foreign] = await world.sql`select id from messages where thread_id = ${other}`;
    await reply(karine, id, "> Question\n\nOui", { citation: String(own?.id) });
    await reply(karine, id, "> Ailleurs\n\nOui", { citation: String(foreign?.id) });
    const rows = await world.sql`select quoted_message_id as quoted from messages where thread_id = ${id} and position > 1 order by position`;
    expect(rows.map(({ quoted }) => quoted && Number(quoted))).toEqual([Number(own?.id), null]);
  });

  it("is open to guests in their thread only, and to nobody who is paused", async () => {
    const [theirs, other] = [await world.begin(ines, "Pour vous"), await world.begin(ines, "Entre nous")];
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    await inviteInto(world, theirs, guest, ines);
    expect((await reply(guest, theirs, "Bonjour")).status).toBe(303);
    expect((await reply(guest, other, "Bonjour")).status).toBe(404);
    expect((await begin(guest, { texte: "Bonjour" })).status).toBe(404);
    const paused = await world.join("Personne Pausée", { state: "paused" });
    expect((await reply(paused, theirs, "Bonjour")).status).toBe(403);
    expect((await begin(paused, { texte: "Bonjour" })).status).toBe(403);
    expect([await countOf(theirs), await countOf(other)]).toEqual([2, 1]);
  });
});

describe("a new discussion", () => {
  const titleOf = async (location: string | null) => (await world.sql`select title from threads where id = ${Number(location?.split("/").at(-1))}`)[0]?.title as string;

  it("takes its title, or its first line without marks, or a name of last resort", async () => {
    expect(await titleOf((await begin(ines, { titre: "  Les siestes ", texte: "Bonjour" })).location)).toBe("Les siestes");
    expect(await titleOf((await begin(ines, { texte: "**Qui** a un bac à sable?\n\nMerci" })).location)).toBe("Qui a un bac à sable?");
    const long = await titleOf((await begin(ines, { texte: "mot ".repeat(200) })).location);
    expect(long.length).toBeLessThanOrEqual(90);
  });
});

describe("what is refused, and what stays of it", () => {
  it("answers a message of 200 kB beside its field, with the text", async () => {
    const id = await world.begin(ines, "Question");
    const texte = "é".repeat(100_000);
    const answer = await reply(karine, id, texte);
    expect(answer.status).toBe(422);
    expect(problemIn(answer).fields?.texte).toContain("trop long");
    expect(problemIn(answer).values?.texte).toBe(texte);
    expect(await countOf(id)).toBe(1);
  });

  it("refuses a title of two lines, an empty message, an unknown field and a thread that does not exist", async () => {
    const title = await begin(ines, { titre: "Un titre\r\nBcc: tous@exemple.test", texte: "Bonjour" });
    expect([title.status, problemIn(title).fields?.titre]).toEqual([422, "Ce champ tient sur une seule ligne."]);
    expect((await begin(ines, { texte: "  \n " })).status).toBe(422);
    expect((await begin(ines, { texte: "Bonjour", role: "administrator" })).status).toBe(400);
    expect((await reply(ines, 999_999, "Bonjour")).status).toBe(404);
    expect((await ines.post(threadRoute.action, "/discussions/1", { texte: "Sans clé" }, { id: "1" })).status).toBe(400);
    const foreign = await karine.key();
    expect((await ines.post(threadRoute.action, "/discussions/1", { cle: foreign, texte: "Celle d’une autre" }, { id: "1" })).status).toBe(403);
  });

  it("shows what was typed as markup as text", async () => {
    const id = await world.begin(ines, "Question");
    await reply(karine, id, '<img src=x onerror="alert(1)"> [clic](javascript:alert(1))');
    const { html } = await news(ines, id, 1);
    expect(html).not.toContain("<img");
    expect(html).not.toMatch(/href="javascript/);
  });
});

describe("catching up", () => {
  it("gives only what came after, in two statements", async () => {
    const id = await world.begin(ines, "Question");
    await reply(karine, id, "Une");
    await reply(ines, id, "Deux");
    await news(ines, id, 3);
    const answer = await since(ines, id, 1);
    expect(answer.statements).toBeLessThanOrEqual(2);
    const fresh = JSON.parse(answer.body) as CatchUp;
    expect(fresh).toMatchObject({ revision: 3, count: 2, more: false, head: false });
    expect(await news(ines, id, 3)).toMatchObject({ revision: 3, html: "", count: 0 });
  });

  it("gives one answer to all who ask the same, and another once the thread has moved", async () => {
    const id = await world.begin(ines, "Question");
    await reply(karine, id, "Une");
    const [a, b] = [await since(ines, id, 1), await since(karine, id, 1)];
    expect(a.body).toBe(b.body);
    await reply(karine, id, "Deux");
    expect(await news(ines, id, 1)).toMatchObject({ revision: 3, count: 2 });
  });

  it("answers 304 to a browser that has this very answer", async () => {
    const id = await world.begin(ines, "Question");
    const first = await since(karine, id, 1);
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    const etag = first.headers.get("ETag") ?? "";
    expect((await since(karine, id, 1, { "If-None-Match": etag })).status).toBe(304);
    await reply(ines, id, "Une");
    expect((await since(karine, id, 1, { "If-None-Match": etag })).status).toBe(200);
  });

  it("goes on in parts when there is much", async () => {
    const id = await world.begin(ines, "Question");
    await world.fill(id, ines.id, 250);
    const seen: number[] = [];
    let answer = await news(karine, id, 1);
    for (seen.push(...idsIn(answer.html)); answer.more; seen.push(...idsIn(answer.html))) answer = await news(karine, id, answer.revision);
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
  });

  it("is not open where the thread is not, and does not mind a number that is none", async () => {
    const id = await world.begin(ines, "Question");
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    expect((await since(guest, id, 0)).status).toBe(404);
    expect(JSON.parse((await karine.get(newsRoute.loader, `/discussions/${id}/nouveautes?since=1e9`, { id: String(id) })).body)).toMatchObject({ revision: 1, count: 1 });
  });
});
