/** One thing that waits for a person, and where it is done. */
export type Todo = {
  /** Tells the lines of one person apart. */
  key: string;
  /** What is asked, with its verb. */
  text: string;
  note?: string;
  to: string;
  act: string;
  /** Until when, if anything; ISO 8601. */
  deadline?: string;
  /** Since when it waits; ISO 8601. */
  since: string;
};

/** More than this is no longer a list of things to do. */
export const MOST_TODOS = 7;

const FAR = "9999";

/** By deadline first, then what has waited the longest last, because what just happened is what one came for. */
export function orderTodos(todos: readonly Todo[]): Todo[] {
  const byDeadline = (a: Todo, b: Todo) => (a.deadline ?? FAR).localeCompare(b.deadline ?? FAR);
  return [...todos].sort((a, b) => byDeadline(a, b) || b.since.localeCompare(a.since)).slice(0, MOST_TODOS);
}
