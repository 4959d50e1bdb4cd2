/** What a conversation of the demo is made of, and how its files are written. */

export type DemoMessage = {
  /** Key of a person of the cast. */
  by: string;
  /** Minutes since the previous message; for the first, since midnight of the day it started. */
  afterMinutes: number;
  /** Markdown. */
  text: string;
};

export type DemoConversation = {
  key: string;
  /** null: the first line of the first message serves. */
  title: string | null;
  question?: true;
  /** 0 to 330. */
  startedDaysAgo: number;
  messages: DemoMessage[];
};

/** One message as the files write it: who, days since the start, time of day « 9:05 », text. */
export type Line = readonly [by: string, day: number, time: `${number}:${number}`, text: string];

const NBSP = "\u00a0";

/**
 * Sets what an ordinary keyboard leaves out of French as written in Québec:
 * curved apostrophes, ellipses, and no-break spaces inside « », before : and %,
 * and around the h of an hour (Office québécois de la langue française).
 */
export function typographic(text: string): string {
  return text
    .replaceAll("'", "’")
    .replaceAll("...", "…")
    .replace(/«\s*/gu, `«${NBSP}`)
    .replace(/\s*»/gu, `${NBSP}»`)
    .replace(/ ([:%$])/gu, `${NBSP}$1`)
    .replace(/(\d) h\b/gu, `$1${NBSP}h`)
    .replace(/\bh (\d\d)\b/gu, `h${NBSP}$1`);
}

/** Turns the lines of a file, which read like a diary, into a conversation. */
export function conversation(
  about: { key: string; title: string | null; question?: true; startedDaysAgo: number },
  lines: readonly Line[],
): DemoConversation {
  let previous = 0;
  const messages = lines.map(([by, day, time, text]) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const at = day * 24 * 60 + hours * 60 + minutes;
    const afterMinutes = at - previous;
    previous = at;
    return { by, afterMinutes, text: typographic(text.trim()) };
  });
  return { ...about, title: about.title === null ? null : typographic(about.title), messages };
}
