import type { ReactNode } from "react";
import { Shape, shapeOfTone, type ShapeName, type Tone } from "./shape";

type NoticeProps = {
  tone: Tone;
  /** The word that says the status: tone and shape only repeat it. */
  title: ReactNode;
  children?: ReactNode;
  acts?: ReactNode;
  shape?: ShapeName;
  role?: "status" | "alert" | "note";
};

/** Something to know before going on, between two lines. */
export function Notice({ tone, title, children, acts, shape, role }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} role={role}>
      <Shape name={shape ?? shapeOfTone[tone]} />
      <div className="notice-text">
        <p className={`notice-title tone-${tone}`}>{title}</p>
        {children ? <div>{children}</div> : null}
        {acts ? <div className="acts">{acts}</div> : null}
      </div>
    </div>
  );
}
