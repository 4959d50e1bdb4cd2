import { sameText, sign } from "~/kit/secrets.server";
import { MAILED_KINDS, type MailedKind } from "./model";

/** What the mail was that somebody wants fewer of: one kind at once, or the summary. */
export type MailSubject = MailedKind | "summary";

/** Choices that became part of another: the links of mails that were sent before go on working. */
const BECAME: Readonly<Record<string, MailedKind>> = { signing: "charter" };

const seal = (memberId: number, subject: string): string => sign(`fewer:${memberId}:${subject}`);

/**
 * The key in a mail's last link: this person, this kind of mail, fewer of them and nothing
 * else. It is sealed rather than kept, so that the links of old mails go on working.
 */
export const fewerKey = (memberId: number, subject: MailSubject): string => `${memberId}.${subject}.${seal(memberId, subject)}`;

export function readFewerKey(key: string): { memberId: number; subject: MailSubject } | null {
  const [, id, subject, given] = /^([1-9]\d{0,14})\.([a-z]{3,20})\.([\w-]{43})$/.exec(key) ?? [];
  if (id === undefined || subject === undefined || given === undefined) return null;
  const known = (BECAME[subject] ?? subject) as MailSubject;
  if (known !== "summary" && !MAILED_KINDS.includes(known)) return null;
  return sameText(given, seal(Number(id), subject)) ? { memberId: Number(id), subject: known } : null;
}
