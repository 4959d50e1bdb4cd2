import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { topicPage, topicsPage } from "~/features/topic/pages.server";
import * as dismissRoute from "~/routes/comite.sujets.$id.ecart";
import * as mergeRoute from "~/routes/comite.sujets.$id.fusion";
import * as decideRoute from "~/routes/comite.sujets.$id._index";
import * as raiseRoute from "~/routes/comite.sujets.$id.tete";
import * as headRoute from "~/routes/discussions.$id.entete";
import * as listRoute from "~/routes/sujets._index";
import * as topicRoute from "~/routes/sujets.$id._index";
import * as voteRoute from "~/routes/sujets.$id.vote";
import * as newsRoute from "~/routes/sujets.nouveautes";
import * as newRoute from "~/routes/sujets.nouveau";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let audrey: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant", { organisation: "Centre de santé" });
  audrey = await world.join("Audrey Lemire");
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
});
afterAll(() => world.close());

type Page = Awaited<ReturnType<typeof topicPage>>;
type List = Extract<Awaited<ReturnType<typeof topicsPage>>, { shelf: "attente" }>;
type Route = { action: typeof voteRoute.action };

const at = (id: number) => ({ id: String(id) });
const post = async (person: Person, route: Route, id: number, fields: Record<string, string>) => person.post(route.action, `/x/${id}`, { cle: await person.key(), ...fields }, at(id));
const vote = (person: Person, id: number, wanted = true) => post(person, voteRoute, id, { vote: wanted ? "oui" : "non" });
const propose = async (person: Person, nom: string, fields: Record<string, string> = {}) => {
  const answer = await person.post(newRoute.action, "/sujets/nouveau", { cle: await person.key(), nom, souhait: "", discussion: "", ...fields });
  return { ...answer, id: Number(/\/sujets\/(\d+)/.exec(answer.location ?? "")?.[1]) };
};
const page = async (person: Person, id: number) => (await person.get(topicRoute.loader, `/sujets/${id}`, at(id))).data as Page;
const list = async (person: Person) => (await person.get(listRoute.loader, "/sujets")).data as List;
const held = async (person: Person) => (await world.sql`select topic_id::int as id from topic_supports where member_id = ${person.id} and slot is not null order by 1`).map(({ id }) => Number(id));
const free = () => world.sql`update topic_supports set slot = null, returned_at = now() where member_id in (${ines.id}, ${karine.id}, ${audrey.id})`;

describe("the list of topics", () => {
  it("stands in the order of its scores, and each line says why, with one's own votes", async () => {
    const small = await propose(ines, "Un petit sujet");
    const large = await propose(ines, "Un grand sujet");
    await vote(karine, large.id);
    const { waiting, votes } = await list(ines);
    const rank = (id: number) => waiting.findIndex((topic) => topic.id === id);
    expect(rank(large.id)).toBeLessThan(rank(small.id));
    expect(waiting[rank(large.id)]).toMatchObject({ mine: true, why: "2 personnes de 2 organisations, depuis moins d’un mois\u00a0: 2\u00a0×\u00a02\u00a0×\u00a01\u00a0=\u00a04\u00a0points." });
    expect(votes).toBe(3);
    expect((await list(karine)).waiting[rank(small.id)]).toMatchObject({ mine: false });
    await free();
  });

  it("counts somebody of two organisations once, and both of these", async () => {
    const { id } = await propose(ines, "Deux organisations");
    await world.sql`insert into memberships (member_id, organisation_id) select ${ines.id}, id from organisations where name = 'Centre de santé'`;
    expect((await page(ines, id)).demand).toBe("Demandé par 1 personne de 2 organisations");
    await world.sql`delete from memberships where member_id = ${ines.id} and organisation_id in (select id from organisations where name = 'Centre de santé')`;
    await free();
  });

  it("counts no vote of somebody who pauses or has left", async () => {
    const yves = await world.join("Yves Pause", { state: "paused" });
    const { id } = await propose(ines, "Des votes qui s’effacent");
    await world.sql`insert into topic_supports (topic_id, member_id, given_at, slot) values (${id}, ${yves.id}, now(), 1)`;
    expect((await page(ines, id)).demand).toContain("1 personne ");
    await free();
  });

  it("is read page by page, in the same order, with the words of discussions apart", async () => {
    for (let n = 0; n < 35; n += 1) await world.sql`insert into topics (name, asked_at) values (${`Liste ${String(n).padStart(2, "0")}`}, now() - ${n} * interval '1 minute')`;
    const threadId = await world.begin(ines, "Corps", "Des mots");
    await world.sql`with made as (insert into topics (name) select 'Mot ' || lpad(n::text, 2, '0') from generate_series(1, 33) n returning id) insert into thread_topics (thread_id, topic_id) select ${threadId}, id from made`;
    const seen: number[] = [];
    const words: string[] = [];
    const read = async (path: string) => (await ines.get(listRoute.loader, path)).data as Awaited<ReturnType<typeof topicsPage>>;
    const first = await list(ines);
    expect([first.waiting.length, first.words.length, first.moreWords]).toEqual([30, 20, "/sujets?etat=discussions"]);
    for (let path: string | null = "/sujets"; path; ) {
      const page = await read(path);
      if ("waiting" in page) seen.push(...page.waiting.map(({ id }) => id));
      path = page.older || null;
    }
    for (let path: string | null = "/sujets?etat=discussions"; path; ) {
      const page = await read(path);
      if (page.shelf === "discussions") words.push(...page.words.map(({ name }) => name));
      path = page.older || null;
    }
    const [{ asked, named } = { asked: 0, named: 0 }] = await world.sql<{ asked: number; named: number }[]>`select count(*) filter (where asked_at is not null)::int as asked, count(*) filter (where name like 'Mot %')::int as named from topics where state in ('proposed', 'kept', 'deepen')`;
    expect([seen.length, new Set(seen).size]).toEqual([asked, asked]);
    expect(words.filter((name) => name.startsWith("Mot ")).length).toBe(named);
    expect(words).toEqual([...words].sort((a, b) => a.localeCompare(b, "fr")));
    await world.sql`delete from topics where name like 'Liste %' or name like 'Mot %'`;
  });

  it("is made in at most five statements, a page in four, and a look for news in two", async () => {
    const { id } = await propose(ines, "À compter");
    await list(ines);
    for (const [loader, path, most] of [[listRoute.loader, "/sujets", 5], [listRoute.loader, "/sujets?etat=discutes&avant=9", 5], [listRoute.loader, "/sujets?etat=ecartes&avant=x", 5], [topicRoute.loader, `/sujets/${id}`, 4], [newsRoute.loader, "/sujets/nouveautes?sujet=%00", 2]] as const) {
      const { status, statements } = await ines.get(loader, path, at(id));
      expect([path, status, statements <= most]).toEqual([path, 200, true]);
    }
    await free();
  });
});

