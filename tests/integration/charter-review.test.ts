import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { remindOfCharter } from "~/features/charter/reminders.server";
import type { organisationPage, reviewPage } from "~/features/charter/review/pages.server";
import * as rewriteRoute from "~/routes/charte.articles.$id.modification";
import * as answerRoute from "~/routes/charte.gestionnaires.$organisation.$article";
import * as organisationRoute from "~/routes/charte.gestionnaires.$organisation._index";
import * as approveRoute from "~/routes/charte.gestionnaires.$organisation.approbation";
import * as delegateRoute from "~/routes/charte.gestionnaires.$organisation.delegation";
import * as reviewRoute from "~/routes/charte.gestionnaires._index";
import * as openRoute from "~/routes/comite.charte.examen._index";
import * as remindRoute from "~/routes/comite.charte.examen.rappel";
import * as fileRoute from "~/routes/fichiers.$id.$name";
import * as homeRoute from "~/routes/_index";
import { pdf } from "../support/sample-files";
import { articleIds, beginAfresh, openCharterWorld, post, problemOf, type CharterWorld } from "./charter-world";
import type { Person } from "./thread-world";

let world: CharterWorld;
let lynda: Person;
let first: number;
let ours: number;
let theirs: number;

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await openCharterWorld();
  lynda = await world.join("Lynda Gestion", { organisation: "CPE Le Ruisseau" });
  const idOf = async (name: string) => Number((await world.sql`select id from organisations where name = ${name}`)[0]?.id);
  [ours, theirs] = [await idOf("CPE Le Ruisseau"), await idOf("Maison Le Pommier")];
  await world.sql`insert into organisation_managers (member_id, organisation_id) values (${lynda.id}, ${ours})`;
});
afterAll(() => world.close());
beforeEach(async () => {
  await beginAfresh(world, "1. Valeurs\n\nLe respect.\n\n2. Rôles\n\nTous.");
  [first = 0] = await articleIds(world);
  await world.sql`delete from notifications`;
  expect((await open()).status).toBe(303);
});

const open = () => post(world.audrey, openRoute.action, "/comite/charte/examen", { date: inDays(10) });
const answer = (person: Person, organisation: number, article: number, fields: Record<string, string>) =>
  post(person, answerRoute.action, `/charte/gestionnaires/${organisation}/${article}`, { version: "1", note: "", texte: "", document: "", ...fields }, { organisation: String(organisation), article: String(article) });
const approve = (person: Person, organisation: number, document = "") => post(person, approveRoute.action, `/charte/gestionnaires/${organisation}/approbation`, { document }, { organisation: String(organisation) });
const review = async (person = world.ines) => (await person.get(reviewRoute.loader, "/charte/gestionnaires")).data as Awaited<ReturnType<typeof reviewPage>>;
const before = async (person: Person, organisation: number) => person.get(organisationRoute.loader, `/charte/gestionnaires/${organisation}`, { organisation: String(organisation) });

