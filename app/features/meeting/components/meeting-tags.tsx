import { Tag } from "~/ui/tag";
import type { KnotKind } from "~/ui/knot";
import { meetingStateNames, type MeetingState } from "../model";
import type { SittingState } from "../sitting/model";

const tones = { draft: "honey", open: "thread", held: "moss", postponed: "honey", cancelled: "slate" } as const;
const shapes = { draft: "loose", open: "stitch", held: "tied", postponed: "loose", cancelled: "cut" } as const;

export function MeetingTag({ state }: { state: MeetingState }) {
  return (
    <Tag tone={tones[state]} shape={shapes[state]}>
      {meetingStateNames[state]}
    </Tag>
  );
}

const sittingNames: Record<Exclude<SittingState, "planned">, string> = { held: "Tenue", postponed: "Reportée", cancelled: "Annulée" };

/** Nothing is said of what is simply to come. */
export function SittingTag({ state, unsaid }: { state: SittingState; unsaid?: boolean }) {
  if (state === "planned") return unsaid ? <Tag tone="honey">A-t-elle eu lieu?</Tag> : null;
  return (
    <Tag tone={tones[state]} shape={shapes[state]}>
      {sittingNames[state]}
    </Tag>
  );
}

/** A knot is what was held, a stitch what is planned, a loose end what waits for a date. */
export const knotOf = (state: MeetingState | SittingState): KnotKind =>
  state === "held" ? "done" : state === "postponed" || state === "draft" ? "loose" : state === "cancelled" ? "event" : "planned";

