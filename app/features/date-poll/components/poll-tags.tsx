import { Shape, type ShapeName } from "~/ui/shape";
import { Tag } from "~/ui/tag";
import { choiceNames, pollStateNames, type PollState, type SlotChoice } from "../model";

/** Yes is tied, at need is a loose end, no is cut. */
export const shapes: Record<SlotChoice, ShapeName> = { oui: "tied", besoin: "loose", non: "cut" };

const tones = { preparing: "honey", open: "thread", ended: "honey", chosen: "moss", dropped: "slate" } as const;
const stateShapes = { preparing: "loose", open: "stitch", ended: "loose", chosen: "tied", dropped: "cut" } as const;

export function PollTag({ state }: { state: PollState }) {
  return (
    <Tag tone={tones[state]} shape={stateShapes[state]}>
      {pollStateNames[state]}
    </Tag>
  );
}

/** One person's word about one slot: a shape and the word itself. */
export function Said({ choice }: { choice: SlotChoice | null }) {
  if (choice === null) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">sans réponse</span>
      </>
    );
  }
  return (
    <span className={`when-said when-${choice}`}>
      <Shape name={shapes[choice]} />
      {choiceNames[choice]}
    </span>
  );
}
