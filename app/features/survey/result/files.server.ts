import type { MemberActor } from "~/kit/actor";
import { promiseNames } from "../model";
import { KINDS } from "../question/model";
import { csvOf } from "./csv/model";
import { HIDDEN, type Count, type Tally } from "./model";
import { resultsFor } from "./pages.server";

/** Results as files. They say what the page says, and hide what it hides. */

const said = (count: Count): string | number => count ?? HIDDEN;

type Row = (string | number)[];

function rowsOf(tally: Tally): Row[] {
  const { label } = tally.question;
  switch (tally.shape) {
    case "bars":
      return [...tally.lines.map((line): Row => [label, line.label, "", said(line.count)]), ...(tally.mean === null ? [] : [[label, "Moyenne", "", tally.mean]])];
    case "ranking":
      return tally.lines.map((line): Row => [label, line.label, line.count === null ? "" : `place ${line.place}`, said(line.count)]);
    case "matrix":
      return tally.lines.flatMap((line) => line.counts.map((count, at): Row => [label, line.label, tally.levels[at] ?? "", said(count)]));
    case "texts":
      return tally.texts.map((text): Row => [label, text, "", ""]);
  }
}

const headersFor = (name: string, type: string) => ({ "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" });

export async function resultsCsv(actor: MemberActor, id: number): Promise<Response> {
  const { survey, results } = await resultsFor(actor, id);
  const rows: Row[] = [
    ["Question", "Réponse", "Niveau ou groupe", "Nombre"],
    ["Personnes qui ont répondu", survey.title, promiseNames[survey.promise], said(results.respondents)],
    ...results.tallies.flatMap(rowsOf),
    ...(results.crossed?.tables.flatMap(({ label, columns, groups }) => groups.flatMap((group) => columns.map((column, at): Row => [label, column, group.label, said(group.counts[at] ?? null)]))) ?? []),
  ];
  return new Response(csvOf(rows), { headers: headersFor(`sondage-${id}.csv`, "text/csv; charset=utf-8") });
}

export async function resultsJson(actor: MemberActor, id: number): Promise<Response> {
  const { survey, results } = await resultsFor(actor, id);
  const lines = (tally: Tally) => {
    if (tally.shape === "texts") return { textes: tally.texts };
    if (tally.shape === "matrix") return { sujets: tally.lines.map(({ label, counts }) => ({ texte: label, nombres: Object.fromEntries(tally.levels.map((level, at) => [level, said(counts[at] ?? null)])) })) };
    return { choix: tally.lines.map(({ label, count }) => ({ texte: label, nombre: said(count) })), ...(tally.shape === "bars" && tally.mean !== null ? { moyenne: tally.mean } : {}) };
  };
  const content = {
    titre: survey.title,
    presentation: survey.intro,
    promesse: promiseNames[survey.promise],
    personnes: said(results.respondents),
    organisations: said(results.organisations),
    questions: results.tallies.map((tally) => ({ question: tally.question.label, genre: KINDS[tally.question.kind].name, reponses: said(tally.answered), ...lines(tally) })),
    ...(results.crossed
      ? { par: results.crossed.by, groupes: results.crossed.tables.map(({ label, columns, groups }) => ({ question: label, groupes: groups.map((group) => ({ groupe: group.label, personnes: said(group.size), nombres: Object.fromEntries(columns.map((column, at) => [column, said(group.counts[at] ?? null)])) })) })) }
      : {}),
  };
  return new Response(`${JSON.stringify(content, null, 2)}\n`, { headers: headersFor(`sondage-${id}.json`, "application/json; charset=utf-8") });
}
