import { hasRole, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/**
 * Members write in every thread and guests in theirs. Which threads a guest
 * reaches is decided in the `where` of each statement, so that the answer and
 * the act cannot come apart. What a community chose for those who have not signed
 * its charter in time is asked here as well.
 */
export const mayReply = (actor: ParticipantActor, threadId: number): Proof<"thread.reply", number, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  require(!isHeldFromReplies(actor), "signing.held-posts");
  return grant("thread.reply", actor, threadId);
};

export const mayStartThread = (actor: MemberActor): Proof<"thread.start", null, MemberActor> => {
  require(actor.standing === "active", "member.paused");
  require(!isHeldFromThreads(actor), "signing.held-threads");
  return grant("thread.start", actor, null);
};

/** Whether somebody may start a discussion, or reply, only once they have signed the charter. */
export const isHeldFromThreads = ({ hold }: ParticipantActor): boolean => hold === "no-new-threads" || hold === "reading-only";
export const isHeldFromReplies = ({ hold }: ParticipantActor): boolean => hold === "reading-only";

/** Reading is open to whoever is paused, and so is noting how far they read. */
export const mayNoteReading = (actor: ParticipantActor, threadId: number): Proof<"thread.note-reading", number, ParticipantActor> =>
  grant("thread.note-reading", actor, threadId);

/** Who began a thread leads it, and so does the committee: its title, its question, its end. */
export const leadsThread = (actor: ParticipantActor, { mine }: { mine: boolean }): boolean => mine || hasRole(actor, "committee");

export const mayLeadThread = (actor: MemberActor, thread: { id: number; mine: boolean }): Proof<"thread.lead", number, MemberActor> => {
  require(leadsThread(actor, thread));
  return grant("thread.lead", actor, thread.id);
};

/** What everyone sees first is the committee's to choose. */
export const mayFeatureThread = (actor: MemberActor, thread: { id: number }): Proof<"thread.feature", number, MemberActor> => {
  require(hasRole(actor, "committee"));
  return grant("thread.feature", actor, thread.id);
};
