/** What a clock on a wall shows. Months count from 1, as people do. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number };

const MS_PER_MINUTE = 60_000;
const MS_PER_QUARTER = 15 * MS_PER_MINUTE;
const MS_PER_DAY = 1_440 * MS_PER_MINUTE;
const MOST_OFFSETS = 20_000;
const offsets = new Map<string, number>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone (an IANA name) show at an instant; an unknown zone throws RangeError. */
export function wallTimeAt(at: Date, zone: string): WallTime {
  const local = new Date(at.getTime() + offsetAt(at.getTime(), zone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(), hour: local.getUTCHours(), minute: local.getUTCMinutes() };
}

const asUtc = ({ year, month, day, hour, minute }: WallTime): number => Date.UTC(year, month - 1, day, hour, minute);

/**
 * When the clocks of a zone show this: never where they skip it, twice where they
 * go back over it, once otherwise; the earliest first.
 */
export function instantsOf(wall: WallTime, zone: string): Date[] {
  const shown = asUtc(wall);
  // The offsets a day before and a day after are the two that can hold on that day.
  const candidates = new Set([offsetAt(shown - MS_PER_DAY, zone), offsetAt(shown + MS_PER_DAY, zone)].map((offset) => shown - offset));
  return [...candidates].filter((at) => at + offsetAt(at, zone) === shown).sort((a, b) => a - b).map((at) => new Date(at));
}

/** The first instant at which the clocks show this; where they skip it, as long after the change as it is past it. */
export function instantOf(wall: WallTime, zone: string): Date {
  return instantsOf(wall, zone)[0] ?? new Date(asUtc(wall) - offsetAt(asUtc(wall) - MS_PER_DAY, zone));
}

/** The same day, so many days later (or before), at an hour and a minute of its own. */
export function onDay(from: WallTime, days: number, minuteOfDay: number): WallTime {
  const day = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
}

/** 0 is Sunday. */
export const weekdayOf = ({ year, month, day }: WallTime): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

export const minuteOfDay = ({ hour, minute }: WallTime): number => hour * 60 + minute;

/** « 2027-03-02 »: a day as databases and addresses write it. */
export const dayName = ({ year, month, day }: WallTime): string => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/**
 * What a browser's date and time fields hold (« 2027-03-02 », « 13:30 »), or null when
 * there is no such day (30 February) or hour.
 */
export function parseWallTime(day: string, time: string): WallTime | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(`${day} ${time}`);
  if (!parts) return null;
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  const wall: WallTime = { year, month, day: date, hour, minute };
  const back = new Date(asUtc(wall));
  return back.getUTCFullYear() === year && back.getUTCMonth() + 1 === month && back.getUTCDate() === date && hour < 24 && minute < 60 ? wall : null;
}

/** « 13:30 »: an hour as databases and forms write it. */
export const timeName = ({ hour, minute }: Pick<WallTime, "hour" | "minute">): string => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;

/** How far a zone's clocks are from UTC at an instant, both in milliseconds. It holds for a quarter of an hour at least, and asking Intl is slow: pages show dozens of dates. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / MS_PER_QUARTER);
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offset = readOffset(quarter * MS_PER_QUARTER, zone);
    offsets.set(key, offset);
  }
  return offset;
}

function readOffset(instant: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    clocks.set(zone, clock);
  }
  const local: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of clock.formatToParts(instant)) {
    if (type in local) local[type as keyof WallTime] = Number(value);
  }
  return asUtc(local) - instant;
}
