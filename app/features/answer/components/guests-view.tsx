import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { guestsPage } from "../guest/forms.server";

type PageData = Awaited<ReturnType<typeof guestsPage>>;

const SAID = { ajout: "C’est noté\u00a0: une place est prise pour cette personne.", retrait: "Cette personne est retirée, et sa place est libre." };

/** Who comes to a sitting without being a member, and adding somebody. */
export function GuestsView({ page }: { page: PageData }) {
  const { meetingId, here, guests, facts, seats, open } = page;
  return (
    <>
      <PageHeader
        title="Personnes invitées sans compte"
        facts={facts}
        lead={"Un partenaire expert, une stagiaire\u00a0: quelqu’un qui vient cette fois, sans être membre. Chaque personne prend une place."}
        back={{ to: `/moments/${meetingId}`, label: "Le Moment d’échange" }}
      />
      <Done sentences={SAID} />
      {seats ? <p className="numbers">{seats}</p> : null}
      {guests.length === 0 ? <p className="soft">Personne n’est invité sans compte à cette rencontre.</p> : null}
      <Yarn tight>
        {guests.map(({ id, name, organisation, by }) => (
          <YarnItem key={id} knot="done">
            <YarnText
              title={name}
              note={[organisation, `inscription faite par ${by}`].filter(Boolean).join(" · ")}
              act={
                open ? (
                  <Form method="post" action={`${here}/${id}/retrait`}>
                    <FormKey name={`retrait-${id}`} />
                    <Button look="quiet" small>
                      Retirer<span className="visually-hidden"> ({name})</span>
                    </Button>
                  </Form>
                ) : undefined
              }
            />
          </YarnItem>
        ))}
      </Yarn>
      {open ? <AddGuest key={guests.length} page={page} /> : <p className="soft">La rencontre a commencé, ou n’a plus lieu{"\u00a0"}: la liste ne change plus ici.</p>}
    </>
  );
}

function AddGuest({ page: { here } }: { page: PageData }) {
  const problem = useProblem();
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name], error: problem?.fields?.[name] });
  return (
    <Form method="post" action={here} className="form section" noValidate>
      <FormKey name="invite" />
      <h2>Inscrire une personne</h2>
      <ProblemSummary problem={problem} />
      <TextField {...field("nom")} label="Son nom" maxLength={120} autoComplete="off" required />
      <TextField {...field("organisation")} label="Son organisation" labelAside="facultatif" maxLength={120} autoComplete="off" />
      <Button>Inscrire cette personne</Button>
    </Form>
  );
}
