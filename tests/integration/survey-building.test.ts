import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { buildPage } from "~/features/survey/build-pages.server";
import * as deskRoute from "~/routes/comite.sondages._index";
import * as newRoute from "~/routes/comite.sondages.nouveau";
import * as buildRoute from "~/routes/comite.sondages.$id._index";
import * as openRoute from "~/routes/comite.sondages.$id.ouverture";
import * as copyRoute from "~/routes/comite.sondages.$id.copie";
import * as dropRoute from "~/routes/comite.sondages.$id.suppression";
import * as endRoute from "~/routes/comite.sondages.$id.fin";
import * as previewRoute from "~/routes/comite.sondages.$id.apercu";
import * as addRoute from "~/routes/comite.sondages.$id.questions._index";
import * as questionRoute from "~/routes/comite.sondages.$id.questions.$question._index";
import * as orderRoute from "~/routes/comite.sondages.$id.questions.$question.ordre";
import * as removeRoute from "~/routes/comite.sondages.$id.questions.$question.retrait";
import * as listRoute from "~/routes/sondages._index";
import * as answerRoute from "~/routes/sondages.$id._index";
import type { listPage } from "~/features/survey/pages.server";
import { openSurveyWorld, question, type SurveyWorld } from "./survey-world";
import type { Answer, Person } from "./thread-world";

let world: SurveyWorld;
let ines: Person;
beforeAll(async () => {
  world = await openSurveyWorld();
  ines = world.people[0] as Person;
});
afterAll(() => world.close());

type Built = Awaited<ReturnType<typeof buildPage>>;
const content = { titre: "De quoi parler?", presentation: "", promesse: "anonymous", public: "tous", ouvre: "", ferme: "2999-01-15", croisement: "none", version: "0" };
const draft = async (fields: Record<string, string> = {}, template = "interets"): Promise<Answer> =>
  world.audrey.post(newRoute.action, `/comite/sondages/nouveau?modele=${template}`, { ...content, ...fields, cle: await world.audrey.key() });
const made = async (fields: Record<string, string> = {}, template = "interets"): Promise<number> => Number(/\/(\d+)\?/.exec((await draft(fields, template)).location ?? "")?.[1]);
const at = (id: number, question?: number) => ({ id: String(id), ...(question ? { question: String(question) } : {}) });
const post = async (action: Parameters<Person["post"]>[0], id: number, fields: Record<string, string> = {}, questionId?: number): Promise<Answer> =>
  world.audrey.post(action, `/comite/sondages/${id}`, { cle: await world.audrey.key(), ...fields }, at(id, questionId));
const build = async (id: number): Promise<Built> => (await world.audrey.get(buildRoute.loader, `/comite/sondages/${id}`, at(id))).data as Built;
const labels = async (id: number): Promise<string[]> => (await build(id)).questions.map(({ label }) => label);
const problem = (answer: Answer) => (answer.data as { problem?: { sentence: string; fields?: Record<string, string>; values?: Record<string, string> } }).problem;

