import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { after, DAY, now, setClock } from "~/kit/clock.server";
import { readSettings } from "~/kit/env.server";
import type { Mail } from "~/kit/mail.server";
import { sendMail } from "~/features/mail/mutations.server";
import { mailHead } from "~/features/signature/head/mutations.server";
import { openDueCampaign } from "~/features/signature/campaign/mutations.server";
import type { signingPage } from "~/features/signature/pages.server";
import { remindOfSigning, tellOfSigning } from "~/features/signature/told.server";
import type { Todo } from "~/features/todo/model";
import { postOffice } from "~/features/worker.server";
import * as homeRoute from "~/routes/_index";
import * as signRoute from "~/routes/charte.signature._index";
import * as campaignRoute from "~/routes/comite.charte.signatures.campagne._index";
import * as dropRoute from "~/routes/comite.charte.signatures.campagne.abandon";
import * as followUpRoute from "~/routes/comite.charte.signatures._index";
import { openSignatureWorld, publish, sign, verified, type SignatureWorld } from "./signature-world";
import type { Person } from "./thread-world";

let world: SignatureWorld;
let nadege: Person;
let late: Person;
let v1: { version: number; sha256: string };
const present = new Date();
const dayIn = (days: number): string => after(now(), days * DAY).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await openSignatureWorld();
  nadege = await world.join("Nadège Saint-Fleur");
  late = await world.join("Jamais Signé");
  v1 = { version: 1, sha256: await publish(world, 1, [{ title: "Raison d’être", body: "Se parler." }]) };
  await sign(nadege, v1);
});
beforeEach(() => setClock(() => present));
afterAll(() => world.close());

const plan = async (person: Person, debut: string, fin: string) => person.post(campaignRoute.action, "/comite/charte/signatures/campagne", { cle: await person.key(), debut, fin });
const mine = async () => (await nadege.get(signRoute.loader, "/charte/signature")).data as Extract<Awaited<ReturnType<typeof signingPage>>, { text: object }>;
const todos = async (person: Person): Promise<Todo[]> => ((await person.get(homeRoute.loader, "/")).data as { todos: Todo[] }).todos;
const opened = async () => (await world.sql`select count(*)::int as n from charter_log where event = 'campaign-opened'`)[0]?.n as number;
const reminders = async () => (await world.sql`select member_id::int as id, subject from notifications where kind = 'signing-reminder' order by id`).map(({ id, subject }) => `${subject}:${id}`);

