import PDFDocument from "pdfkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSharedDocuments, readText } from "~/features/document/text.server";
import type { SearchData } from "~/features/search/pages.server";
import * as searchRoute from "~/routes/recherche";
import { zip } from "../support/sample-files";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Doré");
});
afterAll(() => world.close());

const word = (xml: string): Buffer => zip([{ name: "word/document.xml", content: `<w:document>${xml}</w:document>` }]);
const pdf = (text: string): Promise<Buffer> =>
  new Promise((done) => {
    const document = new PDFDocument();
    const parts: Buffer[] = [];
    document.on("data", (part: Buffer) => parts.push(part)).on("end", () => done(Buffer.concat(parts)));
    document.text(text).end();
  });

async function share(kind: "pdf" | "docx", content: Buffer): Promise<number> {
  const thread = await world.begin(ines, "Voici le document.", "Un partage");
  const [file] = await world.sql`insert into files (uploader_id, received_hash, kind, name, size, hash, message_id, place, attached_at)
    select ${ines.id}, ${"a".repeat(64)}, ${kind}, ${`feuille.${kind}`}, ${content.length}, ${"b".repeat(64)}, id, 1, now() from messages where thread_id = ${thread} returning id`;
  await world.sql`insert into file_chunks (file_id, variant, number, bytes) values (${String(file?.id)}, 'whole', 0, ${content})`;
  return Number(file?.id);
}
const find = async (typed: string) => ((await ines.get(searchRoute.loader, `/recherche?dans=documents&q=${encodeURIComponent(typed)}`)).data as SearchData).groups.flatMap(({ results }) => results);

describe("what a document says", () => {
  it("is read from Word, sign by sign, and from a PDF", async () => {
    expect(await readText("docx", word("<w:p><w:r><w:t>Éveil &amp; lecture</w:t></w:r></w:p><w:p><w:r><w:t>à la maison</w:t></w:r></w:p>"))).toBe("Éveil & lecture à la maison");
    expect(await readText("pdf", await pdf("Une feuille de route"))).toBe("Une feuille de route");
  });

  it("is found once it was read, with the words around it, and no more once its message is gone", async () => {
    const id = await share("docx", word("<w:p><w:r><w:t>La grille d’observation du babillage, en six questions.</w:t></w:r></w:p>"));
    expect(await find("babillage")).toEqual([]);
    await readSharedDocuments();
    const [found] = await find("babillage");
    expect(found?.to).toBe(`/fichiers/${id}/feuille.docx`);
    expect(found?.snippet.find((part) => part.found)?.text).toBe("babillage");
    await world.sql`delete from files where id = ${id}`;
    expect(await world.sql`select 1 from file_texts where file_id = ${id}`).toHaveLength(0);
  });

  it.each([
    ["a PDF that is none", "pdf", Buffer.from("%PDF-1.7 rien")],
    ["a Word document that is cut", "docx", word("<w:p/>").subarray(0, 60)],
    ["an archive without a text", "docx", zip([{ name: "autre.xml", content: "<a/>" }])],
    ["a text that unpacks to 30 MB", "docx", word("a".repeat(30_000_000))],
  ] as const)("is nothing, in %s, and the process goes on", async (_what, kind, content) => {
    expect(await readText(kind, content)).toBe("");
  });

  it("is tried once, and not each minute, where it cannot be read", async () => {
    const id = await share("pdf", Buffer.from("%PDF-1.7 rien"));
    await readSharedDocuments();
    expect(await world.sql`select body from file_texts where file_id = ${id}`).toEqual([expect.objectContaining({ body: "" })]);
  });
});
