import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDate, formatList, formatNumber, formatTime } from "~/kit/format";
import { makePaper } from "~/kit/paper/paper.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import { whereOf } from "~/features/meeting/model";
import type { SittingPlace } from "./policy";
import { findAttested } from "./queries.server";

/** « 2 h », « 1,5 h »: hours of training, as employers count them. */
const hours = (minutes: number): string => `${formatNumber(minutes / 60)}\u00a0h`;

/** The paper that says that someone was there. @throws DomainError thing.absent for whoever was not, or before the end */
export async function attestationPaper(actor: MemberActor, place: SittingPlace): Promise<Buffer> {
  const at = now();
  const [there, community] = await Promise.all([findAttested(actor, place, at), unscopedCommunity()]);
  if (!there) throw new DomainError("thing.absent");
  const name = community?.name ?? "Le Fil";
  const { title, zone, minutes, pole, name: person, organisation, attestedBy, responsible } = there;
  const starts = new Date(there.startsAt);
  const ends = new Date(starts.getTime() + minutes * 60_000);
  return makePaper({ title: `Attestation de présence – ${person}`, author: name, foot: `${name} · Attestation de présence`, at }, (paper) => {
    paper.title("Attestation de présence", name);
    paper.paragraph(`${name} atteste que ${person}${organisation ? `, ${organisation},` : ""} a participé au Moment d’échange ci-dessous, où sa présence a été notée à la porte.`);
    paper.facts([
      ["Moment d’échange", title],
      ["Date", formatDate(starts, zone)],
      ["Heure", `${formatTime(starts, zone)} à ${formatTime(ends, zone)}`],
      ["Durée", hours(minutes)],
      ["Lieu", [pole, whereOf(there)].filter(Boolean).join(", ")],
      ...(responsible.length > 0 ? [["Responsables", formatList(responsible)] as const] : []),
      ["Présence notée par", attestedBy],
    ]);
    paper.paragraph(`Établie le ${formatDate(at, community?.timeZone ?? zone)}, d’après la liste des présences tenue par les responsables de la rencontre.`, { soft: true });
  });
}

/** The same, to be downloaded. */
export async function sendAttestation(actor: MemberActor, place: SittingPlace): Promise<Response> {
  const bytes = await attestationPaper(actor, place);
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="attestation-de-presence-${place.sittingId}.pdf"`, "Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff" },
  });
}
