/** A piece of a comparison of two wordings. */
export type Piece = { is: "same" | "added" | "removed"; text: string };

/** One wording that was replaced, against the one that came after it. */
export type PastWording = { version: number; writtenAt: string; pieces: Piece[]; /** The names of the files that it had; null when they stayed as they were and there were none. */ files: readonly string[] | null };
