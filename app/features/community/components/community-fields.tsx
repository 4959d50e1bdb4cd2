import type { ReactNode } from "react";
import type { Problem } from "~/kit/errors";
import { Select, TextField } from "~/ui/field";
import { TIME_ZONES, zoneNames } from "../model";

type Props = {
  values: Record<string, string>;
  problem: Problem | undefined;
  /** The organisation that answers for it: a name at the first start, a choice later. */
  organisation: ReactNode;
};

/** The fields of a community, at its birth and in its settings. */
export function CommunityFields({ values, problem, organisation }: Props) {
  const field = (name: string) => ({ name, defaultValue: values[name], error: problem?.fields?.[name] });
  return (
    <>
      <TextField {...field("community")} label="Nom de la communauté" required maxLength={120} autoComplete="off" />
      <TextField {...field("territory")} label="Territoire" hint="Une MRC, une ville, une région." required maxLength={120} autoComplete="off" />
      <Select
        {...field("timeZone")}
        label="Fuseau horaire"
        hint="Toutes les heures seront données dans ce fuseau."
        options={TIME_ZONES.map((zone) => ({ value: zone, label: zoneNames[zone] }))}
      />
      {organisation}
      <fieldset className="field">
        <legend className="label">Responsable de la protection des renseignements personnels</legend>
        <p className="hint">
          La Loi 25 demande que cette personne soit nommée. Son nom, son titre et la façon de la joindre paraissent sur la page
          publique de confidentialité.
        </p>
        <div className="form">
          <TextField {...field("officerName")} label="Nom de la personne responsable" required maxLength={120} autoComplete="off" />
          <TextField {...field("officerTitle")} label="Titre de la personne responsable" required maxLength={120} autoComplete="off" />
          <TextField
            {...field("officerContact")}
            label="Comment la joindre"
            hint="Un courriel, un téléphone ou une adresse postale."
            required
            maxLength={200}
            autoComplete="off"
          />
        </div>
      </fieldset>
    </>
  );
}
