import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetLimits } from "~/kit/limits.server";
import type { SharedFile } from "~/features/file/model";
import type { messagePage } from "~/features/message/pages.server";
import type { CatchUp } from "~/features/thread/since-queries.server";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as pageRoute from "~/routes/discussions.$id.messages.$message._index";
import * as rewordRoute from "~/routes/discussions.$id.messages.$message.modification";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as fileRoute from "~/routes/fichiers.$id.$name";
import * as filesRoute from "~/routes/fichiers._index";
import { pdf, png } from "../support/sample-files";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let odile: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
  odile = await world.join("Odile Marchand");
  await world.sql`insert into member_roles (member_id, role) values (${odile.id}, 'committee')`;
});
afterEach(() => forgetLimits());
afterAll(() => world.close());

type Fields = Record<string, string | string[]>;
type Sent = { name: string; content: Buffer };
const formOf = (fields: Fields, files: Sent[] = []): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  for (const { name, content } of files) form.append("fichiers", new Blob([new Uint8Array(content)]), name);
  return form;
};
/** A discussion whose first message, of Inès, has a plan and a grid. */
async function begun() {
  const answer = await ines.post(newRoute.action, "/discussions/nouvelle", formOf({ cle: await ines.key(), texte: "Voici nos outils." }, [{ name: "plan.pdf", content: pdf(900) }, { name: "grille.pdf", content: pdf(1_100) }]));
  const thread = Number(/^\/discussions\/(\d+)/.exec(answer.location ?? "")?.[1]);
  const files = await filesOf(thread);
  return { thread, message: Number(files[0]?.message_id), plan: Number(files[0]?.id), grid: Number(files[1]?.id) };
}
const filesOf = (thread: number) => world.sql`select * from files where message_id in (select id from messages where thread_id = ${thread}) order by place`;
const namesOf = async (thread: number) => (await filesOf(thread)).map(({ name }) => String(name));
const params = (thread: number, message: number) => ({ id: String(thread), message: String(message) });
const reword = async (person: Person, thread: number, message: number, fields: Fields, files: Sent[] = []) =>
  person.post(rewordRoute.action, `/discussions/${thread}/messages/${message}/modification`, formOf({ cle: await person.key(), texte: "Voici nos outils.", version: "1", ...fields }, files), params(thread, message));
const uploaded = async (person: Person, name: string, content: Buffer) => (JSON.parse((await person.post(filesRoute.action, "/fichiers", formOf({}, [{ name, content }]))).body) as { file: SharedFile }).file.id;
const read = async (person: Person, thread: number, message: number) => (await person.get(pageRoute.loader, "/", params(thread, message))).data as Awaited<ReturnType<typeof messagePage>>;
const fieldsIn = ({ data }: { data: unknown }) => (data as { problem: { code: string; fields?: Record<string, string>; values?: Record<string, string> } }).problem;