describe("proposing", () => {
  it("joins the wish to a topic of that name, whatever its accents, and says so", async () => {
    const one = await propose(ines, "La santé mentale", { souhait: "La nôtre aussi." });
    const two = await propose(karine, "la sante MENTALE");
    expect([one.location, two.location]).toEqual([`/sujets/${one.id}?fait=propose`, `/sujets/${one.id}?fait=propose`]);
    expect(await page(karine, one.id)).toMatchObject({ demand: "Demandé par 2 personnes de 2 organisations", wish: "La nôtre aussi.", mine: true });
    await free();
  });

  it("makes a topic of a discussion in one act, and ties them", async () => {
    const threadId = await world.begin(ines, "Corps", "Les allergies au service de garde");
    const source = (await karine.get(newRoute.loader, `/sujets/nouveau?discussion=${threadId}`)).data as { source: { name: string } };
    const { id } = await propose(karine, source.source.name, { discussion: String(threadId) });
    expect((await page(ines, id)).steps.map(({ link }) => link?.to)).toContain(`/discussions/${threadId}#nouveau`);
    const head = JSON.parse((await ines.get(headRoute.loader, "/x", at(threadId))).body) as { topics: { to: string }[] };
    expect(head.topics[0]?.to).toBe(`/sujets/${id}`);
    await world.sql`update threads set removed_at = now(), removed_by = ${audrey.id} where id = ${threadId}`;
    expect((await page(ines, id)).discussed).toBe(false);
    expect((await propose(karine, "Autre", { discussion: String(threadId) })).status).toBe(404);
    await free();
  });

  it("keeps what was typed when the name does not do, and is not for who pauses", async () => {
    const refused = await propose(ines, " ", { souhait: "Mon souhait" });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ problem: { fields: { nom: "Nommez le sujet en quelques mots." }, values: { souhait: "Mon souhait" } } });
    expect((await propose(await world.join("Paule Pause", { state: "paused" }), "Pause")).status).toBe(403);
  });
});

describe("what the committee decides", () => {
  it("is the committee's alone: to others the pages are not there, and nothing changes", async () => {
    const { id } = await propose(ines, "Pour le comité");
    for (const [route, fields] of [[decideRoute, { etat: "retenu" }], [dismissRoute, { raison: "Non" }], [raiseRoute, { raison: "Oui" }], [mergeRoute, { dans: "1" }]] as const) {
      expect((await post(ines, route, id, fields)).status).toBe(404);
    }
    expect(await page(ines, id)).toMatchObject({ state: "proposed", lead: null, plan: null });
    await free();
  });

  it("keeps, raises with a reason that everyone reads, and puts back", async () => {
    const { id } = await propose(ines, "À retenir");
    expect((await post(audrey, decideRoute, id, { etat: "retenu" })).location).toBe(`/sujets/${id}?fait=retenu`);
    expect((await post(audrey, raiseRoute, id, { raison: " " })).status).toBe(422);
    await post(audrey, raiseRoute, id, { raison: "L’actualité nous presse." });
    expect((await list(ines)).waiting[0]).toMatchObject({ id, state: "kept", raisedReason: "L’actualité nous presse." });
    await post(audrey, decideRoute, id, { etat: "rang" });
    expect((await page(ines, id)).raisedReason).toBeNull();
    expect((await page(ines, id)).steps.map(({ words }) => words)).toEqual(["Proposé par Inès Benkhelil", "Retenu par le comité", "Placé en tête par le comité", "Remis à son rang"]);
    await free();
  });

  it("sets aside with a reason, gives the votes back, and can open it again", async () => {
    const { id } = await propose(ines, "À écarter");
    await post(audrey, dismissRoute, id, { raison: "Déjà couvert ailleurs." });
    expect(await page(ines, id)).toMatchObject({ state: "dismissed", reason: "Déjà couvert ailleurs.", takesVotes: false });
    expect(await held(ines)).not.toContain(id);
    expect((await vote(karine, id)).status).toBe(409);
    await post(audrey, decideRoute, id, { etat: "rouvert" });
    expect((await vote(karine, id)).status).toBe(303);
    expect((await post(audrey, decideRoute, id, { etat: "approfondir" })).status).toBe(409);
    await free();
  });

  it("never holds a vote for a topic that it sets aside while twenty people vote", async () => {
    const { id } = await propose(ines, "Une course");
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => world.join(`Personne ${n}`)));
    await Promise.all([...people.map((person) => vote(person, id)), post(audrey, dismissRoute, id, { raison: "Course" })]);
    expect(await world.sql`select 1 from topic_supports where topic_id = ${id} and slot is not null`).toHaveLength(0);
    await free();
  });
});

