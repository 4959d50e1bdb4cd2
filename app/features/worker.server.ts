import { lt } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/journal";
import { sweepArrivals } from "~/kit/arrivals.server";
import { after, DAY, now } from "~/kit/clock.server";
import type { Settings } from "~/kit/env.server";
import type { JobHandlers } from "~/kit/jobs.server";
import { openMailer } from "~/kit/mail.server";
import { forgetEndedSessions } from "~/kit/session.server";
import { inTransaction } from "~/kit/transaction.server";
import { readTransfer } from "~/features/archive/reading.server";
import { sweepTransfers } from "~/features/archive/sweep.server";
import { callLetter, reminderLetter } from "~/features/answer/call-letters.server";
import { remind } from "~/features/answer/calls.server";
import { forgetOldTokens } from "~/features/answer/key.server";
import { seatLetter } from "~/features/answer/seat-letters.server";
import { lapseSeats, meetingChanged, sweepSeats } from "~/features/answer/moved.server";
import { remindOfCharter } from "~/features/charter/reminders.server";
import { dateLetter } from "~/features/date-poll/letters.server";
import { remindOfDates } from "~/features/date-poll/reminders.server";
import { newDeviceLetter } from "~/features/device/mail.server";
import { forgetOldDrafts } from "~/features/draft/mutations.server";
import { forgetWaitingFiles } from "~/features/file/mutations.server";
import { remindOfFollowUps } from "~/features/follow-up/mutations.server";
import { guestLetter } from "~/features/guest/mail.server";
import { invitationLetter } from "~/features/mail/invitation.server";
import { sendMail, tidyOutbox, type PostOffice } from "~/features/mail/mutations.server";
import { adoptDueMinutes } from "~/features/minutes/mutations.server";
import { toldLetter } from "~/features/notification/mail.server";
import { forgetOldNotifications } from "~/features/notification/mutations.server";
import { spread } from "~/features/notification/spread.server";
import { queueSummaries, summaryLetter } from "~/features/notification/summary.server";
import { headLetter, receiptLetter } from "~/features/signature/mail.server";
import { keepCharterSigned } from "~/features/signature/night.server";
import { readSharedDocuments } from "~/features/document/text.server";
import { learnWords } from "~/features/search/words.server";
import { tellOfSurvey } from "~/features/survey/telling.server";
import { tellOfSigning } from "~/features/signature/told.server";
import { codeLetter } from "~/features/sign-in/mail.server";
import { forgetOldQuestions } from "~/features/sign-in/mutations.server";

/** Longer than anyone posts the same form again. */
const KEYS_KEPT = 30 * DAY;

/** Who hands mails over, and who writes each kind. */
export const postOffice = (settings: Settings): PostOffice => ({
  mailer: openMailer(settings),
  makers: {
    "sign-in-code": codeLetter(settings.origin),
    "new-device": newDeviceLetter(settings.origin),
    invitation: invitationLetter(settings.origin),
    guest: guestLetter(settings.origin),
    told: toldLetter(settings.origin),
    summary: summaryLetter(settings.origin),
    receipt: receiptLetter(settings.origin),
    "charter-head": headLetter(settings.origin),
    "meeting-invitation": callLetter(settings),
    "meeting-seat": seatLetter(settings),
    "meeting-reminder": reminderLetter(settings),
    "date-poll": dateLetter(settings),
  },
});

/** What each kind of job does; server.ts hands it to the queue. */
export const jobHandlers = (settings: Settings): JobHandlers => {
  const office = postOffice(settings);
  return {
    "mail.send": ([{ mailId }], attempt) => sendMail(office, mailId, attempt),
    "notification.spread": (causes) => spread(causes, settings),
    "survey.tell": ([{ surveyId, of }]) => tellOfSurvey(surveyId, of),
    "signing.tell": ([told]) => tellOfSigning(told),
    "summary.queue": queueSummaries,
    "search.learn": learnWords,
    "document.read": readSharedDocuments,
    "archive.read": ([{ transferId }]) => readTransfer(transferId, settings.dataDir),
    "archive.sweep": () => sweepTransfers(settings.dataDir),
    "seat.lapse": ([meeting]) => lapseSeats(meeting),
    "meeting.changed": ([meeting]) => meetingChanged(meeting),
    "meeting.tick": async () => {
      await sweepSeats();
      await remind();
      await remindOfDates();
      await adoptDueMinutes();
      await remindOfFollowUps();
    },
    "night.clean": async () => {
      await sweepArrivals(settings.dataDir);
      await remindOfCharter();
      await keepCharterSigned();
      await cleanUp();
    },
  };
};

/** Forgets what nobody needs any more, each kind by itself: one that fails must not keep the others. */
export async function cleanUp(): Promise<void> {
  const done = await Promise.allSettled([forgetOldQuestions(), tidyOutbox(), forgetEndedSessions(), forgetOldDrafts(), forgetWaitingFiles(), forgetOldNotifications(), forgetOldTokens(), forgetOldKeys()]);
  const failed = done.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

const forgetOldKeys = async (): Promise<void> => {
  await inTransaction((tx) => tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, after(now(), -KEYS_KEPT))));
};
