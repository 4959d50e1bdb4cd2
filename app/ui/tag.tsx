import type { ReactNode } from "react";
import { Shape, shapeOfTone, type ShapeName, type Tone } from "./shape";

type TagProps = { tone: Tone; children: ReactNode; shape?: ShapeName };

/** A status in a line of text: shape, word and colour. */
export function Tag({ tone, children, shape }: TagProps) {
  return (
    <span className={`tag tone-${tone}`}>
      <Shape name={shape ?? shapeOfTone[tone]} />
      <span>{children}</span>
    </span>
  );
}
