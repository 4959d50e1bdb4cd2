/** A code: six characters of Crockford's base32, 30 bits; it has no I, L, O or U. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 6;

/** Wrong tries that end a code; the database holds to it too. */
export const MOST_TRIES = 5;

/** Codes per person (trust.md 1.2); beyond them the answer is the same and no mail leaves. */
export const CODES_PER_HOUR = 5;
export const CODES_PER_DAY = 20;

/** A whole health centre leaves by one address: 300 people can sign in from there within the hour. */
export const REQUESTS_PER_NETWORK = 300;
/** Each of them may mistype, and each try costs a key derivation. */
export const TRIES_PER_NETWORK = 1_500;

/** A text kept while its author signs in again, in characters of JSON. */
export const MOST_KEPT = 60_000;

/**
 * What was typed, as the code would be written: case, spaces and hyphens do not
 * count, O is read as 0, I and L as 1. Null when it cannot be a code.
 */
export function normaliseCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\u00a0-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === CODE_LENGTH && [...code].every((sign) => CODE_ALPHABET.includes(sign)) ? code : null;
}

/** The fields of a form that was posted after its session had ended. */
export type TypedFields = readonly (readonly [name: string, value: string])[];

export type KeptWrite = { path: string; key: string; fields: TypedFields };

/** The texts among typed fields: what a person would be sorry to lose, not numbers and choices. */
export const textsIn = (fields: TypedFields): string[] =>
  fields.map(([, value]) => value).filter((value) => /\s/.test(value.trim()) || value.length > 40);
