import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, type ButtonLook } from "~/ui/button";
import { Tag } from "~/ui/tag";
import type { Choice } from "../model";
import type { AnsweringPart, SittingAnswering } from "../pages.server";

type Props = { part: AnsweringPart; sitting: SittingAnswering; seats: string | null; where: string | null };

/** Under one sitting: how many seats are left, what this person answered, and the buttons that answer. */
export function SittingAnswer({ part, sitting, seats, where }: Props) {
  const { mine } = sitting;
  return (
    <div className="answering">
      {seats ? <p className="yarn-note numbers">{seats}</p> : null}
      {mine ? <Mine sitting={sitting} /> : null}
      {mine?.state === "coming" && sitting.changes ? (
        <p className="yarn-note">
          {/* A file, and no page of ours: the browser hands it to the calendar. */}
          <a href={`/moments/${part.meetingId}/rencontres/${sitting.id}/agenda`} download="moment-d-echange.ics">
            Ajouter à mon calendrier
          </a>
        </p>
      ) : null}
      {part.may ? <Acts part={part} sitting={sitting} where={where} /> : null}
    </div>
  );
}

function Mine({ sitting: { mine } }: { sitting: SittingAnswering }) {
  if (!mine) return null;
  const { state, rank, heldUntil, passed } = mine;
  if (state === "coming") return <p><Tag tone="moss">Vous y participez</Tag></p>;
  if (state === "maybe") return <p><Tag tone="honey">Peut-être</Tag></p>;
  if (state === "offered") return <p><Tag tone="honey">Une place est gardée pour vous jusqu’au {heldUntil}</Tag></p>;
  return (
    <>
      <p><Tag tone="honey">{`Sur la liste d’attente, au ${rank === 1 ? "1er" : `${rank}e`} rang`}</Tag></p>
      {passed ? <p className="yarn-note">La place qui vous était gardée est passée à la personne suivante. S’il en reste une, elle est à vous.</p> : null}
    </>
  );
}

type Act = { choice: Choice; label: string; look: ButtonLook };

/** What may be pressed here, the likeliest first. */
function actsOf({ sittings }: AnsweringPart, { mine, open, changes, full, elsewhere }: SittingAnswering): Act[] {
  const alone = sittings.length === 1;
  const no = (label: string): Act => ({ choice: "non", label, look: "plain" });
  const maybe: Act = { choice: "peut-etre", label: "Peut-être", look: "plain" };
  if (mine && !changes) return [];
  if (mine?.state === "coming") return [...(open ? [maybe] : []), no("Je ne peux plus venir")];
  if (mine?.state === "offered") return [{ choice: "oui", label: "Je prends cette place", look: "main" }, no("Je la laisse")];
  if (mine?.state === "waiting") return [...(full ? [] : [{ choice: "oui", label: "Je prends une place libre", look: "main" } as const]), no("Quitter la liste")];
  if (!open) return [];
  const yes: Act = elsewhere
    ? { choice: "oui", label: "Changer pour cette rencontre", look: "plain" }
    : { choice: "oui", label: full ? "M’inscrire à la liste d’attente" : "Je participe", look: alone || mine?.state === "maybe" ? "main" : "plain" };
  if (elsewhere) return full ? [] : [yes];
  return mine ? [yes, ...(alone ? [no("Je ne peux pas")] : [])] : [yes, maybe, ...(alone ? [no("Je ne peux pas")] : [])];
}

function Acts({ part, sitting, where }: { part: AnsweringPart; sitting: SittingAnswering; where: string | null }) {
  const acts = actsOf(part, sitting);
  const refused = part.choice === "non" && part.sittings.length === 1;
  if (acts.length === 0) return sitting.open || !sitting.seats ? null : <p className="yarn-note">La période de réponse est terminée.</p>;
  return (
    <Form method="post" action={`/moments/${part.meetingId}`} className="row" preventScrollReset>
      <FormKey name={`reponse-${sitting.id}`} />
      <input type="hidden" name="rencontre" value={String(sitting.id)} />
      {acts.filter(({ choice }) => !(refused && choice === "non")).map(({ choice, label, look }) => (
        <Button key={choice} name="choix" value={choice} look={look} small={look !== "main"}>
          {label}
          {where ? <span className="visually-hidden"> {where}</span> : null}
        </Button>
      ))}
    </Form>
  );
}
