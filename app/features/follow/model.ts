/** What a person can ask of a thread, of a topic, or of everything. */
export const FOLLOW_LEVELS = ["following", "muted"] as const;
export type FollowLevel = (typeof FOLLOW_LEVELS)[number];

/** The same where « as usual » is a choice too. */
export const FOLLOW_CHOICES = ["following", "usual", "muted"] as const;
export type FollowChoice = (typeof FOLLOW_CHOICES)[number];

export const followPath = (threadId: number): string => `/discussions/${threadId}/suivi`;
