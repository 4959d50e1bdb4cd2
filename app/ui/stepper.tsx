import { Knot, type KnotKind } from "./knot";

export type StepState = "done" | "current" | "planned";
export type Step = { label: string; state: StepState; stateLabel: string };

const knotOf: Record<StepState, KnotKind> = { done: "done", current: "new", planned: "planned" };

/** Steps on one line: tied, in hand, still to sew. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className="stepper" aria-label={label} role="list">
      {steps.map((step) => (
        <li
          key={step.label}
          className={`yarn-item yarn-${step.state}`}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <Knot kind={knotOf[step.state]} />
          <p className="yarn-title">{step.label}</p>
          <p className="yarn-note">{step.stateLabel}</p>
        </li>
      ))}
    </ol>
  );
}
