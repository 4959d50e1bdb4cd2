/** What files are: the kinds that may be shared, their limits, names and addresses. */

type Kind = {
  /** As people call it. */
  word: string;
  /** The first one is written; the others are read too. */
  extensions: readonly [string, ...string[]];
  picture: boolean;
};

export const KINDS = {
  pdf: { word: "PDF", extensions: ["pdf"], picture: false },
  docx: { word: "Word", extensions: ["docx"], picture: false },
  xlsx: { word: "Excel", extensions: ["xlsx"], picture: false },
  pptx: { word: "PowerPoint", extensions: ["pptx"], picture: false },
  odt: { word: "OpenDocument", extensions: ["odt"], picture: false },
  png: { word: "image PNG", extensions: ["png"], picture: true },
  jpeg: { word: "photo JPEG", extensions: ["jpg", "jpeg"], picture: true },
  webp: { word: "image WebP", extensions: ["webp"], picture: true },
} as const satisfies Record<string, Kind>;
export type FileKind = keyof typeof KINDS;

/** For the box of a form: what may be chosen. */
export const ACCEPT = Object.values(KINDS).flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(",");
export const FORMATS = "PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), OpenDocument (odt), PNG, JPEG ou WebP";

/** Bytes. */
export const MAX_FILE = 10_000_000;
export const MAX_PER_MEMBER = 200_000_000;
export const MAX_PER_MESSAGE = 10;
export const MAX_DESCRIPTION = 300;
/** Pictures with more pixels are not opened. */
export const MAX_PIXELS = 60_000_000;
const MAX_NAME = 120;

/** A file as its message shows it, and as the database's JSON gives it. */
export type SharedFile = { id: number; name: string; kind: FileKind; size: number; width: number | null; height: number | null; description: string };

export const isPicture = ({ kind }: { kind: FileKind }): boolean => KINDS[kind].picture;

export const filePath = ({ id, name }: { id: number; name: string }): string => `/fichiers/${id}/${encodeURIComponent(name)}`;
export const thumbnailPath = (id: number): string => `/fichiers/${id}/vignette`;

/** The longest side of a thumbnail, in pixels. */
export const THUMBNAIL = 480;

/** The dimensions of a picture's thumbnail. */
export function thumbnailOf({ width, height }: { width: number | null; height: number | null }): { width: number; height: number } {
  const [w, h] = [width ?? THUMBNAIL, height ?? THUMBNAIL];
  const scale = Math.min(1, THUMBNAIL / Math.max(w, h));
  return { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) };
}

/** The kind that a name claims by its extension. */
export function claimedKind(name: string): FileKind | null {
  const extension = /\.([a-z]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const found = Object.entries(KINDS).find(([, { extensions }]) => (extensions as readonly string[]).includes(extension));
  return (found?.[0] as FileKind | undefined) ?? null;
}

// Control characters, and those that turn the direction of reading or have no width: « gpj.exe » must not read « exe.jpg ».
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
// What means something in a path, a shell or on another system.
const UNWISE = /[<>:"|?*/\\]/g;

/**
 * A name as it is kept and sent: one line without a path, without tricks, with the
 * extension of what the file is.
 */
export function cleanName(sent: string, kind: FileKind): string {
  const last = sent.normalize("NFC").replace(UNSEEN, "").split(/[/\\]/).at(-1) ?? "";
  const base = last.replace(/\.[a-z]+\s*$/i, "").replace(UNWISE, "-").replace(/\s+/g, " ").replace(/^[\s.-]+|[\s.]+$/g, "");
  return `${[...base].slice(0, MAX_NAME - 6).join("") || "fichier"}.${KINDS[kind].extensions[0]}`;
}

/**
 * What a composer's form says of files: the numbers of those that are there
 * already, each with its description in the same place; which of them to leave
 * out; and, where files come along in the form itself, their descriptions in one
 * box, a line each.
 */
export const FIELDS = { ids: "fichier", described: "description", leftOut: "retirer", sent: "fichiers", lines: "descriptions", consent: "consentement" } as const;

/** A file that a message takes, in the order of the list. */
export type Attachment = { id: number; description: string };

/** Under this name a refused form gives back, as JSON, the files that are kept for it. */
export const KEPT_FILES = "joints";

/** The files that a refused form gave back. */
export function keptFilesOf(values: Record<string, string> | undefined): SharedFile[] {
  try {
    const kept: unknown = JSON.parse(values?.[KEPT_FILES] ?? "[]");
    return Array.isArray(kept) ? (kept as SharedFile[]) : [];
  } catch {
    return [];
  }
}
