import { FOLLOW_UP } from "../model";

/** What was signed, or taken back, on paper: recorded by one person of the committee with the scan, confirmed by another. */
export const PAPER = `${FOLLOW_UP}/papier`;

export type PaperAct = "signature" | "withdrawal";

export const ACT_NAMES: Record<PaperAct, string> = { signature: "Signature", withdrawal: "Retrait" };

/** Whom it is of, as the form says it: « membre-12 », « organisation-3 ». */
export type Whose = { memberId: number; organisationId: null } | { memberId: null; organisationId: number };

export function readWhose(text: string): Whose | null {
  const [, kind, id] = /^(membre|organisation)-([1-9]\d{0,14})$/.exec(text) ?? [];
  if (id === undefined) return null;
  return kind === "membre" ? { memberId: Number(id), organisationId: null } : { memberId: null, organisationId: Number(id) };
}
