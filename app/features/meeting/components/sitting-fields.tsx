import type { Problem } from "~/kit/errors";
import { formatDuration } from "~/kit/format";
import { TIME_ZONES, zoneNames } from "~/features/community/model";
import { RadioGroup } from "~/ui/choice";
import { Select, TextField } from "~/ui/field";
import { DURATIONS } from "../sitting/model";

type Props = { values: Record<string, string>; problem: Problem | undefined; poles: readonly { value: string; label: string }[]; mayWait?: boolean };

const durationsWith = (kept: string | undefined) => {
  const all = new Set<number>(DURATIONS);
  if (kept && /^\d{2,3}$/.test(kept)) all.add(Number(kept));
  return [...all].sort((a, b) => a - b).map((minutes) => ({ value: String(minutes), label: formatDuration(minutes) }));
};

/** When and where one sitting is held. */
export function SittingFields({ values, problem, poles, mayWait }: Props) {
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name] ?? values[name], error: problem?.fields?.[name] });
  const which = problem?.fields?.laquelle;
  return (
    <>
      {poles.length > 0 ? <Select {...field("pole")} label="Pôle" options={[{ value: "", label: "Aucun en particulier" }, ...poles]} /> : null}
      <div className="fields-row">
        <TextField {...field("date")} type="date" label="Date" {...(mayWait ? { labelAside: "si elle est connue" } : { required: true })} short />
        <TextField {...field("heure")} type="time" label="Heure" step={300} short />
        <Select {...field("duree")} label="Durée" options={durationsWith(values.duree)} />
      </div>
      <WhichOfTwo error={which} />
      <TextField {...field("lieu")} label="Lieu" labelAside="facultatif" hint="Le nom de l’endroit, l’adresse, la salle." maxLength={200} autoComplete="off" />
      <TextField {...field("lien")} type="url" label="Lien de visioconférence" labelAside="facultatif" hint="Montré aux personnes inscrites seulement." maxLength={500} autoComplete="off" />
      <div className="fields-row">
        <TextField {...field("places")} label="Nombre de places" labelAside="facultatif" inputMode="numeric" short autoComplete="off" />
        <TextField {...field("limite")} type="date" label="Répondre au plus tard le" labelAside="facultatif" short />
      </div>
      <Select {...field("fuseau")} label="Fuseau horaire" options={TIME_ZONES.map((zone) => ({ value: zone, label: zoneNames[zone] }))} />
    </>
  );
}

/** Asked of an hour that comes twice, on the night when the clocks go back. */
export function WhichOfTwo({ error }: { error: string | undefined }) {
  return error ? (
    <RadioGroup
      name="laquelle"
      label="Laquelle des deux?"
      error={error}
      choices={[
        { value: "1", label: "La première, avant que les horloges reculent" },
        { value: "2", label: "La deuxième, une heure plus tard" },
      ]}
    />
  ) : null;
}
