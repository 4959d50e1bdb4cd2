import type { MemberActor } from "~/kit/actor";
import { after, DAY, HOUR, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatShortDate } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { limit } from "~/kit/limits.server";
import { writeOnce } from "~/kit/transaction.server";
import { instantOf, parseWallTime } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { guestsPath } from "~/features/thread/model";
import { GUESTS_PER_HOUR, MOST_DAYS } from "./model";
import { askGuest, endGuest } from "./mutations.server";
import { mayAskGuests } from "./policy";
import { listGuests } from "./queries.server";
import { guestInput, noInput } from "./schema";

/** The loader's data of the page of a thread's guests. */
export async function guestsPage(actor: MemberActor, threadId: number) {
  mayAskGuests(actor, threadId);
  const [{ guests, ...thread }, zone] = [await listGuests(actor, threadId), await communityTimeZone()];
  return { ...thread, guests: guests.map(({ until, ...guest }) => ({ ...guest, until: formatShortDate(new Date(until), zone) })) };
}

export async function askGuestFrom(actor: MemberActor, threadId: number, form: Form): Promise<string> {
  const proof = mayAskGuests(actor, threadId);
  const { nom, titre, courriel, jusquau } = form.parse(guestInput);
  const until = endOfDay(jusquau, await communityTimeZone());
  if (until <= now() || until > after(now(), MOST_DAYS * DAY)) throw new DomainError("input.invalid", { fields: { jusquau: `Choisissez un jour à venir, d’ici ${MOST_DAYS}\u00a0jours.` } });
  limit("guest.ask", actor.memberId, GUESTS_PER_HOUR, HOUR);
  return writeOnce(actor, form, async (tx) => {
    await askGuest(tx, proof, { name: nom, title: titre, email: courriel, until });
    return `${guestsPath(threadId)}?fait=invitation`;
  });
}

/** A guest's last day is whole, by the clocks of the community. */
function endOfDay(day: string, zone: string): Date {
  const last = parseWallTime(day, "23:59");
  if (!last) throw new DomainError("input.invalid", { fields: { jusquau: "Ce jour n’existe pas." } });
  return instantOf(last, zone);
}

export async function endGuestFrom(actor: MemberActor, threadId: number, memberId: number, form: Form): Promise<string> {
  const proof = mayAskGuests(actor, threadId);
  form.parse(noInput);
  return writeOnce(actor, form, async (tx) => {
    await endGuest(tx, proof, memberId);
    return `${guestsPath(threadId)}?fait=fin`;
  });
}
