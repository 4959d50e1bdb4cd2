import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetLimits } from "~/kit/limits.server";
import * as actRoute from "~/routes/comite.signalements.$id.$act";
import * as caseRoute from "~/routes/comite.signalements.$id._index";
import * as draftRoute from "~/routes/brouillons.enregistrement";
import * as fileRoute from "~/routes/fichiers.$id.$name";
import * as incidentRoute from "~/routes/comite.incidents.$id";
import * as tableRoute from "~/routes/comite.incidents.registre[.]csv";
import * as messageRoute from "~/routes/discussions.$id.messages.$message._index";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as ownCaseRoute from "~/routes/signalements.$id";
import * as removalRoute from "~/routes/discussions.$id.retrait";
import * as reportRoute from "~/routes/signaler.$subject.$id";
import * as rewordRoute from "~/routes/discussions.$id.messages.$message.modification";
import * as threadRoute from "~/routes/discussions.$id._index";
import { pdf } from "../support/sample-files";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let odile: Person;
let lise: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  [ines, karine, odile, lise] = [await world.join("Inès Benkhelil"), await world.join("Karine Tousignant"), await world.join("Odile Marchand"), await world.join("Lise Bouthillier")];
  await world.sql`insert into member_roles (member_id, role) values (${odile.id}, 'committee')`;
});
afterAll(() => world.close());

const SECRET = "Quetzalina, six ans, dort dans une roulotte derrière le moulin.";
const AGREE = { "personne-reconnaissable": "" };

/** Publishes as its writer insists, whatever the check of discretion thinks of it. */
async function reply(person: Person, thread: number, texte: string, more: Record<string, string> = {}): Promise<number> {
  const post = async (fields: Record<string, string>) => person.post(threadRoute.action, `/discussions/${thread}`, { cle: await person.key(), texte, ...more, ...fields }, { id: String(thread) });
  let answer = await post(AGREE);
  if (answer.status === 422) {
    const { problem } = answer.data as { problem: { discretion: { passages: { mark: string }[] } } };
    answer = await post({ "personne-reconnaissable": problem.discretion.passages.map(({ mark }) => mark).join(" ") });
  }
  return Number(/message-(\d+)/.exec(answer.location ?? "")?.[1]);
}
const report = async (person: Person, subject: string, id: number, motif = "personal-information") =>
  person.post(reportRoute.action, `/signaler/${subject}/${id}`, { cle: await person.key(), motif, precision: "" }, { subject, id: String(id) });
const latestCase = async (): Promise<number> => Number((await world.sql`select max(id) as id from reports`)[0]?.id);
const act = async (id: number, name: string, fields: Record<string, string> = {}) =>
  odile.post(actRoute.action, `/comite/signalements/${id}/${name}`, { cle: await odile.key(), mot: "Voici pourquoi.", ...fields }, { id: String(id), act: name });
const rows = async (person: Person, thread: number) => (await person.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) })).markup.get("messages") ?? "";
const messagePage = async (person: Person, thread: number, message: number) => person.get(messageRoute.loader, `/discussions/${thread}/messages/${message}`, { id: String(thread), message: String(message) });
const since = async (person: Person, thread: number, revision: number) => JSON.parse((await person.get(newsRoute.loader, `/discussions/${thread}/nouveautes?since=${revision}`, { id: String(thread) })).body) as { html: string; revision: number };

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const tables = await world.sql`select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss')`;
  const all = await Promise.all(tables.map(({ schema, name }) => world.sql.unsafe(`select row_to_json(t)::text as line from "${String(schema)}"."${String(name)}" t`)));
  return all.flat().map((row) => String(row.line)).join("\n");
}

