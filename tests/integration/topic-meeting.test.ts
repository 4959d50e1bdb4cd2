import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { topicPage } from "~/features/topic/pages.server";
import * as planRoute from "~/routes/comite.moments.nouveau";
import * as reviseRoute from "~/routes/comite.moments.$id._index";
import * as openRoute from "~/routes/comite.moments.$id.ouverture";
import * as cancelRoute from "~/routes/comite.moments.$id.rencontres.$sitting.annulation";
import * as heldRoute from "~/routes/comite.moments.$id.rencontres.$sitting.tenue";
import * as decideRoute from "~/routes/comite.sujets.$id._index";
import * as topicRoute from "~/routes/sujets.$id._index";
import * as voteRoute from "~/routes/sujets.$id.vote";
import * as newRoute from "~/routes/sujets.nouveau";
import * as told from "~/routes/notifications._index";
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

type Page = Awaited<ReturnType<typeof topicPage>>;
const at = (id: number, sitting?: number) => ({ id: String(id), ...(sitting ? { sitting: String(sitting) } : {}) });
const post = async (person: Person, route: { action: typeof openRoute.action }, fields: Record<string, string>, params: Record<string, string> = {}) => person.post(route.action, "/x", { cle: await person.key(), ...fields }, params);
const propose = async (person: Person, nom: string) => Number(/\d+/.exec((await post(person, newRoute, { nom, souhait: "", discussion: "" })).location ?? "")?.[0]);
const vote = (person: Person, id: number) => post(person, voteRoute, { vote: "oui" }, at(id));
const page = async (person: Person, id: number) => (await person.get(topicRoute.loader, `/sujets/${id}`, at(id))).data as Page;
const held = async (person: Person) => (await world.sql`select topic_id::int as id from topic_supports where member_id = ${person.id} and slot is not null order by 1`).map(({ id }) => Number(id));
const kinds = async (person: Person) => (await world.sql`select kind, place from notifications where member_id = ${person.id} and kind like 'topic%' order by id`).map(({ kind, place }) => `${kind} ${place}`);

const plan = async (sujets: string) => {
  const date = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const fields = { titre: "Un Moment", sujets, objectifs: "", question: "", ordre: "", pole: "", date, heure: "13:30", fuseau: "America/Toronto", duree: "120", lieu: "Salle A", lien: "", places: "", limite: "" };
  const { location } = await post(audrey, planRoute, fields);
  const id = Number(/\d+/.exec(location ?? "")?.[0]);
  const [sitting] = await world.sql`select id::int as id from sittings where meeting_id = ${id}`;
  return { id, sitting: Number(sitting?.id) };
};
const open = (id: number) => post(audrey, openRoute, {}, at(id));
const begun = (sitting: number) => world.sql`
  update sittings set answer_deadline = null, local_start = date_trunc('second', (now() - interval '3 hours') at time zone zone), starts_at = date_trunc('second', now() - interval '3 hours') where id = ${sitting}`;

