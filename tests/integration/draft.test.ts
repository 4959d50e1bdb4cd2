import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import type { SharedFile } from "~/features/file/model";
import { forgetWaitingFiles } from "~/features/file/mutations.server";
import { forgetOldDrafts } from "~/features/draft/mutations.server";
import * as listRoute from "~/routes/brouillons._index";
import * as saveRoute from "~/routes/brouillons.enregistrement";
import * as forgetRoute from "~/routes/brouillons.$id.suppression";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as filesRoute from "~/routes/fichiers._index";
import * as threadRoute from "~/routes/discussions.$id._index";
import { pdf } from "../support/sample-files";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
});
afterAll(() => world.close());

type Saved = { revision: number; savedAt: string | null; published: boolean; problem?: { code: string; state?: { body: string; revision: number } } };

const save = async (person: Person, fields: Record<string, string>) => {
  const answer = await person.post(saveRoute.action, "/brouillons/enregistrement", fields);
  return { status: answer.status, saved: JSON.parse(answer.body || "{}") as Saved };
};
const draftIn = async (person: Person, id: number) =>
  ((await person.get(threadRoute.loader, `/discussions/${id}`, { id: String(id) })).data as { draft: { body: string; revision: number; files: SharedFile[] } }).draft;
const reply = async (person: Person, id: number, cle: string, texte: string) => person.post(threadRoute.action, `/discussions/${id}`, { cle, texte }, { id: String(id) });

const formOf = (fields: Record<string, string | string[]>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
};
const post = (person: Person, fields: Record<string, string | string[]>) => person.post(saveRoute.action, "/brouillons/enregistrement", formOf(fields));
async function uploaded(person: Person, name: string, size: number): Promise<number> {
  const form = new FormData();
  form.append("fichiers", new Blob([new Uint8Array(pdf(size))]), name);
  return (JSON.parse((await person.post(filesRoute.action, "/fichiers", form)).body) as { file: SharedFile }).file.id;
}

