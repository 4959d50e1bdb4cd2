import { hasRole, isMember, isParticipant, type Actor } from "~/kit/actor";
import { newFormKey } from "~/kit/form-key.server";
import { requestContext } from "~/kit/request-context.server";
import { unscopedCommunity } from "~/features/community/queries.server";

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
      sharedComputer: actor.computer === "shared",
    },
    /** What the keys of this page's forms are made from. */
    formSeed: actor && newFormKey(actor),
  };
}

export type FrameData = Awaited<ReturnType<typeof frameOf>>;
