import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { articlePage, workshopPage } from "~/features/charter/article/pages.server";
import type { proposalPage } from "~/features/charter/proposal/pages.server";
import * as articleRoute from "~/routes/charte.articles.$id._index";
import * as commentRoute from "~/routes/charte.articles.$id.commentaire";
import * as splitRoute from "~/routes/charte.articles.$id.division";
import * as rewriteRoute from "~/routes/charte.articles.$id.modification";
import * as proposeRoute from "~/routes/charte.articles.$id.proposition";
import * as retireRoute from "~/routes/charte.articles.$id.retrait";
import * as joinRoute from "~/routes/charte.articles.$id.reunion";
import * as proposalRoute from "~/routes/charte.propositions.$id._index";
import * as voiceRoute from "~/routes/charte.propositions.$id.avis";
import * as decideRoute from "~/routes/charte.propositions.$id.decision";
import * as workshopRoute from "~/routes/charte.redaction";
import * as drafterRoute from "~/routes/comite.charte.redaction._index";
import { articleIds, beginAfresh, openCharterWorld, post, problemOf, type CharterWorld } from "./charter-world";
import type { Answer, Person } from "./thread-world";

let world: CharterWorld;
let first: number;
let second: number;

const TEXT = "1. Valeurs\n\nNous partageons nos outils.\n\nLes familles restent anonymes.\n\n2. Rythme\n\nUne réponse vient en dix jours.";

beforeAll(async () => {
  world = await openCharterWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await beginAfresh(world, TEXT);
  [first = 0, second = 0] = await articleIds(world);
});

const of = (id: number) => ({ id: String(id) });
const articleOf = async (id: number, person = world.ines) => (await person.get(articleRoute.loader, `/charte/articles/${id}`, of(id))).data as Awaited<ReturnType<typeof articlePage>>;
const proposalOf = async (id: number, person = world.ines) => (await person.get(proposalRoute.loader, `/charte/propositions/${id}`, of(id))).data as Awaited<ReturnType<typeof proposalPage>>;
const workshopOf = async (person = world.ines) => (await person.get(workshopRoute.loader, "/charte/redaction")).data as Awaited<ReturnType<typeof workshopPage>>;
const comment = (person: Person, id: number, fields: Record<string, string>) => post(person, commentRoute.action, `/charte/articles/${id}/commentaire`, { passage: "", nom: "", ...fields }, of(id));
const rewrite = (person: Person, id: number, fields: Record<string, string>) => post(person, rewriteRoute.action, `/charte/articles/${id}/modification`, { titre: "Valeurs", portee: "general", version: "1", ...fields }, of(id));
const propose = (person: Person, id: number, texte: string, more: Record<string, string> = {}): Promise<Answer> =>
  post(person, proposeRoute.action, `/charte/articles/${id}/proposition`, { texte, version: "1", raison: "", nom: "", ...more }, of(id));
const numberIn = ({ location }: Answer): number => Number(/propositions\/(\d+)/.exec(location ?? "")?.[1]);
const decide = (person: Person, id: number, fields: Record<string, string>) => post(person, decideRoute.action, `/charte/propositions/${id}/decision`, { version: "1", raison: "", texte: "", ...fields }, of(id));
const BODY = "Nous partageons nos outils.\n\nLes familles restent anonymes.";

