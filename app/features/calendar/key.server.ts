import { sameText, sign } from "~/kit/secrets.server";

/**
 * The UID of a sitting in one person's calendar: stable, and theirs alone. The seal makes it
 * impossible to answer for somebody else by writing their address into a reply.
 */
export const calendarUid = (sittingUid: string, memberId: number, origin: string): string =>
  `${sittingUid}-${memberId}-${seal(`agenda:${sittingUid}:${memberId}`)}@${new URL(origin).hostname}`;

const seal = (text: string): string => sign(text).replace(/[^a-z0-9]/gi, "").slice(0, 20).toLowerCase();

/** The sitting and the person of such a UID, or null when it is none of ours. */
export function readCalendarUid(uid: string): { sittingUid: string; memberId: number } | null {
  const [, sittingUid, id, given] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\d{0,14})-([a-z0-9]{20})@/i.exec(uid) ?? [];
  if (sittingUid === undefined || id === undefined || given === undefined) return null;
  return sameText(given.toLowerCase(), seal(`agenda:${sittingUid}:${Number(id)}`)) ? { sittingUid, memberId: Number(id) } : null;
}

/** The address of a person's feed: it can be shown again, and ends with its nonce. */
export const feedKey = (memberId: number, nonce: string): string => `${memberId}-${sign(`agenda-abonne:${memberId}:${nonce}`)}`;

export function readFeedKey(key: string): { memberId: number; matches: (nonce: string) => boolean } | null {
  const [, id] = /^([1-9]\d{0,14})-[\w-]{43}$/.exec(key) ?? [];
  return id === undefined ? null : { memberId: Number(id), matches: (nonce) => sameText(key, feedKey(Number(id), nonce)) };
}
