import { formatNumber, plural } from "~/kit/format";
import { Table } from "~/ui/table";
import type { Count, Tally } from "../result/model";
import { RANKING_METHOD } from "../result/ranking/model";
import { BarChart, StackChart } from "./charts";

type Props = { tally: Tally; hiddenWord: string };

/** One question's results: the drawing, and the table beside it. */
export function TallyView({ tally, hiddenWord }: Props) {
  const { question, answered } = tally;
  const id = `resultat-${question.id}`;
  return (
    <section className="section survey-tally" aria-labelledby={id}>
      <h2 id={id}>{question.label}</h2>
      <p className="soft">{answered === null ? `${hiddenWord} réponses` : plural(answered, "réponse", "réponses")}</p>
      {tally.shape === "texts" ? <Texts tally={tally} /> : <div className={tally.shape === "matrix" ? "stack" : "survey-beside"}>{tally.shape === "matrix" ? <MatrixView id={id} tally={tally} hiddenWord={hiddenWord} /> : <BarsView id={id} tally={tally} hiddenWord={hiddenWord} />}</div>}
    </section>
  );
}

const figure = (count: Count, hiddenWord: string): string => (count === null ? hiddenWord : formatNumber(count));

type Of<Shape> = Extract<Tally, { shape: Shape }>;

const UNITS: Partial<Record<string, string>> = { dots: "Points", ranking: "Points" };

function BarsView({ id, tally, hiddenWord }: Props & { id: string; tally: Of<"bars"> | Of<"ranking"> }) {
  const unit = UNITS[tally.question.kind] ?? "Personnes";
  const most = [...tally.lines].sort((a, b) => (b.count ?? -1) - (a.count ?? -1))[0];
  const describe = most && most.count !== null ? `${tally.lines.length} choix. Le plus haut\u00a0: ${most.label}, ${formatNumber(most.count)}.` : `${tally.lines.length} choix, dont les nombres ne se lisent pas.`;
  const places = tally.shape === "ranking" ? new Map(tally.lines.map(({ label, place }) => [label, place])) : null;
  return (
    <>
      <BarChart id={`${id}-dessin`} title={tally.question.label} describe={describe} hiddenWord={hiddenWord} bars={tally.lines} />
      <div>
        <table className="survey-figures">
          <caption className="visually-hidden">{tally.question.label}, en chiffres</caption>
          <thead>
            <tr>
              <th scope="col">Choix</th>
              {places ? <th scope="col">Place</th> : null}
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {tally.lines.map(({ label, count }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {places ? <td>{count === null ? hiddenWord : places.get(label)}</td> : null}
                <td>{figure(count, hiddenWord)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {tally.shape === "ranking" ? (
          <p className="small soft">
            {RANKING_METHOD} {tally.winner ? `Comparé à chaque autre choix, deux à deux, c’est «\u00a0${tally.winner}\u00a0» qui est préféré.` : null}
          </p>
        ) : tally.mean !== null ? (
          <p className="small soft">Moyenne{"\u00a0"}: {formatNumber(tally.mean, 1)} sur 5.</p>
        ) : null}
      </div>
    </>
  );
}

function MatrixView({ id, tally, hiddenWord }: Props & { id: string; tally: Of<"matrix"> }) {
  const top = tally.levels.at(-1) ?? "";
  const best = [...tally.lines].sort((a, b) => (b.counts.at(-1) ?? -1) - (a.counts.at(-1) ?? -1))[0];
  const describe = best && best.counts.at(-1) !== null ? `${tally.lines.length} sujets. Le plus souvent «\u00a0${top}\u00a0»\u00a0: ${best.label}, ${formatNumber(best.counts.at(-1) ?? 0)}.` : `${tally.lines.length} sujets, dont les nombres ne se lisent pas.`;
  return (
    <>
      <StackChart id={`${id}-dessin`} title={tally.question.label} describe={describe} levels={tally.levels} stacks={tally.lines} />
      <Table
        caption={`${tally.question.label}, en chiffres`}
        captionHidden
        columns={[{ key: "sujet", label: "Sujet", cell: ({ label }: { label: string; counts: Count[] }) => label }, ...tally.levels.map((level, at) => ({ key: level, label: level, number: true, cell: ({ counts }: { label: string; counts: Count[] }) => figure(counts[at] ?? null, hiddenWord) }))]}
        rows={tally.lines}
        rowKey={({ label }) => label}
      />
    </>
  );
}

function Texts({ tally: { texts } }: { tally: Of<"texts"> }) {
  if (texts.length === 0) return <p className="soft">Rien n’est publié de ce qui est écrit ici. Le comité relit d’abord, pour qu’aucune personne n’y soit reconnue.</p>;
  return (
    <ul className="survey-texts">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
