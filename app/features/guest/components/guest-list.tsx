import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { guestsPath } from "~/features/thread/model";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { guestsPage } from "../forms.server";

type Data = Awaited<ReturnType<typeof guestsPage>>;

/** The guests of a discussion, with the day each stay ends. */
export function GuestList({ page: { id, guests } }: { page: Data }) {
  if (guests.length === 0) return <EmptyState>Une personne invitée lit et écrit dans cette seule discussion, jusqu’au jour que vous choisissez.</EmptyState>;
  return (
    <Yarn tight>
      {guests.map((guest) => (
        <YarnItem key={guest.id} knot={guest.over ? "done" : "event"}>
          <div className="yarn-text">
            <p className="yarn-title">{guest.name}</p>
            <p className="yarn-note">
              {guest.over ? <Tag tone="slate">Terminé</Tag> : null} {[guest.title, guest.email, `jusqu’au ${guest.until}`, `par ${guest.by}`].filter(Boolean).join(" · ")}
            </p>
            {guest.over ? null : (
              <Form method="post" action={`${guestsPath(id)}/${guest.id}/fin`} className="yarn-act">
                <FormKey name={`fin-${guest.id}`} />
                <Button look="quiet" small>
                  Mettre fin<span className="visually-hidden"> à l’invitation de {guest.name}</span>
                </Button>
              </Form>
            )}
          </div>
        </YarnItem>
      ))}
    </Yarn>
  );
}

/** Asks someone in: their name as it will stand beside what they write, their address, their last day. */
export function GuestForm({ id }: { id: number }) {
  const problem = useProblem();
  const { values, fields } = problem ?? {};
  const of = (name: string) => ({ name, defaultValue: values?.[name], error: fields?.[name] });
  return (
    <Form method="post" action={guestsPath(id)} className="form" noValidate>
      <FormKey name="invite" />
      <ProblemSummary problem={problem} />
      <TextField {...of("nom")} label="Nom" hint="Comme il paraîtra à côté de ses messages." required maxLength={120} autoComplete="off" />
      <TextField {...of("titre")} label="Titre et organisation" labelAside="(facultatif)" maxLength={120} autoComplete="off" />
      <TextField {...of("courriel")} label="Adresse courriel" type="email" inputMode="email" required maxLength={254} autoComplete="off" />
      <TextField {...of("jusquau")} label="Dernier jour" type="date" required short />
      <Button>Inviter</Button>
    </Form>
  );
}
