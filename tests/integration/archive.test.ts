import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetLimits } from "~/kit/limits.server";
import type { archivedPage, archivePage, reviewPage } from "~/features/archive/pages.server";
import type { checkPage, previewPage } from "~/features/archive/transfer/pages.server";
import * as listRoute from "~/routes/archive._index";
import * as textRoute from "~/routes/archive.$id._index";
import * as claimRoute from "~/routes/archive.$id.revendication";
import * as previewRoute from "~/routes/archive.apports.$id.apercu";
import * as correctRoute from "~/routes/archive.apports.$id.textes.$text";
import * as checkRoute from "~/routes/archive.apports.$id.verification";
import * as takeBackRoute from "~/routes/archive.retrait";
import * as reviewRoute from "~/routes/comite.archive._index";
import * as settleRoute from "~/routes/comite.archive.revendications";
import * as actRoute from "~/routes/comite.signalements.$id.$act";
import * as searchRoute from "~/routes/recherche";
import * as reportRoute from "~/routes/signaler.$subject.$id";
import type { SearchData } from "~/features/search/pages.server";
import { GROUP, metaArchive } from "../support/meta-archive";
import { at, bring, bringAndPublish, chooseGroup, clear, publish } from "./archive-world";
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
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee'), (${audrey.id}, 'administrator')`;
});
afterEach(async () => {
  forgetLimits();
  await clear(world);
});
afterAll(() => world.close());

const MITTENS = { day: "2021-03-01", text: "Où trouver des mitaines d’extérieur?" };
const INES = () => metaArchive("Inès Benkhelil", [MITTENS, { day: "2021-06-01", text: "Belle fin d’année à tous" }]);
const KARINE = () => metaArchive("Karine Tousignant", [], [{ day: "2021-03-02", text: "À la friperie de la gare", on: "Inès Benkhelil" }]);

type List = Awaited<ReturnType<typeof archivePage>>;
type Thread = Awaited<ReturnType<typeof archivedPage>>;
type Queue = Awaited<ReturnType<typeof reviewPage>>;

const list = async (person: Person) => ((await person.get(listRoute.loader, "/archive")).data as List).heads;
const thread = async (person: Person, id: number) => person.get(textRoute.loader, `/archive/${id}`, at(id));
const texts = async (person: Person, id: number) => ((await thread(person, id)).data as Thread).texts;
const idOf = async (body: string) => Number((await world.sql`select id from archive_texts where body = ${body}`)[0]?.id ?? 0);
const post = async (person: Person, route: { action: typeof claimRoute.action }, path: string, fields: Record<string, string> = {}, params: Record<string, string> = {}) => person.post(route.action, path, { cle: await person.key(), ...fields }, params);
const found = async (word: string) => ((await karine.get(searchRoute.loader, `/recherche?q=${word}`)).data as SearchData).groups.flatMap(({ results }) => results.map(({ to }) => to));
const queue = async () => (await audrey.get(reviewRoute.loader, "/comite/archive")).data as Queue;
const review = (acte: string, ids: number[], more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const id of ids) form.append("coche", String(id));
  for (const [name, value] of Object.entries({ acte, ...more })) form.append(name, value);
  return audrey.key().then((key) => {
    form.append("cle", key);
    return audrey.post(reviewRoute.action, "/comite/archive", form);
  });
};

