import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import type { Problem } from "~/kit/errors";
import { readSettings } from "~/kit/env.server";
import type { JobData } from "~/kit/jobs.server";
import type { followUpPage } from "~/features/signature/follow-up/forms.server";
import type { signingPage } from "~/features/signature/pages.server";
import type { publicationPage } from "~/features/signature/publication/forms.server";
import type { Todo } from "~/features/todo/model";
import { jobHandlers } from "~/features/worker.server";
import * as homeRoute from "~/routes/_index";
import * as publishRoute from "~/routes/comite.charte.publication._index";
import * as confirmRoute from "~/routes/comite.charte.publication.$id.confirmation";
import * as refuseRoute from "~/routes/comite.charte.publication.$id.refus";
import * as followRoute from "~/routes/comite.charte.signatures._index";
import * as signRoute from "~/routes/charte.signature._index";
import { adopt, HOUSE, openSignatureWorld, publish, sign, verified, type SignatureWorld, type WrittenArticle } from "./signature-world";
import type { Answer, Person } from "./thread-world";

const BASE: WrittenArticle[] = [
  { title: "Raison d’être", body: "Se parler." },
  { title: "Confidentialité", body: "Ne nommer aucun enfant.", matter: "confidentiality" },
];

let world: SignatureWorld;
let nadege: Person;
let number = 1;
let current: { version: number; sha256: string };
const settings = readSettings({ NODE_ENV: "test", APP_ORIGIN: "http://localhost:3999" });

beforeAll(async () => {
  world = await openSignatureWorld();
  nadege = await world.join("Nadège Saint-Fleur");
  current = { version: 1, sha256: await publish(world, 1, BASE) };
  await sign(nadege, current);
});
beforeEach(() => setClock(() => new Date()));
afterAll(() => world.close());

const problemOf = ({ data }: Answer): Problem => (data as { problem: Problem }).problem;
const post = async (person: Person, fields: Record<string, string>) => person.post(publishRoute.action, "/comite/charte/publication", { cle: await person.key(), ...fields });
const decide = async (person: Person, route: { action: typeof confirmRoute.action }, id: number) => person.post(route.action, "/x", { cle: await person.key() }, { id: String(id) });
const page = async (person: Person) => (await person.get(publishRoute.loader, "/comite/charte/publication")).data as Awaited<ReturnType<typeof publicationPage>>;
const mine = async (person: Person) => (await person.get(signRoute.loader, "/charte/signature")).data as Extract<Awaited<ReturnType<typeof signingPage>>, { text: object }>;
const inForce = async (): Promise<number> => Number((await world.sql`select number from charter_versions where state = 'in-force'`)[0]?.number);
/** Does the jobs of a kind that wait, as the worker would. */
async function work(name: "signing.tell"): Promise<void> {
  const jobs = await world.sql<{ id: string; data: JobData["signing.tell"] }[]>`delete from pgboss.job where name = ${name} returning id, data`;
  for (const { data } of jobs) for (const _ of [1, 2]) await jobHandlers(settings)[name]([data], { last: false });
}
const todos = async (person: Person) => ((await person.get(homeRoute.loader, "/")).data as { todos: Todo[] }).todos;
const told = async (person: Person) => (await world.sql`select kind from notifications where member_id = ${person.id} and read_at is null order by id`).map(({ kind }) => kind as string);

/** The next version, with some articles reworded. */
async function next(reword: Record<string, string>): Promise<number> {
  number += 1;
  const articles = BASE.map((article) => ({ ...article, body: reword[article.title] ?? article.body }));
  current = { version: number, sha256: await adopt(world, number, articles) };
  return number;
}

