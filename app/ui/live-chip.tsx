export type LiveState = "live" | "slow" | "offline";

/*
 * A taut thread with its knot, a thread in stitches, a cut thread: the state
 * can be told without colour and before reading.
 */
const drawings: Record<LiveState, string> = {
  live: "M0 7h8c8 0 9-6 5.5-6S11 7 18 7h10",
  slow: "M0 7h5M9 7h4M16 7h4M24 7h4",
  offline: "M0 7h7c2 0 3-1 3.5-3M28 7h-7c-2 0-3 1-3.5 3",
};

type LiveChipProps = { state: LiveState; children: string };

/** Whether the page hears of what is new by itself; the words come from the caller. */
export function LiveChip({ state, children }: LiveChipProps) {
  return (
    <span className={state === "live" ? "live" : `live live-${state}`} data-state={state}>
      <svg className="shape" viewBox="0 0 28 14" aria-hidden="true" focusable="false">
        <path d={drawings[state]} />
      </svg>
      <span>{children}</span>
    </span>
  );
}
