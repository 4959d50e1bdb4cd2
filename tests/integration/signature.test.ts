import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.server";
import type { Problem } from "~/kit/errors";
import type { signingPage } from "~/features/signature/pages.server";
import type { ShownReceipt } from "~/features/signature/receipt.server";
import * as journalRoute from "~/routes/comite.charte.journal";
import * as receiptRoute from "~/routes/charte.recus.$code._index";
import * as signRoute from "~/routes/charte.signature._index";
import * as countRoute from "~/routes/charte.signature.compte";
import * as signForRoute from "~/routes/charte.signature.organisations.$id._index";
import * as withdrawRoute from "~/routes/charte.signature.retrait";
import * as verificationRoute from "~/routes/charte.verification";
import { adopt, codeIn, exported, openSignatureWorld, publish, putInForce, sign, signFor, verified, type SignatureWorld } from "./signature-world";
import type { Person } from "./thread-world";

const ARTICLES = [{ title: "Raison d’être", body: "Se parler." }, { title: "Engagements", body: "Venir.", matter: "commitments" as const }];

let world: SignatureWorld;
let nadege: Person;
let chantal: Person;
let house: { id: number; name: string };
let v1: { version: number; sha256: string };

beforeAll(async () => {
  world = await openSignatureWorld();
  nadege = await world.join("Nadège Saint-Fleur");
  chantal = await world.join("Chantal Ruest", { title: "Directrice" });
  const [row] = await world.sql`select o.id::int, o.name from organisations o join memberships s on s.organisation_id = o.id where s.member_id = ${chantal.id}`;
  house = row as unknown as typeof house;
  await world.sql`insert into organisation_managers (member_id, organisation_id) values (${chantal.id}, ${house.id})`;
  v1 = { version: 1, sha256: await publish(world, 1, ARTICLES) };
});
afterAll(() => world.close());

const page = async (person: Person) => (await person.get(signRoute.loader, "/charte/signature")).data as Extract<Awaited<ReturnType<typeof signingPage>>, { text: object }>;
const problemOf = (data: unknown): Problem => (data as { problem: Problem }).problem;
const entries = async (): Promise<number> => Number((await world.sql`select count(*) as n from charter_log`)[0]?.n);
const receipt = async (person: Person, code: string) => person.get(receiptRoute.loader, `/charte/recus/${code}`, { code });

