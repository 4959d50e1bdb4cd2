import type { Role } from "../model";

/** What those responsible do around a sitting: a list that the community makes its own. */

export const MAX_TASK = 160;
export const MAX_MESSAGE = 4_000;
export const MAX_HANDOVER = 2_000;
export const MAX_NOTE = 1_000;
export const EARLIEST = -180;
export const LATEST = 90;

export type Step = { days: number; role: Role; title: string; message: string };

/** « J-42 », « Jour J », « J+7 ». */
export const dayLabel = (days: number): string => (days === 0 ? "Jour J" : days < 0 ? `J-${-days}` : `J+${days}`);

/** Words of a message that stand for what is known of the sitting. */
export const BLANKS = ["moment", "date", "heures", "lieu", "pôle"] as const;
export type Blank = (typeof BLANKS)[number];

/** Fills a message with what is known; a blank that nothing fills stays, so that it is seen. */
export const fillMessage = (message: string, known: Partial<Record<Blank, string>>): string =>
  message.replace(/\{([a-zô]+)\}/g, (blank, name: string) => (known as Record<string, string | undefined>)[name] || blank);

export type TaskTime = "late" | "now" | "later" | "done";

/** When a task is due, against today: days as « 2027-03-02 », which sort as text. */
export const timeOf = ({ done, day }: { done: boolean; day: string }, today: string, soon: string): TaskTime => (done ? "done" : day < today ? "late" : day <= soon ? "now" : "later");

export const kitPath = (meetingId: number, sittingId: number): string => `/moments/${meetingId}/trousse/${sittingId}`;
export const TEMPLATE = "/comite/trousse";
