import { Form, Link } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { useHydrated } from "~/features/thread/components/use-hydrated";
import { plural } from "~/kit/format";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { doorPath, isCalled, type Ref } from "../model";
import type { doorPage } from "../pages.server";
import type { QueueStatus } from "./door-queue";
import { useDoor } from "./use-door";

type Page = Awaited<ReturnType<typeof doorPage>>;
type Row = Page["people"][number];

const SAID = {
  liste: "La liste des présences est enregistrée.",
  personne: "La personne est notée présente.",
  tenue: "C’est noté\u00a0: cette rencontre a eu lieu. Merci.",
};

const NONE = { yet: "Personne n’a encore répondu.", found: "Personne de ce nom parmi elles." };

/** The list at the door: one touch a person, with or without a network. */
export function DoorView({ page }: { page: Page }) {
  const problem = useProblem();
  const { title, when, meetingId, off, open, held } = page;
  return (
    <>
      <PageHeader title="Présences" back={{ to: `/moments/${meetingId}`, label: title }} facts={<span className="row">{held ? <Tag tone="moss">Tenue</Tag> : null}<span>{when}</span></span>} />
      <Done sentences={SAID} />
      <ProblemSummary problem={problem} />
      {open ? (
        <Door page={page} />
      ) : (
        <Notice tone="slate" title={off ? "Il n’y a pas de présences à noter" : "La liste n’est pas encore ouverte"}>
          <p>{off ? "Cette rencontre est annulée ou reportée." : "Elle s’ouvre deux heures avant la rencontre. Ouvrez-la là-bas pendant que vous avez du réseau\u00a0: elle continue sans lui."}</p>
        </Notice>
      )}
      <Held page={page} />
    </>
  );
}

function Door({ page }: { page: Page }) {
  const door = useDoor(page);
  const hydrated = useHydrated();
  const [typed, setTyped] = useState("");
  const { people, meetingId, sittingId, said } = page;
  const found = people.filter((one) => isCalled(typed, one));
  const there = people.filter(({ ref }) => door.present[ref]).length + door.arrivals.length;
  const awaited = found.filter((one) => one.awaited || door.present[one.ref]);
  const others = found.filter((one) => !awaited.includes(one));
  const none = NONE[typed === "" ? "yet" : "found"];
  const rows = (list: Row[]) => (
    <ul className="door-list" role="list">
      {list.map((one) => (
        <DoorRow key={one.ref} row={one} present={Boolean(door.present[one.ref])} onTick={door.tick} />
      ))}
    </ul>
  );
  return (
    <>
      <div className="door-head">
        <p className="door-count" role="status">
          {hydrated ? plural(there, "personne présente", "personnes présentes") : said}
        </p>
        <Waiting status={door.status} />
      </div>
      {hydrated ? <TextField name="q" type="search" label="Chercher une personne" hint="Son nom, ou son organisation." autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} /> : null}
      <Form method="post" action={doorPath(meetingId, sittingId)} className="door-form">
        <FormKey name="presences" />
        {people.filter(({ present }) => present).map(({ ref }) => <input key={ref} type="hidden" name="avant" value={ref} />)}
        <h2>Personnes attendues</h2>
        {awaited.length === 0 ? <p className="soft">{none}</p> : rows(awaited)}
        {others.length > 0 ? (
          <Disclosure summary={`Personnes membres qui n’avaient pas répondu (${others.length})`} open={typed !== ""} key={typed === "" ? "all" : "found"}>
            {rows(others)}
          </Disclosure>
        ) : null}
        {hydrated ? null : <Button>Enregistrer la liste</Button>}
      </Form>
      <Visitor page={page} arrive={hydrated ? door.arrive : null} arrivals={door.arrivals.map(({ key, name, organisation }) => ({ key, words: [name, organisation].filter(Boolean).join(", ") }))} />
    </>
  );
}

function DoorRow({ row: { ref, name, note }, present, onTick }: { row: Row; present: boolean; onTick: (ref: Ref, there: boolean) => void }) {
  return (
    <li>
      <label className="door-row">
        <input type="checkbox" name="present" value={ref} checked={present} onChange={(event) => onTick(ref as Ref, event.target.checked)} />
        <span>
          <span className="person-name">{name}</span>
          {note ? <span className="door-note">{note}</span> : null}
        </span>
      </label>
    </li>
  );
}

/** What this phone has not sent yet, and why. */
function Waiting({ status: { waiting, is, sentence, stored } }: { status: QueueStatus }) {
  const words = waiting === 0 ? null : `En attente d’envoi\u00a0: ${waiting}`;
  return (
    <div className="door-waiting" role="status">
      {words ? (
        <Notice tone="honey" title={words}>
          {is === "ended" ? (
            <p>
              Votre session est terminée. <Link to="/connexion" reloadDocument>Connectez-vous</Link>{"\u00a0"}: ce qui attend partira ensuite.
            </p>
          ) : is === "offline" ? (
            <p>Pas de réseau. Continuez à cocher{"\u00a0"}: tout partira dès son retour. {stored ? "Sans réseau, ne rechargez pas la page\u00a0: elle ne reviendrait qu’avec lui, mais rien de ce que vous avez coché ne serait perdu." : "Gardez cette page ouverte\u00a0: ce navigateur ne garde rien sans elle."}</p>
          ) : null}
        </Notice>
      ) : null}
      {is === "refused" && sentence ? <Notice tone="thread" title="Ce n’est pas noté"><p>{sentence}</p></Notice> : null}
    </div>
  );
}

type VisitorProps = { page: Page; arrive: ((name: string, organisation: string) => void) | null; arrivals: { key: string; words: string }[] };

/** Someone without an account: a name, and where they work. */
function Visitor({ page: { meetingId, sittingId }, arrive, arrivals }: VisitorProps) {
  const problem = useProblem();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const read = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value.trim();
    if (!arrive || read("nom") === "") return;
    event.preventDefault();
    arrive(read("nom"), read("organisation"));
    form.reset();
    (form.elements.namedItem("nom") as HTMLInputElement).focus();
  };
  return (
    <section className="section" aria-labelledby="sans-compte">
      <h2 id="sans-compte">Une personne sans compte</h2>
      <Form method="post" action={`${doorPath(meetingId, sittingId)}/visites`} className="form" onSubmit={submit} noValidate>
        <FormKey name="visite" />
        <TextField name="nom" label="Son nom" autoComplete="off" maxLength={120} defaultValue={problem?.values?.nom} error={problem?.fields?.nom} required />
        <TextField name="organisation" label="Son organisation" labelAside="facultatif" autoComplete="off" maxLength={120} defaultValue={problem?.values?.organisation} error={problem?.fields?.organisation} />
        <Button look="plain">Noter cette personne</Button>
      </Form>
      {arrivals.length > 0 ? (
        <ul role="list" className="stack">
          {arrivals.map(({ key, words }) => <li key={key}>{words} <span className="soft">(en attente d’envoi)</span></li>)}
        </ul>
      ) : null}
    </section>
  );
}

function Held({ page: { mayHold, meetingId, sittingId } }: { page: Page }) {
  if (!mayHold) return null;
  return (
    <section className="section" aria-labelledby="tenue">
      <h2 id="tenue">Elle a bien eu lieu?</h2>
      <p>Ses sujets seront marqués comme discutés, et les personnes qui les avaient demandés le sauront.</p>
      <Form method="post" action={`/moments/${meetingId}/rencontres/${sittingId}/tenue`} className="stack">
        <FormKey name="tenue" />
        <Button look="plain">Marquer la rencontre comme tenue</Button>
      </Form>
    </section>
  );
}
