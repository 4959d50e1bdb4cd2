import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { after, DAY, setClock } from "~/kit/clock.server";
import type { Problem } from "~/kit/errors";
import { layHoldsAnew } from "~/features/signature/rules/mutations.server";
import type { Todo } from "~/features/todo/model";
import * as homeRoute from "~/routes/_index";
import * as replyRoute from "~/routes/discussions.$id._index";
import * as startRoute from "~/routes/discussions.nouvelle";
import * as signRoute from "~/routes/charte.signature._index";
import * as withdrawRoute from "~/routes/charte.signature.retrait";
import * as rulesRoute from "~/routes/comite.charte.signatures.regles";
import { openSignatureWorld, publish, sign, type SignatureWorld } from "./signature-world";
import type { Person } from "./thread-world";

const ARTICLES = [{ title: "Raison d’être", body: "Se parler." }];
const GRACE = 7;

let world: SignatureWorld;
let nadege: Person;
let kevin: Person;
let shared: Person;
let thread: number;
let v1: { version: number; sha256: string };
const present = new Date();
const inDays = (days: number) => setClock(() => after(present, days * DAY));

beforeAll(async () => {
  world = await openSignatureWorld();
  nadege = await world.join("Nadège Saint-Fleur");
  kevin = await world.join("Kevin Roy");
  shared = await world.join("Info");
  await world.sql`update members set email = 'info@exemple.test' where id = ${shared.id}`;
  thread = await world.begin(world.audrey, "Qui a des pictogrammes?");
  v1 = { version: 1, sha256: await publish(world, 1, ARTICLES) };
});
beforeEach(() => setClock(() => new Date()));
afterAll(() => world.close());

const choose = async (person: Person, fields: Record<string, string>) => person.post(rulesRoute.action, "/comite/charte/signatures/regles", { cle: await person.key(), ...fields });
const start = async (person: Person) => person.post(startRoute.action, "/discussions/nouvelle", new URLSearchParams({ cle: await person.key(), titre: "", texte: "Bonjour." }) as unknown as FormData);
const reply = async (person: Person) => person.post(replyRoute.action, `/discussions/${thread}`, { cle: await person.key(), texte: "Moi, j’en ai." }, { id: String(thread) });
const todos = async (person: Person): Promise<Todo[]> => ((await person.get(homeRoute.loader, "/")).data as { todos: Todo[] }).todos;
const codeOf = (data: unknown): string => (data as { problem: Problem }).problem.code;
const holdOf = async (person: Person) => (await person.actor()).hold;

describe("what comes after the days of grace", () => {
  it("is chosen by the committee, within bounds, and said beside the field", async () => {
    expect((await choose(nadege, { jours: "7", apres: "reminder" })).status).toBe(404);
    const wrong = await choose(world.audrey, { jours: "3", apres: "porte fermée" });
    expect(wrong.status).toBe(422);
    expect(Object.keys((wrong.data as { problem: Problem }).problem.fields ?? {}).sort()).toEqual(["apres", "jours"]);
    expect((await choose(world.audrey, { jours: String(GRACE), apres: "no-new-threads" })).status).toBe(303);
    expect((await world.audrey.get(rulesRoute.loader, "/comite/charte/signatures/regles")).data).toMatchObject({ days: GRACE, after: "no-new-threads", held: 0 });
  });

  it("holds nobody before, and nobody who has signed", async () => {
    expect((await sign(kevin, v1)).status).toBe(303);
    inDays(GRACE - 1);
    await layHoldsAnew();
    expect([await holdOf(nadege), await holdOf(kevin)]).toEqual([null, null]);
    inDays(GRACE + 1);
    await layHoldsAnew();
    expect([await holdOf(nadege), await holdOf(kevin)]).toEqual(["no-new-threads", null]);
  });

  it("keeps who has not signed from starting a discussion, with their text, and from nothing else", async () => {
    inDays(GRACE + 1);
    const refused = await start(nadege);
    expect([refused.status, codeOf(refused.data), (refused.data as { problem: Problem }).problem.values?.texte]).toEqual([403, "signing.held-threads", "Bonjour."]);
    expect((await reply(nadege)).status).toBe(303);
    expect((await nadege.get(replyRoute.loader, `/discussions/${thread}`, { id: String(thread) })).status).toBe(200);
    expect((await start(kevin)).status).toBe(303);
  });

  it("leaves who reads a shared mailbox alone, and reminds the committee no more than that", async () => {
    inDays(GRACE + 1);
    expect([await holdOf(shared), await holdOf(world.audrey)]).toEqual([null, "reminder"]);
    expect((await start(world.audrey)).status).toBe(303);
  });

  it("changes with the setting, at once", async () => {
    inDays(GRACE + 1);
    expect((await choose(world.audrey, { jours: String(GRACE), apres: "reading-only" })).status).toBe(303);
    const refused = await reply(nadege);
    expect([refused.status, codeOf(refused.data)]).toEqual([403, "signing.held-posts"]);
    expect((await nadege.get(replyRoute.loader, `/discussions/${thread}`, { id: String(thread) })).data).toMatchObject({ held: true });
    expect((await choose(world.audrey, { jours: String(GRACE), apres: "nothing" })).status).toBe(303);
    expect(await holdOf(nadege)).toBeNull();
    expect((await choose(world.audrey, { jours: String(GRACE), apres: "reading-only" })).status).toBe(303);
  });

  it("ends as soon as one signs, and taking it back gives the days of grace again", async () => {
    inDays(GRACE + 1);
    expect((await nadege.get(signRoute.loader, "/charte/signature")).data).toMatchObject({ standing: "to-sign" });
    expect((await sign(nadege, v1)).status).toBe(303);
    expect(await holdOf(nadege)).toBeNull();
    expect((await start(nadege)).status).toBe(303);
    expect((await nadege.post(withdrawRoute.action, "/charte/signature/retrait", { cle: await nadege.key() })).status).toBe(303);
    await layHoldsAnew();
    expect(await holdOf(nadege)).toBeNull();
    const [task] = (await todos(nadege)).filter(({ key }) => key === "signing");
    expect(task?.deadline).toBe(after(present, (2 * GRACE + 1) * DAY).toISOString());
    inDays(2 * GRACE + 2);
    await layHoldsAnew();
    expect(await holdOf(nadege)).toBe("reading-only");
  });

  it("begins again with a version « de fond »", async () => {
    inDays(2 * GRACE + 2);
    await publish(world, 2, [{ title: "Raison d’être", body: "Se parler et s’entendre." }]);
    expect([await holdOf(nadege), await holdOf(kevin)]).toEqual([null, null]);
    inDays(3 * GRACE + 3);
    await layHoldsAnew();
    expect([await holdOf(nadege), await holdOf(kevin)]).toEqual(["reading-only", "reading-only"]);
  });
});
