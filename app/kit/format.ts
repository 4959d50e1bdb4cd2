import { wallTimeAt, type WallTime } from "./wall-time";

/**
 * The only place where dates, numbers, plurals and lists are put into French
 * (fr-CA, typography of the Office québécois de la langue française). Dates
 * are formatted on the server only. The names of days and months are our own:
 * the tables of two Intl versions differ, and none writes « 1er mars ».
 */
const NBSP = "\u00a0";
const MINUTES_PER_HOUR = 60;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const DAYS_NAMED_BY_WEEKDAY = 6;

const MONTHS = [
  "janvier", "février", "mars", "avril", "mai", "juin",
  "juillet", "août", "septembre", "octobre", "novembre", "décembre",
] as const;
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"] as const;
// Written in lower case, they belong to a name without giving it an initial.
const PARTICLES = new Set([
  "de", "du", "des", "la", "le", "les", "et", "van", "von", "der", "den", "da", "di", "del", "della", "do", "dos", "y", "e", "el", "al", "bin", "ben",
]);

const numbers = new Map<number, Intl.NumberFormat>();

/** « lundi 1er mars 2027 ». `zone` is an IANA name; an unknown one throws RangeError. */
export function formatDate(at: Date, zone: string): string {
  const local = wallTimeAt(at, zone);
  return `${weekday(local)} ${dayAndMonth(local)} ${local.year}`;
}

/** « 1er mars 2027 ». */
export function formatShortDate(at: Date, zone: string): string {
  const local = wallTimeAt(at, zone);
  return `${dayAndMonth(local)} ${local.year}`;
}

/** « 13 h 30 », « 9 h », « 0 h 05 », with non-breaking spaces. */
export function formatTime(at: Date, zone: string): string {
  return hours(wallTimeAt(at, zone));
}

/** « 8 h 30 », from minutes since midnight. */
export function formatMinuteOfDay(minute: number): string {
  return hours({ hour: Math.floor(minute / MINUTES_PER_HOUR), minute: minute % MINUTES_PER_HOUR });
}

/** « dimanche » for 0. */
export const weekdayName = (day: number): string => WEEKDAYS[day] ?? "";

/** « lundi 1er mars 2027 à 13 h 30 ». */
export function formatDateTime(at: Date, zone: string): string {
  return `${formatDate(at, zone)} à ${formatTime(at, zone)}`;
}

/** « lundi 1er mars 2027 à 13 h 30 (America/Toronto, UTC−05:00) »: as a document to keep says it. */
export function formatInstant(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallTimeAt(at, zone);
  const ahead = Date.UTC(year, month - 1, day, hour, minute) / MS_PER_MINUTE - Math.floor(at.getTime() / MS_PER_MINUTE);
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / MINUTES_PER_HOUR), Math.abs(ahead) % MINUTES_PER_HOUR];
  return `${formatDateTime(at, zone)} (${zone}, UTC${ahead < 0 ? "−" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")})`;
}

/**
 * The short form for lists, by the calendar days of `zone`: « aujourd’hui à
 * 10 h 42 », « hier à 9 h », « mardi à 9 h 05 » (at most six days ago),
 * « demain à 9 h », « 3 mars », and « 3 mars 2025 » in another year.
 */
export function formatWhen(at: Date, now: Date, zone: string): string {
  const local = wallTimeAt(at, zone);
  const today = wallTimeAt(now, zone);
  const daysAgo = dayNumber(today) - dayNumber(local);
  if (daysAgo === 0) return `aujourd’hui à ${hours(local)}`;
  if (daysAgo === 1) return `hier à ${hours(local)}`;
  if (daysAgo === -1) return `demain à ${hours(local)}`;
  if (daysAgo > 0 && daysAgo <= DAYS_NAMED_BY_WEEKDAY) return `${weekday(local)} à ${hours(local)}`;
  return local.year === today.year ? dayAndMonth(local) : `${dayAndMonth(local)} ${local.year}`;
}

/** « 1 234,5 », with non-breaking spaces between the thousands. */
export function formatNumber(value: number, maximumDecimals = 2): string {
  // Nearly every number on a page, and as Intl would write it.
  if (Number.isInteger(value) && value > 0 && value < 1_000) return String(value);
  let format = numbers.get(maximumDecimals);
  if (!format) {
    format = new Intl.NumberFormat("fr-CA", { maximumFractionDigits: maximumDecimals });
    numbers.set(maximumDecimals, format);
  }
  return format.format(value).replaceAll("\u202f", NBSP);
}

/** « 0 message », « 1 message », « 12 messages »: in French the plural begins at two. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${Math.abs(count) < 2 ? one : many}`;
}

/** « a », « a et b », « a, b et c ». */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(", ")} et ${last}`;
}

/** « de Karine », « d’Audrey », « qu’une »: a word that loses its e before a vowel or the h of a first name. */
export function elide(word: "de" | "que", next: string): string {
  return /^[aeiouhàâäéèêëîïôöûü]/i.test(next) ? `${word.slice(0, -1)}’${next}` : `${word} ${next}`;
}

/** « 45 min », « 2 h », « 1 h 30 », from a whole number of minutes. */
export function formatDuration(minutes: number): string {
  if (minutes < MINUTES_PER_HOUR) return `${minutes}${NBSP}min`;
  return hours({ hour: Math.floor(minutes / MINUTES_PER_HOUR), minute: minutes % MINUTES_PER_HOUR });
}

/** « 512 octets », « 1,5 ko », « 20 Mo », from bytes; a kilo is a thousand. */
export function formatFileSize(bytes: number): string {
  const [unit, divisor]: [string, number] =
    bytes < 1000 ? [bytes < 2 ? "octet" : "octets", 1]
    : bytes < 999_500 ? ["ko", 1e3]
    : bytes < 999_500_000 ? ["Mo", 1e6]
    : ["Go", 1e9];
  const size = bytes / divisor;
  return `${formatNumber(size, size < 9.95 ? 1 : 0)}${NBSP}${unit}`;
}

/**
 * One or two capital letters for a person's tile: « Marie-Ève Roy » → « MR »,
 * « Anne d’Amours » → « AA », « Paul de la Durantaye » → « PD »,
 * « Marie-Ève » → « MÈ ». A name without a letter gives « ? ».
 */
export function initials(name: string): string {
  const words = name
    .normalize("NFC")
    .replace(/\([^)]*\)/gu, " ")
    .split(/[\s,.]+/u)
    .map((word) => word.replace(/^[ld]['’ʼ](?=\p{L})/u, ""))
    .filter((word) => /\p{L}/u.test(word));
  const names = words.filter((word, index) => index === 0 || !PARTICLES.has(word));
  const parts = names.length > 1 ? [names[0], names.at(-1)] : (names[0] ?? "").split(/[-‑]/u);
  const letters = parts.map((part) => /\p{L}\p{M}*/u.exec(part ?? "")?.[0] ?? "").filter(Boolean);
  return letters.slice(0, 2).join("").toLocaleUpperCase("fr-CA") || "?";
}

function dayNumber({ year, month, day }: WallTime): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

function weekday({ year, month, day }: WallTime): string {
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
}

function dayAndMonth({ month, day }: WallTime): string {
  return `${day === 1 ? "1er" : day} ${MONTHS[month - 1]}`;
}

function hours({ hour, minute }: Pick<WallTime, "hour" | "minute">): string {
  const start = `${hour}${NBSP}h`;
  return minute === 0 ? start : `${start}${NBSP}${String(minute).padStart(2, "0")}`;
}
