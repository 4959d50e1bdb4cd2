import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { ParsedMail } from "mailparser";
import { db } from "#db/client.server";
import { meetings, sittings } from "#db/schema/meeting";
import { members } from "#db/schema/member";
import { DomainError, sentenceOf } from "~/kit/errors";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { readCalendarUid } from "~/features/calendar/key.server";
import { parseReply, type Reply } from "~/features/calendar/model";
import type { Choice } from "./model";
import { giveAnswerByMail } from "./mutations.server";

/** What became of a mail that came in, in a sentence for whoever looks after the mails. */
export type Inbound = { taken: boolean; sentence: string };

const CHOICE: Record<Reply["partstat"], Choice> = { ACCEPTED: "oui", TENTATIVE: "peut-etre", DECLINED: "non" };
/** Larger than any reply of a calendar. */
const MOST_BYTES = 2_000_000;

const refused = (sentence: string): Inbound => ({ taken: false, sentence });

/**
 * Takes « Accepter » or « Refuser », pressed in a calendar, as the answer of whoever was
 * invited: the sealed UID names them, and the reply must name them and come from them.
 * Anything else is refused with a sentence, and nothing is written.
 */
export async function takeMail(raw: Buffer): Promise<Inbound> {
  if (raw.length > MOST_BYTES) return refused("Ce courriel est trop lourd pour être une réponse de calendrier.");
  // Heavy, and only the program that takes mail in needs it.
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(raw, { skipImageLinks: true, skipHtmlToText: true, skipTextToHtml: true });
  const replies = calendarTexts(mail).map(parseReply).filter((reply) => reply !== null);
  const [reply] = replies;
  if (!reply || new Set(replies.map(({ uid, partstat }) => `${uid} ${partstat}`)).size !== 1) return refused("Ce courriel ne contient pas de réponse de calendrier (iTIP REPLY). Rien n’a changé.");
  const invited = readCalendarUid(reply.uid);
  const found = invited && (await findInvited(invited));
  if (!found) return refused("Cette réponse est pour une rencontre que Le Fil ne connaît pas. Rien n’a changé.");
  const senders = mail.from?.value.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])) ?? [];
  if (reply.attendee !== found.email || senders.length !== 1 || senders[0] !== found.email) {
    return refused("Cette réponse vient d’une autre adresse que celle de la personne invitée. Rien n’a changé.");
  }
  return answer(found, CHOICE[reply.partstat]);
}

/** The calendars in a mail, as a part or as a file; they are often there twice. */
const calendarTexts = ({ attachments }: ParsedMail): string[] =>
  attachments.filter(({ contentType, filename }) => /^(text\/calendar|application\/ics)$/i.test(contentType) || /\.ics$/i.test(filename ?? "")).map(({ content }) => content.toString("utf8"));

async function findInvited({ sittingUid, memberId }: { sittingUid: string; memberId: number }) {
  const [row] = await db
    .select({ email: members.email, memberId: members.id, meetingId: meetings.id, sittingId: sittings.id })
    .from(sittings)
    .innerJoin(meetings, and(eq(meetings.id, sittings.meetingId), isNotNull(meetings.openedAt)))
    .innerJoin(members, and(eq(members.id, memberId), eq(members.state, "active")))
    .where(eq(sittings.uid, sittingUid.toLowerCase()));
  return row ?? null;
}

async function answer({ memberId, meetingId, sittingId }: { memberId: number; meetingId: number; sittingId: number }, choice: Choice): Promise<Inbound> {
  try {
    const state = await inTransaction(async (tx) => {
      if (choice !== "oui" && (await answersElsewhere(tx, memberId, sittingId))) return null;
      return giveAnswerByMail(tx, { memberId, meetingId }, { choice, sittingId });
    });
    if (state === null) return refused("Cette personne participe maintenant à une autre rencontre de ce Moment d’échange. Rien n’a changé.");
    return { taken: true, sentence: state === "waiting" ? "La réponse est prise\u00a0: il n’y a plus de place, la personne est sur la liste d’attente." : "La réponse est prise." };
  } catch (error) {
    if (error instanceof DomainError) return refused(sentenceOf(error.code));
    throw error;
  }
}

/** Whether the person has moved to another sitting since: to refuse the old one is then no news. */
async function answersElsewhere(tx: Tx, memberId: number, sittingId: number): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from meeting_answers a join sittings s on s.id = ${sittingId} and s.meeting_id = a.meeting_id where a.member_id = ${memberId} and a.sitting_id <> ${sittingId}`);
  return row !== undefined;
}