describe("signing the charter", () => {
  it("shows the whole text in force and the sentence’s parts, and leads to a receipt", async () => {
    const before = await page(nadege);
    expect(before).toMatchObject({ standing: "to-sign", text: { number: 1, sha256: v1.sha256, contents: [{ title: "Raison d’être" }, { title: "Engagements" }] }, signer: { name: "Nadège Saint-Fleur" } });
    expect((await nadege.get(signRoute.loader, "/charte/signature")).markup.get("charte")).toContain("<p>Se parler.</p>");
    const answer = await sign(nadege, v1, { nom: "Nadège Saint-Fleur, M. Sc.", titre: "Éducatrice spécialisée" });
    expect(answer.status).toBe(303);
    const { data } = await receipt(nadege, codeIn(answer));
    expect(data).toMatchObject({ version: 1, who: "Nadège Saint-Fleur, M. Sc.", sound: true, withdrawn: false, sentence: "Moi, Nadège Saint-Fleur, M. Sc., Éducatrice spécialisée, Maison Le Pommier, j’ai lu la Charte de collaboration, version\u00a01, et je m’engage à la respecter." });
    expect((data as ShownReceipt).facts.map(({ value }) => value)).toEqual(expect.arrayContaining(["Éducatrice spécialisée", v1.sha256, "Maison Le Pommier", expect.stringMatching(/\(America\/Toronto, UTC−0[45]:00\)$/)]));
    expect(await page(nadege)).toMatchObject({ standing: "signed", held: { version: 1, code: codeIn(answer) } });
  });

  it("done twice is once, even by twenty forms at the same time", async () => {
    const twice = await world.join("Twice");
    const answers = await Promise.all(Array.from({ length: 20 }, () => sign(twice, v1)));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await world.sql`select count(*)::int as n from charter_log where member_id = ${twice.id}`).toEqual([{ n: 1 }]);
    expect(await world.sql`select count(*)::int as n from outbox_mails where member_id = ${twice.id} and kind = 'receipt'`).toEqual([{ n: 1 }]);
  });

  it("shows the sentence that another name makes before it is signed", async () => {
    const ines = await world.join("Inès Benkhelil");
    const phrase = "Moi, Inès Benkhelil, Éducatrice, Maison Le Pommier, j’ai lu la Charte de collaboration, version\u00a01, et je m’engage à la respecter.";
    const refused = await sign(ines, v1, { nom: "Inès B.", phrase });
    expect(refused.status).toBe(422);
    expect(problemOf(refused.data)).toMatchObject({ fields: { phrase: expect.stringContaining("Relisez-la") as string }, values: { nom: "Inès B." } });
    expect((await sign(ines, v1, { nom: "Inès B." })).status).toBe(303);
  });

  it("asks for a name and a title beside their fields", async () => {
    const { status, data } = await sign(await world.join("Sans Titre"), v1, { titre: "  " });
    expect(status).toBe(422);
    expect(problemOf(data).fields).toEqual({ titre: "Écrivez votre titre, tel qu’il doit paraître." });
  });

  it("is refused to a shared mailbox, to guests and to those who pause", async () => {
    const before = await entries();
    const office = await world.join("Le CPE");
    await world.sql`update members set email = 'cpe-les-pommiers@exemple.test' where id = ${office.id}`;
    const refused = await sign(office, v1);
    expect([refused.status, problemOf(refused.data).code]).toEqual([403, "signing.shared-mailbox"]);
    expect((await sign(await world.join("Hélène", { guestUntil: "2999-01-01" }), v1)).status).toBe(404);
    expect((await sign(await world.join("Mireille", { state: "paused" }), v1)).status).toBe(403);
    expect(await entries()).toBe(before);
  });

  it("refuses an article that was altered in the database, as it would have been read", async () => {
    await world.sql.unsafe("alter table version_articles disable trigger all; update version_articles set body = 'Se taire.' where body = 'Se parler.'");
    const refused = await sign(await world.join("Attentive"), v1);
    expect(problemOf(refused.data).code).toBe("signing.text-altered");
    await world.sql.unsafe("update version_articles set body = 'Se parler.' where body = 'Se taire.'; alter table version_articles enable trigger all");
  });

  it("refuses a text that was altered in the database by one byte", async () => {
    const before = await entries();
    await world.sql.unsafe("alter table charter_versions disable trigger all; update charter_versions set canonical_text = replace(canonical_text, 'Se parler.', 'Se perler.') where number = 1");
    const refused = await sign(await world.join("Prudente"), v1);
    expect([refused.status, problemOf(refused.data).code, await entries()]).toEqual([409, "signing.text-altered", before]);
    const verdict = await verified();
    expect(verdict.holds ? "" : verdict.broken.why).toContain("le texte de la version 1 a été modifié");
    await world.sql.unsafe("update charter_versions set canonical_text = replace(canonical_text, 'Se perler.', 'Se parler.') where number = 1; alter table charter_versions enable trigger all");
    expect((await verified()).holds).toBe(true);
  });
});

describe("an organisation", () => {
  it("signs apart from its people, by who manages it, and nobody else", async () => {
    expect((await signFor(nadege, house, v1)).status).toBe(404);
    expect((await nadege.get(signForRoute.loader, "/x", { id: String(house.id) })).status).toBe(404);
    const answer = await signFor(chantal, house, v1);
    expect(answer.status).toBe(303);
    expect((await page(chantal)).organisations).toMatchObject([{ name: house.name, manages: true, standing: "signed" }]);
    expect((await page(chantal)).standing).toBe("to-sign");
    expect((await receipt(nadege, codeIn(answer))).status).toBe(404);
    const { data } = await receipt(chantal, codeIn(answer));
    expect(data).toMatchObject({ organisation: true, sentence: expect.stringMatching(/^Au nom de l’organisation Maison Le Pommier, moi, Chantal Ruest, Directrice,/) as string });
    expect(codeIn(await signFor(chantal, house, v1))).toBe(codeIn(answer));
  });
});

describe("taking a signature back", () => {
  it("adds an entry, leaves the receipt, and one may sign again", async () => {
    const nicole = await world.join("Nicole Gélinas");
    const first = codeIn(await sign(nicole, v1));
    const withdraw = async () => nicole.post(withdrawRoute.action, "/charte/signature/retrait", { cle: await nicole.key() });
    expect((await withdraw()).location).toBe("/charte/signature?fait=retrait");
    expect((await withdraw()).status).toBe(303);
    expect((await page(nicole)).standing).toBe("to-sign");
    expect((await receipt(nicole, first)).data).toMatchObject({ withdrawn: true, sound: true });
    const second = codeIn(await sign(nicole, v1));
    expect(second).not.toBe(first);
    expect((await receipt(nicole, second)).data).toMatchObject({ withdrawn: false });
    expect(await world.sql`select event from charter_log where member_id = ${nicole.id} order by number`).toEqual([{ event: "signed" }, { event: "withdrawn" }, { event: "signed" }]);
  });
});

