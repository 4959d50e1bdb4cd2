import { describe, expect, it } from "vitest";
import type { ShownDevice } from "~/features/device/queries.server";
import type { TestBrowser } from "./sign-in-browser";
import { hasSession, keyOf, useStage } from "./sign-in-stage";

const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const stage = useStage();

const devicesOf = async (where: TestBrowser) => ((await where.get("/reglages/appareils")).data as { devices: ShownDevice[] }).devices;

describe("the list of devices", () => {
  it("names each browser, this one first, and says which is shared", async () => {
    const { email } = await stage.someone();
    const office = await stage.signedIn(email, { fields: { partage: "oui" } });
    const phone = await stage.signedIn(email, { userAgent: PHONE });
    expect((await devicesOf(phone)).map(({ browser, shared, isThis }) => [browser, shared, isThis])).toEqual([
      ["Safari sur iPhone", false, true],
      ["Firefox sur Windows", true, false],
    ]);
    const [own] = await devicesOf(office);
    expect([own?.isThis, own?.last.words]).toEqual([true, expect.stringMatching(/^aujourd’hui à \d+\u00a0h/)]);
    expect(Object.keys(own ?? {}).sort()).toEqual(["browser", "first", "isThis", "last", "publicId", "shared"]);
  });

  it("signs one out at once, and the same form again does no harm", async () => {
    const { email } = await stage.someone();
    const [office, phone] = [await stage.signedIn(email), await stage.signedIn(email)];
    const other = (await devicesOf(phone)).find(({ isThis }) => !isThis)?.publicId ?? "";
    const cle = await keyOf(phone);
    for (let time = 0; time < 2; time += 1) {
      const answer = await phone.post(`/reglages/appareils/${other}/revocation`, { cle });
      expect([answer.status, answer.location]).toEqual([303, "/reglages/appareils"]);
    }
    expect([await hasSession(office), await hasSession(phone)]).toEqual([false, true]);
  });

  it("signs all the others out, and not this one", async () => {
    const { email } = await stage.someone();
    const others = [await stage.signedIn(email), await stage.signedIn(email)];
    const here = await stage.signedIn(email);
    expect((await here.post("/reglages/appareils/autres", { cle: await keyOf(here) })).status).toBe(303);
    expect(await Promise.all([...others, here].map(hasSession))).toEqual([false, false, true]);
  });

  it("cannot reach the device of another, nor one that does not exist", async () => {
    const [mine, theirs] = [await stage.someone(), await stage.someone()];
    const [here, there] = [await stage.signedIn(mine.email), await stage.signedIn(theirs.email)];
    const foreign = (await devicesOf(there))[0]?.publicId ?? "";
    for (const publicId of [foreign, "00000000-0000-4000-8000-000000000000", "1", "x'--"]) {
      expect((await here.post(`/reglages/appareils/${encodeURIComponent(publicId)}/revocation`, { cle: await keyOf(here) })).status).toBe(404);
    }
    expect(await hasSession(there)).toBe(true);
  });

  it("takes no form that was made for someone else", async () => {
    const [mine, theirs] = [await stage.someone(), await stage.someone()];
    const [here, there] = [await stage.signedIn(mine.email), await stage.signedIn(theirs.email)];
    expect((await here.post("/reglages/appareils/autres", { cle: await keyOf(there) })).status).toBe(403);
    expect((await here.post("/reglages/appareils/autres", {})).status).toBe(400);
  });
});

describe("a sign-in from a new browser", () => {
  it("is told by mail to someone who has another, and to nobody else", async () => {
    const { email } = await stage.someone();
    await stage.signedIn(email);
    await stage.world.deliver();
    expect(stage.world.relay.mails).toHaveLength(1);
    await stage.signedIn(email);
    await stage.world.deliver();
    expect(stage.world.relay.mails).toHaveLength(2);
    await stage.signedIn(email, { userAgent: PHONE });
    await stage.world.deliver();
    const mail = stage.world.relay.mails.at(-1);
    expect(mail?.subject).toBe("Une connexion depuis un nouvel appareil");
    expect(mail?.text).toContain("Safari sur iPhone");
    expect(mail?.text).toContain(`${stage.world.settings.origin}/reglages/appareils`);
  });
});
