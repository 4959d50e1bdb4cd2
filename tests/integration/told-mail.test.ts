import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ParsedMail } from "mailparser";
import { setClock } from "~/kit/clock.server";
import { fewerKey } from "~/features/notification/key.server";
import { fewerPath } from "~/features/notification/model";
import { spread } from "~/features/notification/spread.server";
import { queueSummaries } from "~/features/notification/summary.server";
import { cleanUp } from "~/features/worker.server";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as fewerRoute from "~/routes/courriels.$key";
import * as readingRoute from "~/routes/discussions.$id.lecture";
import * as choicesRoute from "~/routes/reglages.notifications";
import type { Person } from "./thread-world";
import { at, openToldWorld, USUAL_CHOICES, type ToldWorld } from "./told-world";

let world: ToldWorld;
let ines: Person;
let karine: Person;
let audrey: Person;

const TITLE = "Le dodo de l’après-midi";
const WORDS = "Chez nous il dort sur le balcon";

beforeAll(async () => {
  world = await openToldWorld();
});
beforeEach(async () => {
  // A Monday, ten o'clock, in winter.
  at("2027-03-01T15:00:00Z");
  await world.sql`update members set state = 'paused' where not exists (select 1 from member_roles r where r.member_id = members.id)`;
  await world.sql`truncate notifications, outbox_mails, mail_choices, mail_times, thread_follows, community_follows`;
  await world.sql`update threads set last_message_at = '2026-01-01'`;
  await world.sql`update messages set created_at = '2026-01-01'`;
  [ines, karine, audrey] = [await world.join("Inès Benkhelil"), await world.join("Karine Tousignant", { organisation: "CPE Les Lilas" }), await world.join("Audrey Cloutier")];
  await world.sql`update members set joined_at = '2026-01-01'`;
  await world.sql`update sessions set created_at = '2027-03-01', last_seen_at = '2027-03-01', expires_at = '2027-05-01'`;
  world.relay.refuseWith = null;
});
afterAll(async () => {
  setClock(() => new Date());
  await world.close();
});

const begin = async (person: Person): Promise<number> => {
  const id = await world.begin(person, WORDS, TITLE);
  await world.spreadAll();
  return id;
};
const reply = async (person: Person, id: number, named?: Person): Promise<number> => {
  const { location } = await person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte: WORDS }, { id: String(id) });
  const messageId = Number(/message-(\d+)$/.exec(location ?? "")?.[1]);
  if (named) await world.sql`insert into mentions (message_id, member_id) values (${messageId}, ${named.id})`;
  await world.spreadAll();
  return messageId;
};
const usual = { ...USUAL_CHOICES, jours: "2", heure: "510", "calme-de": "", "calme-a": "" };
const choose = async (person: Person, choices: Record<string, string>) => {
  const answer = await person.post(choicesRoute.action, "/reglages/notifications", { cle: await person.key(), ...usual, ...choices });
  expect(answer.status).toBe(303);
};
const read = async (person: Person, id: number, position: number) => person.post(readingRoute.action, `/discussions/${id}/lecture`, { position: String(position) }, { id: String(id) });
const to = ({ to: addressee }: ParsedMail): string[] => [addressee ?? []].flat().flatMap((list) => list.value.map(({ name }) => name));
const textOf = (mail: ParsedMail | undefined): string => (mail?.text ?? "").replaceAll("\u00a0", " ");
const subjectOf = (mail: ParsedMail | undefined): string => (mail?.subject ?? "").replaceAll("\u00a0", " ");
const fewerIn = (mail: ParsedMail | undefined): string => /\/courriels\/[\w.-]+/.exec(mail?.text ?? "")?.[0] ?? "";
const keyIn = (mail: ParsedMail | undefined): string => fewerIn(mail).split("/").at(-1) ?? "";