describe("a topic and its meeting", () => {
  it("begins with the topic's words when it is planned from there", async () => {
    const id = await propose(ines, "Les transitions");
    const { values } = (await audrey.get(planRoute.loader, `/comite/moments/nouveau?sujet=${id}`)).data as { values: Record<string, string> };
    expect(values).toMatchObject({ titre: "Les transitions", sujets: "Les transitions" });
    expect((await audrey.get(planRoute.loader, "/comite/moments/nouveau?sujet=999999")).status).toBe(404);
  });

  it("changes nothing as a draft; opened, it plans the topic, gives the votes back and tells who asked, and nobody else", async () => {
    const id = await propose(ines, "Le langage");
    await vote(karine, id);
    await vote(audrey, id);
    const meeting = await plan("le LANGAGE");
    expect(await page(ines, id)).toMatchObject({ state: "proposed", meetings: [] });
    await open(meeting.id);
    await open(meeting.id);
    expect(await page(ines, id)).toMatchObject({ state: "planned", meetings: [{ id: meeting.id, state: "open" }], takesVotes: false, demand: expect.stringContaining("3 personnes") as string });
    expect([await held(karine), (await held(ines)).includes(id)]).toEqual([[], false]);
    expect([await kinds(ines), await kinds(karine), await kinds(audrey)]).toEqual([[`topic /moments/${meeting.id}`], [`topic /moments/${meeting.id}`], []]);
    const { unread } = (await karine.get(told.loader, "/notifications")).data as { unread: { sentence: string; to: string }[] };
    expect(unread[0]).toMatchObject({ sentence: "Vous aviez demandé ce sujet\u00a0: un Moment d’échange y sera consacré", to: `/moments/${meeting.id}` });
  });

  it("is discussed once a sitting was held, tells who asked, and can be deepened, which takes votes again", async () => {
    const id = await propose(karine, "Le sommeil");
    const meeting = await plan("Le sommeil");
    await open(meeting.id);
    await begun(meeting.sitting);
    await post(audrey, heldRoute, {}, at(meeting.id, meeting.sitting));
    expect(await page(karine, id)).toMatchObject({ state: "discussed", meetings: [{ state: "held" }] });
    expect((await page(karine, id)).stages.map(({ state }) => state)).toEqual(["done", "done", "done", "done", "planned"]);
    expect(await kinds(karine)).toContain(`topic-discussed /moments/${meeting.id}`);
    expect((await vote(ines, id)).status).toBe(409);
    await post(audrey, decideRoute, { etat: "approfondir", manque: "Les réveils la nuit." }, at(id));
    expect((await page(ines, id)).steps.at(-1)).toMatchObject({ words: "À approfondir", reasonName: "Ce qui reste à voir", reason: "Les réveils la nuit." });
    expect(await page(ines, id)).toMatchObject({ state: "deepen", demand: null });
    expect((await vote(ines, id)).status).toBe(303);
    expect(await page(ines, id)).toMatchObject({ demand: "Demandé par 1 personne de 1 organisation" });
  });

  it("leads to its minutes once they are open to correction, and is done when they are adopted", async () => {
    const id = await propose(karine, "L’alimentation");
    const meeting = await plan("L’alimentation");
    await open(meeting.id);
    await begun(meeting.sitting);
    await post(audrey, heldRoute, {}, at(meeting.id, meeting.sitting));
    const last = async () => [(await page(karine, id)).stages.at(-1), (await page(karine, id)).steps.at(-1)] as const;
    await world.sql`insert into minutes (meeting_id, body, html, renderer_version, written_by, written_at) values (${meeting.id}, 'x', '<p>x</p>', 1, ${audrey.id}, now())`;
    expect((await last())[0]).toMatchObject({ label: "Compte rendu", state: "planned", stateLabel: "à venir" });
    await world.sql`update minutes set opened_at = now(), opened_by = ${audrey.id}, closes_at = now() + interval '7 days' where meeting_id = ${meeting.id}`;
    expect(await last()).toMatchObject([{ state: "current", stateLabel: "ouvert à la correction" }, { words: "Compte rendu ouvert à la correction", link: { to: `/moments/${meeting.id}` } }]);
    await world.sql`update minutes set adopted_at = now(), number = 1 where meeting_id = ${meeting.id}`;
    expect(await last()).toMatchObject([{ state: "done" }, { words: "Compte rendu adopté", link: { to: `/moments/${meeting.id}/compte-rendu` }, knot: "done" }]);
  });

  it("is discussed in part while one of its sittings was held and another is to come", async () => {
    const id = await propose(audrey, "À deux endroits");
    const meeting = await plan("À deux endroits");
    await world.sql`insert into sittings (meeting_id, local_start, zone, starts_at, place) select meeting_id, local_start + interval '7 days', zone, starts_at + interval '7 days', place from sittings where id = ${meeting.sitting}`;
    await open(meeting.id);
    await begun(meeting.sitting);
    await post(audrey, heldRoute, {}, at(meeting.id, meeting.sitting));
    expect(await page(karine, id)).toMatchObject({ state: "discussed", meetings: [{ state: "held", part: "1 rencontre sur 2" }] });
  });

  it("waits again when its meeting is cancelled, with who asked for it, and not while another one is open", async () => {
    const solange = await world.join("Solange Thiffault");
    const id = await propose(solange, "Les écrans");
    const [first, second] = [await plan("Les écrans"), await plan("Les écrans")];
    await open(first.id);
    await open(second.id);
    const cancel = ({ id: meeting, sitting }: { id: number; sitting: number }) => post(audrey, cancelRoute, { raison: "Verglas", portee: "une" }, at(meeting, sitting));
    await cancel(first);
    expect((await page(ines, id)).state).toBe("planned");
    await cancel(second);
    expect(await page(ines, id)).toMatchObject({ state: "kept", demand: "Demandé par 1 personne de 1 organisation", takesVotes: true });
  });

  it("follows the topics that an open meeting gains and loses", async () => {
    const [gone, come] = [await propose(await world.join("Rose Achille"), "À perdre"), await propose(await world.join("Lise Aubin"), "À gagner")];
    const meeting = await plan("À perdre");
    await open(meeting.id);
    const [row] = await world.sql`select revision from meetings where id = ${meeting.id}`;
    await post(audrey, reviseRoute, { titre: "Un Moment", sujets: "À gagner", objectifs: "", question: "", ordre: "", version: String(row?.revision) }, at(meeting.id));
    expect([(await page(ines, gone)).state, (await page(ines, come)).state]).toEqual(["kept", "planned"]);
  });

  it("never holds a vote once it is planned, while people vote at that very moment", async () => {
    const id = await propose(await world.join("Ève Lanctôt"), "En même temps");
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => world.join(`Votante ${n}`)));
    const meeting = await plan("En même temps");
    const answers = await Promise.all([open(meeting.id), ...people.map((person) => vote(person, id))]);
    expect(answers[0]?.status).toBe(303);
    expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
    expect(await world.sql`select 1 from topic_supports where topic_id = ${id} and slot is not null`).toHaveLength(0);
  });
});
