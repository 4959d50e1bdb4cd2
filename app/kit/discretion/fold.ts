const PLAIN: Record<string, string> = { œ: "o", æ: "a", "’": "'", "ʼ": "'", "‘": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " " };

const foldOne = (char: string): string => PLAIN[char] ?? char.normalize("NFD").charAt(0).toLowerCase();

/** A text without accents and capitals, character for character, so that what is found in it is found at the same place. */
export const foldInPlace = (text: string): string => text.replace(/[^\n -~]|[A-Z]/g, foldOne);

// An address of the web holds numbers of its own, and whoever was called by name is a member.
const NOT_SPEECH = /https?:\/\/[^\s<>()]{1,2000}|@\[[^\]\n]{1,250}\]\([a-z]{1,20}:\d{1,15}\)/g;

/** The same text with spaces where nobody speaks. */
export const speechOf = (text: string): string => text.replace(NOT_SPEECH, (all) => " ".repeat(all.length));