describe("a mention", () => {
  it("is mailed at once, with who, from where, how many and a link, and never a title or a text", async () => {
    const id = await begin(ines);
    const messageId = await reply(karine, id, ines);
    expect(await world.deliver()).toEqual([]);
    at("2027-03-01T15:03:01Z");
    const [mail, ...others] = await world.deliver();
    expect(others).toEqual([]);
    expect(to(mail as ParsedMail)).toEqual(["Inès Benkhelil"]);
    expect(subjectOf(mail)).toBe("Karine Tousignant vous mentionne dans une discussion – Petite enfance du Pommier");
    expect(textOf(mail)).toContain("Karine Tousignant (CPE Les Lilas) vous mentionne dans une discussion.");
    expect(textOf(mail)).toContain(`http://localhost:3999/discussions/${id}?depuis=2#message-${messageId}`);
    const source = JSON.stringify([mail?.text, mail?.html, [...(mail?.headerLines ?? [])], mail?.subject]);
    for (const secret of [TITLE, "dodo", WORDS, "balcon"]) expect(source).not.toContain(secret);
  });

  it("says why it comes and where to have fewer, to people and to mail programs, and answers no machine", async () => {
    const id = await begin(ines);
    await reply(karine, id, ines);
    at("2027-03-01T15:04:00Z");
    const [mail] = await world.deliver();
    for (const body of [textOf(mail), String(mail?.html)]) {
      expect(body).toContain("Pourquoi ce courriel?");
      expect(body).toContain("Vous recevez un courriel dès qu’une personne vous mentionne dans un message.");
      expect(body).toContain(fewerPath(fewerKey(ines.id, "mention")));
    }
    expect(mail?.headers.get("list")).toMatchObject({ unsubscribe: { url: `http://localhost:3999${fewerIn(mail)}` } });
    const raw = mail?.headerLines.map(({ line }) => line) ?? [];
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(mail?.references).toBe(`<discussion-${id}@localhost>`);
  });

  it("and what follows within three minutes are one mail per discussion", async () => {
    const [id, other] = [await begin(ines), await begin(ines)];
    await choose(ines, { reply: "at-once" });
    await reply(karine, id, ines);
    at("2027-03-01T15:01:00Z");
    await reply(karine, id);
    await reply(audrey, id);
    await reply(audrey, other);
    at("2027-03-01T15:05:00Z");
    const mails = await world.deliver();
    expect(mails.map(subjectOf).sort()).toEqual(["Audrey Cloutier a répondu dans une discussion que vous suivez – Petite enfance du Pommier", "Karine Tousignant vous mentionne dans une discussion – Petite enfance du Pommier"]);
    const [grouped] = mails.filter((mail) => subjectOf(mail).startsWith("Karine"));
    expect(textOf(grouped)).toContain("2 réponses, la dernière d’Audrey Cloutier (Maison Le Pommier), dans une discussion que vous suivez.");
    await reply(karine, id, ines);
    at("2027-03-01T15:09:00Z");
    expect((await world.deliver()).map((mail) => textOf(mail).includes("réponses"))).toEqual([false]);
  });

  it("and others that are told together are one mail as well", async () => {
    const id = await begin(ines);
    await choose(ines, { reply: "at-once" });
    const post = async (person: Person): Promise<number> => {
      const { location } = await person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte: WORDS }, { id: String(id) });
      return Number(/message-(\d+)$/.exec(location ?? "")?.[1]);
    };
    const messageIds = [await post(karine), await post(audrey), await post(karine)];
    await spread(messageIds.map((messageId) => ({ messageId, cause: "message" as const })), { demo: false });
    at("2027-03-01T15:04:00Z");
    expect((await world.deliver()).map(textOf)).toEqual([expect.stringContaining("3 réponses, la dernière de Karine Tousignant")]);
  });

  it("is not mailed when it was read, deleted or its thread removed before the mail is made", async () => {
    const ids = [await begin(ines), await begin(ines), await begin(ines)] as const;
    await reply(karine, ids[0], ines);
    const deleted = await reply(karine, ids[1], ines);
    await reply(karine, ids[2], ines);
    await read(ines, ids[0], 2);
    await world.sql`update messages set deleted_at = now(), deleted_by = ${karine.id}, body = '', html = '' where id = ${deleted}`;
    await world.sql`update threads set removed_at = now(), removed_by = ${audrey.id} where id = ${ids[2]}`;
    at("2027-03-01T15:04:00Z");
    expect(await world.deliver()).toEqual([]);
    const rows = await world.sql`select last_error from outbox_mails`;
    expect(rows.map(({ last_error }) => String(last_error))).toEqual(["no longer needed", "no longer needed", "no longer needed"]);
  });

  it.each(["paused", "left", "removed"])("is not mailed to somebody who is %s by then", async (state) => {
    const id = await begin(ines);
    await reply(karine, id, ines);
    await world.sql`update members set state = ${state} where id = ${ines.id}`;
    at("2027-03-01T15:04:00Z");
    expect(await world.deliver()).toEqual([]);
  });

  it("by somebody whose name is hidden says so", async () => {
    const id = await begin(ines);
    await choose(ines, { reply: "at-once" });
    const messageId = await reply(karine, id, ines);
    await world.sql`insert into hidden_authors (message_id, member_id) values (${messageId}, ${karine.id})`;
    await world.sql`update messages set author_id = null where id = ${messageId}`;
    at("2027-03-01T15:04:00Z");
    const [mail] = await world.deliver();
    expect(subjectOf(mail)).toContain("Une personne membre vous mentionne");
    expect(textOf(mail)).not.toMatch(/Karine|Lilas/);
  });

  it("whose mail the relay refuses is mailed once when it is there again, and its job tried twice mails once", async () => {
    const id = await begin(ines);
    await reply(karine, id, ines);
    at("2027-03-01T15:04:00Z");
    world.relay.refuseWith = 451;
    expect(await world.deliver()).toEqual([]);
    await reply(karine, id, ines);
    world.relay.refuseWith = null;
    at("2027-03-01T15:10:00Z");
    const mails = await world.deliver();
    expect(mails.map(to)).toEqual([["Inès Benkhelil"]]);
    expect(await world.deliver()).toEqual([]);
    expect((await world.sql`select 1 from notifications where mailed_at is null`)).toEqual([]);
  });
});

