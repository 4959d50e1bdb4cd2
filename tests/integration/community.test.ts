import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { announceSetup, renewSetupKey } from "~/features/community/setup.server";
import type { NoticeFacts } from "~/features/privacy/components/notice";
import { found, openMemberWorld, setupFields, submit, type MemberWorld } from "./member-world";
import { problemOf, type Answer } from "./sign-in-browser";

let world: MemberWorld;

beforeEach(async () => {
  world = await openMemberWorld();
});
afterEach(() => world.close());

const count = async (table: string): Promise<number> => Number((await world.sql`select count(*) from ${world.sql(table)}`)[0]?.count);
const newKey = async (): Promise<string> => (await renewSetupKey()) ?? "";
const codeOf = (answer: Answer) => [answer.status, problemOf(answer).code];

describe("the first start", () => {
  it("prints one address whose key only its hash is kept of", async () => {
    const written: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = ((text: string) => (written.push(text), true)) as typeof process.stdout.write;
    await announceSetup(world.settings).finally(() => (process.stdout.write = write));
    const key = /http:\/\/localhost:3998\/demarrage\?cle=([\w-]{43})\n$/.exec(written.join(""))?.[1] ?? "";
    expect((await world.browser().get(`/demarrage?cle=${key}`)).data).toEqual({ setupKey: key });
    const [kept] = await world.sql`select key_hash from setup_keys`;
    expect(kept?.key_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("opens to nobody without the key, nor with one that a restart voided", async () => {
    const earlier = await newKey();
    const key = await newKey();
    const browser = world.browser();
    expect(codeOf(await browser.get("/demarrage"))).toEqual([404, "setup.key-unknown"]);
    expect(codeOf(await browser.get(`/demarrage?cle=${earlier}`))).toEqual([404, "setup.key-unknown"]);
    expect(codeOf(await browser.post(`/demarrage?cle=${key}`, setupFields(earlier)))).toEqual([404, "setup.key-unknown"]);
    expect(await count("communities")).toBe(0);
  });

  it("makes the community and signs its first administrator in", async () => {
    const browser = await found(world);
    expect((await browser.get("/administration")).status).toBe(200);
    expect((await browser.get("/comite")).status).toBe(200);
    const [row] = await world.sql`select m.state, p.notice_version, o.name from members m
      join privacy_acknowledgements p on p.member_id = m.id join memberships s on s.member_id = m.id join organisations o on o.id = s.organisation_id`;
    expect(row).toEqual({ state: "active", notice_version: setupFields("").noticeVersion, name: "Maison de la famille La Bordée" });
    expect(await world.sql`select act from audit_entries order by id limit 1`).toEqual([{ act: "community.founded" }]);
  });

  it("makes one community out of twenty parallel forms with the same key", async () => {
    const key = await newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.browser().post(`/demarrage?cle=${key}`, setupFields(key))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(19).fill(404)]);
    expect([await count("communities"), await count("members"), await count("organisations")]).toEqual([1, 1, 1]);
  });

  it("is over once the key was used, and prints no other", async () => {
    const key = await newKey();
    await world.browser().post(`/demarrage?cle=${key}`, setupFields(key));
    expect(codeOf(await world.browser().get(`/demarrage?cle=${key}`))).toEqual([404, "setup.done"]);
    expect(codeOf(await world.browser().post(`/demarrage?cle=${key}`, setupFields(key)))).toEqual([404, "setup.done"]);
    expect(await renewSetupKey()).toBeNull();
  });

  it("tells at the fields what is missing, and keeps the key for the next try", async () => {
    const key = await newKey();
    const answer = await world.browser().post(`/demarrage?cle=${key}`, { ...setupFields(key), officerName: " ", email: "bernard", name: "Bernard\r\nBcc: x@exemple.test" });
    expect(answer.status).toBe(422);
    const { fields, values } = problemOf(answer) as { fields: Record<string, string>; values: Record<string, string> };
    expect(Object.keys(fields).sort()).toEqual(["email", "name", "officerName"]);
    expect(values.community).toBe("Petite enfance du Pays-d’en-Bas");
    expect((await world.browser().post(`/demarrage?cle=${key}`, setupFields(key))).status).toBe(303);
  });

  it("refuses a field that the form does not have", async () => {
    const key = await newKey();
    expect(codeOf(await world.browser().post(`/demarrage?cle=${key}`, { ...setupFields(key), role: "administrator" }))).toEqual([400, "request.malformed"]);
  });
});

describe("the privacy page", () => {
  it("answers without a session and names whom to ask", async () => {
    const before = (await world.browser().get("/confidentialite")).data as NoticeFacts;
    expect(before.community).toBeNull();
    await found(world);
    const { community } = (await world.browser().get("/confidentialite")).data as NoticeFacts;
    expect(community?.responsibleOrganisation).toBe("Maison de la famille La Bordée");
    expect(community?.privacyOfficer).toEqual({ name: "Odile Marchessault", title: "Directrice", contact: "confidentialite@exemple.test" });
  });
});

describe("the settings of the community", () => {
  const settings = (changed: Record<string, string>) => {
    const { community, territory, timeZone, officerName, officerTitle, officerContact } = setupFields("");
    return { community, territory, timeZone, officerName, officerTitle, officerContact, organisation: "1", ...changed } as Record<string, string>;
  };

  it("change what the public page says at once", async () => {
    const admin = await found(world);
    expect((await submit(admin, "/administration/communaute", settings({ officerName: "Rosalie Champagne" }))).status).toBe(303);
    const { community } = (await world.browser().get("/confidentialite")).data as NoticeFacts;
    expect(community?.privacyOfficer.name).toBe("Rosalie Champagne");
  });

  it("refuse an organisation or a time zone that does not exist", async () => {
    const admin = await found(world);
    expect((await submit(admin, "/administration/communaute", settings({ organisation: "999" }))).status).toBe(422);
    expect((await submit(admin, "/administration/communaute", settings({ timeZone: "Mars/Olympus" }))).status).toBe(422);
    expect((await submit(admin, "/administration/communaute", settings({ officerContact: "" }))).status).toBe(422);
  });
});
