/** Why a person is removed; kept in the journal, never shown outside the committee. */
export const REMOVAL_REASONS = ["changed-work", "asked", "mistake", "charter", "other"] as const;

export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** The states of someone who joined at least once. */
export type PersonState = "invited" | "active" | "paused" | "left" | "removed";

/** How many organisations one person can belong to. */
export const MOST_ORGANISATIONS = 10;
