/** A text under way: of a reply in one thread, or of a new discussion. */
export type DraftText = { title: string; body: string };

/** What the composer knows of the draft when the page is made; revision 0 says that there is none. */
export type KnownDraft = DraftText & { revision: number; savedAt: string | null };

export const NO_DRAFT: KnownDraft = { title: "", body: "", revision: 0, savedAt: null };

/** What the server answers to a save by script. `published` says that this very text has left already. */
export type SavedDraft = { revision: number; savedAt: string | null; published: boolean };

/** The other text, when a draft changed elsewhere. Revision 0: it was published or deleted there. */
export type OtherDraft = DraftText & { revision: number };

/** Days after which a draft is forgotten. */
export const KEPT_DAYS = 90;

export const isEmpty = ({ title, body }: DraftText): boolean => title.trim() === "" && body.trim() === "";

/** Where a draft is gone on with. */
export const placeOf = (threadId: number | null): string => (threadId === null ? "/discussions/nouvelle" : `/discussions/${threadId}#repondre`);
