import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "~/kit/errors";
import { forgetWaitingFiles } from "~/features/file/mutations.server";
import { setClock, DAY, after } from "~/kit/clock.server";
import type { paperPage } from "~/features/signature/paper/forms.server";
import type { ShownReceipt } from "~/features/signature/receipt.server";
import * as fileRoute from "~/routes/fichiers.$id.$name";
import * as receiptRoute from "~/routes/charte.recus.$code._index";
import * as paperRoute from "~/routes/comite.charte.signatures.papier._index";
import * as confirmRoute from "~/routes/comite.charte.signatures.papier.$id.confirmation";
import * as dropRoute from "~/routes/comite.charte.signatures.papier.$id.refus";
import { pdf } from "../support/sample-files";
import { openSignatureWorld, publish, verified, type SignatureWorld } from "./signature-world";
import type { Person } from "./thread-world";

const PATH = "/comite/charte/signatures/papier";
let world: SignatureWorld;
let desk: Person;
let line: Person;
let house: number;
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "America/Toronto" });

beforeAll(async () => {
  world = await openSignatureWorld();
  desk = await world.join("Accueil du Pommier", { title: "Éducatrice" });
  line = await world.join("Line Roy");
  house = Number((await world.sql`select organisation_id as id from memberships where member_id = ${desk.id}`)[0]?.id);
  await publish(world, 1, [{ title: "Raison d’être", body: "Se parler." }]);
});
afterAll(() => world.close());

