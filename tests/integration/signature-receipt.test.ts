import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "~/kit/env.server";
import type { Mail } from "~/kit/mail.server";
import { sendMail } from "~/features/mail/mutations.server";
import { postOffice } from "~/features/worker.server";
import * as pdfRoute from "~/routes/charte.recus.$code.pdf";
import { codeIn, openSignatureWorld, publish, sign, type SignatureWorld } from "./signature-world";
import type { Person } from "./thread-world";

let world: SignatureWorld;
let lucja: Person;
let code: string;
let v1: { version: number; sha256: string };
const settings = readSettings({ NODE_ENV: "test", APP_ORIGIN: "http://localhost:3999" });

beforeAll(async () => {
  world = await openSignatureWorld();
  lucja = await world.join("Łucja Dvořák");
  const long = Array.from({ length: 40 }, (_, n) => ({ title: `Engagement ${n + 1}, « œuvre » d’été`, body: `${"Une phrase de l’article. ".repeat(20).trim()}\n\n- un point\n- un autre` }));
  v1 = { version: 1, sha256: await publish(world, 1, long) };
  code = codeIn(await sign(lucja, v1));
});
afterAll(() => world.close());

async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, n) => document.getPage(n + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join("")));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  const { info } = await document.getMetadata();
  return { pages: document.numPages, text: texts.join("\n"), trees: JSON.stringify(trees), info: info as { Title: string; Language: string }, marked: (await document.getMarkInfo())?.Marked };
}

describe("the receipt’s document", () => {
  it("says what was signed, by whom, when and how to check it, with the whole text, in tagged French", async () => {
    const answer = await lucja.raw(pdfRoute.loader, `/charte/recus/${code}/pdf`, { code });
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Content-Disposition")).toContain("attachment");
    const { pages, text, trees, info, marked } = await read(new Uint8Array(await answer.arrayBuffer()));
    expect(pages).toBeGreaterThan(5);
    expect(info).toMatchObject({ Title: "Reçu de signature – Charte de collaboration, version 1", Language: "fr-CA" });
    expect(marked).toBe(true);
    for (const role of ['"H1"', '"H2"', '"P"', '"L"', '"LI"']) expect(trees).toContain(role);
    for (const said of ["Łucja Dvořák", v1.sha256, code, "America/Toronto", "Article 40. Engagement 40, « œuvre » d’été"]) expect(text.replace(/\s+/g, " ")).toContain(said);
  });

  it("is for whoever signed and the committee alone", async () => {
    const other = await world.join("Autre");
    expect((await other.get(pdfRoute.loader, "/x", { code })).status).toBe(404);
    expect((await lucja.get(pdfRoute.loader, "/x", { code: "pas-un-code" })).status).toBe(404);
    expect((await world.audrey.raw(pdfRoute.loader, "/x", { code })).status).toBe(200);
  });
});

describe("the receipt’s mail", () => {
  it("carries the facts and the document, to whoever signed", async () => {
    const mails: Mail[] = [];
    const office = { ...postOffice(settings), mailer: { send: async (mail: Mail) => void mails.push(mail) } };
    const [row] = await world.sql`select id from outbox_mails where kind = 'receipt' and member_id = ${lucja.id}`;
    await sendMail(office, String(row?.id), { last: false });
    const [mail] = mails;
    expect(mail?.to.name).toBe("Łucja Dvořák");
    expect(mail?.subject).toBe("Votre reçu de signature, version 1 de la Charte");
    for (const said of [v1.sha256, code, `/charte/recus/${code}`]) expect(mail?.text).toContain(said);
    expect(mail?.attached?.name).toMatch(/^Reçu de signature, Charte version 1, .*\.pdf$/);
    const { text } = await read(new Uint8Array(mail?.attached?.content ?? []));
    expect(text).toContain(v1.sha256);
  });
});