describe("a campaign of renewal", () => {
  it("is the committee’s, and says beside the field what is wrong with its days", async () => {
    expect((await plan(nadege, dayIn(0), dayIn(30))).status).toBe(404);
    expect((await plan(world.audrey, dayIn(3), dayIn(2))).status).toBe(422);
    expect((await plan(world.audrey, dayIn(-3), dayIn(2))).status).toBe(422);
  });

  it("planned for a day asks nobody anything before it, and can be given up", async () => {
    expect((await plan(world.audrey, dayIn(5), dayIn(40))).location).toContain("planifiee");
    await openDueCampaign();
    expect([await opened(), (await mine()).standing]).toEqual([0, "signed"]);
    expect((await plan(world.bernard, dayIn(6), dayIn(40))).status).toBe(409);
    expect((await world.audrey.post(dropRoute.action, "/comite/charte/signatures/campagne/abandon", { cle: await world.audrey.key() })).status).toBe(303);
    setClock(() => after(present, 6 * DAY));
    await openDueCampaign();
    expect(await opened()).toBe(0);
  });

  it("opens on its day, once, with an entry of the log", async () => {
    expect((await plan(world.audrey, dayIn(2), dayIn(20))).status).toBe(303);
    setClock(() => after(present, 3 * DAY));
    await Promise.all([openDueCampaign(), openDueCampaign()]);
    await openDueCampaign();
    expect(await opened()).toBe(1);
    expect(await verified()).toMatchObject({ holds: true });
    expect(await mine()).toMatchObject({ standing: "to-renew", changes: [] });
  });

  it("tells those who have not signed this year, and nobody twice", async () => {
    await tellOfSigning({ cause: "campaign", id: 1, by: world.audrey.id });
    const told = await reminders();
    expect(told).toEqual(expect.arrayContaining([`signing-campaign-1:${nadege.id}`, `signing-campaign-1:${late.id}`, `signing-campaign-1:${world.audrey.id}`]));
    await tellOfSigning({ cause: "campaign", id: 1, by: world.audrey.id });
    expect(await reminders()).toEqual(told);
    const [task] = (await todos(nadege)).filter(({ key }) => key === "signing");
    expect(task).toMatchObject({ text: "Renouveler votre signature de la Charte", act: "Renouveler" });
  });

  it("is followed by organisation", async () => {
    const { organisations } = (await world.audrey.get(followUpRoute.loader, "/comite/charte/signatures")).data as { organisations: { name: string; toRenew: number; toSign: number }[] };
    expect(organisations.find(({ name }) => name === "Maison Le Pommier")).toMatchObject({ toRenew: 1, toSign: 2 });
  });

  it("reminds, three days before its end, those who are missing and nobody else, once", async () => {
    setClock(() => after(present, 18 * DAY));
    await remindOfSigning();
    await remindOfSigning();
    expect((await reminders()).filter((line) => line.startsWith("signing-end"))).toEqual([`signing-end-1-1:${nadege.id}`]);
  });

  it("is answered with the one button of the page, bound to the text", async () => {
    setClock(() => after(present, 4 * DAY));
    const { renewal } = await mine();
    expect(renewal).toMatchObject({ name: nadege.name, version: 1, sha256: v1.sha256, sentence: expect.stringContaining("je m’engage à la respecter") as string });
    const { name: nom, title: titre, organisation, sentence: phrase, sha256: empreinte } = renewal!;
    const fields = { nom, titre, phrase, empreinte, organisation: String(organisation ?? "") };
    const answer = await nadege.post(signRoute.action, "/charte/signature", { cle: await nadege.key(), ...fields });
    expect(answer.status).toBe(303);
    expect(await mine()).toMatchObject({ standing: "signed", renewal: null });
    expect(await world.sql`select text_hash, campaign from charter_log where event = 'signed' and member_id = ${nadege.id} order by number`).toEqual([{ text_hash: v1.sha256, campaign: 0 }, { text_hash: v1.sha256, campaign: 1 }]);
    expect(await verified()).toMatchObject({ holds: true });
  });

  it("has no one button once the text has changed: the redline is read first", async () => {
    setClock(() => after(present, 21 * DAY));
    expect((await plan(world.audrey, dayIn(0), dayIn(20))).location).toContain("ouverte");
    await publish(world, 2, [{ title: "Raison d’être", body: "Se parler, souvent." }], "form");
    const { standing, changes, renewal } = await mine();
    expect({ standing, changed: changes.map(({ title }) => title), renewal }).toEqual({ standing: "to-renew", changed: ["Raison d’être"], renewal: null });
  });
});

describe("the head of the log", () => {
  it("is mailed to the committee and to who answers for privacy, exactly once a week", async () => {
    await world.sql`update members set email = 'odile@exemple.test' where id = ${late.id}`;
    await Promise.all([mailHead(), mailHead()]);
    for (const days of [0, 0, 1]) {
      setClock(() => after(present, days * DAY));
      await mailHead();
    }
    setClock(() => after(present, 8 * DAY));
    await mailHead();
    const heads = await world.sql`select week::text, number::int, hash from charter_heads order by week`;
    expect(heads.length).toBeGreaterThanOrEqual(2);
    const queued = await world.sql`select subject_ref as week, array_agg(member_id::int order by member_id) as members from outbox_mails where kind = 'charter-head' group by subject_ref order by 1`;
    expect(queued.map(({ week }) => week)).toEqual(heads.map(({ week }) => week));
    for (const { members } of queued) expect(members).toEqual([world.audrey.id, world.bernard.id, late.id].sort((a, b) => a - b));
  });

  it("says so many links and their digest, which the verifier takes", async () => {
    const settings = readSettings({ NODE_ENV: "test", DATA_DIR: "/tmp/le-fil-tests", APP_ORIGIN: "http://localhost:3999" });
    const mails: Mail[] = [];
    const office = { ...postOffice(settings), mailer: { send: async (mail: Mail) => void mails.push(mail) } };
    const [row] = await world.sql`select id from outbox_mails where kind = 'charter-head' limit 1`;
    await sendMail(office, String(row?.id), { last: false });
    const hash = /[0-9a-f]{64}/.exec(mails[0]?.text ?? "")?.[0];
    expect(mails[0]?.subject).toContain("L’empreinte de la semaine");
    expect(await verified(hash)).toMatchObject({ holds: true });
    expect((await world.audrey.get(followUpRoute.loader, "/comite/charte/signatures")).data).toMatchObject({ log: { mailed: expect.arrayContaining([expect.objectContaining({ hash })]) as unknown } });
  });

  it("only grows, for any role", async () => {
    await expect(world.sql`delete from charter_heads`).rejects.toThrow(/only grows/);
    await expect(world.sql`update charter_heads set hash = repeat('0', 64)`).rejects.toThrow(/only grows/);
  });
});
