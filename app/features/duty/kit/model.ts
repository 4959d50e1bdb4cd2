import type { Role } from "../model";

/** What those responsible do around a sitting: a list that the community makes its own. */

export const MAX_TASK = 160;
export const MAX_MESSAGE = 4_000;
export const MAX_HANDOVER = 2_000;
export const MAX_NOTE = 1_000;
export const EARLIEST = -180;
export const LATEST = 90;

/** What is to be done, and when: days from the sitting, before (-42) or after (7). */
export type Step = { days: number; role: Role; title: string; message: string };

/** « J-42 », « Jour J », « J+7 ». */
export const dayLabel = (days: number): string => (days === 0 ? "Jour J" : days < 0 ? `J-${-days}` : `J+${days}`);

/** Words of a message that stand for what is known of the sitting, each with what it becomes. */
export const BLANKS = {
  moment: "le titre du Moment d’échange",
  date: "«\u00a0mardi 2 mars 2027\u00a0»",
  heures: "«\u00a013\u00a0h\u00a030 à 15\u00a0h\u00a030\u00a0»",
  lieu: "l’endroit",
  limite: "le dernier jour pour répondre",
  page: "l’adresse de la page, où l’on répond",
} as const;
export type Blank = keyof typeof BLANKS;

/** Fills a message with what is known; a blank that nothing fills stays, so that it is seen. */
export const fillMessage = (message: string, known: Partial<Record<Blank, string>>): string =>
  message.replace(/\{([a-z]+)\}/g, (blank, name: string) => (Object.hasOwn(known, name) ? (known as Record<string, string | undefined>)[name] : undefined) || blank);

export type TaskTime = "late" | "soon" | "later" | "done";

/** When a task is due, against today and the last day of what is near: days as « 2027-03-02 », which sort as text. */
export const timeOf = ({ done, day }: { done: boolean; day: string }, today: string, near: string): TaskTime => (done ? "done" : day < today ? "late" : day <= near ? "soon" : "later");

export const kitPath = (meetingId: number, sittingId: number): string => `/moments/${meetingId}/trousse/${sittingId}`;

/** The community's list, and where the committee changes it. */
export const TEMPLATE = "/moments/trousse";
export const TEMPLATE_DESK = "/comite/trousse";
export const stepPath = (id: number): string => `${TEMPLATE_DESK}/${id}`;
