import type { Problem } from "~/kit/errors";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { Select, TextArea, TextField } from "~/ui/field";
import { MAX_INTRO, MAX_TITLE, MOST_SITTINGS, promiseNames, promiseWords, type AudienceChoice, type PromiseKind } from "../model";

type Props = {
  values: Record<string, string>;
  problem: Problem | undefined;
  audience: readonly AudienceChoice[];
  crossings: readonly { value: string; label: string }[];
  /** Somebody has answered: what they were promised and asked stays. */
  locked: boolean;
};

const PROMISES: readonly PromiseKind[] = ["named", "confidential", "anonymous"];
const HINTS: Partial<Record<AudienceChoice["group"], string>> = {
  Pôles: "Les personnes qui y sont venues, ou qui ont répondu qu’elles y participent.",
  Rencontres: `Les ${MOST_SITTINGS} dernières. Celles et ceux qui y étaient, si les présences ont été prises; sinon, les personnes inscrites.`,
};
const GROUPS = ["Organisations", "Pôles", "Rôles", "Rencontres"] as const;

/** What a survey is, and whom it is for. */
export function SurveyFields({ values, problem, audience, crossings, locked }: Props) {
  const known = problem?.values ?? values;
  const field = (name: string) => ({ name, defaultValue: known[name] ?? values[name], error: problem?.fields?.[name] });
  return (
    <>
      <TextField {...field("titre")} label="Titre" required maxLength={MAX_TITLE} autoComplete="off" />
      <TextArea {...field("presentation")} label="Présentation" labelAside="facultatif" hint="À quoi serviront les réponses, et combien de temps il faut." maxLength={MAX_INTRO} rows={3} />
      <TextField {...field("ferme")} type="date" short label="Dernier jour pour répondre" hint="Les résultats se lisent après ce jour." />
      {locked ? <Locked known={known} /> : <Unlocked {...{ known, problem, audience, crossings, field }} />}
    </>
  );
}

/** What cannot change any more is carried along as it is. */
function Locked({ known }: { known: Record<string, string> }) {
  const kept = Object.entries(known).filter(([name]) => /^(promesse|public|croisement|ouvre|(role|organisation|pole|rencontre)-.+)$/.test(name));
  return (
    <>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

type UnlockedProps = Omit<Props, "values" | "locked"> & {
  known: Record<string, string>;
  field: (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined };
};

function Unlocked({ known, problem, audience, crossings, field }: UnlockedProps) {
  return (
    <>
      <TextField {...field("ouvre")} type="date" short label="Premier jour" labelAside="facultatif" hint="Sans ce jour, le sondage paraît dès que vous l’ouvrez." />
      <RadioGroup
        {...field("promesse")}
        label="Ce que vous promettez à qui répond"
        hint="Imprimé sur le formulaire, et fixé dès la première réponse."
        choices={PROMISES.map((value) => ({ value, label: promiseNames[value], hint: promiseWords[value] }))}
      />
      <RadioGroup {...field("public")} label="À qui ce sondage s’adresse" choices={[{ value: "tous", label: "À tous les membres" }, { value: "partie", label: "À celles et ceux que vous cochez ci-dessous" }]} />
      <Disclosure summary="Organisations, pôles, rôles et rencontres" open={known.public === "partie"}>
      {GROUPS.map((group) => {
        const boxes = audience.filter((choice) => choice.group === group);
        return boxes.length === 0 ? null : (
          <fieldset key={group} className="field survey-boxes">
            <legend className="label">{group}</legend>
            {HINTS[group] ? <p className="hint">{HINTS[group]}</p> : null}
            {boxes.map(({ name, label }) => (
              <Checkbox key={name} name={name} label={label} value="oui" defaultChecked={known[name] === "oui"} />
            ))}
          </fieldset>
        );
      })}
      </Disclosure>
      <Select
        {...field("croisement")}
        label="Lire aussi les résultats par groupes"
        hint="Un seul regroupement, annoncé à qui répond. Un groupe de moins de cinq personnes ne se lit jamais."
        options={[{ value: "none", label: "Non, tout le monde ensemble" }, { value: "organisation", label: "Par organisation (jamais pour un sondage anonyme)" }, ...crossings.map(({ value, label }) => ({ value, label: `Par réponse à «\u00a0${label}\u00a0»` }))]}
      />
      {problem?.code === "survey.moved" ? <p className="soft">Rouvrez la page pour voir ce qui est enregistré.</p> : null}
    </>
  );
}
