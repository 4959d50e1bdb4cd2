import type { ReactNode } from "react";

type EmptyStateProps = {
  /** One sentence: what this place is for, or what is not there yet. */
  children: ReactNode;
  /** The first act. */
  act?: ReactNode;
};

/** An empty place, drawn as a threaded needle that waits. */
export function EmptyState({ children, act }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg className="shape" viewBox="0 0 168 56" aria-hidden="true" focusable="false">
        <path
          className="tone-thread"
          d="M0 30c22-16 44-16 58 0s32 18 40 4-14-22-18-8 14 22 34 13c8-3.5 14-7 21-11.5"
        />
        <path d="M131 30 165 8.5M131 30c-2 1.3-2.5 2.5-1.8 3.3s2.2.6 4-.6L165 8.5" />
      </svg>
      <p>{children}</p>
      {act ? <div className="acts">{act}</div> : null}
    </div>
  );
}
