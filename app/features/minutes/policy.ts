import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";
import type { MinutesState } from "./model";

/** sittingId null: what the sittings of a meeting have in common. */
export type NotesPlace = { meetingId: number; sittingId: number | null };
export type Noting = Proof<"notes.keep", NotesPlace, MemberActor>;
export type Writing = Proof<"minutes.write", number, MemberActor>;
export type Adopting = Proof<"minutes.adopt", number, MemberActor>;
export type Correcting = Proof<"minutes.correct", number, MemberActor>;
export type Withdrawing = Proof<"correction.withdraw", number, MemberActor>;

/** responsible: they hold a role in that sitting, or in any of the meeting where it is about the whole. tookPart: they were there. */
export type Part = { responsible: boolean; tookPart: boolean };

export const isWriter = (actor: MemberActor, { responsible }: Pick<Part, "responsible">): boolean => responsible || hasRole(actor, "committee");

/** Notes and drafts are there for those who write them. */
export function mayKeepNotes(actor: MemberActor, place: NotesPlace, part: Pick<Part, "responsible">): Noting {
  require(isWriter(actor, part), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("notes.keep", actor, place);
}

/** Those responsible and the committee write the minutes; what is adopted changes by the committee alone, as a new version. */
export function mayWriteMinutes(actor: MemberActor, meetingId: number, part: Pick<Part, "responsible">, state: MinutesState | null): Writing {
  require(isWriter(actor, part), state === null || state === "draft" ? "thing.absent" : "right.missing");
  require(state !== "adopted" || hasRole(actor, "committee"));
  require(actor.standing === "active", "member.paused");
  return grant("minutes.write", actor, meetingId);
}

/** The committee may adopt them before the seven days are over. */
export function mayAdopt(actor: MemberActor, meetingId: number): Adopting {
  require(hasRole(actor, "committee"));
  require(actor.standing === "active", "member.paused");
  return grant("minutes.adopt", actor, meetingId);
}

/** Whoever was there proposes corrections. */
export function mayCorrect(actor: MemberActor, meetingId: number, part: Part): Correcting {
  require(part.tookPart || isWriter(actor, part));
  require(actor.standing === "active", "member.paused");
  return grant("minutes.correct", actor, meetingId);
}

/** One takes back one's own correction. */
export function mayWithdraw(actor: MemberActor, id: number, { mine }: { mine: boolean }): Withdrawing {
  require(mine);
  require(actor.standing === "active", "member.paused");
  return grant("correction.withdraw", actor, id);
}
