import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HeadData } from "~/features/thread/head-pages.server";
import type { CatchUp } from "~/features/thread/since-queries.server";
import * as announceRoute from "~/routes/discussions.$id.annonce";
import * as headRoute from "~/routes/discussions.$id.entete";
import * as pinRoute from "~/routes/discussions.$id.epingle";
import * as closeRoute from "~/routes/discussions.$id.fermeture";
import * as leadRoute from "~/routes/discussions.$id.gestion";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as askRoute from "~/routes/discussions.$id.question";
import * as answerRoute from "~/routes/discussions.$id.reponse";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as listRoute from "~/routes/discussions._index";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

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
type Route = { action: typeof closeRoute.action };
const post = async (person: Person, route: Route, id: number, fields: Record<string, string>) => person.post(route.action, `/discussions/${id}/x`, { cle: await person.key(), ...fields }, at(id));
const head = async (id: number) => JSON.parse((await ines.get(headRoute.loader, `/discussions/${id}/entete`, at(id))).body) as HeadData & { title: string };
const reply = async (person: Person, id: number, texte: string): Promise<number> => {
  const { location } = await person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte }, at(id));
  return Number(location?.split("message-")[1]);
};

describe("who leads a thread", () => {
  it("is who began it and the committee; others are refused and change nothing", async () => {
    const id = await world.begin(ines, "Qui a un modèle de lettre?");
    expect((await post(karine, closeRoute, id, { etat: "oui" })).status).toBe(403);
    expect((await post(karine, leadRoute, id, { titre: "Autre" })).status).toBe(403);
    expect((await post(ines, pinRoute, id, { etat: "oui" })).status).toBe(403);
    expect((await post(ines, announceRoute, id, { etat: "oui" })).status).toBe(403);
    expect(await head(id)).toMatchObject({ title: "Qui a un modèle de lettre?", closed: null, pinned: false, announced: false });
    expect((await post(ines, leadRoute, id, { titre: "Modèle de lettre" })).location).toBe(`/discussions/${id}/gestion`);
    expect((await post(audrey, pinRoute, id, { etat: "oui" })).status).toBe(303);
    expect(await head(id)).toMatchObject({ title: "Modèle de lettre", pinned: true });
  });

  it("gets the same 404 for a thread that was removed as for none", async () => {
    const id = await world.begin(ines, "Retirée");
    await world.sql`update threads set removed_at = now(), removed_by = ${audrey.id} where id = ${id}`;
    expect((await post(karine, closeRoute, id, { etat: "oui" })).status).toBe(404);
    expect((await post(karine, closeRoute, 999_999, { etat: "oui" })).status).toBe(404);
  });

  it("keeps a title that does not do beside its field", async () => {
    const id = await world.begin(ines, "Un titre");
    const refused = await post(ines, leadRoute, id, { titre: " " });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ problem: { fields: { titre: "Écrivez un titre." } } });
  });
});

describe("a closed thread", () => {
  it("takes no reply until it is opened again, and keeps who closed it first", async () => {
    const id = await world.begin(ines, "À fermer");
    await post(ines, closeRoute, id, { etat: "oui" });
    await post(audrey, closeRoute, id, { etat: "oui" });
    expect((await head(id)).closed?.by).toBe("Inès Benkhelil");
    const refused = await karine.post(threadRoute.action, `/discussions/${id}`, { cle: await karine.key(), texte: "Trop tard" }, at(id));
    expect(refused.status).toBe(409);
    expect(refused.data).toMatchObject({ problem: { code: "thread.closed", values: { texte: "Trop tard" } } });
    await post(audrey, closeRoute, id, { etat: "non" });
    expect(await reply(karine, id, "De nouveau")).toBeGreaterThan(0);
  });
});

describe("a question", () => {
  it("takes one of its own messages as the answer, tells its author, and can take that back", async () => {
    const id = await world.begin(ines, "Une question");
    const elsewhere = await reply(karine, await world.begin(ines, "Ailleurs"), "Ailleurs");
    const answer = await reply(karine, id, "Voici");
    expect((await post(ines, answerRoute, id, { message: String(answer) })).status).toBe(409);
    await post(ines, askRoute, id, { etat: "oui" });
    expect((await post(ines, answerRoute, id, { message: String(elsewhere) })).status).toBe(409);
    expect((await post(ines, answerRoute, id, { message: String(answer) })).status).toBe(303);
    expect((await head(id)).answer).toEqual({ author: "Karine Tousignant", to: `/discussions/${id}?depuis=2#message-${answer}` });
    expect(await world.sql`select 1 from pgboss.job where name = 'notification.spread' and data ->> 'cause' = 'answer' and data ->> 'messageId' = ${String(answer)}`).toHaveLength(1);
    await post(ines, answerRoute, id, { message: "" });
    expect(await head(id)).toMatchObject({ asked: true, answer: null });
  });

  it("is open again once its answer is deleted", async () => {
    const id = await world.begin(ines, "Une question");
    const answer = await reply(karine, id, "Voici");
    await post(ines, askRoute, id, { etat: "oui" });
    await post(ines, answerRoute, id, { message: String(answer) });
    await world.sql`update messages set body = '', html = '', deleted_at = now(), deleted_by = ${karine.id} where id = ${answer}`;
    expect(await head(id)).toMatchObject({ asked: true, answer: null });
    expect((await karine.get(listRoute.loader, "/discussions")).markup.get("discussions")).not.toContain("Réponse trouvée");
  });
});

describe("the head of a thread", () => {
  it("moves for open pages without the messages, in at most two statements and one more of the session", async () => {
    const id = await world.begin(ines, "Une annonce");
    const since = async (revision: number) => JSON.parse((await karine.get(newsRoute.loader, `/discussions/${id}/nouveautes?since=${revision}`, at(id))).body) as CatchUp;
    const before = await since(0);
    await post(audrey, announceRoute, id, { etat: "oui" });
    expect(await since(before.revision)).toMatchObject({ revision: before.revision + 1, count: 0, head: true });
    expect((await karine.get(headRoute.loader, `/discussions/${id}/entete`, at(id))).statements).toBeLessThanOrEqual(3);
    expect((await karine.get(listRoute.loader, "/discussions")).markup.get("discussions")).toContain("Annonce");
  });

  it("stays true when twenty people change it at once", async () => {
    const id = await world.begin(ines, "Vingt à la fois");
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post(n % 2 ? ines : audrey, closeRoute, id, { etat: n % 3 ? "oui" : "non" })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const [thread] = await world.sql`select revision, head_revision from threads where id = ${id}`;
    expect([Number(thread?.revision), Number(thread?.head_revision)]).toEqual([21, 21]);
  });
});
