import pino, { type Logger } from "pino";

/** Structured lines on standard output; never a content, an address, a name or a token. */
export let log: Logger = pino({ level: "silent" });

export const openLog = (level: string): void => {
  log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
};

/** A path fit for a log: no query, and what may be a token is masked. */
export const loggablePath = (url: string): string =>
  (url.split("?", 1)[0] ?? "").slice(0, 200).replace(/[\w-]{20,}/g, "…");