describe("a draft", () => {
  it("comes back in its own thread, with the hour it was saved, and to its author alone", async () => {
    const [id, other] = [await world.begin(ines, "Question"), await world.begin(ines, "Ailleurs")];
    const { status, saved } = await save(karine, { discussion: String(id), texte: "Je pense que", version: "0" });
    expect(status).toBe(200);
    expect(saved).toMatchObject({ revision: 1, published: false });
    expect(saved.savedAt).toMatch(/^\d{1,2}\u00a0h(\u00a0\d{2})?$/);
    expect(await draftIn(karine, id)).toMatchObject({ body: "Je pense que", revision: 1 });
    expect(await draftIn(karine, other)).toMatchObject({ body: "", revision: 0 });
    expect(await draftIn(ines, id)).toMatchObject({ body: "", revision: 0 });
    const listed = (await ines.get(listRoute.loader, "/brouillons")).data as unknown[];
    expect(listed).toEqual([]);
  });

  it("of a new discussion comes back there, with its title", async () => {
    await save(ines, { titre: "Les collations", texte: "Bonjour", version: "0" });
    const { data } = await ines.get(newRoute.loader, "/discussions/nouvelle");
    expect((data as { draft: object }).draft).toMatchObject({ title: "Les collations", body: "Bonjour", revision: 1 });
  });

  it("is never overwritten in silence by a tab that is behind", async () => {
    const id = await world.begin(ines, "Question");
    const place = { discussion: String(id) };
    await save(karine, { ...place, texte: "Premier", version: "0" });
    expect((await save(karine, { ...place, texte: "Deuxième", version: "1" })).saved.revision).toBe(2);
    const behind = await save(karine, { ...place, texte: "D’un autre onglet", version: "1" });
    expect(behind.status).toBe(409);
    expect(behind.saved.problem).toMatchObject({ code: "draft.moved", state: { body: "Deuxième", revision: 2 } });
    expect(await draftIn(karine, id)).toMatchObject({ body: "Deuxième" });
    expect((await save(karine, { ...place, texte: "D’un autre onglet", version: "2" })).saved.revision).toBe(3);
    expect((await save(karine, { ...place, texte: "D’un autre onglet", version: "0" })).status).toBe(200);
  });

  it("of two tabs saving the first text at once is kept once, and the other one is told", async () => {
    const id = await world.begin(ines, "Question");
    const answers = await Promise.all(["un", "deux"].map((texte) => save(karine, { discussion: String(id), texte, version: "0" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("leaves with the message, and a late save does not bring it back", async () => {
    const id = await world.begin(ines, "Question");
    const cle = await karine.key();
    await save(karine, { cle, discussion: String(id), texte: "Ma répon", version: "0" });
    expect((await reply(karine, id, cle, "Ma réponse")).status).toBe(303);
    expect(await draftIn(karine, id)).toMatchObject({ revision: 0 });
    for (const version of ["0", "1"]) {
      const late = await save(karine, { cle, discussion: String(id), texte: "Ma répon", version });
      expect([late.status, late.saved.published]).toEqual([200, true]);
    }
    expect(await draftIn(karine, id)).toMatchObject({ revision: 0 });
  });

  it("published in another tab is told to the tab that goes on writing", async () => {
    const id = await world.begin(ines, "Question");
    await save(karine, { cle: await karine.key(), discussion: String(id), texte: "Texte", version: "0" });
    await reply(karine, id, await karine.key(), "Texte");
    const late = await save(karine, { cle: await karine.key(), discussion: String(id), texte: "Texte et plus", version: "1" });
    expect(late.saved.problem).toMatchObject({ code: "draft.moved", state: { revision: 0 } });
  });

  it("is taken away by an empty box, by its button, and after ninety days", async () => {
    const id = await world.begin(ines, "Question");
    await save(karine, { discussion: String(id), texte: "Texte", version: "0" });
    expect((await save(karine, { discussion: String(id), texte: " ", version: "1" })).saved).toMatchObject({ revision: 0, savedAt: null });
    expect(await draftIn(karine, id)).toMatchObject({ revision: 0 });

    await save(karine, { discussion: String(id), texte: "Texte", version: "0" });
    const [row] = await world.sql`select id from drafts where member_id = ${karine.id} and thread_id = ${id}`;
    const press = async (person: Person) => person.post(forgetRoute.action, `/brouillons/${String(row?.id)}/suppression`, { cle: await person.key() }, { id: String(row?.id) });
    await press(ines);
    expect(await draftIn(karine, id)).toMatchObject({ revision: 1 });
    expect((await press(karine)).location).toBe("/brouillons");
    expect(await draftIn(karine, id)).toMatchObject({ revision: 0 });

    await save(karine, { discussion: String(id), texte: "Texte", version: "0" });
    const tomorrowIn = (days: number) => setClock(() => new Date(Date.now() + days * 86_400_000));
    tomorrowIn(89);
    await forgetOldDrafts();
    setClock(() => new Date());
    expect(await draftIn(karine, id)).toMatchObject({ revision: 1 });
    tomorrowIn(91);
    await forgetOldDrafts();
    setClock(() => new Date());
    expect(await draftIn(karine, id)).toMatchObject({ revision: 0 });
  });

  it("is refused where its author could not write", async () => {
    const [theirs, other] = [await world.begin(ines, "Pour vous"), await world.begin(ines, "Entre nous")];
    const guest = await world.join("Personne Experte", { guestUntil: "2999-01-01" });
    await inviteInto(world, theirs, guest, ines);
    expect((await save(guest, { discussion: String(theirs), texte: "Bonjour", version: "0" })).status).toBe(200);
    expect((await save(guest, { discussion: String(other), texte: "Bonjour", version: "0" })).status).toBe(404);
    expect((await save(guest, { texte: "Bonjour", version: "0" })).status).toBe(404);
    expect((await save(karine, { discussion: "999999", texte: "Bonjour", version: "0" })).status).toBe(404);
    const paused = await world.join("Personne Pausée", { state: "paused" });
    expect((await paused.post(saveRoute.action, "/brouillons/enregistrement", { discussion: String(theirs), texte: "Bonjour", version: "0" })).status).toBe(403);
    expect((await save(karine, { discussion: String(theirs), texte: "é".repeat(20_001), version: "0" })).status).toBe(422);
  });

  it("keeps all that its form says: choices, subjects, a question, no name", async () => {
    const besides = { question: "oui", sans_nom: "oui", choix: "Mardi\nJeudi", plusieurs: "oui", sujet1: "Le sommeil" };
    const { draft } = (await ines.get(newRoute.loader, "/discussions/nouvelle")).data as { draft: { revision: number } };
    await save(ines, { titre: "Une date", texte: "Laquelle?", version: String(draft.revision), ...besides });
    const found = (await ines.get(newRoute.loader, "/discussions/nouvelle")).data as { draft: { besides: object; revision: number } };
    expect(found.draft.besides).toEqual(besides);
    // Choices without a text are words too; a ticked box alone is none.
    const choices = await save(ines, { texte: "", choix: "Mardi\nJeudi", version: String(found.draft.revision) });
    expect(choices.saved.revision).toBe(found.draft.revision + 1);
    expect((await save(ines, { texte: "", question: "oui", version: String(choices.saved.revision) })).saved).toMatchObject({ revision: 0 });
  });

  it("keeps its files as long as it lasts, and they leave with the message", async () => {
    const id = await world.begin(ines, "Question");
    const [plan, grid] = [await uploaded(karine, "plan.pdf", 800), await uploaded(karine, "grille.pdf", 900)];
    const place = { discussion: String(id), texte: "Voici" };
    const files = async () => (await draftIn(karine, id)).files.map(({ name }) => name);
    await post(karine, { ...place, version: "0", fichier: [String(plan), String(grid)], description: ["", ""] });
    expect(await files()).toEqual(["plan.pdf", "grille.pdf"]);
    await world.sql`update files set received_at = now() - interval '3 days'`;
    await forgetWaitingFiles();
    expect(await files()).toEqual(["plan.pdf", "grille.pdf"]);
    await post(karine, { ...place, version: "1", fichier: String(grid), description: "" });
    expect(await files()).toEqual(["grille.pdf"]);
    await forgetWaitingFiles();
    expect(await world.sql`select id::int as id from files where uploader_id = ${karine.id}`).toEqual([{ id: grid }]);
    expect((await karine.post(threadRoute.action, `/discussions/${id}`, { cle: await karine.key(), texte: "Voici", fichier: String(grid), description: "" }, { id: String(id) })).status).toBe(303);
    expect(await world.sql`select message_id is not null as out from files where id = ${grid}`).toEqual([{ out: true }]);
    expect(await world.sql`select 1 from draft_files`).toEqual([]);
  });

  it("never takes the file of somebody else, nor one that is published", async () => {
    const id = await world.begin(ines, "Question");
    const theirs = await uploaded(ines, "a-ines.pdf", 700);
    await post(karine, { discussion: String(id), texte: "Voici", version: "0", fichier: String(theirs), description: "" });
    expect((await draftIn(karine, id)).files).toEqual([]);
  });

  it("saved by a plain button keeps the files that come along, and says which it could not", async () => {
    const id = await world.begin(ines, "Question");
    const form = formOf({ discussion: String(id), texte: "Avec deux fichiers", version: "0" });
    form.append("fichiers", new Blob([new Uint8Array(pdf(600))]), "outil.pdf");
    form.append("fichiers", new Blob(["<svg/>"]), "dessin.svg");
    const answer = await karine.post(listRoute.action, "/brouillons", form);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain("dessin.svg");
    expect(await draftIn(karine, id)).toMatchObject({ body: "Avec deux fichiers", files: [{ name: "outil.pdf" }] });
  });

  it("saved by a plain button leads back to where it goes on, and shows both texts when it changed elsewhere", async () => {
    const id = await world.begin(ines, "Question");
    const press = (texte: string, version: string) => karine.post(listRoute.action, "/brouillons", { discussion: String(id), texte, version });
    expect((await press("Un", "0")).location).toBe(`/discussions/${id}#repondre`);
    const behind = await press("Deux", "0");
    expect(behind.status).toBe(409);
    expect(behind.data).toMatchObject({ problem: { state: { body: "Un", revision: 1 }, values: { texte: "Deux" } } });
  });
});
