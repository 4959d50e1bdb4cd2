import { now } from "~/kit/clock.server";
import { elide } from "~/kit/format";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { UNNAMED } from "~/features/thread/sql.server";
import { choicesOf } from "./choices.server";
import { fewerKey } from "./key.server";
import { fewerPath, heldUntil, KINDS, MAILED, type NotificationKind } from "./model";
import { linesOf, listWaiting, noteMailed, placeOf, type Waiting, type WaitingLine } from "./waiting.server";

/** Where it happened, since no mail says what a discussion is called. */
const WHERE: Record<NotificationKind, (count: number) => string> = {
  mention: () => " dans une discussion",
  answer: () => "",
  topic: () => "",
  "topic-discussed": () => "",
  announcement: () => "",
  thread: () => "",
  reply: (count) => `${count > 1 ? "," : ""} dans une discussion que vous suivez`,
  duty: () => "",
  swap: () => "",
  "swap-taken": () => "",
  "duty-answered": () => "",
  "duty-settled": () => "",
  relief: () => "",
  report: () => "",
  moderation: () => "",
  "proposal-answered": () => "",
  "proposal-adrift": () => "",
  "review-asked": () => "",
  "consent-asked": () => "",
  signing: () => "",
  "signing-reminder": () => "",
  survey: () => "",
  "survey-closing": () => "",
  "follow-up-due": () => "",
  "follow-up": () => "",
  minutes: () => "",
  "correction-answered": () => "",
};

const nameOf = ({ author }: Waiting): string => author?.name ?? UNNAMED;

/** The person and where they work, because half of why one reads is who asks. */
const introduce = ({ author }: Waiting): string => (author?.organisation ? `${author.name} (${author.organisation})` : (author?.name ?? UNNAMED));

export const sayLine = ({ kind, last, count }: WaitingLine, who = introduce(last)): string => KINDS[kind].sentence(who, count) + WHERE[kind](count);

/**
 * The letter of what happened in one thread (subject_ref: its number) or on another page
 * (subject_ref: its address), for the kinds that this person wants at once. Made when it is handed over: what was read meanwhile is not in it.
 */
export const toldLetter = (origin: string): LetterMaker => async (tx, { memberId }, subjectRef) => {
  const { rhythms, times } = await choicesOf(tx, memberId);
  const waiting = (await listWaiting(tx, memberId, subjectRef)).filter(({ kind }) => rhythms[KINDS[kind].choice] === "at-once");
  const lines = linesOf(waiting);
  const [lead] = lines;
  if (!lead) return null;
  const present = now();
  const held = heldUntil(present, await communityTimeZone(), times);
  if (held > present) return { heldUntil: held };
  const subject = KINDS[lead.kind].choice;
  return {
    subject: `${sayLine(lead, nameOf(lead.last))} – ${(await unscopedCommunity())?.name ?? "Le Fil"}`,
    paragraphs: lines.map((line) => `${sayLine(line)}.`),
    link: { label: "Lire dans Le Fil", href: origin + placeOf(lead) },
    why: `Vous recevez un courriel dès ${elide("que", MAILED[subject].why)}.`,
    fewer: origin + fewerPath(fewerKey(memberId, subject)),
    about: subjectRef.startsWith("/") ? subjectRef.slice(1).replaceAll("/", "-") : `discussion-${subjectRef}`,
    sent: noteMailed(waiting),
  };
};