describe("the managers’ review", () => {
  it("is put before each organisation’s manager, who is told, with its date in what is to be done", async () => {
    const told = await world.sql`select member_id from notifications where kind = 'review-asked'`;
    expect(told.map(({ member_id }) => Number(member_id))).toEqual([lynda.id]);
    const todo = async (person: Person) => JSON.stringify((await person.get(homeRoute.loader, "/")).data);
    expect(await todo(lynda)).toMatch(/Revoir la charte pour votre organisation.*CPE Le Ruisseau, 2 articles à examiner/);
    expect(await todo(world.ines)).not.toContain("Revoir la charte");
  });

  it("is answered by a manager of that organisation and nobody else", async () => {
    expect((await before(world.karine, ours)).status).toBe(404);
    expect((await before(lynda, theirs)).status).toBe(404);
    expect((await answer(lynda, theirs, first, { reponse: "approved" })).status).toBe(404);
    expect((await answer(world.karine, ours, first, { reponse: "approved" })).status).toBe(404);
    expect((await answer(lynda, ours, first, { reponse: "approved" })).status).toBe(303);
  });

  it("asks for the reason of a reserve, and shows it to everyone", async () => {
    const silent = await answer(lynda, ours, first, { reponse: "reserved" });
    expect([silent.status, problemOf(silent).fields?.note]).toEqual([422, "Dites quelle est votre réserve."]);
    await answer(lynda, ours, first, { reponse: "reserved", note: "Il faudra du temps." });
    expect((await review()).said).toMatchObject([{ name: "CPE Le Ruisseau", said: [{ answer: "reserved", note: "Il faudra du temps.", current: true }] }]);
  });

  it("makes of a change that is asked for a proposal like any other", async () => {
    expect(problemOf(await answer(lynda, ours, first, { reponse: "change", note: "Trop court.", texte: "Le respect." })).fields?.texte).toMatch(/texte actuel/);
    await answer(lynda, ours, first, { reponse: "change", note: "Trop court.", texte: "Le respect et l’écoute." });
    expect(await world.sql`select asked_for, body, reason, state from charter_proposals`).toEqual([{ asked_for: "CPE Le Ruisseau", body: "Le respect et l’écoute.", reason: "Trop court.", state: "open" }]);
    expect((await review()).said[0]?.said[0]?.proposalId).toEqual(expect.any(Number));
  });

  it("gives back only the articles that changed", async () => {
    await approve(lynda, ours);
    const page = async () => (await before(lynda, ours)).data as Awaited<ReturnType<typeof organisationPage>>;
    expect((await page()).waiting).toBe(0);
    await post(world.audrey, rewriteRoute.action, `/charte/articles/${first}/modification`, { titre: "Valeurs", texte: "Le respect, toujours.", portee: "general", version: "1" }, { id: String(first) });
    expect((await page()).articles.map(({ answer: said }) => said)).toEqual([null, "Approuvé"]);
    const late = await answer(lynda, ours, first, { reponse: "reserved", note: "Sur l’ancien texte." });
    expect([late.status, problemOf(late).code, problemOf(late).values?.note]).toEqual([409, "article.moved", "Sur l’ancien texte."]);
  });

  it("may be asked of a colleague, who answers then", async () => {
    const ask = (membre: number) => post(lynda, delegateRoute.action, `/charte/gestionnaires/${ours}/delegation`, { membre: String(membre) }, { organisation: String(ours) });
    expect(problemOf(await ask(world.ines.id)).fields?.membre).toMatch(/votre organisation/);
    expect((await ask(world.karine.id)).status).toBe(303);
    expect((await answer(world.karine, ours, first, { reponse: "approved" })).status).toBe(303);
  });

  it("of an organisation without a manager is recorded by the committee, with the document it comes from", async () => {
    expect(problemOf(await approve(world.audrey, theirs)).fields?.document).toMatch(/quel document/);
    expect((await approve(world.audrey, theirs, "Lettre du 3 mars, au classeur du comité")).status).toBe(303);
    expect(await world.sql`select distinct recorded, document from review_answers`).toEqual([{ recorded: true, document: "Lettre du 3 mars, au classeur du comité" }]);
    expect((await approve(world.audrey, ours, "Lettre")).status).toBe(404);
  });

  it("keeps the scan of that document for the committee alone, with the typed words where something is missing", async () => {
    const send = async (fields: Record<string, string>, ...scans: string[]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ cle: await world.audrey.key(), version: "1", reponse: "approved", note: "", texte: "", ...fields })) form.append(name, value);
      for (const name of scans) form.append("fichiers", new Blob([new Uint8Array(pdf())]), name);
      return world.audrey.post(answerRoute.action, `/charte/gestionnaires/${theirs}/${first}`, form, { organisation: String(theirs), article: String(first) });
    };
    expect(problemOf(await send({ document: "" }, "lettre.pdf"))).toMatchObject({ fields: { document: expect.stringMatching(/quel document/) }, values: { joints: expect.stringContaining("lettre.pdf") } });
    expect(problemOf(await send({ document: "Lettre" }, "une.pdf", "deux.pdf")).fields?.fichiers).toMatch(/un seul fichier/);
    expect((await send({ document: "Lettre du 3 mars" }, "lettre.pdf")).status).toBe(303);
    const [scan] = (await review(world.audrey)).scans;
    expect(scan).toMatchObject({ of: "Maison Le Pommier", document: "Lettre du 3 mars", to: expect.stringContaining("lettre.pdf") });
    expect((await review()).scans).toEqual([]);
    const [, , id = "", name = ""] = (scan?.to ?? "").split("/");
    expect((await world.audrey.get(fileRoute.loader, scan?.to ?? "", { id, name })).status).toBe(200);
    await expect(world.ines.raw(fileRoute.loader, scan?.to ?? "", { id, name })).rejects.toMatchObject({ data: { code: "thing.absent" } });
    // Answered again without a file, what is there stays.
    expect((await send({ document: "Lettre du 3 mars" })).status).toBe(303);
    expect((await review(world.audrey)).scans).toHaveLength(1);
  });

  it("reminds by itself, once, in the last three days", async () => {
    const told = async () => (await world.sql`select member_id::int as id from notifications where kind = 'review-asked'`).map(({ id }) => Number(id));
    await world.sql`delete from notifications`;
    await remindOfCharter();
    expect(await told()).toEqual([]);
    setClock(() => new Date(Date.now() + 8 * DAY));
    try {
      await remindOfCharter();
      await remindOfCharter();
    } finally {
      setClock(() => new Date());
    }
    expect(await told()).toEqual([lynda.id]);
  });

  it("reminds only those who have not answered all", async () => {
    await world.sql`delete from notifications`;
    await post(world.audrey, remindRoute.action, "/comite/charte/examen/rappel");
    expect(await world.sql`select member_id::int as id from notifications where kind = 'review-asked'`).toEqual([{ id: lynda.id }]);
    await world.sql`delete from notifications`;
    await approve(lynda, ours);
    await post(world.audrey, remindRoute.action, "/comite/charte/examen/rappel");
    expect(await world.sql`select 1 from notifications where kind = 'review-asked'`).toHaveLength(0);
    expect((await review()).progress).toBe("1 organisation a répondu sur tous les articles, sur 2");
  });
});