describe("personal information that somebody reports", () => {
  let thread: number;
  let message: number;
  let quoting: number;
  let revision: number;

  beforeAll(async () => {
    thread = await world.begin(karine, "Comment faire une place à chacun?", "Une place à chacun");
    message = await reply(ines, thread, `J’ai une question.\n\n${SECRET}`);
    quoting = await reply(karine, thread, `> **Inès** :\n>\n> > ${SECRET}\n\nCourage.`, { citation: String(message) });
    revision = (await since(karine, thread, 0)).revision;
    await report(karine, "message", message);
  });

  it("is out of sight at once for everyone, quotes within quotes as well, and open pages hear of it", async () => {
    const shown = await rows(lise, thread);
    expect(shown).not.toContain("roulotte");
    expect(shown).toContain("Message masqué par précaution");
    expect(shown).toContain("Passage masqué");
    expect(shown).toContain("Courage.");
    const news = await since(lise, thread, revision);
    expect(news.html).toContain(`message-${message}`);
    expect(news.html).toContain(`message-${quoting}`);
    expect(news.html).not.toContain("roulotte");
  });

  it("is still read by its author and the committee, and by nobody else", async () => {
    const readers = await Promise.all([ines, odile, lise].map(async (person) => JSON.stringify((await messagePage(person, thread, message)).data)));
    expect(readers.map((page) => page.includes("roulotte"))).toEqual([true, true, false]);
  });

  it("is told to its author without naming who reported it, and waits for the committee", async () => {
    const id = await latestCase();
    const own = await ines.get(ownCaseRoute.loader, `/signalements/${id}`, { id: String(id) });
    expect(JSON.stringify(own.data)).toContain("Rien ne vous est reproché");
    expect(JSON.stringify(own.data)).not.toContain("Karine");
    expect((await lise.get(ownCaseRoute.loader, `/signalements/${id}`, { id: String(id) })).status).toBe(404);
    const told = await world.sql`select m.name, n.kind, n.by_id from notifications n join members m on m.id = n.member_id where n.kind in ('report', 'moderation')`;
    expect(told).toEqual(expect.arrayContaining([{ name: "Odile Marchand", kind: "report", by_id: String(karine.id) }, { name: "Inès Benkhelil", kind: "moderation", by_id: null }]));
  });

  it("is one report, however many people report it", async () => {
    expect((await report(lise, "message", message)).status).toBe(303);
    expect(await world.sql`select 1 from reports where message_id = ${message}`).toHaveLength(1);
  });

  it("cannot be worded anew meanwhile", async () => {
    const params = { id: String(thread), message: String(message) };
    const answer = await ines.post(rewordRoute.action, `/discussions/${thread}/messages/${message}/modification`, { cle: await ines.key(), texte: "Autre chose", version: "1" }, params);
    expect(answer.status).toBe(409);
  });

  it("comes back in one act, quotes included, where nobody is recognisable", async () => {
    const id = await latestCase();
    expect((await act(id, "retablissement")).status).toBe(303);
    const shown = await rows(lise, thread);
    expect(shown.match(/roulotte/g)).toHaveLength(2);
    expect(shown).not.toContain("masqué");
    expect(await world.sql`select 1 from concealments`).toHaveLength(0);
  });

  it("is not out of sight again for the same person, and stays in the queue", async () => {
    await report(karine, "message", message);
    expect(await rows(lise, thread)).toContain("roulotte");
    expect(await world.sql`select 1 from reports where message_id = ${message} and settled_at is null`).toHaveLength(1);
    await act(await latestCase(), "cloture");
  });
});

describe("what the committee takes out", () => {
  it("leaves no trace of the old words in any table", async () => {
    const thread = await world.begin(karine, "Un accueil pour chacun", "Un accueil");
    const message = await reply(ines, thread, `Avant.\n\n${SECRET} Zibeline.`);
    const params = { id: String(thread), message: String(message) };
    const reword = async (texte: string, agreed: string) =>
      ines.post(rewordRoute.action, `/discussions/${thread}/messages/${message}/modification`, { cle: await ines.key(), texte, version: "1", "personne-reconnaissable": agreed }, params);
    const texte = `Avant.\n\n${SECRET} Hermine.`;
    const asked = (await reword(texte, "")).data as { problem?: { discretion: { passages: { mark: string }[] } } };
    if (asked?.problem) await reword(texte, asked.problem.discretion.passages.map(({ mark }) => mark).join(" "));
    await reply(karine, thread, `> ${SECRET} Hermine.\n\nOui.`, { citation: String(message) });
    const other = await world.begin(lise, `Quelqu’un demandait :\n\n${SECRET}`, "Ailleurs");
    await lise.post(draftRoute.action, "/brouillons/enregistrement", { titre: "", texte: `Je pense à :\n${SECRET}`, version: "0" });
    await report(lise, "message", message);
    const id = await latestCase();
    const page = JSON.stringify((await odile.get(caseRoute.loader, `/comite/signalements/${id}`, { id: String(id) })).data);
    expect(page).toContain("roulotte");

    const words = ["quetzalina", "roulotte", "zibeline", "hermine", "moulin"];
    const left = async () => {
      const everything = (await dump()).toLowerCase();
      return words.filter((word) => everything.includes(word));
    };
    expect(await left()).toEqual(words);
    expect((await act(id, "caviardage", { texte: "Avant.\n\n[renseignement retiré]" })).status).toBe(303);
    expect(await left()).toEqual([]);
    expect(await rows(lise, thread)).toContain("[renseignement retiré]");
    expect(await rows(lise, other)).toContain("Passage masqué");
  });
});

