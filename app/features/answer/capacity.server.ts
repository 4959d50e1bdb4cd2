import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import type { Tx } from "~/kit/transaction.server";
import { reviseSittingFrom } from "~/features/meeting/forms.server";
import { lockMeeting } from "~/features/meeting/mutations.server";
import { countGuests, countTaken, lockSittings, makeRoom, type LockedSitting } from "./seats.server";

const CHOICE = "trop";

/**
 * Changes a sitting whose seats are taken. Fewer seats than people is a question, not an
 * act: keep everyone, or put those who registered last at the head of the list, and tell them.
 * @throws DomainError sitting.overfull while nobody has said which
 */
export const reviseSeatsFrom = (actor: MemberActor, meetingId: number, sittingId: number, form: Form): Promise<string> =>
  reviseSittingFrom(actor, meetingId, sittingId, form.without(new Set([CHOICE])), async (tx, sitting, scope) => {
    const { capacity } = sitting;
    const meeting = await lockMeeting(tx, meetingId);
    if (capacity === null || !meeting.openedAt) return sitting;
    const all = await lockSittings(tx, meetingId);
    const touched = all.filter((one) => one.id === sittingId || (scope === "toutes" && one.planned && one.startsAt > now()));
    const most = await mostTaken(tx, touched);
    if (most <= capacity) return sitting;
    const choice = form.values[CHOICE];
    if (choice === "garder") return { ...sitting, capacity: most };
    if (choice !== "attente") throw new DomainError("sitting.overfull", { values: form.values, state: { registered: most } });
    for (const one of touched) {
      if ((await countGuests(tx, one.id)) > capacity) throw new DomainError("input.invalid", { fields: { places: "Plus de personnes invitées sans compte y viennent. Retirez-en d’abord." }, values: form.values });
    }
    for (const one of touched) await makeRoom(tx, one, capacity);
    return sitting;
  });

async function mostTaken(tx: Tx, sittings: readonly LockedSitting[]): Promise<number> {
  let most = 0;
  for (const { id } of sittings) most = Math.max(most, await countTaken(tx, id));
  return most;
}
