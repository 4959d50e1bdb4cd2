import pino, { type Logger } from "pino";

/** Structured lines on standard output; never a content, an address, a name or a token. */
export let log: Logger = pino({ level: "silent" });

export const openLog = (level: string): void => {
  log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
};

/**
 * A path fit for a log: no query, and of its segments only those that routes are
 * made of, and numbers. The rest is masked: tokens, and whatever people put there.
 */
export const loggablePath = (url: string, words: ReadonlySet<string>): string =>
  (url.split("?", 1)[0] ?? "")
    .slice(0, 200)
    .split("/")
    .map((segment) => (words.has(segment.replace(/\.data$/, "")) || /^\d{0,15}$/.test(segment) ? segment : "…"))
    .join("/");
