import { formatNumber } from "~/kit/format";
import type { Count } from "../result/model";

const WIDTH = 320;
const ROW = 40;
const LONGEST = 40;

const short = (label: string): string => (label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label);

type Bar = { label: string; count: Count };
type ChartProps = { id: string; title: string; describe: string; hiddenWord: string };

/**
 * Bars, one per line, drawn on the server. The table beside them says the same in figures;
 * widths are attributes, since no style attribute passes.
 */
export function BarChart({ id, title, describe, hiddenWord, bars }: ChartProps & { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  return (
    <svg className="survey-chart" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-labelledby={`${id}-titre ${id}-desc`}>
      <title id={`${id}-titre`}>{title}</title>
      <desc id={`${id}-desc`}>{describe}</desc>
      {bars.map(({ label, count }, at) => (
        <g key={label}>
          <text x="0" y={at * ROW + 14}>{short(label)}</text>
          <rect className="survey-track" x="0" y={at * ROW + 20} width={WIDTH} height="10" />
          {count ? <rect className="survey-bar" x="0" y={at * ROW + 20} width={Math.round((WIDTH * count) / most)} height="10" /> : null}
          <text className="survey-figure" x={WIDTH} y={at * ROW + 14} textAnchor="end">
            {count === null ? hiddenWord : formatNumber(count)}
          </text>
        </g>
      ))}
    </svg>
  );
}

type Stack = { label: string; counts: readonly Count[] };

/** One bar per subject, cut into its levels; each cut is told by its shade and its place, and by the table. */
export function StackChart({ id, title, describe, levels, stacks }: Omit<ChartProps, "hiddenWord"> & { levels: readonly string[]; stacks: readonly Stack[] }) {
  const head = 26 * Math.ceil(levels.length / 3);
  return (
    <svg className="survey-chart" viewBox={`0 0 ${WIDTH} ${head + stacks.length * ROW}`} role="img" aria-labelledby={`${id}-titre ${id}-desc`}>
      <title id={`${id}-titre`}>{title}</title>
      <desc id={`${id}-desc`}>{describe}</desc>
      {levels.map((level, at) => (
        <g key={level}>
          <rect className={shade(at, levels.length)} x={(at % 3) * 106} y={Math.floor(at / 3) * 24 + 2} width="14" height="14" />
          <text x={(at % 3) * 106 + 20} y={Math.floor(at / 3) * 24 + 14}>{short(level).slice(0, 12)}</text>
        </g>
      ))}
      {stacks.map(({ label, counts }, row) => {
        const y = head + row * ROW;
        const sum = Math.max(1, counts.reduce<number>((all, count) => all + (count ?? 0), 0));
        return (
          <g key={label}>
            <text x="0" y={y + 14}>{short(label)}</text>
            {counts.map((count, at) => {
              const before = counts.slice(0, at).reduce<number>((all, each) => all + (each ?? 0), 0);
              return count ? <rect key={levels[at]} className={shade(at, levels.length)} x={(WIDTH * before) / sum} y={y + 20} width={Math.max(1, (WIDTH * count) / sum - 1)} height="12" /> : null;
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** From the faintest to the strongest, whatever their number. */
const shade = (at: number, of: number): string => `survey-shade-${of === 1 ? 5 : Math.round((at * 5) / (of - 1))}`;
