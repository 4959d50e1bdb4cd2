import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { formatList, plural } from "~/kit/format";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { choosingPage } from "../desk-pages.server";
import { Names } from "./desk-view";
import { Off } from "./saying-form";

/** What choosing a slot does, what speaks against it, and the button that does it. */
export function ChoosingView({ page: { desk, slot, off, opens, asks, guests, registers } }: { page: Awaited<ReturnType<typeof choosingPage>> }) {
  const problem = useProblem();
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name], error: problem?.fields?.[name] });
  const { refusedBy, unsure, total } = slot;
  return (
    <>
      <p className="numbers">{total}</p>
      <Off why={off} />
      {refusedBy.length > 0 ? (
        <Notice tone="thread" shape="cut" role="note" title={refusedBy.length > 1 ? "Des personnes nécessaires ne peuvent pas" : "Une personne nécessaire ne peut pas"}>
          <p>{formatList(refusedBy)} {refusedBy.length > 1 ? "ont" : "a"} répondu non à cette heure.</p>
        </Notice>
      ) : null}
      {unsure.length > 0 ? <p>Sans réponse, présence nécessaire{"\u00a0"}: {formatList(unsure)}.</p> : null}
      <Names slot={slot} />
      <Form method="post" action={slot.to} className="form section" noValidate>
        <FormKey name="choix" />
        <ProblemSummary problem={problem} />
        <TextField {...field("lieu")} label="Lieu" labelAside="facultatif" hint="Le nom de l’endroit, l’adresse, la salle." maxLength={200} autoComplete="off" />
        <TextField {...field("lien")} type="url" label="Lien de visioconférence" labelAside="facultatif" hint="Montré aux personnes inscrites seulement." maxLength={500} autoComplete="off" />
        <TextField {...field("places")} label="Nombre de places" labelAside="facultatif" hint="S’il en manque, les premières personnes à avoir dit oui les ont; les autres vont sur la liste d’attente." inputMode="numeric" short autoComplete="off" />
        <Checkbox name="ecrire" value="oui" label="Demander aux autres personnes si elles viennent, par courriel" defaultChecked={problem ? problem.values?.ecrire === "oui" : true} />
        {refusedBy.length > 0 ? <Checkbox name="accord" value="oui" label="Choisir cette heure tout de même" error={problem?.fields?.accord} /> : null}
        <p className="soft">
          {opens ? "Le Moment d’échange s’ouvre à toute la communauté, et sa discussion commence. " : null}
          {registers > 0 ? `${plural(registers, "personne qui a dit oui est inscrite", "personnes qui ont dit oui sont inscrites")}, et ${registers > 1 ? "leur" : "sa"} confirmation part par courriel.` : "Personne n’est encore inscrit."}
          {asks > 0 ? " La recherche se ferme, et ses liens ne servent plus." : null}
          {guests.length > 0 ? ` À prévenir vous-même, sans compte ici\u00a0: ${formatList(guests)}.` : null}
        </p>
        <div className="row">
          <Button>Choisir cette date</Button>
          <a href={desk}>Revenir sans choisir</a>
        </div>
      </Form>
    </>
  );
}
