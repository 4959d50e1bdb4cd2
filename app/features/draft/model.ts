import { FIELDS, type SharedFile } from "~/features/file/model";

/** What the composer's form says besides title and text, by the names of its fields. */
export const BESIDES = ["question", "sans_nom", "choix", "plusieurs", "sujet1", "sujet2", "sujet3"] as const;
export type Besides = Record<string, string>;

/** A text under way: of a reply in one thread, or of a new discussion. */
export type DraftText = { title: string; body: string };

/** What the composer knows of the draft when the page is made; revision 0 says that there is none. */
export type KnownDraft = DraftText & { besides: Besides; files: readonly SharedFile[]; revision: number; savedAt: string | null };

export const NO_DRAFT: KnownDraft = { title: "", body: "", besides: {}, files: [], revision: 0, savedAt: null };

/** What the server answers to a save by script. `published` says that this very text has left already. */
export type SavedDraft = { revision: number; savedAt: string | null; published: boolean };

/** The other text, when a draft changed elsewhere. Revision 0: it was published or deleted there. */
export type OtherDraft = DraftText & { /** Its files, as JSON: each with its description. */ files: string; revision: number };

/** Days after which a draft is forgotten. */
export const KEPT_DAYS = 90;

/** The form as a draft keeps it, a line for each field. */
export type Typed = Record<string, string>;

const KEPT_FIELDS = ["titre", "texte", ...BESIDES, FIELDS.ids, FIELDS.described];

export const sameTyped = (a: Typed, b: Typed): boolean => KEPT_FIELDS.every((name) => (a[name] ?? "") === (b[name] ?? ""));

export const typedIn = (form: FormData): Typed => Object.fromEntries(KEPT_FIELDS.map((name) => [name, form.getAll(name).join("\n")]));

/** The same of what the page was made with. */
export const typedOf = ({ title, body, besides, files }: Omit<KnownDraft, "revision" | "savedAt">): Typed => ({
  ...besides,
  titre: title,
  texte: body,
  [FIELDS.ids]: files.map(({ id }) => id).join("\n"),
  [FIELDS.described]: files.map(({ description }) => description).join("\n"),
});

/** Where a draft is gone on with. */
export const placeOf = (threadId: number | null): string => (threadId === null ? "/discussions/nouvelle" : `/discussions/${threadId}#repondre`);
