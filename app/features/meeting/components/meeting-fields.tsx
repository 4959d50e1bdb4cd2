import { Fragment } from "react";
import type { Problem } from "~/kit/errors";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Props = { values: Record<string, string>; problem: Problem | undefined; topics: readonly string[] };

/** What a meeting is about. */
export function MeetingFields({ values, problem, topics }: Props) {
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name] ?? values[name], error: problem?.fields?.[name] });
  return (
    <>
      <TextField {...field("titre")} label="Titre" hint="Ce dont on parlera, en une phrase." required maxLength={160} autoComplete="off" />
      <TextField
        {...field("sujets")}
        label="Sujets"
        labelAside="facultatif"
        hint={topics.length > 0 ? `Séparés par des virgules. Déjà nommés\u00a0: ${topics.slice(0, 8).join(", ")}.` : "Séparés par des virgules."}
        maxLength={600}
        autoComplete="off"
      />
      <TextArea {...field("objectifs")} label="Objectifs" labelAside="facultatif" hint="Ce que l’on saura, ou saura mieux faire, en repartant." maxLength={4000} rows={4} />
      <TextArea {...field("question")} label="Question de préparation" labelAside="facultatif" hint="À réfléchir ou à vérifier dans son milieu avant de venir." maxLength={2000} rows={3} />
      <TextArea
        {...field("ordre")}
        label="Ordre du jour"
        labelAside="facultatif"
        hint={`Un point par ligne, avec ses minutes si vous les savez\u00a0: «\u00a015\u00a0min Accueil\u00a0».`}
        rows={6}
      />
    </>
  );
}

const names: Record<string, string> = { titre: "Titre", sujets: "Sujets", objectifs: "Objectifs", question: "Question de préparation", ordre: "Ordre du jour" };

/** Two people changed it at once: what is kept now, beside what was typed, which stands in the fields. */
export function KeptMeanwhile({ problem, values, labels = names }: { problem: Problem | undefined; values: Record<string, string>; labels?: Record<string, string> }) {
  if (problem?.code !== "meeting.moved") return null;
  const others = Object.keys(labels).filter((name) => (values[name] ?? "") !== (problem.values?.[name] ?? "").trim());
  return (
    <Notice tone="honey" title="Ce qui est enregistré maintenant">
      <dl className="stack">
        {others.map((name) => (
          <Fragment key={name}>
            <dt>{labels[name]}</dt>
            <dd className="typed-text">{values[name] || "Rien"}</dd>
          </Fragment>
        ))}
      </dl>
      <p>Votre texte est dans les champs. Reprenez-y ce qui vous convient, puis enregistrez.</p>
    </Notice>
  );
}
