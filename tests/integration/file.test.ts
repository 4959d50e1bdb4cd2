import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { FILES_LOST } from "~/kit/form.server";
import { forgetLimits } from "~/kit/limits.server";
import { cleanUp } from "~/features/worker.server";
import { CHUNK } from "~/features/file/mutations.server";
import type { SharedFile } from "~/features/file/model";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as fileRoute from "~/routes/fichiers.$id.$name";
import * as withdrawRoute from "~/routes/fichiers.$id.retrait";
import * as thumbnailRoute from "~/routes/fichiers.$id.vignette";
import * as filesRoute from "~/routes/fichiers._index";
import { docx, pdf, photo, png } from "../support/sample-files";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
});
afterEach(() => forgetLimits());
afterAll(() => world.close());

type Sent = { name: string; content: Buffer | string };
const formOf = (fields: Record<string, string | string[]>, files: Sent[] = [], box = "fichiers"): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  for (const { name, content } of files) form.append(box, new Blob([new Uint8Array(Buffer.from(content))]), name);
  return form;
};
const upload = (person: Person, name: string, content: Buffer | string) => person.post(filesRoute.action, "/fichiers", formOf({}, [{ name, content }]));
const kept = async (person: Person, name: string, content: Buffer | string): Promise<SharedFile> => {
  const answer = await upload(person, name, content);
  if (answer.status !== 200) throw new Error(answer.body);
  return (JSON.parse(answer.body) as { file: SharedFile }).file;
};
const reply = async (person: Person, id: number, fields: Record<string, string | string[]>, files: Sent[] = []) =>
  person.post(threadRoute.action, `/discussions/${id}`, formOf({ cle: await person.key(), ...fields }, files), { id: String(id) });
const read = (person: Person, file: { id: number; name?: string }, headers = {}) =>
  person.get(fileRoute.loader, `/fichiers/${file.id}/x`, { id: String(file.id), name: "x" }, headers);
const problemIn = ({ data }: { data: unknown }) => (data as { problem: { code: string; fields?: Record<string, string>; values?: Record<string, string> } }).problem;
const rowsOf = (id: number) => world.sql`select * from files where message_id in (select id from messages where thread_id = ${id}) order by message_id, place`;
const waiting = (person: Person) => world.sql`select * from files where uploader_id = ${person.id} and message_id is null order by id`;
const left = () => (existsSync("/tmp/le-fil-tests/arrivals") ? readdirSync("/tmp/le-fil-tests/arrivals") : []);

