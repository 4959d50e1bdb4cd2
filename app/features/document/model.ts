/** What of a file is asked for, and where the list of documents goes on. */

export type Span = { from: number; to: number };

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.1): undefined for
 * the whole (no header, several ranges, or one that cannot be understood), null
 * when none of it exists.
 */
export function spanOf(header: string | null, size: number): Span | null | undefined {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [first, last] = [parts?.[1] ?? "", parts?.[2] ?? ""];
  if (!parts || (first === "" && last === "")) return undefined;
  if (first === "") return Number(last) === 0 ? null : { from: Math.max(0, size - Number(last)), to: size - 1 };
  if (last !== "" && Number(last) < Number(first)) return undefined;
  if (Number(first) >= size) return null;
  return { from: Number(first), to: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Whether one of the tags of an If-None-Match header is this one. */
export const isKnown = (header: string | null, etag: string): boolean =>
  header !== null && header.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);

/** A file's name in a Content-Disposition header (RFC 6266): a plain one for old readers, and the true one. */
export function dispositionOf(name: string, inline: boolean): string {
  const plain = name.normalize("NFD").replace(/[^\x20-\x7e]/g, "").replace(/["\\%;]/g, "-");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${inline ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** What a list of documents is narrowed to; null is everything. */
export type Filter = { topic: number | null; organisation: number | null; person: number | null };

const FIELDS = { topic: "sujet", organisation: "organisation", person: "personne" } as const;
export const PER_PAGE = 30;

const numberIn = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

/** Reads a filter off an address; what is no number narrows nothing. */
export const parseFilter = (search: URLSearchParams): Filter => ({
  topic: numberIn(search.get(FIELDS.topic)),
  organisation: numberIn(search.get(FIELDS.organisation)),
  person: numberIn(search.get(FIELDS.person)),
});

/** The address of a list of documents. */
export function documentsPath(filter: Filter, after?: string): string {
  const search = new URLSearchParams();
  for (const key of ["topic", "organisation", "person"] as const) if (filter[key] !== null) search.set(FIELDS[key], String(filter[key]));
  if (after) search.set("avant", after);
  return search.size > 0 ? `/documents?${search.toString()}` : "/documents";
}