describe("a comment", () => {
  it("is on an article or on words of it, and refused with its text when the words are not there", async () => {
    const { ines } = world;
    expect((await comment(ines, first, { commentaire: "Bien dit." })).status).toBe(303);
    expect((await comment(ines, first, { commentaire: "Lesquels?", passage: "nos\u00a0 outils" })).status).toBe(303);
    const wrong = await comment(ines, first, { commentaire: "Où?", passage: "nos savoirs" });
    expect(wrong.status).toBe(422);
    expect(problemOf(wrong)).toMatchObject({ fields: { passage: expect.stringMatching(/ne sont pas dans l’article/) as string }, values: { commentaire: "Où?" } });
    expect((await articleOf(first)).comments.map(({ quote }) => quote)).toEqual(["", "nos outils"]);
  });

  it("of a paper meeting stands under the name of who said it, entered by the committee alone", async () => {
    expect((await comment(world.ines, first, { commentaire: "Dit à la rencontre.", nom: "Le pôle du Nord" })).status).toBe(403);
    await comment(world.audrey, first, { commentaire: "Dit à la rencontre.", nom: "Le pôle du Nord" });
    expect((await articleOf(first)).comments[0]?.by).toEqual({ name: "Le pôle du Nord", note: "noté par Audrey Comité" });
  });
});

describe("a proposal", () => {
  it("is told as a sentence, takes voices with their reason, and is answered to its author", async () => {
    const { ines, karine, audrey, sql } = world;
    const id = numberIn(await propose(ines, second, "Une réponse vient en cinq jours."));
    expect(await proposalOf(id)).toMatchObject({ phrases: ["Remplacer «\u00a0dix\u00a0» par «\u00a0cinq\u00a0»"], state: "open", mine: true, mayVoice: false });
    const silent = await post(karine, voiceRoute.action, `/charte/propositions/${id}/avis`, { avis: "objection", raison: "" }, of(id));
    expect(problemOf(silent).fields?.raison).toMatch(/Dites pourquoi/);
    await post(karine, voiceRoute.action, `/charte/propositions/${id}/avis`, { avis: "objection", raison: "Trop court en été." }, of(id));
    await post(karine, voiceRoute.action, `/charte/propositions/${id}/avis`, { avis: "appui", raison: "" }, of(id));
    expect((await proposalOf(id)).voices).toMatchObject([{ name: "Karine Tousignant", stance: "support" }]);
    expect((await decide(ines, id, { reponse: "acceptee" })).status).toBe(403);
    expect(problemOf(await decide(audrey, id, { reponse: "refusee" })).fields?.raison).toMatch(/envoyée/);
    expect((await decide(audrey, id, { reponse: "acceptee" })).status).toBe(303);
    expect(await articleOf(second)).toMatchObject({ body: "Une réponse vient en cinq jours.", version: 2 });
    expect((await workshopOf()).credited).toEqual(["Inès Benkhelil"]);
    expect(await sql`select kind, place from notifications where member_id = ${ines.id}`).toEqual([{ kind: "proposal-answered", place: `/charte/propositions/${id}` }]);
  });

  it("that changes nothing, or says what another says already, is refused beside the field", async () => {
    const { ines, karine } = world;
    expect(problemOf(await propose(ines, first, BODY)).fields?.texte).toMatch(/texte actuel/);
    expect(problemOf(await propose(ines, first, " \n ")).fields?.texte).toMatch(/Écrivez/);
    await propose(ines, first, `${BODY} Toujours.`);
    expect(problemOf(await propose(karine, first, `${BODY} Toujours.`)).fields?.texte).toMatch(/déjà proposée par Inès/);
    const long = await propose(ines, first, "mot ".repeat(50_000));
    expect(long.status).toBe(422);
    expect(problemOf(long).values?.texte).toHaveLength(200_000);
  });

  it("on words that changed meanwhile goes along, or comes back to its author with both texts", async () => {
    const { ines, karine, audrey, sql } = world;
    const kept = numberIn(await propose(ines, first, "Nous partageons nos outils.\n\nLes familles et les enfants restent anonymes."));
    const lost = numberIn(await propose(karine, first, "Nous partageons nos savoirs.\n\nLes familles restent anonymes."));
    expect((await rewrite(audrey, first, { texte: "Nous partageons nos trouvailles.\n\nLes familles restent anonymes." })).status).toBe(303);
    expect(await proposalOf(kept)).toMatchObject({ adrift: false, body: "Nous partageons nos trouvailles.\n\nLes familles et les enfants restent anonymes." });
    expect(await proposalOf(lost, karine)).toMatchObject({ adrift: true, mine: true, body: "Nous partageons nos savoirs.\n\nLes familles restent anonymes.", article: { body: "Nous partageons nos trouvailles.\n\nLes familles restent anonymes." } });
    expect(await sql`select kind from notifications where member_id = ${karine.id} and subject = ${`proposal-${lost}`}`).toEqual([{ kind: "proposal-adrift" }]);
    expect((await workshopOf()).articles[0]?.adrift).toBe(1);
    expect(problemOf(await decide(audrey, lost, { reponse: "acceptee", version: "2" })).fields?.reponse).toMatch(/en partie/);
    const partly = "Nous partageons nos trouvailles et nos savoirs.\n\nLes familles restent anonymes.";
    expect((await decide(audrey, lost, { reponse: "partie", version: "2", raison: "Les deux.", texte: partly })).status).toBe(303);
    expect((await proposalOf(kept)).body).toBe("Nous partageons nos trouvailles et nos savoirs.\n\nLes familles et les enfants restent anonymes.");
  });

  it("on an article that is gone keeps its text and says so", async () => {
    await post(world.audrey, retireRoute.action, `/charte/articles/${first}/retrait`, {}, of(first));
    const answer = await propose(world.ines, first, "Un texte que je ne veux pas perdre.");
    expect(answer.status).toBe(409);
    expect(problemOf(answer)).toMatchObject({ code: "article.gone", values: { texte: "Un texte que je ne veux pas perdre." } });
  });
});

