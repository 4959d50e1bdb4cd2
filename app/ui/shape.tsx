/*
 * The small shapes of a status: each can be told from the others without
 * colour, and each says something about a thread.
 */
const shapes = {
  loop: <path d="M8 0v3.5C8 10 2.5 11.5 2.5 8S8 6 8 12.5V16" />,
  tied: <path d="m2 8.5 4 4.5 8-10" />,
  loose: <path d="M3 1.5v5c0 5 2.5 8 6 8s5-4.5 2-5.5" />,
  closed: <path d="M2.5 2.5h11v11h-11zM2.5 8h11" />,
  stitch: <path d="M8 0v3M8 6.5v3M8 13v3" />,
  cut: <path d="M8 0v4.5L5.5 6.5M8 16v-4.5L10.5 9.5M2 8h1.5M12.5 8H14" />,
} as const;

export type ShapeName = keyof typeof shapes;

export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
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
