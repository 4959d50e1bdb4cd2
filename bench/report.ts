/** The bench's printed page. */
type Verdict = { what: string; value: number; sign: "<=" | ">="; target: number };
const given: Verdict[] = [];

export const figure = (value: number, digits = 2): string => (Number.isFinite(value) ? value.toFixed(digits) : "–");

export const title = (text: string): void => void process.stdout.write(`\n\n${text}\n${"-".repeat(text.length)}\n`);

export function table(heads: string[], rows: (string | number)[][]): void {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => String(row[column]).length)));
  const line = (cells: (string | number)[]) => cells.map((cell, column) => (column ? String(cell).padStart(widths[column] ?? 0) : String(cell).padEnd(widths[0] ?? 0))).join("  ");
  process.stdout.write(`${[heads, ...rows].map(line).join("\n")}\n`);
}

/** Holds a figure against its target and says so. */
export function pass(what: string, value: number, sign: "<=" | ">=", target: number): void {
  const verdict: Verdict = { what, value, sign, target };
  given.push(verdict);
  process.stdout.write(`${isMet(verdict) ? "met    " : "NOT MET"}  ${what}: ${figure(value, 3)} (target ${sign} ${target})\n`);
}

const isMet = ({ value, sign, target }: Verdict): boolean => (sign === "<=" ? value <= target : value >= target);

/** Prints the count, and returns the exit code: 1 when a target was missed. */
export function verdicts(): 0 | 1 {
  const missed = given.filter((verdict) => !isMet(verdict));
  process.stdout.write(`\n${given.length - missed.length} targets met, ${missed.length} missed\n`);
  return missed.length > 0 ? 1 : 0;
}
