import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HeadData } from "~/features/thread/head-pages.server";
import { listThreads } from "~/features/thread/list-queries.server";
import { EVERY_THREAD, parseFilter, type ListFilter } from "~/features/thread/model";
import * as headRoute from "~/routes/discussions.$id.entete";
import * as followRoute from "~/routes/discussions.$id.suivi";
import * as pinRoute from "~/routes/discussions.$id.epingle";
import * as sortRoute from "~/routes/discussions.$id.sujets";
import * as summaryRoute from "~/routes/discussions.$id.resume";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as listRoute from "~/routes/discussions._index";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as answerRoute from "~/routes/discussions.$id.reponse";
import { inviteInto, member, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let audrey: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
  audrey = await world.join("Audrey Lemire");
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
});
afterAll(() => world.close());

const at = (id: number) => ({ id: String(id) });
const begin = async (person: Person, fields: Record<string, string>) => {
  const answer = await person.post(newRoute.action, "/discussions/nouvelle", { cle: await person.key(), texte: "Bonjour", ...fields });
  return { ...answer, id: Number(/\d+/.exec(answer.location ?? "")?.[0]) };
};
const head = async (id: number, person = ines) => JSON.parse((await person.get(headRoute.loader, `/discussions/${id}/entete`, at(id))).body) as HeadData & { title: string };
const sort = async (person: Person, id: number, fields: Record<string, string>) => person.post(sortRoute.action, `/discussions/${id}/sujets`, { cle: await person.key(), ...fields }, at(id));
const summarise = async (person: Person, id: number, texte: string, version: string) => person.post(summaryRoute.action, `/discussions/${id}/resume`, { cle: await person.key(), texte, version }, at(id));
const stamp = async (person: Person, id: number) => ((await person.get(summaryRoute.loader, `/discussions/${id}/resume`, at(id))).data as { stamp: string }).stamp;
const shown = async (person: Person, filter: Partial<ListFilter>) => (await listThreads(await member(person), null, { ...EVERY_THREAD, ...filter })).threads.map(({ id }) => id);

describe("a new discussion", () => {
  it("can be a question about up to three topics, each once whatever its accents", async () => {
    const { id } = await begin(ines, { question: "oui", sujet1: "  Éveil   musical ", sujet2: "eveil MUSICAL", sujet3: "Sommeil" });
    expect(await head(id)).toMatchObject({ asked: true, topics: [{ name: "Éveil musical" }, { name: "Sommeil" }] });
    const other = await begin(karine, { sujet1: "éveil musical" });
    expect((await head(other.id)).topics).toEqual([(await head(id)).topics[0]]);
  });

  it("keeps everything that was typed when a topic does not do", async () => {
    const refused = await begin(ines, { question: "oui", sujet1: "!", titre: "Un titre", texte: "Mon texte" });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ problem: { fields: { sujet1: "Un sujet a au moins deux lettres." }, values: { texte: "Mon texte", titre: "Un titre", question: "oui" } } });
  });
});

describe("the topics of a thread", () => {
  it("are changed by who leads it, live for whoever has it open", async () => {
    const { id } = await begin(ines, { sujet1: "Langage" });
    expect((await sort(karine, id, { sujet1: "Autre" })).status).toBe(403);
    const [before] = await world.sql`select head_revision from threads where id = ${id}`;
    expect((await sort(audrey, id, { sujet1: "Motricité", sujet2: "Langage" })).location).toBe(`/discussions/${id}/gestion`);
    expect((await head(id)).topics.map(({ name }) => name)).toEqual(["Langage", "Motricité"]);
    const [after] = await world.sql`select head_revision, revision from threads where id = ${id}`;
    expect(Number(after?.head_revision)).toBeGreaterThan(Number(before?.head_revision));
    expect(after?.head_revision).toBe(after?.revision);
    await sort(ines, id, {});
    expect((await head(id)).topics).toEqual([]);
  });

  it("lead members to what else is said of them, and a guest nowhere", async () => {
    const { id } = await begin(ines, { sujet1: "Siestes" });
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    await inviteInto(world, id, guest, ines);
    expect((await head(id)).topics[0]?.to).toMatch(/\d+/);
    expect((await head(id, guest)).topics).toMatchObject([{ name: "Siestes", to: null }]);
  });

  it("show as what they became once they were merged", async () => {
    const { id } = await begin(ines, { sujet1: "Dodo" });
    const { id: other } = await begin(ines, { sujet1: "Le dodo des petits" });
    const [into] = (await head(other)).topics;
    await world.sql`update topics set state = 'merged', merged_into = ${into?.id ?? 0} where name = 'Dodo'`;
    expect((await head(id)).topics).toEqual([into]);
    expect(await shown(ines, { topic: into?.id ?? 0 })).toEqual([other, id]);
  });
});