async function record(person: Person, fields: Record<string, string>, scan: { name: string; content: Buffer } | null = { name: "page.pdf", content: pdf() }) {
  const form = new FormData();
  const all = { cle: await person.key(), acte: "signature", nom: "Line Roy", titre: "Éducatrice", version: "1", date: today, ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  if (scan) form.append("fichiers", new Blob([new Uint8Array(scan.content)]), scan.name);
  return person.post(paperRoute.action, PATH, form);
}
const confirm = async (person: Person, id: number) => person.post(confirmRoute.action, `${PATH}/${id}/confirmation`, { cle: await person.key() }, { id: String(id) });
const drop = async (person: Person, id: number) => person.post(dropRoute.action, `${PATH}/${id}/refus`, { cle: await person.key() }, { id: String(id) });
const page = async (person: Person) => (await person.get(paperRoute.loader, PATH)).data as Awaited<ReturnType<typeof paperPage>>;
const fieldsOf = (data: unknown) => (data as { problem: Problem }).problem.fields ?? {};
const entries = async () => (await world.sql`select count(*)::int as n from charter_log`)[0]?.n as number;
const signed = async () => (await world.sql`select event from charter_log where member_id = ${line.id} order by number`).map(({ event }) => event as string);

describe("a signature on paper", () => {
  it("is refused beside the field where the page cannot be, with what was typed and the scan kept", async () => {
    for (const [fields, wrong] of [
      [{ de: "" }, "de"],
      [{ de: `membre-${world.audrey.id}` }, "de"],
      [{ de: `membre-${line.id}`, date: "2020-01-01" }, "date"],
      [{ de: `membre-${line.id}`, date: "2999-01-01" }, "date"],
      [{ de: `membre-${line.id}`, version: "7" }, "version"],
      [{ de: `membre-${line.id}`, acte: "withdrawal" }, "version"],
      [{ de: `membre-${line.id}`, nom: "" }, "nom"],
    ] as const) {
      const { status, data } = await record(world.audrey, fields);
      expect([status, Object.keys(fieldsOf(data))]).toEqual([422, [wrong]]);
      expect((data as { problem: Problem }).problem.values?.joints).toContain("page.pdf");
    }
    const without = await record(world.audrey, { de: `membre-${line.id}` }, null);
    expect(Object.keys(fieldsOf(without.data))).toEqual(["fichiers"]);
    const typed = await record(world.audrey, { de: `membre-${line.id}` }, { name: "page.txt", content: Buffer.from("x") });
    expect(typed.status).toBe(422);
    expect((await record(line, { de: `membre-${desk.id}` })).status).toBe(404);
    expect(await entries()).toBe(1);
  });

  it("recorded by one person counts for nothing, and its scan is the committee’s alone", async () => {
    expect((await record(world.audrey, { de: `membre-${line.id}` })).status).toBe(303);
    const { waiting } = await page(world.bernard);
    expect(waiting).toEqual([expect.objectContaining({ of: "Line Roy", recorder: "Audrey Lemire", mayConfirm: true })]);
    expect((await page(world.audrey)).waiting[0]?.mayConfirm).toBe(false);
    expect(await entries()).toBe(1);
    const [, , id, name] = (waiting[0]?.scan.to ?? "").split("/");
    const params = { id: id ?? "", name: decodeURIComponent(name ?? "") };
    expect((await world.bernard.get(fileRoute.loader, waiting[0]?.scan.to ?? "", params)).status).toBe(200);
    await expect(line.raw(fileRoute.loader, waiting[0]?.scan.to ?? "", params)).rejects.toMatchObject({ data: { code: "thing.absent" } });
    setClock(() => after(new Date(), 3 * DAY));
    await forgetWaitingFiles();
    setClock(() => new Date());
    expect((await world.sql`select 1 from files where id = ${Number(id)}`).length).toBe(1);
  });

  it("is confirmed by a second person and never by the first, whoever asks the database", async () => {
    const [paper] = (await page(world.bernard)).waiting;
    expect((await confirm(world.audrey, paper?.id ?? 0)).status).toBe(403);
    await expect(world.sql`update paper_signatures set decided_by = recorded_by, decided_at = now(), log_number = 1 where id = ${paper?.id ?? 0}`).rejects.toThrow(/paper_signatures_by_two_people/);
    const answers = await Promise.all([confirm(world.bernard, paper?.id ?? 0), confirm(world.bernard, paper?.id ?? 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await signed()).toEqual(["signed"]);
    expect(await verified()).toMatchObject({ holds: true, links: 2 });
  });

  it("has a receipt that says it was on paper, by whom it was recorded, and the digest of the scan", async () => {
    const [paper] = (await page(world.bernard)).confirmed;
    const code = paper?.receipt?.split("/").at(-1) ?? "";
    const { facts, sentence } = (await line.get(receiptRoute.loader, `/charte/recus/${code}`, { code })).data as ShownReceipt;
    const [{ hash } = {}] = await world.sql`select f.hash from files f join paper_signatures p on p.file_id = f.id`;
    expect(facts).toEqual(expect.arrayContaining([
      { term: "Manière", value: expect.stringMatching(/^sur papier, le /) as string },
      { term: "Inscrite par", value: "Audrey Lemire et Bernard Pinard" },
      { term: "Empreinte de la page numérisée (SHA-256)", value: hash },
    ]));
    expect(sentence).toContain("Moi, Line Roy, Éducatrice, Maison Le Pommier, j’ai lu");
    expect((await world.sql`select 1 from outbox_mails where kind = 'receipt' and member_id = ${line.id}`).length).toBe(1);
  });

  it("is not recorded twice, and is taken back the same way", async () => {
    expect(Object.keys(fieldsOf((await record(world.bernard, { de: `membre-${line.id}` })).data))).toEqual(["de"]);
    expect((await record(world.bernard, { de: `membre-${line.id}`, acte: "withdrawal" })).status).toBe(303);
    const [paper] = (await page(world.audrey)).waiting;
    expect((await confirm(world.audrey, paper?.id ?? 0)).status).toBe(303);
    expect(await signed()).toEqual(["signed", "withdrawn"]);
    expect((await record(world.bernard, { de: `membre-${line.id}` })).status).toBe(303);
    const [again] = (await page(world.audrey)).waiting;
    expect((await confirm(world.audrey, again?.id ?? 0)).status).toBe(303);
    expect(await signed()).toEqual(["signed", "withdrawn", "signed"]);
    expect(await verified()).toMatchObject({ holds: true });
  });

  it("of an organisation names who signed, who may have no account", async () => {
    expect((await record(world.audrey, { de: `organisation-${house}`, nom: "Odile Marchand", titre: "Directrice" })).status).toBe(303);
    const [paper] = (await page(world.bernard)).waiting;
    expect((await confirm(world.bernard, paper?.id ?? 0)).status).toBe(303);
    const [entry] = await world.sql`select event, organisation_id::int, body::jsonb -> 'person' as person from charter_log order by number desc limit 1`;
    expect(entry).toEqual({ event: "organisation-signed", organisation_id: house, person: { name: "Odile Marchand", title: "Directrice" } });
    expect(await verified()).toMatchObject({ holds: true });
  });

  it("set aside is forgotten with its scan", async () => {
    expect((await record(world.audrey, { de: `membre-${desk.id}`, nom: "Une autre" })).status).toBe(303);
    const before = await entries();
    const [paper] = (await page(world.audrey)).waiting;
    const scan = Number(paper?.scan.to.split("/")[2]);
    expect((await drop(world.audrey, paper?.id ?? 0)).status).toBe(303);
    expect([await entries(), (await page(world.bernard)).waiting, (await world.sql`select 1 from files where id = ${scan}`).length]).toEqual([before, [], 0]);
    expect((await confirm(world.bernard, paper?.id ?? 0)).status).toBe(404);
  });
});