describe("what is published", () => {
  it("stands at its own dates under its bringer's name, and notifies nobody, counts nowhere, and leaves discussions as they were", async () => {
    const before = await world.sql`select (select count(*)::int from notifications) as told, (select count(*)::int from threads) as threads, (select count(*)::int from outbox_mails) as mails`;
    await bringAndPublish(ines, INES(), GROUP);
    expect((await list(karine)).map(({ excerpt, who, when, state }) => [excerpt, who, when, state])).toEqual([
      ["Belle fin d’année à tous", "Inès Benkhelil", "1er juin 2021", "Pas encore relu"],
      ["Où trouver des mitaines d’extérieur?", "Inès Benkhelil", "1er mars 2021", "Pas encore relu"],
    ]);
    expect(await world.sql`select (select count(*)::int from notifications) as told, (select count(*)::int from threads) as threads, (select count(*)::int from outbox_mails) as mails`).toEqual(before);
    expect(await world.sql`select 1 from archive_finds`).toHaveLength(0);
  });

  it("is once, however many times the same archive is brought, and after a correction too", async () => {
    await bringAndPublish(ines, INES(), GROUP);
    await bringAndPublish(ines, INES(), GROUP);
    await bringAndPublish(karine, INES(), GROUP, { compte: "autre" });
    expect(await list(karine)).toHaveLength(2);
    expect(await world.sql`select 1 from archive_sources`).toHaveLength(4);
  });

  it.each([["the post first", true], ["the comment first", false]])("of two people is one thread, %s", async (_order, postFirst) => {
    const [one, two] = postFirst ? [() => bringAndPublish(ines, INES(), GROUP), () => bringAndPublish(karine, KARINE(), GROUP)] : [() => bringAndPublish(karine, KARINE(), GROUP), () => bringAndPublish(ines, INES(), GROUP)];
    await one();
    await two();
    expect((await list(audrey)).map(({ excerpt, comments }) => [excerpt, comments])).toEqual([["Belle fin d’année à tous", null], [MITTENS.text, "1 commentaire"]]);
    expect((await texts(audrey, await idOf(MITTENS.text))).map(({ body, author }) => [body, author?.name])).toEqual([[MITTENS.text, "Inès Benkhelil"], ["À la friperie de la gare", "Karine Tousignant"]]);
    expect(await texts(audrey, await idOf("À la friperie de la gare"))).toHaveLength(2);
  });

  it("twice at once by two people is once", async () => {
    const [one, two] = [await bring(ines, INES()), await bring(karine, INES())];
    await chooseGroup(ines, one, GROUP);
    await chooseGroup(karine, two, GROUP, { compte: "autre" });
    await Promise.all([publish(ines, one), publish(karine, two)]);
    expect(await list(audrey)).toHaveLength(2);
  });

  it("of somebody else's account stands under nobody's name, replies to replies where their post is", async () => {
    const archive = metaArchive("Une Autre", [MITTENS], [
      { day: "2021-03-02", text: "Un commentaire", on: "own" },
      { day: "2021-03-03", text: "Une réponse", on: "Une Autre", reply: true },
      { day: "2021-09-03", text: "Bien plus tard", on: "own" },
    ]);
    await bringAndPublish(ines, archive, GROUP, { compte: "autre" });
    expect((await list(karine)).map(({ excerpt, who }) => [excerpt, who])).toEqual([["Bien plus tard", "Une personne membre"], [MITTENS.text, "Une personne membre"]]);
    expect((await texts(karine, await idOf("Une réponse"))).map(({ body }) => body)).toEqual([MITTENS.text, "Un commentaire", "Une réponse"]);
  });

  it("is listed in few statements, whatever there is of it, and further pages follow", async () => {
    await bringAndPublish(ines, metaArchive("Inès Benkhelil", Array.from({ length: 70 }, (_, n) => ({ day: new Date(Date.UTC(2020, 0, 1 + n, 12)).toISOString(), text: `Texte ${n}` }))), GROUP);
    const seen: string[] = [];
    for (let path: string | null = "/archive"; path; ) {
      const { data, statements } = await karine.get(listRoute.loader, path);
      expect(statements).toBeLessThanOrEqual(3);
      seen.push(...(data as List).heads.map(({ excerpt }) => excerpt));
      path = (data as List).older;
    }
    expect(seen).toEqual(Array.from({ length: 70 }, (_, n) => `Texte ${69 - n}`));
  });
});

