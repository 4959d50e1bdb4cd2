import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Select, TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import { ABSENCES, TURNS } from "../model";
import type { absencesPage } from "../absence/pages.server";

type PageData = Awaited<ReturnType<typeof absencesPage>>;

const SAID = { note: "C’est noté. On ne suggère plus cette personne pendant ce temps.", fin: "C’est terminé\u00a0: la personne peut de nouveau être suggérée." };
const KINDS = { absence: "Absence", leave: "Congé", exemption: "Exemption" };

/** Who takes no turns and until when, with the reason that the committee keeps to itself. */
export function AbsencesView({ page: { today, absences, people } }: { page: PageData }) {
  const problem = useProblem();
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name], error: problem?.fields?.[name] });
  return (
    <>
      <PageHeader title="Congés et exemptions" lead="Qui ne prend pas de tour, et jusqu’à quand. La personne le voit, sans la raison; pour le reste, le comité seul lit cette page." back={{ to: TURNS, label: "À tour de rôle" }} />
      <Done sentences={SAID} />
      <ProblemSummary problem={problem} />
      {absences.length === 0 ? <p className="soft">Tout le monde prend des tours en ce moment.</p> : null}
      <Yarn>
        {absences.map(({ id, kind, name, from, until, reason, by }) => (
          <YarnItem key={id} knot="planned">
            <p className="yarn-title">{name}</p>
            <p className="yarn-note">
              {[KINDS[kind], until ? `du ${from} au ${until}` : `depuis le ${from}, sans date de fin`, by ? `noté par ${by}` : "noté par la personne"].join(" · ")}
            </p>
            {reason ? <p className="typed-text">{reason}</p> : null}
            <Form method="post" action={`${ABSENCES}/${id}/fin`} className="row">
              <FormKey name={`fin-${id}`} />
              <Button look="quiet" small>
                Terminer<span className="visually-hidden"> ({name}, {KINDS[kind].toLocaleLowerCase("fr-CA")})</span>
              </Button>
            </Form>
          </YarnItem>
        ))}
      </Yarn>
      <Form method="post" action={ABSENCES} className="form section" noValidate key={absences.length}>
        <FormKey name="exemption" />
        <h2>Noter un congé ou une exemption</h2>
        <Select {...field("personne")} label="Qui" options={[{ value: "", label: "Choisissez une personne" }, ...people]} />
        <RadioGroup
          name="genre"
          label="Pendant ce temps, on ne lui demandera pas de tour"
          defaultValue={problem?.values?.genre ?? "exemption"}
          error={problem?.fields?.genre}
          choices={[
            { value: "exemption", label: "Une exemption", hint: "Convenue avec la personne, pour un temps ou pour de bon. Elle ne compte ni pour ni contre elle." },
            { value: "leave", label: "Un congé", hint: "Parental, de maladie\u00a0: rien n’est attendu, et rien n’est dû au retour." },
          ]}
        />
        <TextField {...field("debut")} defaultValue={problem?.values?.debut ?? today} label="À partir du" type="date" required />
        <TextField {...field("fin")} label="Jusqu’au" labelAside="facultatif" type="date" />
        <TextField {...field("raison")} label="Raison" labelAside="facultatif" hint={"Une phrase, que le comité seul lira. Rien de médical\u00a0: la personne ne vous le doit pas."} maxLength={300} autoComplete="off" />
        <Button>Noter</Button>
      </Form>
    </>
  );
}
