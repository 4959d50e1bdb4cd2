import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { shownMeeting } from "~/features/meeting/pages.server";
import { findMeeting } from "~/features/meeting/queries.server";
import { takesChanges } from "../model";
import { seatWords } from "../pages.server";
import { findAnswering } from "../queries.server";
import { addGuest, removeGuest } from "./mutations.server";
import { mayReceive } from "./policy";
import { findReceiving } from "./queries.server";
import { guestInput } from "./schema";

/** Who comes without being a member: the page of their list, and what its forms do. */

type Where = { meetingId: number; sittingId: number };

export const guestsPath = ({ meetingId, sittingId }: Where): string => `/moments/${meetingId}/rencontres/${sittingId}/invites`;

/** The loader's data of one sitting's list. @throws DomainError thing.absent */
export async function guestsPage(actor: MemberActor, where: Where) {
  const [{ guests, title }, zone, meeting, facts] = await Promise.all([findReceiving(actor, where.meetingId, where.sittingId), communityTimeZone(), findMeeting(actor, where.meetingId), findAnswering(actor, where.meetingId)]);
  const shown = shownMeeting(meeting, zone, now()).sittings.find(({ id }) => id === where.sittingId);
  const seats = facts?.sittings.find(({ id }) => id === where.sittingId);
  return {
    ...where,
    here: guestsPath(where),
    guests,
    facts: [title, shown?.pole, shown?.day].filter(Boolean).join(" · "),
    seats: seats ? seatWords(seats) : null,
    open: seats !== undefined && actor.standing === "active" && takesChanges({ planned: seats.planned, startsAt: new Date(seats.startsAt) }, now()),
  };
}

export async function addGuestFrom(actor: MemberActor, where: Where, form: Form): Promise<string> {
  const proof = mayReceive(actor, await findReceiving(actor, where.meetingId, where.sittingId));
  const { nom, organisation } = form.parse(guestInput);
  return writeOnce(actor, form, async (tx) => (await addGuest(tx, proof, { name: nom, organisation }), `${guestsPath(where)}?fait=ajout`));
}

export async function removeGuestFrom(actor: MemberActor, where: Where, guestId: number, form: Form): Promise<string> {
  const proof = mayReceive(actor, await findReceiving(actor, where.meetingId, where.sittingId));
  return writeOnce(actor, form, async (tx) => (await removeGuest(tx, proof, guestId), `${guestsPath(where)}?fait=retrait`));
}
