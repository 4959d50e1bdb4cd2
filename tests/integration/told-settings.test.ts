import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as choicesRoute from "~/routes/reglages.notifications";
import type { Person } from "./thread-world";
import { openToldWorld, USUAL_CHOICES, type ToldWorld } from "./told-world";

let world: ToldWorld;
let karine: Person;

beforeAll(async () => {
  world = await openToldWorld();
  karine = await world.join("Karine Tousignant");
});
afterAll(() => world.close());

describe("the settings", () => {
  it("say what is usual, and keep what was chosen", async () => {
    const page = async () => (await karine.get(choicesRoute.loader, "/reglages/notifications")).data as { rhythms: Record<string, string>; times: Record<string, unknown> };
    expect(await page()).toMatchObject({ rhythms: { mention: "at-once", answer: "weekly", reply: "weekly", topic: "weekly", announcement: "weekly", duty: "at-once", charter: "at-once", survey: "at-once", moderation: "at-once", news: "weekly" }, times: { summaryDays: [2], summaryMinute: 510 } });
    const fields = { ...USUAL_CHOICES, mention: "none", answer: "at-once", news: "none", jours: "5", heure: "720", "calme-de": "1200", "calme-a": "420", conges: "6" };
    expect((await karine.post(choicesRoute.action, "/reglages/notifications", { cle: await karine.key(), ...fields })).location).toBe("/reglages/notifications?fait=courriels");
    expect(await page()).toMatchObject({ rhythms: { mention: "none", answer: "at-once" }, times: { summaryDays: [5], summaryMinute: 720, quietFrom: 1200, quietUntil: 420, daysOff: [6] } });
  });

  it.each([
    [{ jours: "" }, "jours"],
    [{ heure: "1440" }, "heure"],
    [{ "calme-de": "1200" }, "calme-a"],
    [{ "calme-de": "1200", "calme-a": "1200" }, "calme-a"],
    [{ mention: "toujours" }, "mention"],
    [{ news: "at-once" }, "news"],
  ])("refuse %j beside its field, with what was typed", async (wrong, field) => {
    const fields = { ...USUAL_CHOICES, mention: "none", news: "none", jours: "5", heure: "720", ...wrong } as Record<string, string>;
    if (fields.jours === "") delete fields.jours;
    const answer = await karine.post(choicesRoute.action, "/reglages/notifications", { cle: await karine.key(), ...fields });
    const { problem } = answer.data as { problem: { fields: Record<string, string>; values: Record<string, string> } };
    expect([answer.status, Object.keys(problem.fields)]).toEqual([422, [field]]);
    expect(problem.values.heure).toBe(fields.heure);
  });
});
