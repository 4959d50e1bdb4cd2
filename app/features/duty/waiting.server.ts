import type { MemberActor } from "~/kit/actor";
import { after, DAY } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { PATIENCE_DAYS, roleNames, turnPath, type Role } from "./model";
import { listMyTurns, listSought } from "./queries.server";
import type { SittingRow } from "./sql.server";

export { tasksWaiting } from "./kit/pages.server";
export { notesWaiting } from "./template/pages.server";

const noteOf = (role: Role, { title, pole, startsAt, zone }: SittingRow): string => [roleNames[role], title, pole, formatShortDate(new Date(startsAt), zone)].filter(Boolean).join(" · ");

/** What waits for somebody about turns, as lines of « À faire »: to answer, to help out, to conclude. */
export async function turnsWaiting(actor: MemberActor) {
  const [mine, sought] = await Promise.all([listMyTurns(actor), listSought(actor)]);
  const asked = mine
    .filter(({ state }) => state === "asked")
    .map((one) => ({
      key: `duty-${one.dutyId}`,
      text: "Accepteriez-vous un tour de responsable?",
      note: noteOf(one.role, one),
      to: turnPath(one.dutyId),
      act: "Répondre",
      since: new Date(one.since).toISOString(),
      ...(one.moreTime ? {} : { deadline: after(new Date(one.since), PATIENCE_DAYS * DAY).toISOString() }),
    }));
  const offered = mine.flatMap((one) =>
    one.swap?.taker ? [{ key: `swap-${one.dutyId}`, text: `${one.swap.taker} peut prendre votre tour`, note: noteOf(one.role, one), to: turnPath(one.dutyId), act: "Conclure", since: new Date(one.since).toISOString() }] : [],
  );
  const wanted = sought
    .filter(({ forMe }) => forMe)
    .map((one) => ({ key: `swap-${one.dutyId}`, text: `${one.by ?? "Une personne"} vous demande de prendre son tour`, note: noteOf(one.role, one), to: turnPath(one.dutyId), act: "Répondre", since: new Date(one.since).toISOString() }));
  return [...asked, ...offered, ...wanted];
}
