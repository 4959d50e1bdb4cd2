import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { charterPage, leadPage } from "~/features/charter/pages.server";
import * as charterRoute from "~/routes/charte._index";
import * as shortRoute from "~/routes/charte.abregee";
import * as readRoute from "~/routes/charte.lecture";
import * as paperRoute from "~/routes/charte.versions.$number.pdf";
import * as headRoute from "~/routes/comite.charte.entete";
import * as leadRoute from "~/routes/comite.charte._index";
import type { Problem } from "~/kit/errors";
import { openThreadWorld, type Answer, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let audrey: Person;
let ines: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  audrey = await world.join("Audrey Comité");
  ines = await world.join("Inès Benkhelil");
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
});
afterAll(() => world.close());

const read = async (person = ines) => (await person.get(charterRoute.loader, "/charte")).data as Awaited<ReturnType<typeof charterPage>>;
const lead = async () => (await audrey.get(leadRoute.loader, "/comite/charte")).data as Awaited<ReturnType<typeof leadPage>>;
type Action = Parameters<Person["post"]>[0];
const post = async (person: Person, action: Action, path: string, fields: Record<string, string> = {}): Promise<Answer> => person.post(action, path, { cle: await person.key(), ...fields });
const begin = (fields: Record<string, string>, person = audrey): Promise<Answer> => post(person, leadRoute.action, "/comite/charte", { titre: "Charte de collaboration", ...fields });
const problemOf = (answer: Answer): Problem => (answer.data as { problem: Problem }).problem;
/** Takes back what was begun, as the owner. */
const forget = () => world.sql.unsafe("set session_replication_role = replica; truncate charter_versions, charter_articles cascade; set session_replication_role = default");

describe("beginning the charter", () => {
  it("is the committee's: to others the page is not there", async () => {
    expect((await begin({ depart: "vide", texte: "" }, ines)).status).toBe(404);
    expect(await read()).toMatchObject({ version: null, committee: false });
  });

  it("says beside the field what keeps a pasted text from being taken, and keeps it", async () => {
    const long = `1. Longue\n\n${"mot ".repeat(50_000)}`;
    const answer = await begin({ depart: "texte", texte: long });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).fields?.texte).toMatch(/Longue/);
    expect(problemOf(answer).values?.texte).toBe(long);
    expect(problemOf(await begin({ depart: "texte", texte: "" })).fields?.texte).toBe("Collez le texte de votre charte.");
  });

  it("takes a text pasted from Word, article by article", async () => {
    expect((await begin({ depart: "texte", texte: "\ufeffArticle 1 – Mission\r\n•\tAider\r\n\r\nArticle 2 – Valeurs\r\n\r\nLe respect." })).status).toBe(303);
    expect((await read()).version?.contents).toEqual([{ position: 1, title: "Mission" }, { position: 2, title: "Valeurs" }]);
    await forget();
  });

  it("is done once, whoever tries at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => begin({ depart: "modele", texte: "" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(problemOf(answers.find(({ status }) => status === 409) ?? answers[0]!).code).toBe("charter.begun");
  });

  it("gives the template in full: fifteen articles, and a page that sums them up", async () => {
    const { version } = await read();
    expect(version).toMatchObject({ number: 1, state: "drafting", underWay: true, hasShort: true });
    expect(version?.contents).toHaveLength(15);
    const answer = await ines.get(charterRoute.loader, "/charte");
    const text = answer.markup.get("charte") ?? "";
    expect(text).toContain('id="article-10"');
    expect(text).toContain("Rien dans cet article n’empêche de protéger un enfant.");
    expect(text).not.toMatch(/ :|« | »/);
    const short = await ines.get(shortRoute.loader, "/charte/abregee");
    expect(short.markup.get("abrege")).toContain("Ce que je protège");
  });
});

describe("the head of the charter", () => {
  it("tells who comes second what stands now, and keeps what they wrote", async () => {
    const { mark } = (await lead()).head;
    expect((await post(audrey, headRoute.action, "/comite/charte/entete", { titre: "Notre charte", abrege: "Une page.", marque: mark })).status).toBe(303);
    const second = await post(audrey, headRoute.action, "/comite/charte/entete", { titre: "Autre titre", abrege: "Autre page.", marque: mark });
    expect(second.status).toBe(409);
    expect(problemOf(second)).toMatchObject({ code: "state.moved", state: { title: "Notre charte", short: "Une page." }, values: { titre: "Autre titre", abrege: "Autre page." } });
  });
});

describe("reading it", () => {
  it("is noted once by a press, and not by opening it", async () => {
    const reads = () => world.sql`select member_id from charter_reads`;
    await read();
    expect(await reads()).toHaveLength(0);
    await post(ines, readRoute.action, "/charte/lecture");
    await post(ines, readRoute.action, "/charte/lecture");
    expect(await reads()).toHaveLength(1);
  });

  it("is a PDF with a title, a language, headings in order and the whole text", async () => {
    const answer = await ines.raw(paperRoute.loader, "/charte/versions/1/pdf", { number: "1" });
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const pdf = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), useSystemFonts: true }).promise;
    const { info, metadata } = await pdf.getMetadata();
    expect((info as { Title: string; Language: string }).Title).toBe("Notre charte, version 1");
    expect((info as { Language: string }).Language).toBe("fr-CA");
    expect(metadata === null || typeof metadata === "object").toBe(true);
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    expect((await pdf.getOutline()).map(({ title }: { title: string }) => title)).toHaveLength(15);
    const roles: string[] = [];
    const words: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const walk = (node: { role?: string; children?: unknown[] }): void => {
        if (node.role) roles.push(node.role);
        for (const child of node.children ?? []) walk(child as typeof node);
      };
      walk((await page.getStructTree()) as Parameters<typeof walk>[0]);
      words.push((await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join(""));
    }
    expect(roles.filter((role) => role === "H1")).toHaveLength(1);
    expect(roles.filter((role) => role === "H2")).toHaveLength(15);
    expect(roles.filter((role) => role === "LI").length).toBeGreaterThan(40);
    expect(words.join(" ")).toContain("Rien dans cet article n’empêche de protéger un enfant");
    expect(words.at(-1)).toContain(`${pdf.numPages} / ${pdf.numPages}`);
  });

  it("is the same 404 for a version that does not exist", async () => {
    expect((await ines.get(paperRoute.loader, "/charte/versions/9/pdf", { number: "9" })).status).toBe(404);
  });
});
