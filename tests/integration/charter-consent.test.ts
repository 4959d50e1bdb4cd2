import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { sealOf } from "~/features/charter/canonical.server";
import { remindOfCharter } from "~/features/charter/reminders.server";
import type { consentPage } from "~/features/charter/consent/pages.server";
import * as commentRoute from "~/routes/charte.articles.$id.commentaire";
import * as rewriteRoute from "~/routes/charte.articles.$id.modification";
import * as consentRoute from "~/routes/charte.consentement._index";
import * as withdrawRoute from "~/routes/charte.consentement.retrait";
import * as openRoute from "~/routes/comite.charte.consentement._index";
import * as closeRoute from "~/routes/comite.charte.consentement.cloture";
import { articleIds, beginAfresh, openCharterWorld, post, problemOf, type CharterWorld } from "./charter-world";
import type { Person } from "./thread-world";

let world: CharterWorld;

beforeAll(async () => {
  world = await openCharterWorld();
});
afterAll(() => world.close());
beforeEach(() => beginAfresh(world, "1. Valeurs\n\nLe respect.\n\n2. Rôles\n\nTous."));

const DAY = 86_400_000;
const RULE = { date: new Date(Date.now() + 5 * DAY).toISOString().slice(0, 10), objections: "oui", personnes: "60", organisations: "100" };
const open = (fields: Record<string, string> = RULE, person = world.audrey) => post(person, openRoute.action, "/comite/charte/consentement", fields);
const answer = (person: Person, avis: string, raison = "") => post(person, consentRoute.action, "/charte/consentement", { avis, raison });
const close = (suite = "resultat") => post(world.audrey, closeRoute.action, "/comite/charte/consentement/cloture", { suite });
const page = async (person = world.ines) => (await person.get(consentRoute.loader, "/charte/consentement")).data as Awaited<ReturnType<typeof consentPage>>;
const version = async () => (await world.sql`select state, canonical_text, sha256 from charter_versions`)[0];

describe("opening a round of consent", () => {
  it("freezes the text with its hash, says the rule, and tells every member once", async () => {
    const { sql, ines } = world;
    expect((await open(RULE, ines)).status).toBe(404);
    expect(problemOf(await open({ ...RULE, date: "2020-01-01" })).fields?.date).toMatch(/à venir/);
    expect(problemOf(await open({ ...RULE, personnes: "120" })).fields?.personnes).toMatch(/0 à 100/);
    expect((await open()).status).toBe(303);
    const seal = sealOf("Charte", [{ title: "Valeurs", body: "Le respect." }, { title: "Rôles", body: "Tous." }]);
    expect(await version()).toEqual({ state: "consenting", canonical_text: seal.canonicalText, sha256: seal.sha256 });
    expect(await page()).toMatchObject({ sha256: seal.sha256, mayAnswer: true, rule: [expect.stringMatching(/Aucune objection/), expect.stringMatching(/60/), expect.stringMatching(/100/)] });
    expect(await sql`select member_id from notifications where kind = 'consent-asked' and read_at is null and member_id = ${ines.id}`).toHaveLength(1);
    expect((await open()).status).toBe(409);
  });

  it("closes the text to whoever writes or comments, who keeps their words", async () => {
    const [first = 0] = await articleIds(world);
    await open();
    const params = { id: String(first) };
    const rewritten = await post(world.audrey, rewriteRoute.action, `/charte/articles/${first}/modification`, { titre: "Valeurs", texte: "Mon texte.", portee: "general", version: "1" }, params);
    expect([rewritten.status, problemOf(rewritten).code, problemOf(rewritten).values?.texte]).toEqual([409, "charter.frozen", "Mon texte."]);
    expect((await post(world.ines, commentRoute.action, `/charte/articles/${first}/commentaire`, { commentaire: "Trop tard?", passage: "", nom: "" }, params)).status).toBe(409);
  });

  it("needs something to agree to", async () => {
    await beginAfresh(world, "");
    expect(problemOf(await open()).fields?.date).toMatch(/pas encore d’articles/);
  });
});

describe("answering", () => {
  it("asks for the reason of a reserve or an objection, and may change until the end", async () => {
    await open();
    const silent = await answer(world.ines, "object");
    expect([silent.status, problemOf(silent).fields?.raison]).toEqual([422, expect.stringMatching(/Dites pourquoi/)]);
    await answer(world.ines, "object", "Il manque la relève.");
    await answer(world.ines, "adhere");
    expect(await page()).toMatchObject({ own: { stance: "adhere" }, said: [] });
  });

  it("is over on its day, and an objection can still be taken back until it is closed", async () => {
    await open();
    await answer(world.ines, "object", "Il manque la relève.");
    setClock(() => new Date(Date.now() + 7 * DAY));
    try {
      expect((await answer(world.karine, "adhere")).status).toBe(409);
      expect((await post(world.ines, withdrawRoute.action, "/charte/consentement/retrait")).status).toBe(303);
    } finally {
      setClock(() => new Date());
    }
    expect((await page()).said).toMatchObject([{ stance: "object", withdrawn: true }]);
  });
});

describe("before the end", () => {
  it("reminds once those who have not answered, and nobody else", async () => {
    const { sql, ines, karine } = world;
    await open();
    await answer(ines, "adhere");
    setClock(() => new Date(Date.now() + 3 * DAY));
    try {
      await remindOfCharter();
      await remindOfCharter();
    } finally {
      setClock(() => new Date());
    }
    const told = await sql`select member_id::int as id from notifications where subject like 'consent-%-end' order by 1`;
    // Who opened the round needs no reminder in their own name.
    expect(told.map(({ id }) => Number(id))).toEqual([karine.id]);
  });
});

describe("the end of a round", () => {
  it("waits for its day while somebody has not answered, and says so", async () => {
    await open();
    await answer(world.ines, "adhere");
    expect(problemOf(await close()).fields?.suite).toMatch(/tout le monde ne s’est pas prononcé/);
    expect((await version())?.state).toBe("consenting");
  });

  it("adopts the version when the rule is met, with the reasons for it", async () => {
    const { audrey, ines, karine } = world;
    await open();
    await answer(audrey, "adhere");
    await answer(ines, "object", "Il manque la relève.");
    await answer(karine, "reserve", "À revoir dans un an.");
    await post(ines, withdrawRoute.action, "/charte/consentement/retrait");
    expect((await close()).location).toBe("/charte/consentement?fait=adoption");
    expect(await page()).toMatchObject({ closed: true, adopted: true, checks: [{ met: true }, { met: true, sentence: expect.stringMatching(/une a été retirée/) as string }, { met: true }, { met: true }] });
    expect((await version())?.state).toBe("adopted");
  });

  it("opens the text again where an objection remains, and keeps what was answered", async () => {
    const { audrey, ines, karine } = world;
    await open();
    await answer(audrey, "adhere");
    await answer(ines, "object", "Il manque la relève.");
    await answer(karine, "adhere");
    expect((await close()).location).toBe("/comite/charte?fait=cloture");
    expect(await version()).toEqual({ state: "drafting", canonical_text: null, sha256: null });
    const over = await page();
    expect(over).toMatchObject({ closed: true, adopted: false, said: [{ reason: "Il manque la relève." }] });
    expect(over.checks.filter(({ met }) => !met).map(({ sentence }) => sentence)).toEqual(["Une objection demeure\u00a0: la règle demande qu’il n’en reste aucune."]);
    expect((await open()).status).toBe(303);
    expect(await page()).toMatchObject({ closed: false, said: [] });
  });
});
