export type KnotKind = "event" | "new" | "planned" | "loose" | "done";

const drawing: Record<KnotKind, string> = {
  event: "knot-loop",
  new: "knot-loop",
  planned: "knot-eyelet",
  loose: "knot-loose",
  done: "knot-tied",
};

/**
 * One knot on the thread, 24 × 28 px, its axis 12 px in. It refers to the
 * drawings of KnotSheet, so that a row of markup costs sixty bytes.
 */
export function Knot({ kind }: { kind: KnotKind }) {
  return (
    <svg className={kind === "event" ? "knot" : `knot knot-${kind}`} aria-hidden="true">
      <use href={`#${drawing[kind]}`} />
    </svg>
  );
}

/** The drawings every knot refers to: Shell and PlainPage place them once in a page. */
export function KnotSheet() {
  return (
    <svg className="sheet" aria-hidden="true" focusable="false">
      <symbol id="knot-loop" viewBox="0 0 24 28">
        <path d="M12 0v6.5c0 9.5-9 13-9 7.5s9-2 9 7.5V28" />
      </symbol>
      <symbol id="knot-eyelet" viewBox="0 0 24 28">
        <path d="M12 0v4M12 24v4" />
        <circle cx="12" cy="14" r="5" />
      </symbol>
      <symbol id="knot-loose" viewBox="0 0 24 28">
        <path d="M12 0v4c0 7 1 12 5 12s4.5-5.5 1-6.5" />
      </symbol>
      <symbol id="knot-tied" viewBox="0 0 24 28">
        <path d="M12 0v6M12 22v6" />
        <circle className="knot-bead" cx="12" cy="14" r="8" />
        <path className="knot-cut" d="m8.3 14.3 2.6 2.7 4.8-5.7" />
      </symbol>
    </svg>
  );
}
