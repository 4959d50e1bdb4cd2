import type { ShapeName, Tone } from "~/ui/shape";
import { Tag } from "~/ui/tag";
import { topicStateNames, type TopicState } from "../model";

const looks: Record<TopicState, readonly [Tone, ShapeName]> = {
  proposed: ["honey", "loose"],
  kept: ["thread", "loose"],
  planned: ["thread", "stitch"],
  discussed: ["moss", "tied"],
  deepen: ["honey", "loose"],
  merged: ["slate", "tied"],
  dismissed: ["slate", "cut"],
};

/** Where a topic is: word, shape and colour. */
export function TopicTag({ state }: { state: TopicState }) {
  const [tone, shape] = looks[state];
  return (
    <Tag tone={tone} shape={shape}>
      {topicStateNames[state]}
    </Tag>
  );
}