describe("quiet hours and days off", () => {
  it("hold a mail until they end, and lose nothing", async () => {
    const id = await begin(ines);
    await choose(ines, { "calme-de": "1080", "calme-a": "420" });
    at("2027-03-01T23:30:00Z");
    await reply(karine, id, ines);
    at("2027-03-02T11:59:00Z");
    expect(await world.deliver()).toEqual([]);
    at("2027-03-02T12:00:01Z");
    expect((await world.deliver()).map(to)).toEqual([["Inès Benkhelil"]]);
  });

  it("asked for after the mail was queued hold it as well, over a long week-end too", async () => {
    const id = await begin(ines);
    at("2027-03-05T22:00:00Z");
    await reply(karine, id, ines);
    const conges = new URLSearchParams([["conges", "6"]]);
    await choose(ines, { "calme-de": "1020", "calme-a": "480", ...Object.fromEntries(conges) });
    at("2027-03-05T22:10:00Z");
    expect(await world.deliver()).toEqual([]);
    at("2027-03-07T12:30:00Z");
    await cleanUp();
    expect(await world.deliver()).toEqual([]);
    at("2027-03-07T13:00:01Z");
    expect(await world.deliver()).toHaveLength(1);
  });
});

describe("the summary", () => {
  it("comes on Tuesday at half past eight, led by what concerns the person, and once", async () => {
    const [id, other] = [await begin(ines), await begin(audrey)];
    await reply(karine, id);
    await reply(audrey, id);
    await reply(karine, other);
    const answer = await reply(karine, id);
    await spread([{ messageId: answer, cause: "answer", by: audrey.id }], { demo: false });
    at("2027-03-02T13:29:00Z");
    expect(await world.summarise()).toEqual([]);
    at("2027-03-02T13:31:00Z");
    const mails = (await world.summarise()).filter((mail) => to(mail).includes("Inès Benkhelil"));
    const text = textOf(mails[0]);
    expect(mails).toHaveLength(1);
    expect(subjectOf(mails[0])).toBe("Votre résumé : 4 nouvelles pour vous – Petite enfance du Pommier");
    const order = ["Votre question a trouvé une réponse, celle de Karine Tousignant (CPE Les Lilas)", "3 réponses, la dernière de Karine Tousignant (CPE Les Lilas), dans une discussion que vous suivez", "2 nouveaux messages dans 1 autre discussion"];
    expect(order.map((line) => text.indexOf(line)).every((place, index, all) => place >= 0 && (index === 0 || place > (all[index - 1] ?? 0)))).toBe(true);
    expect(text).toContain("Le mardi à 8 h 30, s’il y a quelque chose de nouveau");
    for (const secret of [TITLE, WORDS]) expect(`${text} ${String(mails[0]?.html)}`).not.toContain(secret);
    at("2027-03-02T13:36:00Z");
    expect(await world.summarise()).toEqual([]);
    at("2027-03-09T13:31:00Z");
    expect((await world.summarise()).filter((mail) => to(mail).includes("Inès Benkhelil"))).toEqual([]);
  });

  it("follows the clocks of the community through the change of the hour", async () => {
    const id = await begin(ines);
    at("2027-03-16T12:29:00Z");
    await reply(karine, id);
    expect(await world.summarise()).toEqual([]);
    at("2027-03-16T12:31:00Z");
    expect((await world.summarise()).map(to).flat()).toContain("Inès Benkhelil");
  });

  it("is queued once by two processes, and later on the day by a server that slept", async () => {
    const id = await begin(ines);
    await reply(karine, id);
    at("2027-03-02T20:00:00Z");
    await Promise.all([queueSummaries(), queueSummaries(), queueSummaries()]);
    const rows = await world.sql`select count(*)::int as n from outbox_mails where kind = 'summary' and member_id = ${ines.id}`;
    expect(rows[0]?.n).toBe(1);
    expect((await world.deliver()).map(to).flat()).toContain("Inès Benkhelil");
  });

  it("says what it leaves out", async () => {
    for (let n = 0; n < 12; n += 1) await reply(karine, await begin(ines));
    at("2027-03-02T13:31:00Z");
    const [mail] = (await world.summarise()).filter((one) => to(one).includes("Inès Benkhelil"));
    expect(textOf(mail).match(/a répondu dans une discussion/g)).toHaveLength(8);
    expect(textOf(mail)).toContain("4 autres messages vous attendent\n  http://localhost:3999/notifications");
  });

  it("is not sent when there is nothing, when all was read or already mailed, nor where it is not wanted", async () => {
    await world.sql`update members set state = 'paused' where id = ${audrey.id}`;
    const id = await begin(ines);
    await reply(karine, id, ines);
    at("2027-03-01T15:04:00Z");
    expect(await world.deliver()).toHaveLength(1);
    await reply(karine, id);
    await read(ines, id, 3);
    const other = await begin(karine);
    await choose(karine, { reply: "none", news: "none" });
    await reply(ines, other);
    await read(ines, other, 2);
    at("2027-03-02T13:31:00Z");
    const mails = await world.summarise();
    expect(mails.map(to).flat()).not.toContain("Inès Benkhelil");
    expect(mails.map(to).flat()).not.toContain("Karine Tousignant");
    expect(mails.map(to).flat()).not.toContain("Audrey Cloutier");
  });

  it("takes in what was wanted at once and could not be sent", async () => {
    const id = await begin(ines);
    await reply(karine, id, ines);
    await world.sql`update outbox_mails set parked_at = now(), last_error = 'EENVELOPE 550' where kind = 'told'`;
    at("2027-03-02T13:31:00Z");
    const [mail] = (await world.summarise()).filter((one) => to(one).includes("Inès Benkhelil"));
    expect(textOf(mail)).toContain("Karine Tousignant (CPE Les Lilas) vous mentionne dans une discussion");
  });

  it("waits for the next one when its hour was chosen, or its reader came, after that hour", async () => {
    const id = await begin(ines);
    await reply(karine, id);
    at("2027-03-02T14:00:00Z");
    await choose(ines, { heure: "480" });
    expect((await world.summarise()).map(to).flat()).not.toContain("Inès Benkhelil");
    at("2027-03-09T13:01:00Z");
    expect((await world.summarise()).map(to).flat()).toContain("Inès Benkhelil");
  });
});

