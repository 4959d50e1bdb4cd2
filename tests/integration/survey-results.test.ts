import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as answerRoute from "~/routes/sondages.$id._index";
import * as castRoute from "~/routes/sondages.$id.anonyme";
import * as endRoute from "~/routes/comite.sondages.$id.fin";
import * as textsRoute from "~/routes/comite.sondages.$id.textes";
import * as subjectsRoute from "~/routes/comite.sondages.$id.sujets";
import * as sequelRoute from "~/routes/comite.sondages.$id.suite";
import * as resultsRoute from "~/routes/sondages.$id.resultats._index";
import * as csvRoute from "~/routes/sondages.$id.resultats.tableau";
import * as jsonRoute from "~/routes/sondages.$id.resultats.donnees";
import * as topicRoute from "~/routes/sujets.$id._index";
import type { topicPage } from "~/features/topic/pages.server";
import type { readingPage, resultsPage } from "~/features/survey/result/pages.server";
import { textField } from "~/features/survey/result/model";
import { openSurveyWorld, question, type SurveyWorld } from "./survey-world";
import type { Person } from "./thread-world";

let world: SurveyWorld;
let ines: Person;
beforeAll(async () => {
  world = await openSurveyWorld();
  ines = world.people[0] as Person;
});
afterAll(() => world.close());

const at = (id: number) => ({ id: String(id) });
type Shown = Awaited<ReturnType<typeof resultsPage>>;
const results = async (id: number, person = ines): Promise<Shown> => (await person.get(resultsRoute.loader, `/sondages/${id}/resultats`, at(id))).data as Shown;
const close = async (id: number) => world.audrey.post(endRoute.action, `/comite/sondages/${id}/fin`, { cle: await world.audrey.key() }, at(id));
const cast = async (person: Person, id: number, fields: Record<string, string>) => person.post(castRoute.action, `/sondages/${id}/anonyme`, { cle: await person.key(), ...fields }, at(id));
const send = async (person: Person, id: number, fields: Record<string, string>) => person.post(answerRoute.action, `/sondages/${id}`, { cle: await person.key(), ...fields }, at(id));
const counts = ({ results: shown }: Shown, index: number) => {
  const found = shown?.tallies[index];
  return found && "lines" in found && found.shape !== "matrix" ? found.lines.map(({ count }) => count) : [];
};

