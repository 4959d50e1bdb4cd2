import { sameText, sign } from "~/kit/secrets.server";
import { MAILED_KINDS, type MailedKind } from "./model";

/** What the mail was that somebody wants fewer of: one kind at once, or the summary. */
export type MailSubject = MailedKind | "summary";

const seal = (memberId: number, subject: MailSubject): string => sign(`fewer:${memberId}:${subject}`);

/**
 * The key in a mail's last link: this person, this kind of mail, fewer of them and nothing
 * else. It is sealed rather than kept, so that the links of old mails go on working.
 */
export const fewerKey = (memberId: number, subject: MailSubject): string => `${memberId}.${subject}.${seal(memberId, subject)}`;

export function readFewerKey(key: string): { memberId: number; subject: MailSubject } | null {
  const [, id, subject, given] = /^([1-9]\d{0,14})\.([a-z]{3,20})\.([\w-]{43})$/.exec(key) ?? [];
  if (id === undefined || given === undefined || !(subject === "summary" || MAILED_KINDS.includes(subject as MailedKind))) return null;
  const known = subject as MailSubject;
  return sameText(given, seal(Number(id), known)) ? { memberId: Number(id), subject: known } : null;
}
