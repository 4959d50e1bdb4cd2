/** What one answers to a meeting, and what becomes of it. */

export type AnswerState = "coming" | "offered" | "waiting" | "maybe" | "no";

/** As forms and addresses write it. */
export const CHOICES = ["oui", "peut-etre", "non"] as const;
export type Choice = (typeof CHOICES)[number];

export const choiceNames: Record<Choice, string> = { oui: "Je participe", "peut-etre": "Peut-être", non: "Je ne peux pas" };

/** Why somebody cannot come, if they care to say. */
export const REFUSALS = ["schedule", "replacement", "distance", "other"] as const;
export type Refusal = (typeof REFUSALS)[number];
export const refusalNames: Record<Refusal, string> = { schedule: "L’horaire", replacement: "Personne pour me remplacer", distance: "Le trajet", other: "Autre chose" };
export const refusalOptions = [{ value: "", label: "Je préfère ne pas le dire" }, ...REFUSALS.map((value) => ({ value: value as string, label: refusalNames[value] }))];

/** « l’horaire (3), le trajet (1) » */
export const refusalWords = (counts: readonly { refusal: Refusal; count: number }[]): string => counts.map(({ refusal, count }) => `${refusalNames[refusal].toLocaleLowerCase("fr-CA").replace("me remplacer", "les remplacer")} (${count})`).join(", ");

/** What was chosen, whatever came of it. */
export const choiceOf = (state: AnswerState): Choice => (state === "no" ? "non" : state === "maybe" ? "peut-etre" : "oui");

export const MAX_QUESTIONS = 5;
export const MAX_QUESTION = 160;
export const MAX_REPLY = 200;

const HOUR = 3_600_000;
const LONGEST_HOLD = 24 * HOUR;

/**
 * Until when a freed seat is held for whoever is next: a day, and a quarter of the time
 * that is left once that is shorter, so that the list still moves on the last day.
 */
export const heldUntil = (now: Date, startsAt: Date): Date => new Date(now.getTime() + Math.max(0, Math.min(LONGEST_HOLD, Math.floor((startsAt.getTime() - now.getTime()) / 4))));

/** How many seats are left; null where there is no limit. */
export const seatsLeft = (capacity: number | null, taken: number): number | null => (capacity === null ? null : Math.max(0, capacity - taken));

type Openness = { planned: boolean; startsAt: Date; deadline: Date | null };

/** Whether a new answer is taken: it is planned, has not begun, and its deadline has not passed. */
export const takesAnswers = ({ planned, startsAt, deadline }: Openness, now: Date): boolean => planned && startsAt > now && (deadline === null || deadline > now);

/** Whether someone who answered before may still change it: to leave, or to take a seat that is held. */
export const takesChanges = ({ planned, startsAt }: Pick<Openness, "planned" | "startsAt">, now: Date): boolean => planned && startsAt > now;

export const answerPath = (token: string, choice: Choice): string => `/reponse/${token}?choix=${choice}`;
