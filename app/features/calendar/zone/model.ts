import { wallTimeAt, type WallTime } from "~/kit/wall-time";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** How far the clocks of a zone are from UTC, in minutes. */
function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute } = wallTimeAt(new Date(at), zone);
  return (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE) * MINUTE) / MINUTE;
}

/** The first minute at which the clocks show otherwise than before, between two instants that disagree. */
function changeBetween(before: number, after: number, zone: string): number {
  let [low, high] = [before, after];
  const offset = offsetAt(low, zone);
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle, zone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

const two = (value: number): string => String(value).padStart(2, "0");
const signed = (minutes: number): string => `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
const local = ({ year, month, day, hour, minute }: WallTime): string => `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}00`;

const observance = (name: "STANDARD" | "DAYLIGHT", starts: string, from: number, to: number): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${starts}`,
  `TZOFFSETFROM:${signed(from)}`,
  `TZOFFSETTO:${signed(to)}`,
  `END:${name}`,
];

/**
 * The VTIMEZONE of a zone as its clocks are in the years of some instants and the year
 * before: each change by itself, because a rule would also speak of years that nobody asked about.
 */
export function zoneLines(zone: string, instants: readonly Date[]): string[] {
  const years = instants.map((at) => at.getUTCFullYear());
  const from = Date.UTC(Math.min(...years) - 1, 0, 1);
  const to = Date.UTC(Math.max(...years) + 1, 0, 3);
  const parts: string[][] = [];
  for (let at = from; at < to; at += DAY) {
    const [before, after] = [offsetAt(at, zone), offsetAt(at + DAY, zone)];
    if (before === after) continue;
    const change = changeBetween(at, at + DAY, zone);
    const shown = new Date(change + before * MINUTE);
    parts.push(observance(after > before ? "DAYLIGHT" : "STANDARD", local(wallTimeAt(shown, "UTC")), before, after));
  }
  const first = offsetAt(from, zone);
  const beginning = observance("STANDARD", local(wallTimeAt(new Date(from + first * MINUTE), "UTC")), first, first);
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...beginning, ...parts.flat(), "END:VTIMEZONE"];
}
