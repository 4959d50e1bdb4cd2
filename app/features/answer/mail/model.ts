/**
 * Why a mail about a seat is written: a seat or a place in the list (seat), a seat that is
 * held (offer) or was (lapsed), one taken back because there are fewer (put-back), an answer
 * given by someone else (for-you), out of a sitting (out), another date, place or end of it (moved).
 */
const WHATS = ["seat", "offer", "lapsed", "put-back", "for-you", "out", "moved"] as const;
export type SeatNews = (typeof WHATS)[number];

/** The subject_ref of such a mail. */
export const seatMail = (sittingId: number, what: SeatNews): string => `${sittingId}-${what}`;

export function readSeatMail(subjectRef: string): { sittingId: number; what: SeatNews } | null {
  const [, id, what] = /^(\d{1,15})-([a-z-]+)$/.exec(subjectRef) ?? [];
  const known = WHATS.find((one) => one === what);
  return id !== undefined && known ? { sittingId: Number(id), what: known } : null;
}