describe("the summary", () => {
  it("is written by who leads the thread, rendered once, and shown with who and when", async () => {
    const id = await world.begin(ines, "Une discussion");
    expect((await summarise(karine, id, "Non", "")).status).toBe(403);
    expect((await summarise(ines, id, "On essaie **deux** siestes. <script>x</script>", "")).location).toBe(`/discussions/${id}`);
    const { summary } = await head(id);
    expect(summary).toMatchObject({ by: "Inès Benkhelil" });
    expect(summary?.html).toContain("<strong>deux</strong>");
    expect(summary?.html).not.toContain("<script");
  });

  it("keeps both texts when two people write it at once", async () => {
    const id = await world.begin(ines, "À deux");
    const version = await stamp(ines, id);
    await summarise(audrey, id, "Celui d’Audrey", version);
    const refused = await summarise(ines, id, "Celui d’Inès", version);
    expect(refused.status).toBe(409);
    expect(refused.data).toMatchObject({ problem: { values: { texte: "Celui d’Inès" } } });
    expect((await summarise(ines, id, "Les deux", await stamp(ines, id))).status).toBe(303);
    expect((await summarise(ines, id, "", await stamp(ines, id))).status).toBe(303);
    expect((await head(id)).summary).toBeNull();
  });
});

describe("the list, narrowed", () => {
  it("keeps questions without an answer, what is followed, what is not read, and one topic", async () => {
    const reader = await world.join("Lise Lectrice");
    const asked = (await begin(ines, { question: "oui", sujet1: "Filtrer" })).id;
    const answered = (await begin(ines, { question: "oui", sujet1: "Filtrer" })).id;
    const plain = await world.begin(ines, "Rien de spécial");
    const { location } = await karine.post(threadRoute.action, `/discussions/${answered}`, { cle: await karine.key(), texte: "Voici" }, at(answered));
    await ines.post(answerRoute.action, "/x", { cle: await ines.key(), message: location?.split("message-")[1] ?? "" }, at(answered));
    await reader.post(followRoute.action, "/x", { cle: await reader.key(), niveau: "following" }, at(plain));
    await world.sql`insert into thread_reads (member_id, thread_id, last_position) select ${reader.id}, id, last_position from threads where id <> ${asked}`;
    expect(await shown(reader, { view: "unanswered" })).toContain(asked);
    expect(await shown(reader, { view: "unanswered" })).not.toContain(answered);
    expect(await shown(reader, { view: "followed" })).toEqual([plain]);
    expect(await shown(reader, { view: "unread" })).toEqual([asked]);
    const topic = (await head(asked)).topics[0]?.id ?? 0;
    expect((await shown(reader, { topic })).sort()).toEqual([asked, answered].sort());
    expect(await shown(reader, { topic, view: "unread" })).toEqual([asked]);
  });

  it("puts what is pinned first on the first page and nowhere else, and loses or repeats nothing", async () => {
    const old = await world.begin(ines, "Ancienne, épinglée");
    await world.sql`update threads set last_message_at = '2020-01-01' where id = ${old}`;
    await audrey.post(pinRoute.action, "/x", { cle: await audrey.key(), etat: "oui" }, at(old));
    for (let n = 0; n < 35; n += 1) await world.begin(karine, `Discussion ${n}`);
    const actor = await member(ines);
    const first = await listThreads(actor, null);
    expect(first.threads[0]).toMatchObject({ id: old, pinned: true });
    const [micros = "", id = ""] = (first.next ?? "").split("-");
    const second = await listThreads(actor, { micros, id });
    const all = [...first.threads, ...second.threads].map((thread) => thread.id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((one) => one === old)).toHaveLength(1);
  });

  it("takes at most four statements whatever is asked, and takes nonsense for everything", async () => {
    await ines.get(listRoute.loader, "/discussions");
    for (const search of ["?voir=sans-reponse", "?voir=suivies&sujet=1", "?voir=non-lues", "?sujet=%00", "?voir=__proto__&sujet=1e9", "?sujet=999999999999999999"]) {
      const { status, statements } = await ines.get(listRoute.loader, `/discussions${search}`);
      expect([search, status, statements <= 4]).toEqual([search, 200, true]);
    }
    expect(parseFilter(new URLSearchParams("voir=constructor&sujet=-1"))).toEqual(EVERY_THREAD);
  });
});