describe("discretion", () => {
  const RISKY = "Léo, 4 ans, TSA, est arrivé dans mon groupe de Bécancour.";
  const REFUSED = "Sa carte est la LEOT 2003 0512.";
  const archive = () => metaArchive("Inès Benkhelil", [{ day: "2021-01-01", text: RISKY }, { day: "2021-01-02", text: "La carte TREM 2003 0512 est perdue." }, { day: "2021-01-03", text: "Merci à toute l’équipe" }]);
  const check = async (id: number) => (await ines.get(checkRoute.loader, `/archive/apports/${id}/verification`, at(id))).data as Awaited<ReturnType<typeof checkPage>>;
  const stand = async (id: number, texte: number, acte: string) => post(ines, checkRoute, `/archive/apports/${id}/verification`, { numero: String(texte), acte }, at(id));

  it("lists the texts that would bother with their words, and publishes nothing before each is decided", async () => {
    const id = await bring(ines, archive());
    await chooseGroup(ines, id, GROUP);
    const { count, texts: doubtful } = await check(id);
    expect([count, doubtful.map(({ refused }) => refused)]).toEqual([2, [false, true]]);
    expect(doubtful[0]?.passages[0]?.words).toMatch(/Léo/);
    expect(((await ines.get(previewRoute.loader, `/archive/apports/${id}/apercu`, at(id))).data as Awaited<ReturnType<typeof previewPage>>).open).toBe(2);
    expect((await publish(ines, id)).location).toBe(`/archive/apports/${id}/verification`);
    expect(await list(ines)).toEqual([]);
    const [risky, number] = doubtful.map(({ id: text }) => text);
    expect((await stand(id, number ?? 0, "publier")).status).toBe(422);
    await stand(id, risky ?? 0, "publier");
    await stand(id, number ?? 0, "laisser");
    expect((await publish(ines, id)).location).toBe(`/archive/apports/${id}?fait=publie`);
    expect((await list(karine)).map(({ excerpt }) => excerpt)).toEqual(["Merci à toute l’équipe", RISKY]);
  });

  it("takes a text in other words, asks about these too, and keeps the first ones nowhere", async () => {
    const id = await bring(ines, archive());
    await chooseGroup(ines, id, GROUP);
    const [risky, number] = (await check(id)).texts.map(({ id: text }) => text);
    const correct = async (corps: string) => post(ines, correctRoute, `/archive/apports/${id}/textes/${risky}`, { corps }, { ...at(id), text: String(risky) });
    expect((await correct("Léo, 4 ans, TSA, est revenu.")).status).toBe(422);
    expect((await correct(REFUSED.replace("LEOT 2003 0512", "LEOT 20030512"))).status).toBe(422);
    expect((await correct("Un enfant est arrivé dans mon groupe.")).location).toContain("fait=corriger");
    await stand(id, number ?? 0, "laisser");
    await publish(ines, id);
    expect((await list(karine)).map(({ excerpt }) => excerpt)).toEqual(["Merci à toute l’équipe", "Un enfant est arrivé dans mon groupe."]);
    expect(JSON.stringify([await world.sql`select * from archive_texts`, await world.sql`select * from archive_finds`, await world.sql`select * from audit_entries`])).not.toContain("Léo");
    const again = await bring(ines, archive());
    await chooseGroup(ines, again, GROUP);
    for (const { id: text, refused } of (await check(again)).texts) await stand(again, text, refused ? "laisser" : "publier");
    await publish(ines, again);
    expect(await list(karine)).toHaveLength(2);
  });
});

describe("the committee", () => {
  it("reads what came, lets search find it in one act for many, and leaves out what is not for here, with a reason to its bringer", async () => {
    await bringAndPublish(ines, INES(), GROUP);
    expect((await queue()).waiting.map(({ body, by }) => [body, by])).toEqual([[MITTENS.text, "Inès Benkhelil"], ["Belle fin d’année à tous", "Inès Benkhelil"]]);
    expect(await found("mitaines")).toEqual([]);
    const [mittens, year] = [await idOf(MITTENS.text), await idOf("Belle fin d’année à tous")];
    expect((await review("accepter", [])).status).toBe(422);
    await review("accepter", [mittens]);
    await review("laisser", [year], { raison: "Hors du cadre." });
    expect(await found("mitaines")).toEqual([`/archive/${mittens}`]);
    expect((await list(karine)).map(({ id }) => id)).toEqual([mittens]);
    expect((await thread(karine, year)).status).toBe(404);
    expect((await texts(ines, year))[0]?.state).toEqual({ word: "Laissé de côté par le comité", note: "Hors du cadre." });
    await review("accepter", [year]);
    expect(await found("belle")).toEqual([`/archive/${year}`]);
    expect((await ines.get(reviewRoute.loader, "/comite/archive")).status).toBe(404);
  });

  it("has a reported text out of sight at once, and takes what gives somebody away out of it for good; brought or taken back again, it stays away", async () => {
    await bringAndPublish(ines, INES(), GROUP);
    const id = await idOf(MITTENS.text);
    await review("accepter", [id]);
    const at_ = { subject: "archive", id: String(id) };
    const report = await post(karine, reportRoute, `/signaler/archive/${id}`, { motif: "personal-information", precision: "", passage: "texte" }, at_);
    expect(report.status).toBe(303);
    expect([(await texts(karine, id))[0]?.body, await found("mitaines")]).toEqual(["Passage masqué", []]);
    const [one] = await world.sql`select max(id)::int as id from reports`;
    expect(await world.sql`select 1 from incidents where report_id = ${String(one?.id)}`).toHaveLength(1);
    await post(audrey, actRoute, `/comite/signalements/${one?.id}/caviardage`, { mot: "Voici pourquoi.", texte: "Où trouver des vêtements d’hiver?" }, { id: String(one?.id), act: "caviardage" });
    expect((await texts(karine, id))[0]?.body).toBe("Où trouver des vêtements d’hiver?");
    await bringAndPublish(ines, INES(), GROUP);
    expect(JSON.stringify(await world.sql`select body from archive_texts`)).not.toContain("mitaine");
    await post(ines, takeBackRoute, "/archive/retrait");
    expect((await list(karine)).map(({ excerpt }) => excerpt)).toEqual([]);
    expect(await world.sql`select body, author_id from archive_texts`).toEqual([{ body: "(texte repris)", author_id: null }]);
  });
});