describe("the results of a survey", () => {
  it("are not read before the end of an anonymous one, not even as a number", async () => {
    const { id, questions: [one] } = await world.ask([question("one")]);
    for (const person of world.people) await cast(person, id, { [`q${one}`]: "1" });
    expect((await results(id)).results).toBeNull();
    expect((await results(id, world.audrey)).results).toBeNull();
    expect((await ines.raw(csvRoute.loader, `/sondages/${id}/resultats/tableau`, at(id)).catch((thrown: { init: ResponseInit }) => thrown.init)).status).toBe(404);
    await close(id);
    const shown = await results(id);
    expect([shown.results?.respondents, shown.results?.organisations, counts(shown, 0)]).toEqual([6, 2, [6, 0, 0]]);
    expect(shown.people).toEqual([]);
  });

  it("tell nothing under five, in the page, the table and the data", async () => {
    const { id, questions: [one, text] } = await world.ask([question("one", { required: true }), question("short")]);
    for (const person of world.people.slice(0, 4)) await cast(person, id, { [`q${one}`]: "2", [`q${text}`]: "Un mot à nous" });
    await close(id);
    const shown = await results(id);
    expect([shown.results?.respondents, counts(shown, 0)]).toEqual([null, [null, null, null]]);
    const csv = (await ines.get(csvRoute.loader, "", at(id))).body;
    const json = (await ines.get(jsonRoute.loader, "", at(id))).body;
    for (const file of [csv, json]) {
      expect(file).toContain("moins de 5");
      expect(file).not.toMatch(/[;:] ?[1-46-9]\b|Un mot/);
    }
    // Nor is it read by the committee, for four people's words say who they are.
    const reading = (await world.audrey.get(textsRoute.loader, "", at(id))).data as Awaited<ReturnType<typeof readingPage>>;
    expect([reading.texts, (await results(id, world.audrey)).toRead]).toEqual([[], 0]);
  });

  it("of names are read once one has answered, and move in open pages", async () => {
    const { id, questions: [several] } = await world.ask([question("several")], { promise: "named" });
    const [, karine] = world.people as [Person, Person];
    await send(karine, id, { [`q${several}-2`]: "oui" });
    expect((await results(id)).results).toBeNull();
    const before = (await results(id, karine)).stamp;
    await send(ines, id, { [`q${several}-1`]: "oui", [`q${several}-2`]: "oui" });
    const shown = await results(id);
    expect([counts(shown, 0), shown.people.map(({ name, answers }) => [name, answers[0]?.words])]).toEqual([[1, 2, 0], [["Inès Membre", "Sommeil, Langage"], ["Karine Membre", "Langage"]]]);
    expect(shown.stamp).not.toBe(before);
  });

  it("that are confidential give totals to everyone, and names to the committee alone", async () => {
    const { id, questions: [scale] } = await world.ask([question("scale")], { promise: "confidential", crossing: "organisation" });
    for (const [index, person] of world.people.entries()) await send(person, id, { [`q${scale}`]: String(1 + (index % 2)) });
    expect((await results(id)).results).toBeNull();
    await close(id);
    expect((await results(id)).people).toEqual([]);
    expect((await results(id, world.audrey)).people).toHaveLength(6);
    const shown = await results(id);
    expect(shown.results?.tallies[0]).toMatchObject({ mean: 1.5, answered: 6 });
    // One organisation has five people and the other one: neither may be read without telling the other.
    expect([shown.results?.crossed, shown.results?.noGroups]).toEqual([null, expect.stringContaining("moins de 5")]);
  });

  it("by organisation stay what they are when somebody moves to another, or an organisation joins", async () => {
    const more = await Promise.all(Array.from({ length: 12 }, (_, n) => world.join(`Ailleurs ${n}`, { organisation: "Maison Le Pommier" })));
    const { id, questions: [one] } = await world.ask([question("one")], { promise: "confidential", crossing: "organisation" });
    for (const [n, person] of [...world.people, ...more].entries()) await send(person, id, { [`q${one}`]: n % 2 === 0 ? "1" : "2" });
    await close(id);
    const before = await results(id);
    expect(before.results?.crossed?.tables).toHaveLength(1);
    await world.sql`update memberships set organisation_id = (select id from organisations where name = 'Maison Le Pommier') where member_id = ${ines.id}`;
    await world.sql`insert into organisations (name) values ('Un milieu nouveau')`;
    const after = await results(id);
    expect([after.results?.crossed, after.results?.organisations]).toEqual([before.results?.crossed, before.results?.organisations]);
    await world.sql`update memberships set organisation_id = (select id from organisations where name = 'CPE Le Ruisseau') where member_id = ${ines.id}`;
  });

  it("show what is written once somebody of the committee has read it, and never what was kept back", async () => {
    const { id, questions: [long] } = await world.ask([question("long")]);
    for (const [index, person] of world.people.entries()) await cast(person, id, { [`q${long}`]: index === 0 ? "=SOMME(A1)" : index === 1 ? "La petite de la voisine" : "La sieste" });
    await close(id);
    expect((await results(id)).results?.tallies[0]).toMatchObject({ shape: "texts", texts: [], answered: 6 });
    expect((await results(id, world.audrey)).toRead).toBe(3);
    const { texts } = (await world.audrey.get(textsRoute.loader, "", at(id))).data as Awaited<ReturnType<typeof readingPage>>;
    const decided = Object.fromEntries(texts.map(({ questionId, hash, text }) => [textField(questionId, hash), text.includes("voisine") ? "withheld" : "shown"]));
    expect((await world.audrey.post(textsRoute.action, "", { cle: await world.audrey.key(), ...decided }, at(id))).location).toContain("fait=lecture");
    const shown = (await results(id)).results?.tallies[0];
    expect(shown && "texts" in shown ? [...shown.texts].sort() : []).toEqual(["=SOMME(A1)", "La sieste"]);
    const csv = (await ines.get(csvRoute.loader, "", at(id))).body;
    const bytes = new Uint8Array(await (await ines.raw(csvRoute.loader, "/sondages", at(id))).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv).toContain(`"'=SOMME(A1)"`);
    expect(csv).not.toContain("voisine");
  });

  it("of names show nobody's words to the others before the committee has read them", async () => {
    const { id, questions: [short] } = await world.ask([question("short")], { promise: "named" });
    const [, karine] = world.people as [Person, Person];
    await send(karine, id, { [`q${short}`]: "Un mot de Karine" });
    await send(ines, id, { [`q${short}`]: "Un mot d’Inès" });
    const words = async (person: Person) => (await results(id, person)).people.map(({ answers }) => answers[0]?.words);
    expect(await words(ines)).toEqual(["Le comité relit d’abord ce qui est écrit.", "Le comité relit d’abord ce qui est écrit."]);
    const { texts } = (await world.audrey.get(textsRoute.loader, "", at(id))).data as Awaited<ReturnType<typeof readingPage>>;
    const decided = Object.fromEntries(texts.map(({ questionId, hash, text }) => [textField(questionId, hash), text.includes("Karine") ? "shown" : "withheld"]));
    await world.audrey.post(textsRoute.action, "", { cle: await world.audrey.key(), ...decided }, at(id));
    expect(await words(ines)).toEqual(["Le comité relit d’abord ce qui est écrit.", "Un mot de Karine"]);
  });

  it("become subjects that are nobody's, as the committee chooses among what everyone can read", async () => {
    const { id, questions: [matrix, proposed] } = await world.ask([question("matrix", { options: ["La sieste dehors", "Le jeu libre"] }), question("topic")]);
    for (const [index, person] of world.people.entries()) await cast(person, id, { [`q${matrix}-1`]: "2", [`q${proposed}`]: index === 0 ? "Les bains de forêt" : "La petite voisine" });
    await close(id);
    const { texts } = (await world.audrey.get(textsRoute.loader, "", at(id))).data as Awaited<ReturnType<typeof readingPage>>;
    const decided = Object.fromEntries(texts.map(({ questionId, hash, text }) => [textField(questionId, hash), text.includes("voisine") ? "withheld" : "shown"]));
    await world.audrey.post(textsRoute.action, "", { cle: await world.audrey.key(), ...decided }, at(id));
    const form = new FormData();
    for (const name of ["La sieste dehors", "Les bains de forêt", "La petite voisine", "Autre chose"]) form.append("sujet", name);
    form.append("cle", await world.audrey.key());
    expect((await world.audrey.post(subjectsRoute.action, "", form, at(id))).location).toContain("fait=sujets");
    const made = await world.sql`select name, created_by from topics where created_by is null order by name`;
    expect(made.map(({ name, created_by }) => [name, created_by])).toEqual([["La sieste dehors", null], ["Les bains de forêt", null]]);
    expect(await world.sql`select 1 from topic_supports`).toHaveLength(0);
    // Said again, by somebody else of the committee: nothing is counted twice.
    form.set("cle", await world.audrey.key());
    await world.audrey.post(subjectsRoute.action, "", form, at(id));
    expect(await world.sql`select people from topic_steps where survey_id = ${id} order by people`).toMatchObject([{ people: 6 }, { people: null }]);
    const shown = await results(id);
    expect(shown.subjects.map(({ name, state }) => [name, state])).toEqual([["La sieste dehors", "proposed"], ["Les bains de forêt", "proposed"]]);
    expect([shown.candidates, (await results(id, world.audrey)).candidates]).toEqual([[], [{ label: "Une question, matrix", said: "Beaucoup", subjects: [{ name: "Le jeu libre", people: null }] }]]);
    const topic = (await ines.get(topicRoute.loader, "/x", at(shown.subjects[0]?.id ?? 0))).data as Awaited<ReturnType<typeof topicPage>>;
    expect([topic.facts[0], topic.why]).toEqual(["Demandé par 6 personnes dans un sondage", "6 personnes dans un sondage, depuis moins d’un mois\u00a0: 6\u00a0×\u00a01\u00a0×\u00a01\u00a0=\u00a06\u00a0points."]);
    expect(topic.steps).toMatchObject([{ words: "Demandé dans un sondage par 6 personnes", link: { to: `/sondages/${id}/resultats`, label: "Un sondage" } }]);
  });

  it("say what will be done with them, to everyone", async () => {
    const { id } = await world.ask([question("one")]);
    await close(id);
    await world.audrey.post(sequelRoute.action, "", { cle: await world.audrey.key(), suite: "On en parlera en mars." }, at(id));
    expect((await results(id)).sequel).toBe("On en parlera en mars.");
  });
});
