import { dayName, onDay, weekdayOf, type WallTime } from "~/kit/wall-time";

/**
 * Days on which one had better not meet: Québec's statutory holidays, which are
 * computed, and the closing days that the committee enters. Pure.
 */
export const CLOSINGS = "/comite/fermetures";
export const MAX_LABEL = 80;
export const MOST_DAYS = 366;

const MONDAY = 1;

const on = (year: number, month: number, day: number): WallTime => ({ year, month, day, hour: 0, minute: 0 });
const shifted = (day: WallTime, days: number): WallTime => onDay(day, days, 0);

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): string {
  return dayName(easter(year));
}

function easter(year: number): WallTime {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return on(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The last Monday before a day. */
const mondayBefore = (day: WallTime): WallTime => shifted(day, -((weekdayOf(day) + 6) % 7 || 7));

/** The nth Monday of a month. */
const nthMonday = (year: number, month: number, nth: number): WallTime => shifted(on(year, month, 1), ((MONDAY - weekdayOf(on(year, month, 1)) + 7) % 7) + 7 * (nth - 1));

/**
 * The holidays of a year, in order: Loi sur les normes du travail (RLRQ, c. N-1.1), article 60, and Loi sur la
 * fête nationale (RLRQ, c. F-1.1), article 2. Of Good Friday and Easter Monday the employer chooses one, so both
 * stand here; when 24 June is a Sunday, the 25th is a day off for those who do not work on Sundays.
 */
export function holidaysOf(year: number): { day: string; name: string }[] {
  const sunday = (day: WallTime) => weekdayOf(day) === 0;
  const [national, canada] = [on(year, 6, 24), on(year, 7, 1)];
  return [
    { at: on(year, 1, 1), name: "jour de l’An" },
    { at: shifted(easter(year), -2), name: "Vendredi saint (ou le lundi de Pâques, au choix de l’employeur)" },
    { at: shifted(easter(year), 1), name: "lundi de Pâques (ou le Vendredi saint, au choix de l’employeur)" },
    { at: mondayBefore(on(year, 5, 25)), name: "Journée nationale des patriotes" },
    { at: national, name: "fête nationale" },
    ...(sunday(national) ? [{ at: shifted(national, 1), name: "congé de la fête nationale" }] : []),
    { at: sunday(canada) ? shifted(canada, 1) : canada, name: "fête du Canada" },
    { at: nthMonday(year, 9, 1), name: "fête du Travail" },
    { at: nthMonday(year, 10, 2), name: "Action de grâces" },
    { at: on(year, 12, 25), name: "Noël" },
  ].map(({ at, name }) => ({ day: dayName(at), name }));
}

export type Closing = { label: string; firstDay: string; lastDay: string };

/** Why a day (« 2027-06-24 ») is off, in words, or nothing. */
export function whyOff(day: string, closings: readonly Closing[]): string[] {
  const holidays = holidaysOf(Number(day.slice(0, 4))).filter((holiday) => holiday.day === day).map(({ name }) => `Férié\u00a0: ${name}`);
  return [...holidays, ...closings.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay).map(({ label }) => `Fermeture\u00a0: ${label}`)];
}
