import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as answerRoute from "~/routes/sondages.$id._index";
import * as castRoute from "~/routes/sondages.$id.anonyme";
import * as saveRoute from "~/routes/sondages.$id.brouillon";
import type { answerPage } from "~/features/survey/pages.server";
import { listUnanswered } from "~/features/survey/queries.server";
import { later, openSurveyWorld, question, type SurveyWorld } from "./survey-world";
import { member, type Answer, type Person } from "./thread-world";

let world: SurveyWorld;
let ines: Person;
let karine: Person;
beforeAll(async () => {
  world = await openSurveyWorld();
  [ines, karine] = world.people as [Person, Person];
});
afterAll(() => world.close());

const at = (id: number) => ({ id: String(id) });
const send = async (person: Person, id: number, fields: Record<string, string>): Promise<Answer> => person.post(answerRoute.action, `/sondages/${id}`, { cle: await person.key(), ...fields }, at(id));
const cast = async (person: Person, id: number, fields: Record<string, string>): Promise<Answer> => person.post(castRoute.action, `/sondages/${id}/anonyme`, { cle: await person.key(), ...fields }, at(id));
const open = async (person: Person, id: number) => (await person.get(answerRoute.loader, `/sondages/${id}`, at(id))).data as Awaited<ReturnType<typeof answerPage>>;
const problem = (answer: Answer) => (answer.data as { problem?: { sentence: string; fields?: Record<string, string>; values?: Record<string, string> } }).problem;

describe("answering with one's name", () => {
  it("is done on one page, and changed until the end", async () => {
    const { id, questions: [one, several, ranking, scale, dots, matrix, short] } = await world.ask([question("one"), question("several"), question("ranking"), question("scale"), question("dots"), question("matrix"), question("short")], { promise: "confidential" });
    const typed = { [`q${one}`]: "2", [`q${several}-1`]: "oui", [`q${several}-3`]: "oui", [`q${ranking}-1`]: "3", [`q${ranking}-2`]: "1", [`q${ranking}-3`]: "2", [`q${scale}`]: "4", [`q${dots}-1`]: "5", [`q${dots}-2`]: "", [`q${matrix}-1`]: "2", [`q${matrix}-2`]: "1", [`q${short}`]: "Merci" };
    const waiting = async () => (await listUnanswered(await member(ines), 9)).map((survey) => survey.id);
    expect(await waiting()).toContain(id);
    expect((await send(ines, id, typed)).location).toBe(`/sondages/${id}?fait=envoi`);
    const [sheet] = await world.sql`select answers from survey_sheets where survey_id = ${id}`;
    expect(sheet?.answers).toEqual({ [String(one)]: 2, [String(several)]: [1, 3], [String(ranking)]: [2, 3, 1], [String(scale)]: 4, [String(dots)]: [5, 0, 0], [String(matrix)]: [2, 1, 0], [String(short)]: "Merci" });
    expect(await waiting()).not.toContain(id);
    const page = await open(ines, id);
    expect(page.values).toMatchObject({ [`q${ranking}-2`]: "1", [`q${dots}-1`]: "5", [`q${several}-3`]: "oui", [`q${matrix}-3`]: "" });
    await send(ines, id, { [`q${one}`]: "1" });
    expect((await world.sql`select answers from survey_sheets where survey_id = ${id}`)[0]?.answers).toEqual({ [String(one)]: 1 });
  });

  it("is saved as one goes, for oneself alone, and counts only once it is sent", async () => {
    const { id, questions: [short] } = await world.ask([question("short")], { promise: "named" });
    const saved = await karine.post(saveRoute.action, `/sondages/${id}/brouillon`, { [`q${short}`]: "À moitié", script: "oui" }, at(id));
    expect(JSON.parse(saved.body)).toHaveProperty("saved");
    expect((await open(karine, id)).values).toEqual({ [`q${short}`]: "À moitié" });
    expect((await open(ines, id)).values).toEqual({});
    expect(await world.sql`select 1 from survey_participations where survey_id = ${id}`).toHaveLength(0);
    expect((await karine.post(saveRoute.action, `/sondages/${id}/brouillon`, { [`q${short}`]: "Bouton" }, at(id))).location).toBe(`/sondages/${id}?fait=garde`);
  });

  it("has no sheet where the survey is anonymous, whatever address is asked", async () => {
    const { id, questions: [short] } = await world.ask([question("short")]);
    expect((await karine.post(saveRoute.action, `/sondages/${id}/brouillon`, { [`q${short}`]: "Non" }, at(id))).status).toBe(400);
    expect(problem(await send(karine, id, { [`q${short}`]: "Non" }))?.sentence).toContain("a changé");
    expect(await world.sql`select 1 from survey_sheets where survey_id = ${id}`).toHaveLength(0);
  });
});

describe("an answer that cannot be taken", () => {
  it("keeps everything typed, and says beside each question what it lacks", async () => {
    const { id, questions: [needed, ranking, dots, matrix, short] } = await world.ask([question("long", { required: true }), question("ranking"), question("dots"), question("matrix", { required: true }), question("short")]);
    const typed = { [`q${needed}`]: "", [`q${ranking}-1`]: "1", [`q${ranking}-2`]: "1", [`q${ranking}-3`]: "", [`q${dots}-1`]: "4", [`q${dots}-2`]: "2", [`q${matrix}-1`]: "1", [`q${short}`]: "Ce que j’ai écrit" };
    const refused = await cast(ines, id, typed);
    expect([refused.status, problem(refused)?.values]).toEqual([422, typed]);
    const { fields = {} } = problem(refused) ?? {};
    expect(fields[`q${needed}`]).toContain("Répondez");
    expect(fields[`q${ranking}`]).toContain("sans égalité");
    expect(fields[`q${dots}`]).toContain("6 points");
    expect(fields[`q${matrix}`]).toContain("Langage, Jeu");
    expect(problem(await cast(ines, id, { ...typed, [`q${short}`]: "m".repeat(5_000) }))?.fields?.[`q${short}`]).toContain("trop long");
    expect(problem(await cast(ines, id, { ...typed, [`q${ranking}-2`]: "3", [`q${ranking}-3`]: "9" }))?.fields?.[`q${ranking}`]).toContain("sans en sauter");
    expect(await world.sql`select 1 from survey_ballots where survey_id = ${id}`).toHaveLength(0);
  });

  it("is blank, of another survey, after the end, or of somebody it is not for", async () => {
    const { id, questions: [one] } = await world.ask([question("one")], { promise: "named" });
    const other = await world.ask([question("one")], { promise: "named" });
    expect(problem(await send(ines, id, { [`q${one}`]: "" }))?.fields?.[`q${one}`]).toContain("une question au moins");
    const foreign = await send(ines, id, { [`q${one}`]: "1", [`q${other.questions[0]}`]: "2" });
    expect([foreign.status, problem(foreign)?.values?.[`q${one}`]]).toEqual([409, "1"]);
    await world.sql`update surveys set closes_at = ${later(-1)} where id = ${id}`;
    const late = await send(ines, id, { [`q${one}`]: "1" });
    expect([late.status, problem(late)?.sentence.includes("clos")]).toEqual([409, true]);
    const committee = await world.ask([question("one")], { promise: "named", audience: [{ role: "committee" }, { organisationId: Number((await world.sql`select id from organisations where name = 'Maison Le Pommier'`)[0]?.id) }] });
    expect((await send(ines, committee.id, { [`q${committee.questions[0]}`]: "1" })).status).toBe(404);
  });
});