describe("an article of 200 kB", () => {
  it("is refused beside its field, written or proposed, with all of it still there", async () => {
    const texte = "Nous partageons nos outils. ".repeat(7_300).trim();
    for (const answer of [await rewrite(world.audrey, first, { texte }), await propose(world.ines, first, texte)]) {
      expect(answer.status).toBe(422);
      expect(problemOf(answer).fields?.texte).toMatch(/20.000/);
      expect(problemOf(answer).values?.texte).toBe(texte);
    }
    expect((await articleOf(first)).version).toBe(1);
  });
});

describe("two people who write at once", () => {
  it("meet a page with the text now, one's own, the difference, and both brought together", async () => {
    const { audrey, ines, sql } = world;
    await sql`insert into charter_drafters (member_id, named_by) values (${ines.id}, ${audrey.id}) on conflict do nothing`;
    await rewrite(audrey, first, { texte: "Nous partageons tous nos outils.\n\nLes familles restent anonymes." });
    const answer = await rewrite(ines, first, { texte: "Nous partageons nos outils.\n\nLes familles restent toujours anonymes." });
    expect(answer.status).toBe(409);
    const { code, state, values } = problemOf(answer);
    expect({ code, mine: values?.texte }).toEqual({ code: "article.moved", mine: "Nous partageons nos outils.\n\nLes familles restent toujours anonymes." });
    expect(state).toMatchObject({ clean: "oui", version: 2, merged: "Nous partageons tous nos outils.\n\nLes familles restent toujours anonymes.", body: "Nous partageons tous nos outils.\n\nLes familles restent anonymes." });
    expect(JSON.parse(String(state?.pieces))).toContainEqual({ is: "removed", text: "tous " });
    expect((await rewrite(ines, first, { texte: String(state?.merged), version: "2" })).status).toBe(303);
  });

  it("twenty times over get twenty outcomes, contiguous revisions, and no text is missing", async () => {
    const { audrey, sql } = world;
    /** Saves, and where somebody was faster takes what is brought together, as a person would. */
    const save = async (mark: string): Promise<number> => {
      let texte = `${BODY}\n\n${mark}`;
      let version = "1";
      for (let tries = 1; ; tries += 1) {
        const answer = await rewrite(audrey, first, { texte, version });
        if (answer.status === 303) return tries;
        const { code, state, values } = problemOf(answer);
        expect(code).toBe("article.moved");
        expect(values?.texte).toBe(texte);
        texte = String(state?.merged).replaceAll(/⟦ dans la charte\u00a0: | ⟧⟦ de votre côté\u00a0: |(?<=\S) ⟧/g, (sign) => (sign.startsWith(" ⟧⟦") ? "\n\n" : ""));
        version = String(state?.version);
      }
    };
    const marks = Array.from({ length: 20 }, (_, index) => `Engagement-${index}.`);
    const tries = await Promise.all(marks.map(save));
    expect(tries).toHaveLength(20);
    const revisions = await sql`select version from article_revisions where article_id = ${first} order by version`;
    expect(revisions.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    const { body } = await articleOf(first);
    for (const mark of marks) expect(body).toContain(mark);
  }, 20_000);
});

describe("articles that move", () => {
  it("divided, take along what was said to where its words are", async () => {
    const { ines, audrey } = world;
    await comment(ines, first, { commentaire: "Qui?", passage: "Les familles" });
    const id = numberIn(await propose(ines, first, "Nous partageons nos outils.\n\nLes familles et les enfants restent anonymes."));
    expect((await post(audrey, splitRoute.action, `/charte/articles/${first}/division`, { version: "1", texte: "Nous partageons nos outils.", titre2: "Anonymat", texte2: "Les familles restent anonymes." }, of(first))).status).toBe(303);
    const [, made = 0] = await articleIds(world);
    expect(await articleOf(made)).toMatchObject({ title: "Anonymat", position: 2, comments: [{ quote: "Les familles", adrift: false }] });
    expect(await proposalOf(id)).toMatchObject({ article: { id: made }, adrift: false, body: "Les familles et les enfants restent anonymes." });
    expect((await articleOf(second)).position).toBe(3);
  });

  it("joined, keep both discussions, and the proposals on both as they were", async () => {
    const { ines, audrey } = world;
    await comment(ines, second, { commentaire: "Ouvrables?", passage: "dix jours" });
    const id = numberIn(await propose(ines, second, "Une réponse vient en cinq jours."));
    await post(audrey, joinRoute.action, `/charte/articles/${second}/reunion`, {}, of(second));
    expect(await articleOf(first)).toMatchObject({ body: `${BODY}\n\nUne réponse vient en dix jours.`, comments: [{ quote: "dix jours", adrift: false }], final: true });
    expect(await proposalOf(id)).toMatchObject({ article: { id: first }, adrift: false, body: `${BODY}\n\nUne réponse vient en cinq jours.` });
    expect(await articleOf(second)).toMatchObject({ position: null, mergedInto: { id: first } });
  });
});

describe("who writes the text", () => {
  it("is the committee and whom it named; to others the forms are refused", async () => {
    const { karine, audrey } = world;
    expect((await karine.get(rewriteRoute.loader, `/charte/articles/${first}/modification`, of(first))).status).toBe(403);
    expect((await rewrite(karine, first, { texte: "Autre." })).status).toBe(403);
    expect((await post(audrey, drafterRoute.action, "/comite/charte/redaction", { membre: String(karine.id) })).status).toBe(303);
    expect((await rewrite(karine, first, { texte: "Autre." })).status).toBe(303);
    expect((await workshopOf()).drafters).toContain("Karine Tousignant");
  });
});

describe("the participation", () => {
  it("is counted in people and organisations, and names nobody", async () => {
    const { ines, karine } = world;
    const before = await workshopOf();
    expect(before.participation).toBe("0 personne sur 3, 0 organisation sur 2 a consulté ou commenté");
    await comment(ines, first, { commentaire: "Oui." });
    await propose(karine, first, `${BODY} Toujours.`);
    const { participation, ...rest } = await workshopOf(karine);
    expect(participation).toBe("2 personnes sur 3, 2 organisations sur 2 ont consulté ou commenté");
    expect(JSON.stringify({ ...rest, drafters: [] })).not.toContain("Audrey");
  });
});