describe("« C’est moi »", () => {
  const claim = async (person: Person, id: number) => post(person, claimRoute, `/archive/${id}/revendication`, {}, at(id));
  const settle = async (decision: string, n = 0) => post(audrey, settleRoute, "/comite/archive/revendications", { revendication: String((await queue()).claims[n]?.id ?? 0), decision });
  const brought = () => bringAndPublish(ines, metaArchive("Karine Tousignant", [MITTENS, { day: "2021-06-01", text: "Belle fin d’année à tous" }]), GROUP, { compte: "autre" });

  it("is confirmed by the committee alone, who is told whether the name is that of the archive, and goes for all texts of the author", async () => {
    await brought();
    const id = await idOf(MITTENS.text);
    expect((await texts(karine, id))[0]).toMatchObject({ mayClaim: true, author: null });
    await claim(karine, id);
    await claim(karine, id);
    await claim(ines, id);
    expect((await texts(karine, id))[0]).toMatchObject({ mayClaim: false, claim: "waiting", author: null });
    expect((await queue()).claims.map(({ name, same, others }) => [name, same, others])).toEqual([["Karine Tousignant", true, "1 autre texte"], ["Inès Benkhelil", false, "1 autre texte"]]);
    await settle("confirmer");
    expect((await list(audrey)).map(({ who }) => who)).toEqual(["Karine Tousignant", "Karine Tousignant"]);
    expect((await queue()).claims).toEqual([]);
    expect((await claim(ines, id)).status).toBe(409);
  });

  it("is refused, and not asked again", async () => {
    await brought();
    const id = await idOf(MITTENS.text);
    await claim(ines, id);
    await settle("refuser");
    await claim(ines, id);
    expect((await texts(ines, id))[0]).toMatchObject({ claim: "refused", mayClaim: false, author: null });
    expect((await queue()).claims).toEqual([]);
  });

  it("is what bringing one's own archive says of a text that somebody brought before, and no name is taken by it", async () => {
    await brought();
    await bringAndPublish(karine, metaArchive("Karine Tousignant", [MITTENS]), GROUP);
    expect((await list(audrey)).map(({ who }) => who)).toEqual(["Une personne membre", "Une personne membre"]);
    await settle("confirmer");
    expect((await list(audrey)).map(({ who }) => who)).toEqual(["Karine Tousignant", "Karine Tousignant"]);
  });
});

describe("taking back", () => {
  const takeBack = async (person: Person) => post(person, takeBackRoute, "/archive/retrait");

  it("takes everything that one brought and wrote, in one act; what others brought as well and somebody else wrote stays", async () => {
    await bringAndPublish(ines, INES(), GROUP);
    await bringAndPublish(karine, KARINE(), GROUP);
    await bringAndPublish(karine, metaArchive("Autre Personne", [{ day: "2020-01-01", text: "D’ailleurs" }]), GROUP, { compte: "autre" });
    await bringAndPublish(ines, metaArchive("Autre Personne", [{ day: "2020-01-01", text: "D’ailleurs" }]), GROUP, { compte: "autre" });
    expect((await takeBack(ines)).location).toBe("/archive/apports?fait=retrait");
    expect((await list(audrey)).map(({ excerpt }) => excerpt)).toEqual(["À la friperie de la gare", "D’ailleurs"]);
    await takeBack(ines);
    await takeBack(karine);
    expect(await world.sql`select 1 from archive_texts`).toHaveLength(0);
    expect(await world.sql`select 1 from archive_transfers`).toHaveLength(0);
  });

  it("is open to somebody whose participation is paused, who can bring nothing", async () => {
    await bringAndPublish(karine, KARINE(), GROUP);
    await world.sql`update members set state = 'paused' where id = ${karine.id}`;
    expect((await takeBack(karine)).status).toBe(303);
    expect(await world.sql`select 1 from archive_texts`).toHaveLength(0);
    await world.sql`update members set state = 'active' where id = ${karine.id}`;
  });
});
