/** What can be written in one way only: no fractions, no dates, nothing left undefined. */
export type Canonical = string | number | boolean | readonly Canonical[] | { readonly [key: string]: Canonical };

/**
 * JSON in the one form of RFC 8785: no space, the keys of each object by their UTF-16
 * units, texts escaped as ECMAScript does, numbers whole. Anybody who writes the same
 * values so gets the same bytes, and so the same digest.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new TypeError("Only whole numbers have one form here.");
    return String(value);
  }
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw new TypeError("Half a character has no form in UTF-8.");
    return JSON.stringify(value);
  }
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) throw new TypeError("This value has no form here.");
  const members = Object.entries(value as Record<string, Canonical>);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(",")}}`;
}
