import { FEWEST } from "../../model";

/**
 * What of a crossing may be shown. Its rows are groups of respondents, its columns what they
 * answered; the totals of columns are known from the results of everyone, and so are those of
 * rows unless the groups themselves may not be counted. A cell of fewer than five is hidden,
 * and with it the next smallest ones, until no hidden cell could be reckoned from what is shown.
 */
export type Guarded = {
  hidden: boolean[][];
  /** Whether the size of a group is hidden; then all of its row is. */
  rowHidden: boolean[];
};

type Place = readonly [row: number, column: number];

/**
 * @param sizesKnown whether the totals of rows are published elsewhere
 * @returns null when nothing of it could be shown
 */
export function protect(cells: readonly (readonly number[])[], sizesKnown: boolean): Guarded | null {
  const sizes = cells.map((row) => row.reduce((sum, count) => sum + count, 0));
  const rowHidden = sizesKnown ? cells.map(() => false) : hideSizes(sizes);
  const hidden = cells.map((row, at) => row.map((count) => rowHidden[at] === true || count < FEWEST));
  for (;;) {
    const told = reckonable(cells, hidden, rowHidden);
    if (!told) break;
    const next = nextToHide(cells, hidden, told);
    if (next.length === 0) return null;
    for (const [r, c] of next) (hidden[r] ?? [])[c] = true;
  }
  return hidden.every((row) => row.every(Boolean)) ? null : { hidden, rowHidden };
}

/** Small groups, and as many of the next smallest as keep their sum from telling any of them. */
function hideSizes(sizes: readonly number[]): boolean[] {
  const order = sizes.map((size, at) => ({ size, at })).sort((a, b) => a.size - b.size);
  const chosen = order.filter(({ size }) => size < FEWEST);
  const tells = () => chosen.length > 0 && (chosen.length < 2 || chosen.every(({ size }) => size === 0));
  while (tells() && chosen.length < order.length) {
    const next = order[chosen.length];
    if (next) chosen.push(next);
  }
  const at = new Set(chosen.map((one) => one.at));
  return sizes.map((_, index) => at.has(index));
}

/**
 * What frees a cell that could be reckoned at the least loss: the other corners of a rectangle
 * around which one more here and one less there can go, those of the smallest sum; where no
 * rectangle does, the smallest cell that is still shown.
 */
function nextToHide(cells: readonly (readonly number[])[], hidden: readonly boolean[][], [row, column]: Place): Place[] {
  const at = (r: number, c: number): number => cells[r]?.[c] ?? 0;
  const loss = (places: readonly Place[]): number => places.reduce((sum, [r, c]) => sum + (hidden[r]?.[c] ? 0 : at(r, c)), 0);
  const corners = range(cells.length).flatMap((r) =>
    range(cells[0]?.length ?? 0)
      .filter((c) => r !== row && c !== column && ((at(row, c) > 0 && at(r, column) > 0) || (at(row, column) > 0 && at(r, c) > 0)))
      .map((c): Place[] => [[row, c], [r, column], [r, c]]),
  );
  const shown = cells.flatMap((line, r) => line.flatMap((_, c): Place[][] => (hidden[r]?.[c] ? [] : [[[r, c]]])));
  const smallest = (choices: Place[][]): Place[] | undefined => [...choices].sort((a, b) => loss(a) - loss(b))[0];
  const best = smallest(corners);
  return best && best.some(([r, c]) => !hidden[r]?.[c]) ? best : (smallest(shown) ?? []);
}

/**
 * A hidden cell that has the same value in every table of whole numbers with these totals and
 * these shown cells, or null. Two such tables differ by circles along hidden cells, one more
 * here and one less there in turn: a cell is free if and only if such a circle passes through
 * it, where « one less » needs a cell above zero. Between rows whose sizes are hidden, a
 * circle passes freely.
 */
export function reckonable(cells: readonly (readonly number[])[], hidden: readonly boolean[][], rowHidden: readonly boolean[]): Place | null {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  /** Nodes: rows, then columns. */
  const onward = (node: number, skip: Place, skipUp: boolean): number[] => {
    if (node < rows) {
      const up = range(columns).filter((c) => hidden[node]?.[c] && !(skipUp && node === skip[0] && c === skip[1])).map((c) => rows + c);
      return rowHidden[node] ? [...up, ...range(rows).filter((r) => r !== node && rowHidden[r])] : up;
    }
    const column = node - rows;
    return range(rows).filter((r) => hidden[r]?.[column] && (cells[r]?.[column] ?? 0) > 0 && !(!skipUp && r === skip[0] && column === skip[1]));
  };
  const leads = (from: number, to: number, skip: Place, skipUp: boolean): boolean => {
    const seen = new Set([from]);
    const queue = [from];
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      if (node === to) return true;
      for (const next of onward(node, skip, skipUp)) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return false;
  };
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      if (!hidden[r]?.[c]) continue;
      const more = leads(rows + c, r, [r, c], false);
      const less = (cells[r]?.[c] ?? 0) > 0 && leads(r, rows + c, [r, c], true);
      if (!more && !less) return [r, c];
    }
  }
  return null;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
