import { FOLLOW_UP } from "../model";

/** Once a year everybody says again that they hold to the charter: from a day, until another. */
export const CAMPAIGN = `${FOLLOW_UP}/campagne`;

export type Phase = "planned" | "open" | "over";

export const PHASE_NAMES: Record<Phase, string> = { planned: "Planifiée", open: "Ouverte", over: "Terminée" };

export const phaseOf = ({ openedAt, closesAt }: { openedAt: string | null; closesAt: string }, at: Date): Phase =>
  openedAt === null ? "planned" : new Date(closesAt) > at ? "open" : "over";