describe("a code", () => {
  it("is checked by any member who is shown a receipt, and says nothing of how it was signed", async () => {
    const code = codeIn(await sign(await world.join("Odile Proulx"), v1));
    const check = async (typed: string) => (await nadege.get(verificationRoute.loader, `/charte/verification?code=${encodeURIComponent(typed)}`)).data;
    expect(await check(code.toLowerCase().replaceAll("-", " "))).toMatchObject({ receipt: { version: 1, who: "Odile Proulx", sound: true } });
    expect(JSON.stringify(await check(code))).not.toContain("après une connexion");
    expect(await check("0000-0000-0000")).toMatchObject({ asked: true, receipt: null });
    expect(await check("pas un code")).toMatchObject({ asked: true, receipt: null });
  });
});

describe("the log", () => {
  it("is given to the committee as lines that the program checks by itself, given the digest of any receipt", async () => {
    const folder = mkdtempSync(join(tmpdir(), "le-fil-journal-"));
    const answer = await world.audrey.raw(journalRoute.loader, "/comite/charte/journal", {});
    const text = await answer.text();
    expect(answer.headers.get("Content-Disposition")).toContain(".jsonl");
    const last = JSON.parse(text.trimEnd().split("\n").at(-1) ?? "") as { hash: string };
    const check = (content: string, ...more: string[]) => {
      writeFileSync(join(folder, "journal.jsonl"), content);
      return spawnSync(process.execPath, ["--import", "tsx", "scripts/verify-charter.ts", join(folder, "journal.jsonl"), ...more], { encoding: "utf8" });
    };
    const whole = check(text, "--head", last.hash);
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining(`Empreinte du dernier maillon\u00a0: ${last.hash}`)]);
    const cut = check(text.trimEnd().split("\n").slice(0, -1).join("\n"), "--head", last.hash);
    expect([cut.status, cut.stderr]).toEqual([1, expect.stringContaining("il manque la fin")]);
    rmSync(folder, { recursive: true });
    expect((await nadege.get(journalRoute.loader, "/comite/charte/journal")).status).toBe(404);
  });

  it("is not changed by the application’s role, nor by the owner, who has to break what holds it first", async () => {
    const { audrey, sql } = world;
    for (const change of ["update charter_log set version = version", "delete from charter_log", "truncate charter_log cascade"]) {
      await expect(db.execute(change)).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") as string } });
      await expect(sql.unsafe(change)).rejects.toThrow(/only grows/);
    }
    await expect(sql`insert into charter_log (number, at, event, version, text_hash, campaign, member_id, body, previous, hash)
      select number + 1000, at, event, version, text_hash, campaign, ${audrey.id}, body, previous, repeat('a', 64) from charter_log limit 1`).rejects.toThrow(/does not follow the last one/);
    expect((await verified()).holds).toBe(true);
  });

  it("shows to the program what an owner did who broke it open", async () => {
    const undo = await world.sql`select number, body from charter_log where event = 'signed' order by number limit 1`;
    const { number, body } = undo[0] as unknown as { number: string; body: string };
    await world.sql.unsafe("alter table charter_log disable trigger all; alter table charter_log drop constraint charter_log_hash_is_of_the_body");
    await world.sql`update charter_log set body = replace(body, 'Saint-Fleur', 'Saint-Fleir') where number = ${number}`;
    const verdict = await verified();
    expect(verdict.holds ? "" : verdict.broken.why).toBe(`le maillon ${number} a été modifié\u00a0: son contenu n’a plus son empreinte`);
    await world.sql`update charter_log set body = ${body} where number = ${number}`;
    await world.sql.unsafe("alter table charter_log enable trigger all");
    expect((await verified()).holds).toBe(true);
  });

  it("is counted without names", async () => {
    const counted = JSON.parse((await nadege.get(countRoute.loader, "/charte/signature/compte")).body) as { people: number; of: number; organisations: number };
    expect(counted.people).toBe(Number((await world.sql`select count(distinct member_id) as n from charter_log l where event = 'signed'`)[0]?.n));
    expect(counted.organisations).toBe(1);
  });
});

describe("a version that comes into force while somebody reads", () => {
  it("is told, with what was typed, and nothing is signed", async () => {
    const reader = await world.join("Lectrice");
    const before = await entries();
    const v2 = { version: 2, sha256: await adopt(world, 2, [...ARTICLES, { title: "Confidentialité", body: "Ne nommer personne.", matter: "confidentiality" }]) };
    await putInForce(world, 2);
    const refused = await sign(reader, v1, { nom: "Lectrice Attentive" });
    expect([refused.status, problemOf(refused.data).code, problemOf(refused.data).values?.nom]).toEqual([409, "signing.text-moved", "Lectrice Attentive"]);
    expect(await entries()).toBe(before + 1);
    expect((await sign(reader, v2)).status).toBe(303);
    expect(await page(nadege)).toMatchObject({ standing: "behind", held: { version: 1 } });
    expect((await verified()).holds).toBe(true);
    expect((await exported()).filter((line) => line.startsWith('{"sha256"'))).toHaveLength(2);
  });
});