describe("a title and a file that somebody reports", () => {
  it("are out of sight at once: the title reads as masked, the file is its author's and the committee's", async () => {
    const thread = await world.begin(karine, "Bonjour à toutes", "Au sujet de Quetzalina");
    await report(lise, "discussion", thread);
    expect((await world.sql`select title from threads where id = ${thread}`)[0]?.title).toBe("Titre masqué");
    await act(await latestCase(), "caviardage", { texte: "Au sujet d’une enfant" });
    expect((await world.sql`select title from threads where id = ${thread}`)[0]?.title).toBe("Au sujet d’une enfant");

    const form = new FormData();
    form.set("cle", await ines.key());
    form.set("texte", "Voici");
    form.set("fichiers", new File([new Uint8Array(pdf(2_000))], "Outil.pdf"));
    await ines.post(threadRoute.action, `/discussions/${thread}`, form, { id: String(thread) });
    const file = Number((await world.sql`select id from files where name = 'Outil.pdf'`)[0]?.id);
    const open = async (person: Person) => (await person.raw(fileRoute.loader, `/fichiers/${file}/Outil.pdf`, { id: String(file), name: "Outil.pdf" })) as unknown as { status?: number; init?: { status?: number } };
    const statusOf = async (person: Person) => open(person).then((answer) => answer.status ?? answer.init?.status, (thrown: { init?: { status?: number } }) => thrown.init?.status);
    await report(lise, "fichier", file);
    expect(await Promise.all([ines, odile, lise].map(statusOf))).toEqual([200, 200, 404]);
    expect(await rows(lise, thread)).not.toContain("Outil.pdf");
    await act(await latestCase(), "suppression");
    expect(await world.sql`select 1 from files where id = ${file}`).toHaveLength(0);
  });
});

describe("moderation", () => {
  it("hides nothing by itself, and tells the author why when it does", async () => {
    const thread = await world.begin(karine, "Le souper", "Le souper");
    const message = await reply(ines, thread, "Franchement, quelle idée bête.");
    await report(lise, "message", message, "tone");
    expect(await rows(karine, thread)).toContain("quelle idée bête");
    const id = await latestCase();
    await act(id, "masquage", { mot: "Le ton pouvait blesser." });
    expect(await rows(karine, thread)).not.toContain("quelle idée bête");
    expect(JSON.stringify((await ines.get(ownCaseRoute.loader, `/signalements/${id}`, { id: String(id) })).data)).toContain("Le ton pouvait blesser.");
    await act(id, "retablissement");
    expect(await rows(karine, thread)).toContain("quelle idée bête");
  });

  it("takes a whole discussion away from everybody but its author and the committee, and gives it back", async () => {
    const thread = await world.begin(karine, "Vente de garage", "Vente");
    const post = async (retirer: string) => odile.post(removalRoute.action, `/discussions/${thread}/retrait`, { cle: await odile.key(), retirer, mot: "Ce n’est pas le lieu." }, { id: String(thread) });
    expect((await post("oui")).status).toBe(303);
    const seen = await Promise.all([karine, odile, lise].map(async (person) => (await person.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) })).status));
    expect(seen).toEqual([200, 200, 404]);
    expect((await post("non")).status).toBe(303);
    expect((await lise.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) })).status).toBe(200);
    expect(await world.sql`select act from audit_entries where subject_id = ${thread} and act like 'thread.re%' order by id`).toEqual([{ act: "thread.removed" }, { act: "thread.restored" }]);
  });

  it("lets nobody report without end", async () => {
    const thread = await world.begin(karine, "Encore", "Encore");
    const answers = [];
    for (let n = 0; n < 31; n += 1) answers.push((await report(lise, "discussion", thread, "other")).status);
    expect(answers.at(-1)).toBe(429);
    forgetLimits();
  });
});

describe("the register of incidents", () => {
  it("is completed by the committee, keeps each wording, and is taken along as a table that runs no formula", async () => {
    const [incident] = await world.sql`select id from incidents order by id limit 1`;
    const id = String(incident?.id);
    const sheet = { information: "Un prénom et un âge", circumstances: "=1+1", happened: "", known: "", persons: "1", risk: "not-serious", reasoning: "Vu par peu de gens.", commissionNotified: "", personsNotified: "", measures: "Retiré" };
    const record = async (version: string) => odile.post(incidentRoute.action, `/comite/incidents/${id}`, { cle: await odile.key(), ...sheet, version }, { id });
    expect((await record("1")).status).toBe(303);
    expect((await record("1")).status).toBe(409);
    expect(await world.sql`select version from incident_records where incident_id = ${Number(id)} order by version`).toEqual([{ version: 1 }, { version: 2 }]);
    const table = await odile.get(tableRoute.loader, "/comite/incidents/registre.csv");
    expect(table.body).toContain('"Un prénom et un âge";"\'=1+1"');
    expect(table.body.split("\r\n")[0]).toContain("Risque de préjudice sérieux");
  });

  it("is drafted from the case, notes each step, and only grows", async () => {
    const [incident] = await world.sql`select i.id from incidents i join reports r on r.id = i.report_id where r.outcome = 'redacted' order by i.id limit 1`;
    const steps = await world.sql`select act from incident_steps where incident_id = ${Number(incident?.id)} order by id`;
    expect(steps.map(({ act: name }) => name)).toEqual(["reported", "concealed", "echoes", "redacted"]);
    const [record] = await world.sql`select circumstances, risk from incident_records where incident_id = ${Number(incident?.id)}`;
    expect(record).toMatchObject({ risk: "to-assess" });
    for (const table of ["incidents", "incident_steps", "incident_records"]) await expect(world.sql.unsafe(`delete from ${table}`)).rejects.toThrow(/only grows/);
  });
});
