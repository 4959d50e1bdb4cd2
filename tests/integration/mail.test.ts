import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { DAY, setClock } from "~/kit/clock.server";
import { openMailer, UnsafeHeader } from "~/kit/mail.server";
import { sha256 } from "~/kit/secrets.server";
import { inTransaction } from "~/kit/transaction.server";
import { queueMail, sendMail } from "~/features/mail/mutations.server";
import { cleanUp, postOffice } from "~/features/worker.server";
import { useStage } from "./sign-in-stage";
import { addPerson, closedPort, codeIn } from "./sign-in-world";

const stage = useStage();
const outbox = async (memberId: number) => (await stage.world.sql`select kind, attempts, last_error, sent_at, parked_at from outbox_mails where member_id = ${memberId} order by created_at`)[0];

describe("a mail handed to the relay", () => {
  it("says in its headers what it is, and has the code in its body alone", async () => {
    const { email } = await stage.someone();
    await stage.browser().post("/connexion", { courriel: email });
    await stage.world.deliver();
    const [mail] = stage.world.relay.mails;
    const code = codeIn(mail);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(Math.abs((mail?.date?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(mail?.from?.text).toBe('"Le Fil" <le-fil@exemple.test>');
    expect(JSON.stringify([...(mail?.headerLines ?? [])])).not.toContain(code);
    expect(mail?.html).toContain(code);
    for (const body of [mail?.text, mail?.html]) expect(body).toContain("Pourquoi ce courriel?");
    expect(mail?.html).not.toMatch(/<img|<script|<link|url\(|@import/);
    const links = [...`${String(mail?.html)} ${mail?.text}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => new URL(link).origin);
    expect(new Set(links)).toEqual(new Set([stage.world.settings.origin]));
  });

  it("reaches a person whose name holds signs that mean something in a header", async () => {
    const { email } = await stage.someone({ name: 'Zoé "Zo" <zoe@ailleurs.test>, Adam' });
    await stage.browser().post("/connexion", { courriel: email });
    await stage.world.deliver();
    expect(stage.world.relay.mails.map(({ to }) => [to].flat().flatMap((list) => list?.value.map(({ address }) => address)))).toEqual([[email]]);
  });

  it("is tried again after the relay refused it, with another code under another id", async () => {
    const { email, id } = await stage.someone();
    const where = stage.browser();
    await where.post("/connexion", { courriel: email });
    stage.world.relay.refuseWith = 451;
    expect(await stage.world.deliver()).toEqual(["mail.send: EENVELOPE 451"]);
    expect(await outbox(id)).toMatchObject({ attempts: 1, last_error: "EENVELOPE 451", sent_at: null, parked_at: null });
    stage.world.relay.refuseWith = null;
    expect(await stage.world.deliver()).toEqual([]);
    expect(await outbox(id)).toMatchObject({ attempts: 2, last_error: null, parked_at: null });
    expect(stage.world.relay.mails[0]?.messageId).toMatch(/\.2@localhost>$/);
    expect((await where.post("/connexion/code", { code: codeIn(stage.world.relay.mails[0]) })).status).toBe(303);
  });

  it("is parked after the last attempt, without an address in what is kept of the failure", async () => {
    const { email, id } = await stage.someone();
    await stage.browser().post("/connexion", { courriel: email });
    stage.world.relay.refuseWith = 550;
    expect(await stage.world.deliver({ last: true })).toEqual([]);
    const row = await outbox(id);
    expect(row?.parked_at).not.toBeNull();
    expect(row?.last_error).toBe("EENVELOPE 550");
    stage.world.relay.refuseWith = null;
    await stage.world.deliver();
    expect(stage.world.relay.mails).toHaveLength(0);
  });

  it("is not made for someone removed meanwhile, and the outbox says so", async () => {
    const { email, id } = await stage.someone();
    await stage.browser().post("/connexion", { courriel: email });
    await stage.world.sql`update members set state = 'removed' where id = ${id}`;
    await stage.world.deliver();
    expect(stage.world.relay.mails).toHaveLength(0);
    expect(await outbox(id)).toMatchObject({ sent_at: null, last_error: "member gone" });
  });

  it("is sent once however often its job comes back", async () => {
    const { email } = await stage.someone();
    await stage.browser().post("/connexion", { courriel: email });
    const [row] = await stage.world.sql`select id from outbox_mails`;
    const office = postOffice(stage.world.settings);
    for (let time = 0; time < 3; time += 1) await sendMail(office, row?.id as string, { last: false });
    expect(stage.world.relay.mails).toHaveLength(1);
  });

  it("waits for a relay that is not there, without holding the worker", async () => {
    const { email, id } = await stage.someone();
    await stage.browser().post("/connexion", { courriel: email });
    const office = postOffice({ ...stage.world.settings, smtpUrl: `smtp://127.0.0.1:${await closedPort()}` });
    const [row] = await stage.world.sql`select id from outbox_mails`;
    await expect(sendMail(office, row?.id as string, { last: false })).rejects.toThrow(/^mail\.send: ECONN|^mail\.send: ESOCKET/);
    expect((await outbox(id))?.sent_at).toBeNull();
  });
});

describe("a header", () => {
  it.each([
    ["the name", { to: { name: "Zoé\r\nBcc: tous@exemple.test", address: "zoe@exemple.test" } }],
    ["the address", { to: { name: "Zoé", address: "zoe@exemple.test\nBcc: tous@exemple.test" } }],
    ["the subject", { subject: "Bonjour\r\nX-Autre: oui" }],
  ])("with a line break in %s is refused", async (_where, bad) => {
    const mail = { id: "0b7e4f1c-0000-4000-8000-000000000000", attempt: 1, to: { name: "Zoé", address: "zoe@exemple.test" }, subject: "Bonjour", text: "t", html: "<p>t</p>" };
    for (const settings of [stage.world.settings, { ...stage.world.settings, smtpUrl: undefined }]) {
      await expect(openMailer(settings).send({ ...mail, ...bad })).rejects.toBeInstanceOf(UnsafeHeader);
    }
    expect(stage.world.relay.mails).toHaveLength(0);
  });
});

describe("without a relay", () => {
  it("a mail becomes a file that its owner alone can read", async () => {
    const { email } = await stage.someone();
    await stage.browser().post("/connexion", { courriel: email });
    const [row] = await stage.world.sql`select id from outbox_mails`;
    await sendMail(postOffice({ ...stage.world.settings, smtpUrl: undefined }), row?.id as string, { last: false });
    const folder = join(stage.world.settings.dataDir, "courriels");
    const files = await readdir(folder);
    expect(files).toEqual([expect.stringMatching(new RegExp(`^[\\dT-]{19}-${row?.id as string}\\.eml$`))]);
    const mail = await simpleParser(await readFile(join(folder, files[0] ?? "")));
    expect([mail.to].flat()[0]?.value[0]?.address).toBe(email);
    expect(codeIn(mail)).toMatch(/^[0-9A-Z]{6}$/);
  });
});

describe("an invitation", () => {
  const invite = async () => {
    const by = await stage.someone({ name: "Solène Roy" });
    const id = await addPerson(stage.world.sql, { email: `nouvelle${by.id}@pommier.exemple.test`, state: "invited", name: "" });
    const [invitation] = await stage.world.sql`insert into invitations (member_id, invited_by, expires_at) values (${id}, ${by.id}, now() + interval '14 days') returning id`;
    await inTransaction((tx) => queueMail(tx, { kind: "invitation", memberId: id, subjectRef: String(invitation?.id) }));
    return { id, invitation: Number(invitation?.id) };
  };

  it("carries a key of which only the hash is kept", async () => {
    const { invitation } = await invite();
    await stage.world.deliver();
    const [mail] = stage.world.relay.mails;
    const token = /\/invitation\/([\w-]{43})\b/.exec(mail?.text ?? "")?.[1] ?? "";
    const [row] = await stage.world.sql`select token_hash from invitations where id = ${invitation}`;
    expect(row?.token_hash).toBe(sha256(token));
    expect(mail?.text).toContain("Solène Roy vous invite");
  });

  it("is not sent once it was revoked", async () => {
    const { invitation } = await invite();
    await stage.world.sql`update invitations set revoked_at = now() where id = ${invitation}`;
    await stage.world.deliver();
    expect(stage.world.relay.mails).toHaveLength(0);
  });
});

describe("the outbox", () => {
  it("rolls back with the transaction that wrote in it, job included", async () => {
    const { id } = await stage.someone();
    const jobs = async () => Number((await stage.world.sql`select count(*) as n from pgboss.job where name = 'mail.send'`)[0]?.n);
    const before = await jobs();
    await expect(
      inTransaction(async (tx) => {
        await queueMail(tx, { kind: "invitation", memberId: id, subjectRef: "1" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect([await outbox(id), await jobs()]).toEqual([undefined, before]);
    await inTransaction((tx) => queueMail(tx, { kind: "invitation", memberId: id, subjectRef: "1" }));
    expect(await jobs()).toBe(before + 1);
  });

  it("is tidied at night: what was sent long ago goes, what waited too long is parked", async () => {
    const [sent, waiting] = [await stage.someone(), await stage.someone()];
    for (const { email } of [sent, waiting]) await stage.browser().post("/connexion", { courriel: email });
    await stage.world.sql`update outbox_mails set sent_at = now() - interval '31 days' where member_id = ${sent.id}`;
    setClock(() => new Date(Date.now() + 2 * DAY + 60_000));
    await cleanUp();
    expect(await outbox(sent.id)).toBeUndefined();
    expect(await outbox(waiting.id)).toMatchObject({ last_error: "waited too long", sent_at: null });
  });
});
