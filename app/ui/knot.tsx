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
      <symbol id="knot-loop" viewBox="0 0 24 28" overflow="visible">
        <path d="M12 0c0 8 0 19-8.5 19-6 0-6-10 0-10C12 9 12 20 12 28" />
      </symbol>
      <symbol id="knot-eyelet" viewBox="0 0 24 28" overflow="visible">
        <path d="M12 0v4" />
        <circle cx="12" cy="14" r="5" />
      </symbol>
      <symbol id="knot-loose" viewBox="0 0 24 28" overflow="visible">
        <path d="M12 0v6c0 6.5 2.5 9 7 10M19 16c3 .6 5.5-.6 7-3M19 16c2.7 1.2 4.3 3.2 4.8 6.2" />
      </symbol>
      <symbol id="knot-tied" viewBox="0 0 24 28" overflow="visible">
        <path className="knot-stub" d="M12 0v6" />
        <circle className="knot-bead" cx="12" cy="14" r="8" />
        <path className="knot-cut" d="m8.3 14.3 2.6 2.7 4.8-5.7" />
      </symbol>
    </svg>
  );
}
