/*
 * The small shapes of a status: each can be told from the others without
 * colour, and each says something about a thread.
 */
export const shapePaths = {
  loop: "M11 0c0 5 0 11-6 11-4.2 0-4.2-6 0-6 6 0 6 6 6 11",
  tied: "m2 8.5 4 4.5 8-10",
  loose: "M2.5 0v5c0 4 1.8 5.8 5 6.3M7.5 11.3c2.5.4 4.5-.6 5.5-2.8M7.5 11.3c2 .9 3.3 2.4 3.7 4.7",
  closed: "M2.5 2.5h11v11h-11zM2.5 8h11",
  stitch: "M8 0v3M8 6.5v3M8 13v3",
  cut: "M8 .8v4M8 11.2v4M3.2 10.5l9.6-5",
} as const;

export type ShapeName = keyof typeof shapePaths;

export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapePaths[name]} />
    </svg>
  );
}

/** thread = new or needs attention, moss = agreed or done, honey = waits for you, slate = closed. */
export type Tone = "thread" | "moss" | "honey" | "slate";

export const shapeOfTone: Record<Tone, ShapeName> = {
  thread: "loop",
  moss: "tied",
  honey: "loose",
  slate: "closed",
};
