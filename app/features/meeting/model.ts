import { folded } from "~/features/mention/model";
import { readStart, whereOf, type SittingState } from "./sitting/model";

export { readStart, whereOf };
export type { Start } from "./sitting/model";
export { MAX_SEATS } from "./sitting/model";

/** What a « Moment d’échange » is made of, and the addresses that lead to it. */

export const MAX_TITLE = 160;
export const MAX_OBJECTIVES = 4_000;
export const MAX_QUESTION = 2_000;
export const MAX_POINTS = 40;

/** Past meetings on one page of the list. */
export const PER_PAGE = 12;

export type MeetingState = "draft" | "open" | "held" | "postponed" | "cancelled";

export const meetingStateNames: Record<MeetingState, string> = {
  draft: "Ébauche",
  open: "Prévu",
  held: "Tenu",
  postponed: "Reporté",
  cancelled: "Annulé",
};

/** A meeting is what its sittings are: no second truth can disagree with them. */
export function meetingStateOf(opened: boolean, sittings: readonly SittingState[]): MeetingState {
  const live = sittings.filter((state) => state !== "cancelled");
  if (sittings.length > 0 && live.length === 0) return "cancelled";
  if (!opened) return "draft";
  if (live.length > 0 && live.every((state) => state === "held")) return "held";
  if (live.length > 0 && live.every((state) => state === "postponed")) return "postponed";
  return "open";
}

export type AgendaItem = { title: string; minutes: number | null };

/**
 * Reads an agenda as people write one: a point per line, with its minutes before it
 * (« 15 min Accueil », « 15 : Accueil ») or after it in brackets; minutes may be left out.
 */
export function parseAgenda(text: string): AgendaItem[] {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").replace(/^[-•*] /, "").trim())
    .filter(Boolean)
    .map((line) => {
      const before = /^(\d{1,3}) ?(?:min(?:utes?)?\b\.?(?: ?[:–-])?|[:–-]) ?(.+)$/.exec(line);
      if (before) return { title: before[2] ?? "", minutes: Number(before[1]) };
      const behind = /^(.+?) ?\((\d{1,3}) ?min(?:utes?)?\.?\)$/.exec(line);
      return behind ? { title: behind[1] ?? "", minutes: Number(behind[2]) } : { title: line, minutes: null };
    });
}

/** The same, written back: what was read comes out as it would be read again. */
export const agendaText = (items: readonly AgendaItem[]): string =>
  items.map(({ title, minutes }) => (minutes === null ? title : `${minutes} min ${title}`)).join("\n");

/** « Sommeil, langage » as names, each once whatever its capitals and accents. */
export function parseTopics(text: string): string[] {
  const names = new Map<string, string>();
  for (const part of text.split(/[,;]/)) {
    const name = part.replace(/\s+/g, " ").trim();
    if (name && !names.has(folded(name))) names.set(folded(name), name);
  }
  return [...names.values()];
}

export const meetingPath = (id: number): string => `/moments/${id}`;
export const planPath = (id: number): string => `/comite/moments/${id}`;

/** The season that a day belongs to, by its first year: from August to July, as schools and daycares count. */
export const seasonOf = ({ year, month }: { year: number; month: number }): number => (month >= 8 ? year : year - 1);

/** Reads a month off an address (« 2027-03 »), or null. */
export function parseMonth(text: string | undefined): { year: number; month: number } | null {
  const parts = /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(text ?? "");
  return parts ? { year: Number(parts[1]), month: Number(parts[2]) } : null;
}

export const monthName = ({ year, month }: { year: number; month: number }): string => `${year}-${String(month).padStart(2, "0")}`;
export const monthPath = (of: { year: number; month: number }): string => `/moments/mois/${monthName(of)}`;

/** So many months later or before. */
export function monthsAway({ year, month }: { year: number; month: number }, months: number): { year: number; month: number } {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** The weeks of a month, Sunday first as calendars here do; null for the days of its neighbours. */
export function weeksOf({ year, month }: { year: number; month: number }): (number | null)[][] {
  const before = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, index) => {
    const day = index - before + 1;
    return day >= 1 && day <= days ? day : null;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
