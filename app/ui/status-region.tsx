import type { ReactNode } from "react";
import { Shape } from "./shape";

type StatusRegionProps = {
  /** What to say now; the region itself is always in the page, or it would not be heard. */
  children?: ReactNode;
  /** Said only, not shown. */
  spokenOnly?: boolean;
};

/** Where the page says, politely, what it has just done. */
export function StatusRegion({ children, spokenOnly }: StatusRegionProps) {
  if (spokenOnly) {
    return (
      <div className="visually-hidden" role="status">
        {children}
      </div>
    );
  }
  return (
    <div className="status" role="status">
      {children ? (
        <p>
          <Shape name="tied" />
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  );
}
