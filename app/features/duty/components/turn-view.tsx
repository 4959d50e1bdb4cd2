import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Moved } from "~/features/meeting/components/moved-note";
import { ReadHere } from "~/features/notification/components/read-here";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Select, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { kitPath } from "../kit/model";
import { TURNS, turnPath } from "../model";
import type { turnPage } from "../pages.server";
import { DutyTag } from "./duty-tag";
import { PersonLine } from "./person-line";

type PageData = Awaited<ReturnType<typeof turnPage>>;

const SAID = {
  accepter: "Merci! Votre tour est inscrit.",
  temps: "C’est noté. La demande vous attend ici.",
  rendre: "Votre tour est rendu, et tout le monde voit qu’il a besoin de relève. Le comité le sait.",
  prendre: "Merci! Ce tour est maintenant le vôtre.",
  echange: "Votre demande est partie. Le tour reste le vôtre tant que l’échange n’est pas conclu.",
  garder: "Vous gardez votre tour.",
  offrir: "Votre offre est faite. Il reste à l’autre personne à dire oui.",
  decliner: "C’est noté. La personne l’apprend, et personne d’autre.",
  conclure: "L’échange est conclu, et le comité l’apprend.",
  ecarter: "C’est noté.",
};

/** One turn: what is asked of me, what I may ask of others, what I may take. */
export function TurnView({ page }: { page: PageData }) {
  const { sitting, duty, beside, over, stamp, holds, ask, swap, mayTake } = page;
  const here = turnPath(duty.id);
  return (
    <>
      <PageHeader
        title={duty.roleName}
        facts={[sitting.title, sitting.pole, `${sitting.day}, ${sitting.hour}`].filter(Boolean).join(" · ")}
        back={{ to: TURNS, label: "Les tours" }}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} id={sitting.meetingId} stamp={stamp} here={here} />
      <ReadHere place={here} />
      <ProblemSummary problem={useProblem()} />
      {over ? (
        <Notice tone="slate" title={sitting.state === "cancelled" ? "Cette rencontre est annulée" : "Cette rencontre est passée"} />
      ) : null}
      {ask ? <AskBlock page={page} ask={ask} /> : null}
      {swap?.taker && swap.mine ? <OfferBlock page={page} swap={swap} taker={swap.taker} /> : null}
      {mayTake ? <TakeBlock page={page} /> : null}
      {ask ? null : (
        <section className="section" aria-labelledby="qui">
          <h2 id="qui">{holds ? "Votre tour" : "Qui s’en occupe"}</h2>
          {duty.person ? <PersonLine person={duty.person} /> : null}
          <p>
            <DutyTag state={duty.state} searching={duty.searching} />
          </p>
          {duty.reason ? <p className="suggestion-why">Pourquoi{"\u00a0"}: {duty.reason}</p> : null}
          {duty.planned ? <p className="yarn-note">Au départ{"\u00a0"}: {duty.planned}</p> : null}
        </section>
      )}
      {beside.length > 0 ? (
        <section className="section" aria-labelledby="avec">
          <h2 id="avec">Les autres responsables</h2>
          <ul className="stack plain-list" role="list">
            {beside.map(({ id, roleName, person }) => (
              <li key={id}>{person ? <PersonLine person={person}><span className="person-role">{roleName}</span></PersonLine> : null}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {holds && !over ? <HolderActs page={page} /> : null}
      <p className="row section">
        {holds ? <Link to={kitPath(sitting.meetingId, sitting.id)}>La trousse de cette rencontre</Link> : null}
        {sitting.draft ? null : <Link to={`/moments/${sitting.meetingId}`}>Le Moment d’échange</Link>}
      </p>
    </>
  );
}

function Act({ page: { duty }, act, children, taker }: { page: PageData; act: string; children: ReactNode; taker?: number }) {
  return (
    <Form method="post" action={turnPath(duty.id)} className="stack">
      <FormKey name={`${act}-${duty.id}`} />
      <input type="hidden" name="geste" value={act} />
      {taker === undefined ? null : <input type="hidden" name="preneur" value={String(taker)} />}
      {children}
    </Form>
  );
}

const button = (look: "main" | "plain" | "quiet", words: string) => <Button look={look}>{words}</Button>;

function AskBlock({ page, ask }: { page: PageData; ask: NonNullable<PageData["ask"]> }) {
  return (
    <section className="section" aria-labelledby="demande">
      <h2 id="demande">Acceptez-vous ce tour?</h2>
      <p>Le comité vous l’a demandé le {ask.since}. {ask.moreTime ? "Vous avez demandé un peu de temps." : ""}</p>
      {ask.reason ? <p className="suggestion-why">Pourquoi vous{"\u00a0"}: {ask.reason}</p> : null}
      <div className="row">
        <Act page={page} act="accepter">{button("main", "J’accepte")}</Act>
        {ask.moreTime ? null : <Act page={page} act="temps">{button("plain", "J’ai besoin d’un peu de temps")}</Act>}
        <Act page={page} act="refuser">{button("plain", "Pas cette fois")}</Act>
      </div>
      <p className="soft">Dire non ne laisse aucune trace ailleurs{"\u00a0"}: le comité seul le sait, et demandera à quelqu’un d’autre.</p>
    </section>
  );
}

type SwapData = NonNullable<PageData["swap"]>;

function OfferBlock({ page, swap, taker }: { page: PageData; swap: SwapData; taker: NonNullable<SwapData["taker"]> }) {
  return (
    <section className="section" aria-labelledby="offre">
      <h2 id="offre">Quelqu’un peut prendre votre tour</h2>
      <PersonLine person={taker} />
      <p>{swap.against ? `En échange, vous prendriez le sien\u00a0: ${swap.against}.` : "Sans rien demander en échange."}</p>
      <div className="row">
        <Act page={page} act="conclure" taker={taker.id}>{button("main", "Conclure l’échange")}</Act>
        <Act page={page} act="ecarter" taker={taker.id}>{button("plain", "Non, merci")}</Act>
      </div>
    </section>
  );
}

function TakeBlock({ page }: { page: PageData }) {
  const { swap, given, duty } = page;
  if (!swap || swap.mine) {
    return (
      <section className="section" aria-labelledby="prendre">
        <h2 id="prendre">Ce rôle a besoin de relève</h2>
        <Act page={page} act="prendre">
          <div>{button("main", "Je prends ce tour")}</div>
        </Act>
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="prendre">
      <h2 id="prendre">{swap.of?.me ? `${swap.by.name} vous demande de prendre ce tour` : `${swap.by.name} cherche une relève`}</h2>
      {swap.note ? <p className="typed-text">«{"\u00a0"}{swap.note}{"\u00a0"}»</p> : null}
      <Act page={page} act="offrir">
        {given.length > 0 ? <Select name="contre" label="En échange d’un de vos tours" labelAside="facultatif" options={[{ value: "", label: "Non, rien en échange" }, ...given]} /> : null}
        <div>{button("main", "Je peux le prendre")}</div>
      </Act>
      {swap.of?.me ? <Act page={page} act="decliner"><div>{button("quiet", "Je ne peux pas")}</div></Act> : null}
      <p className="soft">Le tour {duty.person ? `reste à ${duty.person.name}` : "reste le sien"} jusqu’à ce que vous soyez d’accord, les deux.</p>
    </section>
  );
}

function HolderActs({ page }: { page: PageData }) {
  const { swap, people, duty } = page;
  if (swap?.mine) {
    return (
      <section className="section" aria-labelledby="echange">
        <h2 id="echange">Votre demande de relève</h2>
        <p>{swap.taker ? "Quelqu’un s’offre\u00a0: voyez plus haut." : swap.of ? `Vous avez demandé à ${swap.of.name}. Pas encore de réponse.` : "Vous avez demandé à tout le monde. Personne ne s’est encore offert."}</p>
        <Act page={page} act="garder"><div>{button("plain", "Je garde mon tour, finalement")}</div></Act>
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="echange">
      <h2 id="echange">Vous ne pouvez plus?</h2>
      <Form method="post" action={turnPath(duty.id)} className="form">
        <FormKey name={`echange-${duty.id}`} />
        <input type="hidden" name="geste" value="echange" />
        <Select name="aupres" label="Demander à quelqu’un de prendre ce tour" options={[{ value: "", label: "À tout le monde" }, ...people]} />
        <TextField name="mot" label="Un mot" labelAside="facultatif" maxLength={300} autoComplete="off" />
        <Button look="plain">Demander une relève</Button>
      </Form>
      <Disclosure summary="Rendre ce tour tout de suite">
        <p>Votre nom est retiré, et tout le monde voit que ce rôle a besoin de relève. Le comité l’apprend.</p>
        <Act page={page} act="rendre"><div>{button("plain", "Rendre mon tour")}</div></Act>
      </Disclosure>
    </section>
  );
}
