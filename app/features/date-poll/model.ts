import { instantOf, instantsOf, minuteOfDay, onDay, parseWallTime } from "~/kit/wall-time";
import { readStart, type Start } from "~/features/meeting/model";

/** A date that is sought for a meeting: slots, what people say of them, and which comes first. Pure. */

export const MAX_NOTE = 600;
export const MAX_SLOTS = 40;
export const MAX_PEOPLE = 30;

/** As forms write it, and the database keeps it. */
export const CHOICES = ["oui", "besoin", "non"] as const;
export type SlotChoice = (typeof CHOICES)[number];

export const choiceNames: Record<SlotChoice, string> = { oui: "Oui", besoin: "Au besoin", non: "Non" };

export const pollPath = (id: number): string => `/moments/dates/${id}`;
export const pollsPath = (meetingId: number): string => `/comite/moments/${meetingId}/dates`;
export const deskPath = (meetingId: number, id: number): string => `${pollsPath(meetingId)}/${id}`;
export const guestPath = (token: string): string => `/dates/${token}`;

export type PollState = "preparing" | "open" | "ended" | "chosen" | "dropped";

export const pollStateNames: Record<PollState, string> = {
  preparing: "En préparation",
  open: "Ouverte aux réponses",
  ended: "Date à choisir",
  chosen: "Date choisie",
  dropped: "Fermée sans date",
};

/** Its instants as the database keeps them. */
export type PollInstants = { opened: boolean; closed: boolean; chosen: boolean; answerUntil: Date };

export function pollStateOf({ opened, closed, chosen, answerUntil }: PollInstants, now: Date): PollState {
  if (closed) return chosen ? "chosen" : "dropped";
  if (!opened) return "preparing";
  return answerUntil > now ? "open" : "ended";
}

/** The field of a slot in the form of answers. */
export const fieldOf = (slotId: number): string => `c${slotId}`;
export const isSlotField = (name: string): boolean => /^c\d+$/.test(name);

export type Slot = Start & { durationMinutes: number };
export type SlotTyped = { date: string; debut: string; fin: string; fuseau: string; laquelle?: string };

/** What cannot be taken, with the sentence that stands beside its field. */
export type Refused = { field: string; sentence: string };
export const isRefused = (read: Slot | Date | Start | Refused): read is Refused => "sentence" in read;

const MS_PER_MINUTE = 60_000;
const SHORTEST = 15;
const LONGEST = 720;
const LONGEST_ASKED = 200 * 1_440 * MS_PER_MINUTE;
const LAST_MINUTE = 23 * 60 + 59;

/** Until when a poll takes answers: to the end of a day. */
export function readUntil(day: string, zone: string, now: Date): Date | Refused {
  if (day === "") return { field: "limite", sentence: "Choisissez jusqu’à quel jour on peut répondre." };
  const wall = parseWallTime(day, "00:00");
  if (!wall) return { field: "limite", sentence: "Cette date n’existe pas dans le calendrier." };
  const end = instantOf(onDay(wall, 0, LAST_MINUTE), zone);
  if (end <= now) return { field: "limite", sentence: "Cette date limite est déjà passée." };
  if (end.getTime() - now.getTime() > LONGEST_ASKED) return { field: "limite", sentence: "Cette date limite est trop lointaine\u00a0: donnez six mois au plus." };
  return end;
}

/** A slot from what its form says. Its beginning is read as a sitting's is; its end is on the same day. */
export function readSlot({ date, debut, fin, fuseau, laquelle }: SlotTyped, now: Date): Slot | Refused {
  const start = readStart({ date, heure: debut, fuseau, ...(laquelle ? { laquelle } : {}) }, now);
  if (isRefused(start)) return { field: start.field === "heure" ? "debut" : start.field, sentence: start.sentence };
  const wall = parseWallTime(date, fin);
  if (!wall) return { field: "fin", sentence: fin === "" ? "Choisissez une heure de fin." : "Écrivez l’heure ainsi\u00a0: 15:30." };
  const from = parseWallTime(date, debut);
  if (!from || minuteOfDay(wall) <= minuteOfDay(from)) return { field: "fin", sentence: "La fin tombe avant le début. Choisissez une heure de fin plus tardive." };
  const ends = instantsOf(wall, fuseau).find((instant) => instant > start.startsAt) ?? instantOf(wall, fuseau);
  const durationMinutes = Math.round((ends.getTime() - start.startsAt.getTime()) / MS_PER_MINUTE);
  if (durationMinutes < SHORTEST || durationMinutes > LONGEST) return { field: "fin", sentence: "Une rencontre dure de 15 minutes à 12 heures." };
  return { ...start, durationMinutes };
}

export type Tally = Record<SlotChoice, number>;
export type Weighed = { id: number; startsAt: string; tally: Tally; /** Required people who cannot. */ refusedBy: readonly string[] };

/**
 * The slots, what suits best first: the fewest required people who cannot, then the most who can,
 * then the most who could at need, then the fewest who cannot, then the earliest.
 */
export function bestFirst<One extends Weighed>(slots: readonly One[]): One[] {
  return [...slots].sort(
    (a, b) =>
      a.refusedBy.length - b.refusedBy.length ||
      b.tally.oui - a.tally.oui ||
      b.tally.besoin - a.tally.besoin ||
      a.tally.non - b.tally.non ||
      a.startsAt.localeCompare(b.startsAt) ||
      a.id - b.id,
  );
}

/** Slots of one day together, in the order they came in. */
export function byDay<One extends { localStart: string }>(slots: readonly One[]): { day: string; slots: One[] }[] {
  const days = new Map<string, One[]>();
  for (const slot of slots) days.set(slot.localStart.slice(0, 10), [...(days.get(slot.localStart.slice(0, 10)) ?? []), slot]);
  return [...days].map(([day, own]) => ({ day, slots: own }));
}

/** What a form of answers said, by slot. A field that is none of these slots is for the caller to refuse. */
export function readAnswers(slotIds: readonly number[], typed: Readonly<Record<string, string | undefined>>): { slotId: number; choice: SlotChoice }[] {
  return slotIds.flatMap((slotId) => {
    const choice = CHOICES.find((one) => one === typed[fieldOf(slotId)]);
    return choice ? [{ slotId, choice }] : [];
  });
}

/** What is missing of a person's answers: all of it, some of it (a slot came later), or nothing. */
export function missingOf(slotIds: readonly number[], answered: ReadonlySet<number>): "all" | "some" | "none" {
  const open = slotIds.filter((id) => !answered.has(id)).length;
  return open === 0 ? "none" : open === slotIds.length && answered.size === 0 ? "all" : "some";
}

const WHATS = ["call", "reminder"] as const;
export type DateNews = (typeof WHATS)[number];

/** The subject_ref of a mail about a poll. */
export const dateMail = (pollId: number, what: DateNews): string => `${pollId}-${what}`;

export function readDateMail(subjectRef: string): { pollId: number; what: DateNews } | null {
  const [, id, what] = /^(\d{1,15})-([a-z]+)$/.exec(subjectRef) ?? [];
  const known = WHATS.find((one) => one === what);
  return id !== undefined && known ? { pollId: Number(id), what: known } : null;
}
