/** What is to be done after a meeting: « suites », each with a person and a date. */

export const MAX_FOLLOW_UP = 200;
/** The person is reminded this many days before, once. */
export const REMINDED_DAYS_BEFORE = 2;

export const followUpsPath = (meetingId: number): string => `/moments/${meetingId}/suites`;
export const followUpPath = (meetingId: number, id: number): string => `${followUpsPath(meetingId)}/${id}`;

/** « 2027-03-02 », so many days later. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const isDay = (typed: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(`${typed}T12:00:00Z`)) && new Date(`${typed}T12:00:00Z`).toISOString().startsWith(typed);

/** An instant in the middle of a day, to be written as a date anywhere. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