describe("building a survey", () => {
  it("begins with a template's questions, and is nobody's but the committee's until it is opened", async () => {
    const id = await made();
    expect((await build(id)).questions.map(({ kind }) => kind)).toEqual(["Grille d’intérêt", "Proposer un sujet", "Un seul choix"]);
    expect((await ines.get(answerRoute.loader, `/sondages/${id}`, at(id))).status).toBe(404);
    expect(((await world.audrey.get(previewRoute.loader, `/comite/sondages/${id}/apercu`, at(id))).data as { preview: boolean }).preview).toBe(true);
    expect((await post(openRoute.action, id)).location).toContain("fait=ouverture");
    const list = (await ines.get(listRoute.loader, "/sondages")).data as Awaited<ReturnType<typeof listPage>>;
    expect(list.open.map((survey) => [survey.id, survey.waits])).toContainEqual([id, true]);
  });

  it("takes every kind of question, and says of each what it lacks", async () => {
    const id = await made({}, "vide");
    const add = (genre: string, fields: Record<string, string> = {}) => post(addRoute.action, id, { genre, libelle: `Une ${genre}`, precision: "", ...fields });
    for (const genre of ["section", "scale", "short", "long", "topic"]) expect([genre, (await add(genre)).status]).toEqual([genre, 302 + 1]);
    for (const genre of ["one", "several", "ranking", "dots"]) {
      expect(problem(await add(genre, { choix: "Un seul" }))?.fields?.choix).toContain("au moins deux");
      expect([genre, (await add(genre, { choix: "- Sommeil\n- Jeu\n" })).status]).toEqual([genre, 303]);
    }
    expect(problem(await add("matrix", { choix: "Sommeil\nJeu", niveaux: "Peu" }))?.fields?.niveaux).toContain("au moins deux");
    expect((await add("matrix", { choix: "Sommeil\nJeu", niveaux: "Peu\nBeaucoup" })).status).toBe(303);
    expect((await build(id)).questions).toHaveLength(10);
  });

  it("changes the order by buttons, the wording by a form, and takes questions away", async () => {
    const id = await made();
    const [first, second] = (await build(id)).questions.map(({ key }) => key);
    const before = await labels(id);
    await post(orderRoute.action, id, { sens: "descendre" }, first);
    expect(await labels(id)).toEqual([before[1], before[0], before[2]]);
    await post(orderRoute.action, id, { sens: "monter" }, second);
    expect(await labels(id)).toEqual([before[1], before[0], before[2]]);
    await post(questionRoute.action, id, { genre: "topic", libelle: "Autre mot", precision: "" }, second);
    await post(removeRoute.action, id, {}, first);
    expect(await labels(id)).toEqual(["Autre mot", before[2]]);
  });

  it("is for those whose boxes are ticked, and absent for the others", async () => {
    const [row] = await world.sql`select id from organisations where name = 'CPE Le Ruisseau'`;
    const id = await made({ public: "partie", [`organisation-${row?.id}`]: "oui" });
    await post(openRoute.action, id);
    expect((await ines.get(answerRoute.loader, `/sondages/${id}`, at(id))).status).toBe(200);
    const rosalie = world.people[5] as Person;
    expect((await rosalie.get(answerRoute.loader, `/sondages/${id}`, at(id))).status).toBe(404);
    expect(problem(await draft({ public: "partie" }))?.fields?.public).toContain("Cochez");
  });

  it("never reads an anonymous survey by organisation, and only by a question of its own", async () => {
    expect(problem(await draft({ croisement: "organisation" }))?.fields?.croisement).toContain("anonyme");
    const id = await made();
    const { version, crossings, values } = await build(id);
    expect(crossings).toHaveLength(1);
    expect(problem(await post(buildRoute.action, id, { ...content, ...values, croisement: "question-1", version: String(version) }))?.fields?.croisement).toContain("de la liste");
    expect((await post(buildRoute.action, id, { ...content, ...values, croisement: crossings[0]?.value ?? "", version: String(version) })).status).toBe(303);
    const copy = Number(/\/(\d+)\?/.exec((await post(copyRoute.action, id)).location ?? "")?.[1]);
    expect((await build(copy)).values.croisement).toBe((await build(copy)).crossings[0]?.value);
    expect((await post(dropRoute.action, copy)).location).toContain("fait=retrait");
  });

  it("refuses what someone else changed meanwhile, and keeps what was typed", async () => {
    const id = await made();
    const { version, values } = await build(id);
    await post(buildRoute.action, id, { ...content, ...values, titre: "Le premier", version: String(version) });
    const refused = await post(buildRoute.action, id, { ...content, ...values, titre: "Le second", version: String(version) });
    expect([refused.status, problem(refused)?.values?.titre]).toEqual([409, "Le second"]);
  });

  it("locks its questions with the first answer, lets its end be put off until then, and never opens again", async () => {
    const { id, questions } = await world.ask([question("one")]);
    await world.sql`insert into survey_participations (survey_id, member_id, promise) values (${id}, ${ines.id}, 'anonymous')`;
    expect(problem(await post(addRoute.action, id, { genre: "short", libelle: "Encore", precision: "" }))?.sentence).toContain("Quelqu’un a déjà répondu");
    expect(problem(await post(removeRoute.action, id, {}, questions[0]))?.sentence).toContain("Quelqu’un a déjà répondu");
    const { version, values, locked } = await build(id);
    expect(locked).toBe(true);
    expect((await post(buildRoute.action, id, { ...content, ...values, ferme: "2999-02-01", promesse: "named", version: String(version) })).status).toBe(303);
    expect((await build(id)).values).toMatchObject({ ferme: "2999-02-01", promesse: "anonymous" });
    await post(endRoute.action, id);
    const closed = await build(id);
    expect(closed.state).toBe("closed");
    expect(problem(await post(buildRoute.action, id, { ...content, ...closed.values, version: String(closed.version) }))?.sentence).toContain("clos");
  });

  it("opens only with a question, an end to come, and enough people for what it promises", async () => {
    expect(problem(await post(openRoute.action, await made({}, "vide")))?.sentence).toContain("Ajoutez d’abord une question");
    expect(problem(await post(openRoute.action, await made({ ferme: "" })))?.sentence).toContain("jour de fin");
    const few = { public: "partie", "role-committee": "oui" };
    expect(problem(await post(openRoute.action, await made(few)))?.sentence).toContain("Moins de deux personnes");
    await world.sql`insert into member_roles (member_id, role) values (${ines.id}, 'committee')`;
    expect(problem(await post(openRoute.action, await made(few)))?.sentence).toContain("Moins de cinq personnes");
    expect((await post(openRoute.action, await made({ ...few, promesse: "named" }))).status).toBe(303);
  });

  it("lists those that are over page by page, for members and for the committee", async () => {
    await world.sql`insert into surveys (title, promise, opened_at, opened_by, closes_at, created_by) select 'Ancien ' || n, 'named', now() - interval '400 days', ${world.audrey.id}, now() - n * interval '1 day', ${world.audrey.id} from generate_series(1, 65) n`;
    for (const [loader, base, person] of [[listRoute.loader, "/sondages", ines], [deskRoute.loader, "/comite/sondages", world.audrey]] as const) {
      const titles: string[] = [];
      for (let path: string | null = base; path; ) {
        const page = (await person.get(loader, path)).data as { closed?: { title: string }[]; surveys?: { title: string }[]; older: string | null };
        titles.push(...(page.closed ?? page.surveys ?? []).map(({ title }) => title));
        path = page.older;
      }
      expect([base, titles.filter((title) => title.startsWith("Ancien "))]).toEqual([base, Array.from({ length: 65 }, (_, n) => `Ancien ${n + 1}`)]);
    }
    await world.sql`delete from surveys where title like 'Ancien %'`;
  });

  it("asks after a meeting those who said they would come to one of its sittings, or to those of a pole", async () => {
    const [pole] = await world.sql`insert into poles (name, zone) values ('Val', 'America/Toronto') returning id`;
    const [meeting] = await world.sql`insert into meetings (title, renderer_version, created_by) values ('Le jeu', 1, ${world.audrey.id}) returning id`;
    const [sitting] = await world.sql`insert into sittings (meeting_id, pole_id, local_start, zone, starts_at) values (${meeting?.id}, ${pole?.id}, '2026-01-06 13:30', 'America/Toronto', '2026-01-06T18:30:00Z') returning id`;
    await world.sql`update meetings set opened_at = now(), opened_by = ${world.audrey.id}, thread_id = ${await world.begin(world.audrey, "Le jeu")} where id = ${meeting?.id}`;
    for (const person of world.people.slice(1)) {
      await world.sql`insert into meeting_answers (meeting_id, sitting_id, member_id, state, answered_at, answered_by) values (${meeting?.id}, ${sitting?.id}, ${person.id}, 'coming', now(), ${person.id})`;
    }
    const asked = (await world.audrey.get(newRoute.loader, `/comite/sondages/nouveau?modele=moment&rencontre=${sitting?.id}`)).data as { values: Record<string, string>; audience: { name: string }[] };
    expect(asked.values.titre).toBe("Qu’avez-vous pensé de ce Moment d’échange\u00a0: Le jeu, Val, 6 janvier 2026");
    expect([asked.values.public, asked.audience.some(({ name }) => name === `rencontre-${sitting?.id}`)]).toEqual(["partie", true]);
    for (const box of [`rencontre-${sitting?.id}`, `pole-${pole?.id}`]) {
      const id = await made({ public: "partie", [box]: "oui" }, "moment");
      expect((await build(id)).asked).toBe(5);
      expect((await post(openRoute.action, id)).status).toBe(303);
      expect((await (world.people[1] as Person).get(answerRoute.loader, "", at(id))).status).toBe(200);
      const rosalie = await world.join("Personne Ailleurs");
      expect((await rosalie.get(answerRoute.loader, "", at(id))).status).toBe(404);
    }
    // Once somebody has ticked who came, they are asked, and not those who stayed away.
    const id = await made({ public: "partie", [`rencontre-${sitting?.id}`]: "oui" }, "moment");
    const tick = (person: Person, present: boolean) => world.sql`
      insert into attendances (sitting_id, member_id, present_at, acted_at, acted_by, act_key) values (${sitting?.id}, ${person.id}, ${present ? new Date() : null}, now(), ${world.audrey.id}, gen_random_uuid())`;
    await tick(world.people[1] as Person, false);
    expect((await build(id)).asked).toBe(5);
    for (const person of [world.audrey, ...world.people.slice(2)]) await tick(person, true);
    expect((await build(id)).asked).toBe(5);
    await post(openRoute.action, id);
    expect(await Promise.all([world.people[1], world.people[2]].map(async (person) => (await (person as Person).get(answerRoute.loader, "", at(id))).status))).toEqual([404, 200]);
  });
});