describe("merging", () => {
  it("refuses a topic and itself, beside the field", async () => {
    const { id } = await propose(ines, "Moi-même");
    const refused = await post(audrey, mergeRoute, id, { dans: String(id) });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({ problem: { fields: { dans: "Un sujet ne se fusionne pas avec lui-même. Choisissez-en un autre." } } });
    expect((await post(audrey, mergeRoute, id, { dans: "999999" })).status).toBe(404);
    await free();
  });

  it("keeps the supporters of both, counts each once, and gives the second vote back", async () => {
    const yves = await world.join("Yves Laplante", { organisation: "Bibliothèque" });
    const one = await propose(ines, "Le jeu libre");
    const two = await propose(karine, "Jouer librement");
    await vote(ines, two.id);
    await vote(yves, one.id);
    const threadId = await world.begin(ines, "On joue");
    await world.sql`insert into thread_topics (thread_id, topic_id) values (${threadId}, ${one.id})`;
    expect((await post(audrey, mergeRoute, one.id, { dans: String(two.id) })).location).toBe(`/sujets/${two.id}?fait=fusion`);
    expect(await page(ines, two.id)).toMatchObject({ demand: "Demandé par 3 personnes de 3 organisations", discussed: true });
    expect([await held(ines), await held(karine), await held(yves)]).toEqual([[two.id], [two.id], [two.id]]);
    expect(await page(ines, one.id)).toMatchObject({ state: "merged", into: { name: "Jouer librement" }, takesVotes: false });
    expect((await propose(yves, "le JEU libre")).id).toBe(two.id);
    expect((await post(audrey, mergeRoute, two.id, { dans: String(one.id) })).status).toBe(409);
    expect((await page(ines, two.id)).steps.map(({ words }) => words)).toContain("Fusionné, sous le nom «\u00a0Le jeu libre\u00a0»");
    await free();
  });

  it("leads everything that was merged to the last of them, and makes one of two at once", async () => {
    const [a, b, c] = [await propose(ines, "Chaîne A"), await propose(ines, "Chaîne B"), await propose(ines, "Chaîne C")];
    await post(audrey, mergeRoute, a.id, { dans: String(b.id) });
    await post(audrey, mergeRoute, b.id, { dans: String(c.id) });
    expect((await propose(karine, "chaine a")).id).toBe(c.id);
    expect((await page(ines, c.id)).demand).toBe("Demandé par 2 personnes de 2 organisations");
    const [x, y] = [await propose(karine, "Croisé X"), await propose(karine, "Croisé Y")];
    const answers = await Promise.all([post(audrey, mergeRoute, x.id, { dans: String(y.id) }), post(audrey, mergeRoute, y.id, { dans: String(x.id) })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    await free();
  });
});

describe("the page of a topic", () => {
  it("is the same 404 for what is not there and for a word of the committee's drafts alone", async () => {
    const [topic] = await world.sql`insert into topics (name) values ('Secret du comité') returning id::int as id`;
    expect((await ines.get(topicRoute.loader, "/x", at(Number(topic?.id)))).status).toBe(404);
    expect((await ines.get(topicRoute.loader, "/x", at(999_999))).status).toBe(404);
    expect((await vote(ines, Number(topic?.id))).status).toBe(404);
    expect((await audrey.get(topicRoute.loader, "/x", at(Number(topic?.id)))).status).toBe(200);
  });

  it("says to open pages that a vote moved, by a number that only grows", async () => {
    const { id } = await propose(ines, "En direct");
    const stamp = async () => (JSON.parse((await karine.get(newsRoute.loader, `/sujets/nouveautes?sujet=${id}`)).body) as { stamp: number }).stamp;
    const before = await stamp();
    await vote(karine, id);
    expect(await stamp()).toBeGreaterThan(before);
    await free();
  });
});
