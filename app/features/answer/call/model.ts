/**
 * Reminders of a meeting: to those who were invited and have not answered, to those who said
 * perhaps, and on the eve to those who come and those who are responsible. Never to a no.
 */
export const REMINDERS = ["unanswered", "undecided", "eve"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** How long before its deadline (or beginning) each is due. */
export const DUE_BEFORE_HOURS: Record<Reminder, number> = { unanswered: 72, undecided: 72, eve: 28 };

/** The subject_ref of a reminder: whatever is true when the mail is made, it is about this meeting. */
export const reminderMail = (meetingId: number, what: Reminder, sittingId: number | null): string => `${meetingId}-${what}-${sittingId ?? 0}`;

export function readReminderMail(subjectRef: string): { meetingId: number; what: Reminder; sittingId: number | null } | null {
  const [, meetingId, what, sittingId] = /^(\d{1,15})-([a-z]+)-(\d{1,15})$/.exec(subjectRef) ?? [];
  const known = REMINDERS.find((one) => one === what);
  return known ? { meetingId: Number(meetingId), what: known, sittingId: Number(sittingId) || null } : null;
}
