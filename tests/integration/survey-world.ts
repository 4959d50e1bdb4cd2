import type { MemberActor } from "~/kit/actor";
import { inTransaction } from "~/kit/transaction.server";
import type { QuestionKind } from "~/features/survey/question/model";
import { draftSurvey, openSurvey, type NewQuestion, type SurveyContent } from "~/features/survey/mutations.server";
import { mayRunSurveys } from "~/features/survey/policy";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

/** A community with someone of the committee and six others, in two organisations. */
export type SurveyWorld = ThreadWorld & {
  audrey: Person;
  people: Person[];
  /** Opens a survey through the real mutations; its questions by their numbers. */
  ask(questions: readonly NewQuestion[], content?: Partial<SurveyContent>): Promise<{ id: number; questions: number[] }>;
};

export const question = (kind: QuestionKind, more: Partial<NewQuestion> = {}): NewQuestion => ({
  kind, label: `Une question, ${kind}`, hint: "", required: false,
  options: ["one", "several", "ranking", "dots", "matrix"].includes(kind) ? ["Sommeil", "Langage", "Jeu"] : [],
  levels: kind === "matrix" ? ["Peu", "Beaucoup"] : [],
  ...more,
});

export const later = (days: number): Date => new Date(Date.now() + days * 86_400_000);

export async function openSurveyWorld(): Promise<SurveyWorld> {
  const world = await openThreadWorld();
  const audrey = await world.join("Audrey Comite");
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
  const names = ["Inès", "Karine", "Maude", "Odette", "Paule", "Rosalie"];
  const people: Person[] = [];
  for (const [index, name] of names.entries()) people.push(await world.join(`${name} Membre`, { organisation: index < 5 ? "CPE Le Ruisseau" : "Maison Le Pommier" }));
  return {
    ...world,
    audrey,
    people,
    ask: async (questions, content = {}) => {
      const proof = mayRunSurveys((await audrey.actor()) as MemberActor);
      const id = await inTransaction(async (tx) => {
        const made = await draftSurvey(tx, proof, { title: "Un sondage", intro: "", promise: "anonymous", audience: "all", crossing: "none", opensAt: null, closesAt: later(7), ...content }, questions);
        await openSurvey(tx, proof, made);
        return made;
      });
      const rows = await world.sql<{ id: number }[]>`select id::int from survey_questions where survey_id = ${id} order by position`;
      return { id, questions: rows.map((row) => row.id) };
    },
  };
}
