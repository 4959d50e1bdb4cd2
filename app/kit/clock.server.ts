/** Where the time comes from. Tests set their own. */
export type Clock = () => Date;

let current: Clock = () => new Date();

/** The present instant. */
export const now: Clock = () => current();

export const setClock = (clock: Clock): void => {
  current = clock;
};

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant, so many milliseconds after another. */
export const after = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);
