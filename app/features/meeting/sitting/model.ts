import { formatDate, formatTime } from "~/kit/format";
import { dayName, instantOf, instantsOf, onDay, parseWallTime, timeName, type WallTime } from "~/kit/wall-time";

/** One holding of a meeting: when, where, how many. */

export const DEFAULT_DURATION = 120;
export const DURATIONS = [30, 45, 60, 75, 90, 105, 120, 135, 150, 180, 210, 240, 300, 360, 420, 480] as const;
export const MAX_SEATS = 1_000;
export const MAX_REASON = 500;

const MS_PER_MINUTE = 60_000;
const LAST_MINUTE = 23 * 60 + 59;

export type SittingState = "planned" | "held" | "postponed" | "cancelled";

export const sittingStateOf = (row: { held: boolean; postponed: boolean; cancelled: boolean }): SittingState =>
  row.cancelled ? "cancelled" : row.postponed ? "postponed" : row.held ? "held" : "planned";

export type Start = { localStart: string; zone: string; startsAt: Date };
type Refused = { field: "date" | "heure" | "laquelle" | "limite"; sentence: string };

/** « 2027-03-02 13:30:00 »: a local time as the database writes it. */
export const localName = (wall: WallTime): string => `${dayName(wall)} ${timeName(wall)}:00`;

/**
 * When a sitting begins, from what its form says: a day, an hour, a zone, and for an
 * hour that comes twice, which of the two. Whatever cannot be is explained.
 */
export function readStart(typed: { date: string; heure: string; fuseau: string; laquelle?: string }, now: Date): Start | Refused {
  const { date, heure, fuseau: zone, laquelle } = typed;
  if (date === "") return { field: "date", sentence: "Choisissez une date." };
  if (heure === "") return { field: "heure", sentence: "Choisissez une heure." };
  if (!parseWallTime(date, "12:00")) return { field: "date", sentence: /^\d{4}-\d{2}-\d{2}$/.test(date) ? "Cette date n’existe pas dans le calendrier." : "Écrivez la date ainsi\u00a0: 2027-03-02." };
  const wall = parseWallTime(date, heure);
  if (!wall) return { field: "heure", sentence: "Écrivez l’heure ainsi\u00a0: 13:30." };
  const [first, second] = instantsOf(wall, zone);
  if (!first) {
    const after = instantOf(wall, zone);
    return { field: "heure", sentence: `Cette heure n’existe pas\u00a0: dans la nuit du ${formatDate(after, zone)}, les horloges avancent et la sautent. ${formatTime(after, zone)} existe.` };
  }
  if (second && laquelle !== "1" && laquelle !== "2") {
    return { field: "laquelle", sentence: "Cette heure vient deux fois ce jour-là, parce que les horloges reculent. Dites laquelle." };
  }
  const startsAt = second && laquelle === "2" ? second : first;
  if (startsAt <= now) return { field: "date", sentence: "Ce moment est passé. Choisissez une date à venir." };
  return { localStart: localName(wall), zone, startsAt };
}

/** Until when one may answer: to the end of a day, or to the beginning of the sitting on its own day. */
export function readDeadline(date: string, start: Start, now: Date): Date | null | Refused {
  if (date === "") return null;
  const day = parseWallTime(date, "00:00");
  if (!day) return { field: "limite", sentence: "Cette date n’existe pas dans le calendrier." };
  if (date > start.localStart.slice(0, 10)) return { field: "limite", sentence: "Cette date limite tombe après la rencontre. Choisissez le même jour ou plus tôt." };
  const end = instantOf(onDay(day, 0, LAST_MINUTE), start.zone);
  const deadline = end < start.startsAt ? end : start.startsAt;
  return deadline <= now ? { field: "limite", sentence: "Cette date limite est déjà passée." } : deadline;
}

export const isRefused = (read: unknown): read is Refused => typeof read === "object" && read !== null && "sentence" in read;

export const endOf = (startsAt: Date, minutes: number): Date => new Date(startsAt.getTime() + minutes * MS_PER_MINUTE);

/** « Centre communautaire, et en visioconférence » */
export const whereOf = ({ place, byLink }: { place: string; byLink: boolean }): string =>
  [place, byLink ? (place ? "et en visioconférence" : "En visioconférence") : ""].filter(Boolean).join(", ") || "Lieu à préciser";