describe("the files of a message that is worded anew", () => {
  it("are taken out and added to, in open pages too, and the earlier version says which it had", async () => {
    const { thread, message, plan, grid } = await begun();
    const fresh = await uploaded(ines, "horaire.pdf", pdf(700));
    const answer = await reword(ines, thread, message, { fichier: [String(grid), String(fresh)], description: ["", ""], retirer: String(plan) });
    expect(answer.status).toBe(303);
    expect(await namesOf(thread)).toEqual(["grille.pdf", "horaire.pdf"]);
    expect(await world.sql`select 1 from file_chunks where file_id = ${plan}`).toEqual([]);
    expect((await karine.get(fileRoute.loader, "/", { id: String(plan), name: "plan.pdf" })).status).toBe(404);
    const news = JSON.parse((await karine.get(newsRoute.loader, `/?since=1`, { id: String(thread) })).body) as CatchUp;
    expect([news.html.includes("horaire.pdf"), news.html.includes("plan.pdf")]).toEqual([true, false]);
    expect((await read(ines, thread, message)).past.map(({ files }) => files)).toEqual([["plan.pdf", "grille.pdf"]]);
    expect((await read(odile, thread, message)).past).toHaveLength(1);
    expect((await read(karine, thread, message)).past).toEqual([]);
  });

  it("come along with a plain form, their box unticked or ticked", async () => {
    const { thread, message, plan, grid } = await begun();
    const answer = await reword(ines, thread, message, { fichier: [String(plan), String(grid)], description: ["", ""], retirer: String(grid), descriptions: "Le coin lecture", consentement: "oui" }, [{ name: "coin.png", content: await png() }]);
    expect(answer.status).toBe(303);
    expect(await namesOf(thread)).toEqual(["plan.pdf", "coin.png"]);
    const [, picture] = await filesOf(thread);
    expect(picture).toMatchObject({ description: "Le coin lecture", consent_by: String(ines.id) });
    // What a picture shows can be said better later, without the consent being asked again.
    await reword(ines, thread, message, { fichier: [String(plan), String(picture?.id)], description: ["", "Le coin lecture, vide"], version: "2" });
    expect((await filesOf(thread))[1]).toMatchObject({ description: "Le coin lecture, vide" });
  });

  it("stay when a form knows nothing of them", async () => {
    const { thread, message } = await begun();
    expect((await reword(ines, thread, message, { texte: "Un autre texte." })).status).toBe(303);
    expect(await namesOf(thread)).toEqual(["plan.pdf", "grille.pdf"]);
  });

  it("are not touched when the form is refused, which gives back what was added", async () => {
    const { thread, message, plan } = await begun();
    const picture = await uploaded(ines, "coin.png", await png());
    const without = await reword(ines, thread, message, { fichier: String(picture), description: "", retirer: String(plan) });
    expect([without.status, fieldsIn(without).fields?.consentement]).toEqual([422, "Cochez cette case pour publier une image."]);
    expect(JSON.parse(fieldsIn(without).values?.joints ?? "[]")).toMatchObject([{ id: picture, attached: false }]);
    const behind = await reword(ines, thread, message, { version: "7", retirer: String(plan) });
    expect([behind.status, fieldsIn(behind).code]).toEqual([409, "state.moved"]);
    const many = await reword(ines, thread, message, { texte: "Beaucoup" }, Array.from({ length: 9 }, (_, index) => ({ name: `n${index}.pdf`, content: pdf(400 + index) })));
    expect([many.status, fieldsIn(many).fields?.fichiers]).toEqual([422, "Un message porte au plus 10 fichiers."]);
    expect(await namesOf(thread)).toEqual(["plan.pdf", "grille.pdf"]);
    expect(await world.sql`select 1 from message_revisions where message_id = ${message}`).toEqual([]);
  });

  it("are never those of another message or of somebody else", async () => {
    const [one, other] = [await begun(), await begun()];
    const theirs = await uploaded(karine, "a-karine.pdf", pdf(650));
    expect((await reword(karine, one.thread, one.message, { retirer: String(one.plan) })).status).toBe(403);
    expect((await reword(ines, one.thread, one.message, { retirer: String(other.plan) })).status).toBe(303);
    for (const id of [theirs, other.plan]) expect((await reword(ines, one.thread, one.message, { fichier: String(id), description: "", version: "2" })).status).toBe(422);
    expect([await namesOf(one.thread), await namesOf(other.thread)]).toEqual([["plan.pdf", "grille.pdf"], ["plan.pdf", "grille.pdf"]]);
  });

  it("go together of two edits at once: one is published whole, the other refused whole", async () => {
    const { thread, message, plan, grid } = await begun();
    const both = await Promise.all([reword(ines, thread, message, { texte: "Sans plan", retirer: String(plan) }), reword(ines, thread, message, { texte: "Sans grille", retirer: String(grid) })]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [row] = await world.sql`select body from messages where id = ${message}`;
    expect(await namesOf(thread)).toEqual(row?.body === "Sans plan" ? ["grille.pdf"] : ["plan.pdf"]);
  });
});
