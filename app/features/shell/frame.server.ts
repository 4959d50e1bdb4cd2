import { hasRole, isMember, isParticipant, type Actor } from "~/kit/actor";
import { plural } from "~/kit/format";
import { newFormKey } from "~/kit/form-key.server";
import { requestContext } from "~/kit/request-context.server";
import { unscopedCommunity } from "~/features/community/queries.server";

/** From here on they are no longer counted one by one. */
const UNREAD_CAP = 100;

/** How many notifications wait, as a small number and in words; null when none does. */
function unreadOf({ unread }: Actor): { count: string; spoken: string } | null {
  if (unread === 0) return null;
  if (unread >= UNREAD_CAP) return { count: `${UNREAD_CAP - 1}+`, spoken: `plus de ${UNREAD_CAP - 1} non lues` };
  return { count: String(unread), spoken: plural(unread, "non lue", "non lues") };
}

/** What an open page asks again: how many wait, and whether something was taken out of sight. */
export const newsOf = (actor: Actor) => ({ unread: unreadOf(actor), masked: actor.masked });

/** What the frame around every page needs to know; nothing here decides a right. */
export async function frameOf(actor: Actor | null) {
  const community = await unscopedCommunity();
  return {
    community: community?.name ?? "Le Fil",
    demo: requestContext().settings.demo,
    me: actor && {
      id: actor.memberId,
      name: actor.name || actor.email,
      title: actor.title,
      standing: actor.standing,
      member: isMember(actor),
      participant: isParticipant(actor),
      committee: hasRole(actor, "committee"),
      administrator: hasRole(actor, "administrator"),
      hold: actor.hold,
      ...newsOf(actor),
      sharedComputer: actor.computer === "shared",
    },
    /** What the keys of this page's forms are made from. */
    formSeed: actor && newFormKey(actor),
  };
}

export type FrameData = Awaited<ReturnType<typeof frameOf>>;
