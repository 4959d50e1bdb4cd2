import { Link } from "@remix-run/react";
import { kitPath } from "../kit/model";
import { namingPath, turnPath } from "../model";
import type { MeetingTurns as Data } from "../pages.server";
import type { ShownDuty, ShownTurns } from "../shown.server";
import { DutyTag } from "./duty-tag";

/** Who is responsible, on the page of a meeting. Where nobody was named, nothing is said but to the committee. */
export function MeetingTurns({ turns: { sittings, mayName, me } }: { turns: Data }) {
  const shown = sittings.filter(({ duties }) => mayName || duties.some(({ state }) => state !== "open"));
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="responsables">
      <h2 id="responsables">Responsables</h2>
      {shown.map((sitting) => (
        <SittingTurns key={sitting.id} sitting={sitting} several={sittings.length > 1} mayName={mayName} me={me} />
      ))}
      <p className="row">
        <Link to="/moments/responsables">À tour de rôle, cette saison</Link>
      </p>
    </section>
  );
}

function SittingTurns({ sitting, several, mayName, me }: { sitting: ShownTurns; several: boolean; mayName: boolean; me: number }) {
  const { id, meetingId, pole, day, duties } = sitting;
  return (
    <div className="turn-sitting">
      {several ? <h3 className="yarn-title">{pole ?? day}</h3> : null}
      {duties.length > 0 ? (
        <dl className="turn-list">
          {duties.map((duty) => (
            <div key={duty.id}>
              <dt>{duty.roleName}</dt>
              <dd>
                <Holder duty={duty} me={me} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="row small">
        {mayName || duties.some(({ state, person }) => state === "accepted" && person?.id === me) ? (
          <Link to={kitPath(meetingId, id)}>
            La trousse<span className="visually-hidden"> {pole ?? day}</span>
          </Link>
        ) : null}
        {mayName ? (
          <Link to={namingPath(meetingId, id)}>
            {duties.length > 0 ? "Demander, remplacer" : "Nommer les responsables"}
            <span className="visually-hidden"> {pole ?? day}</span>
          </Link>
        ) : null}
      </p>
    </div>
  );
}

function Holder({ duty: { id, state, person, searching, served, planned, roleName }, me }: { duty: ShownDuty; me: number }) {
  const really = served ?? person;
  const name = really ? [really.name, really.organisation].filter(Boolean).join(", ") : null;
  const open = state === "relief" || searching;
  return (
    <>
      {name ? <>{name} </> : null}
      {state === "accepted" && !searching ? null : <DutyTag state={state} searching={searching} />}{" "}
      {planned && really ? <span className="soft">(au départ{"\u00a0"}: {planned}) </span> : null}
      {person?.id === me ? (
        <Link to={turnPath(id)}>{state === "asked" ? "Répondre" : "Mon tour"}<span className="visually-hidden"> ({roleName})</span></Link>
      ) : open ? (
        <Link to={turnPath(id)}>Je peux aider<span className="visually-hidden"> ({roleName})</span></Link>
      ) : null}
    </>
  );
}