describe("the page to have fewer", () => {
  const open = (mail: ParsedMail | undefined) => karine.get(fewerRoute.loader, fewerIn(mail), { key: keyIn(mail) });
  const post = (mail: ParsedMail | undefined, fields: Record<string, string>) => karine.post(fewerRoute.action, fewerIn(mail), fields, { key: keyIn(mail) });
  const choices = async (person: Person) => Object.fromEntries((await world.sql`select kind, rhythm from mail_choices where member_id = ${person.id}`).map(({ kind, rhythm }) => [kind, rhythm]));
  const mentionMail = async () => {
    await reply(karine, await begin(ines), ines);
    at("2027-03-01T15:04:00Z");
    return (await world.deliver())[0];
  };

  it("changes nothing when it is opened, and then only what is asked", async () => {
    const mail = await mentionMail();
    const page = (await open(mail)).data as { state: string; proposal: string; choices: { value: string }[] };
    expect([page.proposal, page.choices.map(({ value }) => value)]).toEqual(["weekly", ["at-once", "weekly", "none", "nothing"]]);
    expect(JSON.stringify(page)).not.toMatch(/Inès|exemple\.test/);
    expect(await choices(ines)).toEqual({});
    expect((await post(mail, { choix: "weekly" })).data).toEqual({ done: true });
    expect(await choices(ines)).toEqual({ mention: "weekly" });
    await post(mail, { choix: "nothing" });
    expect(await choices(ines)).toEqual({ mention: "none", answer: "none", reply: "none", topic: "none", announcement: "none", duty: "none", charter: "none", survey: "none", moderation: "none", news: "none" });
    expect(await choices(karine)).toEqual({});
  });

  it("takes the one-click POST of mail programs", async () => {
    const mail = await mentionMail();
    expect((await post(mail, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
    expect(await choices(ines)).toEqual({ mention: "none" });
  });

  it("of a summary ends summaries, or keeps one a week, and leaves what comes at once", async () => {
    const mail = { text: fewerPath(fewerKey(ines.id, "summary")) } as ParsedMail;
    await world.sql`insert into mail_times (member_id, summary_days, summary_minute, days_off, chosen_at) values (${ines.id}, '{2,4}', 510, '{}', '2026-01-01')`;
    await post(mail, { choix: "once" });
    expect((await world.sql`select summary_days from mail_times where member_id = ${ines.id}`)[0]?.summary_days).toEqual([2]);
    await post(mail, { choix: "none" });
    expect(await choices(ines)).toEqual({ answer: "none", reply: "none", topic: "none", announcement: "none", news: "none" });
  });

  it("takes the key of a mail from when signing was a choice of its own as one about the charter", async () => {
    const key = fewerKey(ines.id, "signing" as "charter");
    expect((await karine.post(fewerRoute.action, `/courriels/${key}`, { choix: "weekly" }, { key })).status).toBe(200);
    expect((await choices(ines)).charter).toBe("weekly");
  });

  it("is the same 404 for a key of another person, another kind or somebody who left as for none", async () => {
    const mine = fewerKey(ines.id, "mention");
    const [, , seal = ""] = mine.split(".");
    await world.sql`update members set state = 'left' where id = ${audrey.id}`;
    const wrong = [`${karine.id}.mention.${seal}`, `${ines.id}.reply.${seal}`, `${ines.id}.rien.${seal}`, mine.slice(0, -1), "x", fewerKey(audrey.id, "mention")];
    for (const key of wrong) {
      expect([key, (await karine.get(fewerRoute.loader, "/courriels/x", { key })).status]).toEqual([key, 404]);
      expect((await karine.post(fewerRoute.action, "/courriels/x", { choix: "none" }, { key })).status).toBe(404);
    }
    expect((await karine.post(fewerRoute.action, "/courriels/x", {}, { key: mine })).status).toBe(422);
  });
});
