import { Form, Link } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TimeStamp } from "~/ui/time-stamp";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { FormKey } from "~/features/shell/components/form-key";
import type { draftsPage } from "../pages.server";

type Drafts = Awaited<ReturnType<typeof draftsPage>>;

/** « Mes brouillons »: loose ends, each with where it goes on. */
export function DraftList({ drafts, mayStart }: { drafts: Drafts; mayStart: boolean }) {
  if (drafts.length === 0) {
    return (
      <EmptyState act={mayStart ? <ButtonLink to="/discussions/nouvelle">Écrire un message</ButtonLink> : null}>
        Les textes que vous commencez sans les publier se retrouvent ici. Il n’y en a pas.
      </EmptyState>
    );
  }
  return (
    <Yarn label="Mes brouillons">
      {drafts.map(({ id, to, place, isNew, excerpt, savedAt, instant }) => (
        <YarnItem key={id} knot="loose">
          <YarnText
            title={<Link to={to}>{place}</Link>}
            note={
              <>
                {isNew ? "Nouvelle discussion" : "Réponse"} · <TimeStamp instant={instant}>{savedAt}</TimeStamp>
                <br />
                {excerpt}
              </>
            }
            act={
              <Form method="post" action={`/brouillons/${id}/suppression`}>
                <FormKey name={`draft-${id}`} />
                <Button look="quiet" small>
                  Supprimer<span className="visually-hidden"> le brouillon «{"\u00a0"}{place}{"\u00a0"}»</span>
                </Button>
              </Form>
            }
          />
        </YarnItem>
      ))}
    </Yarn>
  );
}
