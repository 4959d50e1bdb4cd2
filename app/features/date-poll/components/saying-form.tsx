import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { FieldError, fieldId } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Shape } from "~/ui/shape";
import { StatusRegion } from "~/ui/status-region";
import { Tag } from "~/ui/tag";
import { CHOICES, choiceNames, fieldOf } from "../model";
import type { SayingPart, ShownSlot } from "../pages.server";
import { useTaps, type Taps } from "../use-taps";
import { shapes } from "./poll-tags";

type Page = SayingPart & { action: string; may: boolean };

/** The slots by day, with three choices each: saved as they are made, and by the form's button without JavaScript. */
export function SayingForm({ page, done }: { page: Page; done: boolean }) {
  const problem = useProblem();
  const form = useRef<HTMLFormElement>(null);
  const { days, action, state, may, complete, left } = page;
  const taps = useTaps(form, days.flatMap(({ slots }) => slots), `${action}/reponse`);
  const open = state === "open" && may;
  return (
    <Form method="post" action={action} className="form when" ref={form} preventScrollReset>
      <FormKey name="disponibilites" />
      <ProblemSummary problem={problem} />
      {done && !problem ? <StatusRegion>Vos réponses sont enregistrées. Vous pouvez les changer jusqu’à la fin.</StatusRegion> : null}
      {open ? <p className="soft">{complete ? "Vous avez répondu à toutes les heures." : `${left}.`} {taps.ready ? "Chaque choix s’enregistre tout seul." : null}</p> : null}
      {days.map(({ key, day, off, slots }) => (
        <section key={key} className="when-day" aria-labelledby={`jour-${key}`}>
          <h2 id={`jour-${key}`}>{day}</h2>
          <Off why={off} />
          {slots.map((slot) => (
            <Slot key={slot.id} slot={slot} open={open && !slot.past} taps={taps} error={problem?.fields?.[fieldOf(slot.id)]} typed={problem?.values?.[fieldOf(slot.id)]} begun={page.begun} />
          ))}
        </section>
      ))}
      {open ? (
        <div className="row">
          {taps.ready && !taps.failing ? null : <Button>Enregistrer mes réponses</Button>}
          <Button look="plain" small={taps.ready} name="toutes" value="non">Je ne peux à aucune de ces heures</Button>
        </div>
      ) : null}
    </Form>
  );
}

/** Why a day had better be left free. */
export function Off({ why }: { why: readonly string[] }) {
  return why.length > 0 ? (
    <p className="row small">
      {why.map((words) => (
        <Tag key={words} tone="honey" shape="cut">{words}</Tag>
      ))}
    </p>
  ) : null;
}

type SlotProps = { slot: ShownSlot; open: boolean; taps: Taps; error: string | undefined; typed: string | undefined; begun: boolean };

function Slot({ slot, open, taps, error, typed, begun }: SlotProps) {
  const { id, day, hours, mine, past, chosen, total } = slot;
  const name = fieldOf(id);
  const now = taps.tapped(id) ?? CHOICES.find((one) => one === typed) ?? mine;
  const kept = taps.kept(id);
  const fresh = begun && mine === null && kept === null;
  if (!open) {
    return (
      <div className="when-slot">
        <p className="when-hours">
          {hours} {chosen ? <Tag tone="moss">Choisie</Tag> : null}
          {past && !chosen ? <span className="soft">passée</span> : null}
        </p>
        <p className="when-total">
          {mine ? `Votre réponse\u00a0: ${choiceNames[mine].toLowerCase()} · ` : null}
          {total}
        </p>
      </div>
    );
  }
  return (
    <fieldset className="when-slot" aria-describedby={`total-${id}`}>
      <legend className="when-hours">
        <span className="visually-hidden">{day}, </span>
        {hours} {fresh ? <Tag tone="thread">Sans réponse</Tag> : null}
      </legend>
      {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
      <div className="when-choices">
        {CHOICES.map((choice, index) => (
          <label key={choice} className={`when-choice when-${choice}`}>
            <input type="radio" name={name} id={index === 0 ? fieldId(name) : undefined} value={choice} checked={now === choice} onChange={() => taps.tap(id, choice)} />
            <Shape name={shapes[choice]} />
            <span>{choiceNames[choice]}</span>
          </label>
        ))}
      </div>
      <p className="when-total" id={`total-${id}`}>{total}</p>
      <p className="when-kept" role="status">
        {kept === "saved" ? "Enregistré" : kept === "saving" ? "…" : kept ? <span className="when-failed">{kept.failed}</span> : null}
      </p>
    </fieldset>
  );
}

/** Over the slots: until when one may answer, or what became of the search. */
export function PollOutcome({ page: { state, until, chosen, meetingPath } }: { page: Page }) {
  if (state === "chosen" && chosen) {
    return (
      <Notice tone="moss" title="La date est choisie">
        <p>
          {chosen.day}, {chosen.hours}. {meetingPath ? <Link to={meetingPath}>Voir le Moment d’échange</Link> : null}
        </p>
      </Notice>
    );
  }
  if (state === "dropped") return <Notice tone="slate" title="Cette recherche est fermée"><p>Aucune de ces heures n’a été choisie.</p></Notice>;
  if (state === "ended") return <Notice tone="slate" title="La période de réponse est terminée"><p>Le comité choisit maintenant la date. Un courriel vous dira ce qu’il en est.</p></Notice>;
  return <p>Répondez au plus tard le {until}.</p>;
}

/** Under the slots: what suits best so far, so that one answers first and looks afterwards. */
export function BestSoFar({ page: { state, best } }: { page: Page }) {
  if (best.length === 0 || state !== "open") return null;
  return (
    <section className="when-best" aria-labelledby="convient">
      <h2 id="convient">Ce qui convient le mieux jusqu’ici</h2>
      <ol>
        {best.map(({ id, day, hours, total }) => (
          <li key={id}>
            {day}, {hours} <span className="soft small numbers">{total}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