describe("a file that is sent ahead of its message", () => {
  it("is kept in pieces of 256 kB, whole, and read by its sender alone until the message is there", async () => {
    const content = pdf(3 * CHUNK + 17);
    const file = await kept(ines, "grille.pdf", content);
    const chunks = await world.sql`select number, octet_length(bytes) as n from file_chunks where file_id = ${file.id} order by number`;
    expect(chunks.map(({ number, n }) => [number, n])).toEqual([[0, CHUNK], [1, CHUNK], [2, CHUNK], [3, 17]]);
    expect((await read(karine, file)).status).toBe(404);
    const answer = await read(ines, file);
    expect(answer.headers.get("Content-Length")).toBe(String(content.length));
    const id = await world.begin(ines, "Voici la grille.");
    expect((await reply(ines, id, { texte: "La grille", fichier: String(file.id), description: "" })).status).toBe(303);
    expect((await read(karine, file)).status).toBe(200);
    expect(left()).toEqual([]);
  });

  it("is the same one when it is sent twice, also at once", async () => {
    const content = pdf(5_000);
    const sent = await Promise.all(Array.from({ length: 5 }, () => kept(karine, "deux-fois.pdf", content)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  it("can be taken back, by its sender alone and not once it is published", async () => {
    const file = await kept(ines, "trop.pdf", pdf());
    const withdraw = (person: Person) => person.post(withdrawRoute.action, `/fichiers/${file.id}/retrait`, {}, { id: String(file.id) });
    expect((await withdraw(karine)).status).toBe(200);
    expect(await world.sql`select 1 from files where id = ${file.id}`).toHaveLength(1);
    await withdraw(ines);
    expect(await world.sql`select 1 from file_chunks where file_id = ${file.id}`).toHaveLength(0);
    const [published] = await rowsOf((await withFile(ines)).id);
    await ines.post(withdrawRoute.action, `/fichiers/${published?.id}/retrait`, {}, { id: String(published?.id) });
    expect(await world.sql`select 1 from files where id = ${published?.id}`).toHaveLength(1);
  });

  it("is forgotten after a day without a message, by the night's work", async () => {
    const file = await kept(ines, "oublié.pdf", pdf());
    const old = await kept(ines, "vieux.pdf", pdf());
    await world.sql`update files set received_at = now() - interval '25 hours' where id = ${old.id}`;
    await cleanUp();
    expect((await waiting(ines)).map(({ id }) => Number(id))).toContain(file.id);
    expect((await waiting(ines)).map(({ id }) => Number(id))).not.toContain(old.id);
  });
});

/** A discussion whose first message has a document. */
async function withFile(person: Person, name = "outil.pdf", content: Buffer = pdf(1_000)): Promise<{ id: number; file: { id: number } }> {
  const answer = await person.post(newRoute.action, "/discussions/nouvelle", formOf({ cle: await person.key(), texte: "Avec un fichier" }, [{ name, content }]));
  const id = Number(/^\/discussions\/(\d+)/.exec(answer.location ?? "")?.[1]);
  const [file] = await rowsOf(id);
  return { id, file: { id: Number(file?.id) } };
}

describe("files that come along with their message", () => {
  it("are in it in order, cleaned names, kinds and descriptions included", async () => {
    const id = await world.begin(ines, "Question");
    const texte = "Voici";
    const answer = await reply(karine, id, { texte, descriptions: "Le coin des manteaux\n", consentement: "oui" }, [
      { name: "../../Grille d’été.PDF", content: pdf() },
      { name: "coin.png", content: await png() },
      { name: "liste.docx", content: docx() },
    ]);
    expect(answer.status).toBe(303);
    const rows = await rowsOf(id);
    expect(rows.map(({ name, kind, description, place }) => ({ name, kind, description, place }))).toEqual([
      { name: "Grille d’été.pdf", kind: "pdf", description: "", place: 0 },
      { name: "coin.png", kind: "png", description: "Le coin des manteaux", place: 1 },
      { name: "liste.docx", kind: "docx", description: "", place: 2 },
    ]);
    expect(rows.map(({ consent_by }) => consent_by && Number(consent_by))).toEqual([null, karine.id, null]);
    const page = await ines.get(threadRoute.loader, `/discussions/${id}`, { id: String(id) });
    expect(page.markup.get("messages")).toContain(`alt="" width="300" height="200" loading="lazy"`);
    expect(page.markup.get("messages")).toContain(`<span class="picture-words">Le coin des manteaux</span>`);
    expect(page.statements).toBeLessThanOrEqual(3);
    expect(left()).toEqual([]);
  });

  it("make one message and one set of files of ten parallel posts", async () => {
    const id = await world.begin(ines, "Question");
    const cle = await karine.key();
    const content = pdf(2_000);
    const post = () => karine.post(threadRoute.action, `/discussions/${id}`, formOf({ cle, texte: "Une fois" }, [{ name: "une-fois.pdf", content }]), { id: String(id) });
    const answers = await Promise.all(Array.from({ length: 10 }, post));
    answers.push(await post());
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(303);
    expect(await rowsOf(id)).toHaveLength(1);
    expect((await waiting(karine)).filter(({ name }) => name === "une-fois.pdf")).toEqual([]);
    expect(await world.sql`select 1 from messages where thread_id = ${id}`).toHaveLength(2);
  });

  it("lead ten parallel posts of a file sent ahead to the same place too", async () => {
    const id = await world.begin(ines, "Question");
    const file = await kept(karine, "devant.pdf", pdf());
    const cle = await karine.key();
    const post = () => karine.post(threadRoute.action, `/discussions/${id}`, { cle, texte: "Une fois", fichier: String(file.id), description: "" }, { id: String(id) });
    const answers = await Promise.all(Array.from({ length: 10 }, post));
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(303);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it("are kept when the form is refused, and go in when it is sent again", async () => {
    const id = await world.begin(ines, "Question");
    const refused = await reply(karine, id, { texte: "" }, [{ name: "photo.jpg", content: await photo(400, 300) }, { name: "page.png", content: "<!doctype html>" }]);
    expect(refused.status).toBe(422);
    const { fields, values } = problemIn(refused);
    expect(fields).toEqual({
      texte: "Écrivez votre message.",
      fichiers: "«\u00a0page.png\u00a0»\u00a0: son contenu ne correspond pas à son extension. Enregistrez-le de nouveau dans le bon format.",
      consentement: "Cochez cette case pour publier une image.",
    });
    const [file] = JSON.parse(values?.joints ?? "[]") as SharedFile[];
    expect(file).toMatchObject({ name: "photo.jpg", kind: "jpeg", width: 300, height: 400 });
    const again = await reply(karine, id, { texte: "Voici", fichier: String(file?.id), description: "La cour", consentement: "oui" });
    expect(again.status).toBe(303);
    expect((await rowsOf(id)).map(({ description }) => description)).toEqual(["La cour"]);
  });

  it("leave out those that were taken off the list", async () => {
    const id = await world.begin(ines, "Question");
    const [one, two] = [await kept(karine, "un.pdf", pdf()), await kept(karine, "deux.pdf", pdf())];
    await reply(karine, id, { texte: "Voici", fichier: [String(one.id), String(two.id)], description: ["", ""], retirer: String(one.id) });
    expect((await rowsOf(id)).map(({ name }) => name)).toEqual(["deux.pdf"]);
  });

  it("cannot be somebody else's, nor more than ten, nor unknown boxes", async () => {
    const id = await world.begin(ines, "Question");
    const hers = await kept(ines, "le sien.pdf", pdf());
    expect(problemIn(await reply(karine, id, { texte: "Vol", fichier: String(hers.id), description: "" })).fields?.fichiers).toMatch(/n’est plus là/);
    const many = Array.from({ length: 11 }, (_, n) => ({ name: `${n}.pdf`, content: pdf() }));
    expect(problemIn(await reply(karine, id, { texte: "Trop" }, many)).fields?.fichiers).toMatch(/au plus 10 fichiers/);
    for (const box of ["__proto__", "constructor", "photo"]) {
      const answer = await karine.post(threadRoute.action, `/discussions/${id}`, formOf({ cle: await karine.key(), texte: "x" }, [{ name: "a.pdf", content: pdf() }], box), { id: String(id) });
      expect(answer.status).toBe(400);
    }
    expect((await reply(karine, id, { texte: "x", __proto__x: "1" })).status).toBe(400);
    expect(await rowsOf(id)).toEqual([]);
  });

  it("are asked for again when they could not be kept with the text", async () => {
    const id = await world.begin(ines, "Question");
    const answer = await reply(karine, id, { texte: "Après la session", [FILES_LOST]: "oui" });
    expect(problemIn(answer).fields?.fichiers).toMatch(/Choisissez-les de nouveau/);
    expect(problemIn(answer).values?.texte).toBe("Après la session");
  });
});

describe("limits", () => {
  it("refuse a file over 10 MB and keep the others", async () => {
    const id = await world.begin(ines, "Question");
    const answer = await reply(karine, id, { texte: "Lourd" }, [{ name: "lourd.pdf", content: pdf(10_000_001) }, { name: "juste.pdf", content: pdf(10_000_000) }]);
    expect(problemIn(answer).fields?.fichiers).toBe("«\u00a0lourd.pdf\u00a0»\u00a0: ce fichier dépasse 10\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs parties.");
    expect(JSON.parse(problemIn(answer).values?.joints ?? "[]")).toMatchObject([{ name: "juste.pdf", size: 10_000_000 }]);
    await world.sql`delete from files where uploader_id = ${karine.id}`;
  });

  it("hold 200 MB per person, also against files sent at once", async () => {
    const paule = await world.join("Paule");
    await world.sql`insert into files (uploader_id, received_hash, kind, name, size, hash) select ${paule.id}, repeat('a', 64), 'pdf', 'f.pdf', 19999000, repeat('a', 64) from generate_series(1, 10)`;
    const answers = await Promise.all(Array.from({ length: 4 }, (_, n) => upload(paule, `${n}.pdf`, pdf(4_000))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422, 422]);
    expect(answers.find(({ status }) => status === 422)?.body).toContain("la limite par personne");
  });

  it("hold in memory no more than some pieces of twelve files of 10 MB that arrive at once", async () => {
    const content = pdf(10_000_000);
    const forms = await Promise.all(Array.from({ length: 12 }, async (_, n) => ({ person: await world.join(`Lourde ${n}`), form: streamed(content, `${n}.pdf`) })));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 5);
    const answers = await Promise.all(forms.map(({ person, form }) => person.send(filesRoute.action, "/fichiers", form.body, form.type)));
    clearInterval(watch);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(most).toBeLessThan(60_000_000);
  });
});

/** A multipart form that is made while it is read, so that the test itself holds one copy for all. */
function streamed(content: Buffer, name: string): { body: ReadableStream<Uint8Array>; type: string } {
  const [boundary, piece] = ["----essai", 64_000];
  const head = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="fichiers"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`);
  let at = -1;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < 0) controller.enqueue(head);
      else if (at < content.length) controller.enqueue(content.subarray(at, at + piece));
      else {
        controller.enqueue(Buffer.from(`\r\n--${boundary}--\r\n`));
        return controller.close();
      }
      at = at < 0 ? 0 : at + piece;
    },
  });
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}

describe("who may read a file", () => {
  it("is whoever may read its message: members, and guests of that thread", async () => {
    const { id, file } = await withFile(ines);
    const guest = await world.join("Invitée", { guestUntil: "2999-01-01" });
    const other = await world.join("Autre invitée", { guestUntil: "2999-01-01" });
    await inviteInto(world, id, guest, ines);
    await inviteInto(world, await world.begin(ines, "Ailleurs"), other, ines);
    expect(await Promise.all([karine, guest, other].map(async (person) => (await read(person, file)).status))).toEqual([200, 200, 404]);
    await world.sql`update thread_guests set until = now() - interval '1 minute' where member_id = ${guest.id}`;
    expect((await read(guest, file)).status).toBe(404);
  });

  it("is the author and the committee once the thread is removed", async () => {
    const { id, file } = await withFile(ines);
    const committee = await world.join("Comité");
    await world.sql`insert into member_roles (member_id, role) values (${committee.id}, 'committee')`;
    await world.sql`update threads set removed_at = now(), removed_by = ${committee.id} where id = ${id}`;
    expect(await Promise.all([ines, committee, karine].map(async (person) => (await read(person, file)).status))).toEqual([200, 200, 404]);
  });

  it("is nobody once its message is deleted: nothing of it is left", async () => {
    const { id, file } = await withFile(ines);
    await world.sql`update messages set body = '', html = '', deleted_at = now(), deleted_by = ${ines.id} where thread_id = ${id}`;
    expect((await read(ines, file)).status).toBe(404);
    expect(await world.sql`select 1 from file_chunks where file_id = ${file.id}`).toHaveLength(0);
  });
});

describe("a file on its way out", () => {
  it("is never a page of ours", async () => {
    const { file } = await withFile(ines, "été.pdf");
    const { headers } = await read(karine, file);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename=\"ete.pdf\"; filename*=UTF-8''%C3%A9t%C3%A9.pdf",
      "content-security-policy": expect.stringMatching(/^default-src 'none';.* sandbox$/),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
      "accept-ranges": "bytes",
    });
  });

  it("comes whole, in parts across its pieces, or not at all", async () => {
    const content = pdf(2 * CHUNK + 1_000);
    const { file } = await withFile(ines, "long.pdf", content);
    const sha = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    const bytes = async (range?: string, more = {}) => {
      const person = await karine.raw(fileRoute.loader, `/fichiers/${file.id}/x`, { id: String(file.id) }, { ...(range ? { Range: range } : {}), ...more });
      return { status: person.status, range: person.headers.get("Content-Range"), length: person.headers.get("Content-Length"), sha: sha(Buffer.from(await person.arrayBuffer())) };
    };
    const total = content.length;
    const part = (from: number, to: number) => ({ status: 206, range: `bytes ${from}-${to}/${total}`, length: String(to + 1 - from), sha: sha(content.subarray(from, to + 1)) });
    expect(await bytes()).toEqual({ status: 200, range: null, length: String(total), sha: sha(content) });
    expect(await bytes("bytes=0-0")).toEqual(part(0, 0));
    expect(await bytes(`bytes=${CHUNK - 10}-${CHUNK + 9}`)).toEqual(part(CHUNK - 10, CHUNK + 9));
    expect(await bytes(`bytes=${CHUNK}-${2 * CHUNK - 1}`)).toEqual(part(CHUNK, 2 * CHUNK - 1));
    expect(await bytes("bytes=-1500")).toEqual(part(total - 1_500, total - 1));
    expect(await bytes(`bytes=${total}-`)).toMatchObject({ status: 416, range: `bytes */${total}` });
    expect(await bytes("bytes=0-10", { "If-Range": '"another"' })).toMatchObject({ status: 200 });
  });

  it("does not come again for whoever has it, and the right is asked all the same", async () => {
    const { id, file } = await withFile(ines);
    const etag = (await read(karine, file)).headers.get("ETag") ?? "";
    const again = await read(karine, file, { "If-None-Match": etag });
    expect([again.status, again.body, again.headers.get("Cache-Control")]).toEqual([304, "", "private, no-cache"]);
    expect(again.statements).toBeLessThanOrEqual(2);
    await world.sql`update threads set removed_at = now(), removed_by = ${ines.id} where id = ${id}`;
    expect((await read(karine, file, { "If-None-Match": etag })).status).toBe(404);
  });

  it("has a thumbnail when it is a picture, and none otherwise", async () => {
    const picture = await kept(ines, "p.jpg", await photo(1_000, 600));
    const small = await ines.raw(thumbnailRoute.loader, `/fichiers/${picture.id}/vignette`, { id: String(picture.id) });
    expect(small.headers.get("Content-Type")).toBe("image/webp");
    expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ format: "webp", width: 288, height: 480 });
    const { file } = await withFile(ines);
    expect((await ines.get(thumbnailRoute.loader, `/fichiers/${file.id}/vignette`, { id: String(file.id) })).status).toBe(404);
  });

  it("tells nothing of where a photo was taken", async () => {
    const picture = await kept(ines, "cour.jpg", await photo());
    const sent = await ines.raw(fileRoute.loader, `/fichiers/${picture.id}/x`, { id: String(picture.id) });
    const bytes = Buffer.from(await sent.arrayBuffer());
    expect(bytes.includes("AppareilSecret")).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(sent.headers.get("Content-Disposition")).toMatch(/^inline;/);
  });
});

describe("the database itself", () => {
  it("takes no picture into a message without consent, and no half-attached file", async () => {
    const id = await world.begin(ines, "Question");
    const [message] = await world.sql`select id from messages where thread_id = ${id}`;
    const picture = await kept(ines, "sans-accord.png", await png());
    const attach = world.sql`update files set message_id = ${message?.id}, place = 0, attached_at = now() where id = ${picture.id}`;
    await expect(attach).rejects.toMatchObject({ constraint_name: "files_pictures_shared_with_consent" });
    await expect(world.sql`update files set message_id = ${message?.id} where id = ${picture.id}`).rejects.toMatchObject({ constraint_name: "files_attached_whole" });
    await expect(world.sql`update files set name = ${"../a.pdf"} where id = ${picture.id}`).rejects.toMatchObject({ constraint_name: "files_name_is_one_clean_line" });
    await expect(world.sql`insert into file_chunks values (${picture.id}, 'whole', 9, ${randomBytes(262_145)})`).rejects.toMatchObject({ constraint_name: "file_chunks_bounded" });
    setClock(() => new Date());
  });
});
