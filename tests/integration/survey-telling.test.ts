import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as castRoute from "~/routes/sondages.$id.anonyme";
import { setClock } from "~/kit/clock.server";
import { tellOfSurvey } from "~/features/survey/telling.server";
import { later, openSurveyWorld, question, type SurveyWorld } from "./survey-world";
import type { Person } from "./thread-world";

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
});
afterAll(() => world.close());

const told = async (id: number): Promise<[string, number, boolean][]> =>
  (await world.sql`select kind, member_id::int as member, read_at is not null as read from notifications where subject = ${`survey-${id}`} order by id`).map(({ kind, member, read }) => [String(kind), Number(member), Boolean(read)]);
const inDays = (days: number) => setClock(() => new Date(Date.now() + days * 86_400_000));

describe("being told of a survey", () => {
  it("comes when it opens, to those it is for, and two days before its end to those who have not answered, once", async () => {
    const [ines, karine] = world.people as [Person, Person];
    const { id, questions: [one] } = await world.ask([question("one")], { closesAt: later(9) });
    expect(await world.sql`select 1 from pgboss.job where name = 'survey.tell' and (data ->> 'surveyId')::int = ${id}`).toHaveLength(3);
    await tellOfSurvey(id, "opening");
    const everyone = (await told(id)).map(([, member]) => member);
    expect(everyone).toEqual([...world.people.map((person) => person.id)].sort((a, b) => a - b));
    await ines.post(castRoute.action, `/sondages/${id}/anonyme`, { cle: await ines.key(), [`q${one}`]: "1" }, { id: String(id) });
    // Too early: its end was put off, or the job came before its time.
    await tellOfSurvey(id, "closing");
    expect(await told(id)).toHaveLength(everyone.length);
    inDays(7.5);
    await tellOfSurvey(id, "closing");
    await tellOfSurvey(id, "closing");
    const reminded = (await told(id)).filter(([kind]) => kind === "survey-closing").map(([, member]) => member);
    expect([reminded.includes(karine.id), reminded.includes(ines.id), reminded.length]).toEqual([true, false, everyone.length - 1]);
    // An anonymous answer moves no notification: it would say when it was given.
    expect((await told(id)).some(([, , read]) => read)).toBe(false);
    inDays(10);
    await tellOfSurvey(id, "end");
    expect((await told(id)).every(([, , read]) => read)).toBe(true);
    setClock(() => new Date());
  });

  it("does not follow at once on a survey of two days, nor come after its end", async () => {
    const { id } = await world.ask([question("one")], { closesAt: later(2) });
    await tellOfSurvey(id, "opening");
    const before = (await told(id)).length;
    await tellOfSurvey(id, "closing");
    inDays(3);
    await tellOfSurvey(id, "opening");
    await tellOfSurvey(id, "closing");
    setClock(() => new Date());
    expect(await told(id)).toHaveLength(before);
  });
});