describe("putting a version in force", () => {
  it("asks for its nature and its reasons, and shows what changes", async () => {
    const version = await next({ "Raison d’être": "Se parler, et s’écouter." });
    expect(await page(world.audrey)).toMatchObject({ adopted: { number: version, current: 1 }, protected: false, changes: [{ is: "reworded", title: "Raison d’être" }] });
    const refused = await post(world.audrey, { version: String(version), raisons: " " });
    expect([refused.status, Object.keys(problemOf(refused).fields ?? {}).sort()]).toEqual([422, ["nature", "raisons"]]);
    expect((await post(nadege, { version: String(version), nature: "form", raisons: "x" })).status).toBe(404);
  });

  it("leaves signatures as they were when it is a matter of form", async () => {
    expect((await post(world.audrey, { version: String(number), nature: "form", raisons: "Une tournure." })).location).toBe("/comite/charte/publication?fait=publiee");
    expect(await inForce()).toBe(number);
    expect(await mine(nadege)).toMatchObject({ standing: "signed", held: { version: 1 } });
    expect((await post(world.bernard, { version: String(number), nature: "form", raisons: "Encore." })).status).toBe(409);
    await work("signing.tell");
    expect(await told(nadege)).toEqual([]);
  });

  it("needs a second person to call a change in confidentiality a matter of form", async () => {
    const before = number;
    const version = await next({ Confidentialité: "Ne nommer aucun enfant, ni sa famille." });
    expect((await post(world.audrey, { version: String(version), nature: "form", raisons: "Plus clair." })).location).toBe("/comite/charte/publication?fait=demandee");
    expect(await inForce()).toBe(before);
    const { request } = await page(world.bernard);
    expect(request).toMatchObject({ name: "Audrey Lemire", mine: false, reasons: "Plus clair." });
    expect((await decide(world.audrey, confirmRoute, request?.id ?? 0)).status).toBe(403);
    expect((await decide(world.bernard, confirmRoute, request?.id ?? 0)).status).toBe(303);
    expect(await inForce()).toBe(version);
    expect((await page(world.audrey)).past[0]).toMatchObject({ number: version, kind: "form", by: "Audrey Lemire", confirmedBy: "Bernard Pinard" });
    expect((await decide(world.bernard, refuseRoute, request?.id ?? 0)).status).toBe(409);
  });

  it("is set aside by a second person who does not agree, and then asks everybody to sign", async () => {
    const version = await next({ Confidentialité: "Ne nommer personne." });
    await post(world.audrey, { version: String(version), nature: "form", raisons: "Plus court." });
    const { request } = await page(world.bernard);
    expect((await decide(world.bernard, refuseRoute, request?.id ?? 0)).location).toBe("/comite/charte/publication?fait=refusee");
    expect((await page(world.audrey)).request).toBeNull();
    expect((await post(world.bernard, { version: String(version), nature: "substance", raisons: "Ce n’est pas que plus court." })).status).toBe(303);
    expect((await mine(nadege)).standing).toBe("behind");
    expect((await verified()).holds).toBe(true);
  });

  it("done by two people at once is done once", async () => {
    const version = await next({ "Raison d’être": "Se parler, s’écouter, apprendre.", Confidentialité: "Ne nommer personne." });
    const answers = await Promise.all([world.audrey, world.bernard].map((person) => post(person, { version: String(version), nature: "substance", raisons: "Ensemble." })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await world.sql`select count(*)::int as n from charter_log where event = 'published' and version = ${version}`).toEqual([{ n: 1 }]);
  });
});

describe("what somebody who signed sees", () => {
  it("is what changed since their own signature, over several versions, word by word", async () => {
    const { changes, held } = await mine(nadege);
    expect(held?.version).toBe(1);
    expect(changes.map(({ title, is }) => [title, is])).toEqual([["Raison d’être", "reworded"], ["Confidentialité", "reworded"]]);
    const joined = (keep: "removed" | "added", at: number) => changes[at]?.pieces.filter(({ is }) => is === "same" || is === keep).map(({ text }) => text).join("");
    expect([joined("removed", 0), joined("added", 0)]).toEqual(["Se parler.", "Se parler, s’écouter, apprendre."]);
    expect([joined("removed", 1), joined("added", 1)]).toEqual(["Ne nommer aucun enfant.", "Ne nommer personne."]);
  });

  it("is told once and asked until they sign", async () => {
    const newcomer = await world.join("Nouvelle");
    await work("signing.tell");
    expect((await told(nadege)).filter((kind) => kind === "signing").length).toBeGreaterThan(0);
    const before = (await told(nadege)).length;
    await work("signing.tell");
    expect((await told(nadege)).length).toBe(before);
    const asked = await todos(nadege);
    expect(asked).toEqual(expect.arrayContaining([expect.objectContaining({ key: "signing", text: "Signer la nouvelle version de la Charte", to: "/charte/signature", deadline: expect.any(String) as string })]));
    expect(await todos(newcomer)).toEqual(expect.arrayContaining([expect.objectContaining({ text: "Signer la Charte de collaboration" })]));
    expect((await sign(nadege, current)).status).toBe(303);
    expect((await told(nadege)).filter((kind) => kind.startsWith("signing"))).toEqual([]);
    expect((await todos(nadege)).filter(({ key }) => key === "signing")).toEqual([]);
    expect(await mine(nadege)).toMatchObject({ standing: "signed", changes: [] });
  });
});

describe("the committee’s follow-up", () => {
  const follow = async (person: Person) => (await person.get(followRoute.loader, "/comite/charte/signatures")).data as Awaited<ReturnType<typeof followUpPage>>;
  const remind = async (person: Person, organisation = "") => person.post(followRoute.action, "/comite/charte/signatures", { cle: await person.key(), organisation });

  it("counts by organisation, and names nobody", async () => {
    const { organisations } = await follow(world.audrey);
    expect(organisations.find(({ name }) => name === HOUSE)).toMatchObject({ signed: 1, toSign: 2, behind: 0, standing: "to-sign", manager: false });
    expect(JSON.stringify(await follow(world.audrey))).not.toContain("Nadège");
    expect((await nadege.get(followRoute.loader, "/x")).status).toBe(404);
  });

  it("reminds those missing, once, and leaves them in peace for three days", async () => {
    const missing = await world.join("Absente");
    const [house] = await world.sql`select id from organisations where name = ${HOUSE}`;
    expect((await remind(world.audrey, String(house?.id))).location).toBe("/comite/charte/signatures?fait=rappel");
    await work("signing.tell");
    expect(await told(missing)).toEqual(["signing-reminder"]);
    expect((await told(nadege)).includes("signing-reminder")).toBe(false);
    expect((await told(world.bernard)).includes("signing-reminder")).toBe(false);
    expect(problemOf(await remind(world.bernard, String(house?.id))).code).toBe("signing.reminded");
    const later = new Date(Date.now() + 3.1 * 86_400_000);
    setClock(() => later);
    expect((await remind(world.bernard, String(house?.id))).status).toBe(303);
  });
});
