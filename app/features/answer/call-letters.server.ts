import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { formatDateTime, formatShortDate } from "~/kit/format";
import type { Tx } from "~/kit/transaction.server";
import type { LetterMaker, Made } from "~/features/mail/mutations.server";
import { drawToken } from "./key.server";
import { seatFacts, whenAndWhere, type MailSettings, type SeatFacts } from "./letter-facts.server";
import { answerPath, choiceNames, CHOICES } from "./model";
import { readReminderMail } from "./call/model";

const WHY = "Vous recevez ce courriel parce que vous êtes membre de cette communauté, et qu’une réponse aide à préparer la salle.";

/** The sittings that still take answers, as the letter says them. */
async function openSittings(tx: Tx, meetingId: number, memberId: number): Promise<SeatFacts[]> {
  const present = now().toISOString();
  const rows = await tx.execute<{ id: number }>(sql`
    select s.id::int from sittings s where s.meeting_id = ${meetingId} and num_nonnulls(s.held_at, s.postponed_at, s.cancelled_at) = 0
      and s.starts_at > ${present}::timestamptz and coalesce(s.answer_deadline, s.starts_at) > ${present}::timestamptz order by s.starts_at, s.id`);
  const facts = await Promise.all(rows.map(({ id }) => seatFacts(tx, id, memberId)));
  return facts.filter((one) => one !== null);
}

/** The three answers, each a link to a page where it is chosen already. */
async function threeLinks(tx: Tx, { origin }: MailSettings, memberId: number, meetingId: number) {
  const token = await drawToken(tx, { memberId, meetingId });
  return CHOICES.map((choice) => ({ text: choiceNames[choice], href: origin + answerPath(token, choice) }));
}

async function datesOf(sittings: readonly SeatFacts[]): Promise<string[]> {
  const [only] = sittings;
  if (sittings.length === 1 && only) return whenAndWhere(only, { withLink: false });
  const lines = await Promise.all(sittings.map(async (facts) => (await whenAndWhere(facts, { withLink: false })).join(" · ")));
  return [`Il est offert ${sittings.length} fois\u00a0: choisissez la rencontre qui vous convient.`, ...lines];
}

const deadlineOf = (sittings: readonly SeatFacts[]): string[] => {
  const [first] = sittings.filter(({ deadline }) => deadline !== null).sort((a, b) => String(a.deadline).localeCompare(String(b.deadline)));
  return first?.deadline ? [`Répondez au plus tard le ${formatDateTime(new Date(first.deadline), first.zone)}.`] : [];
};

/** « Venez-vous? », with the three answers; none to whoever answered meanwhile. */
export const callLetter = (settings: MailSettings): LetterMaker => async (tx, { memberId }, subjectRef) => {
  const meetingId = Number(subjectRef);
  const sittings = await openSittings(tx, meetingId, memberId);
  const [first] = sittings;
  if (!first || first.said !== null) return null;
  return {
    subject: `Venez-vous? Moment d’échange du ${formatShortDate(new Date(first.starts_at), first.zone)}`,
    paragraphs: ["Un Moment d’échange se prépare. Votre réponse prend cinq secondes, sans vous connecter.", ...(await datesOf(sittings)), ...deadlineOf(sittings), "Venez-vous?"],
    list: await threeLinks(tx, settings, memberId, meetingId),
    after: ["Ouvrir un lien ne répond pas encore\u00a0: la page qui s’ouvre montre votre choix et un bouton. Ces liens sont les vôtres; ne transférez pas ce courriel."],
    why: WHY,
  };
};

export const reminderLetter = (settings: MailSettings): LetterMaker => async (tx, { memberId }, subjectRef) => {
  const asked = readReminderMail(subjectRef);
  if (!asked) return null;
  const { meetingId, what } = asked;
  if (what === "eve") return eve(tx, settings, memberId, asked);
  const sittings = await openSittings(tx, meetingId, memberId);
  const [first] = sittings;
  const still = what === "unanswered" ? first?.said === null : first?.said === "maybe";
  if (!first || !still) return null;
  const mine = sittings.filter(({ answer }) => answer !== null);
  const opening = what === "unanswered" ? "Nous n’avons pas encore votre réponse pour ce Moment d’échange." : "Vous aviez répondu «\u00a0peut-être\u00a0» à ce Moment d’échange. Savez-vous maintenant?";
  const shown = what === "undecided" && mine.length > 0 ? mine : sittings;
  return {
    subject: `Rappel\u00a0: venez-vous le ${formatShortDate(new Date((shown[0] ?? first).starts_at), first.zone)}?`,
    paragraphs: [opening, ...(await datesOf(shown)), ...deadlineOf(shown)],
    list: await threeLinks(tx, settings, memberId, meetingId),
    after: ["C’est le seul rappel."],
    why: WHY,
  };
};

async function eve(tx: Tx, settings: MailSettings, memberId: number, { meetingId, sittingId }: { meetingId: number; sittingId: number | null }): Promise<Made | null> {
  const [duty] = await tx.execute<{ id: number }>(sql`
    select s.id::int from sittings s join duties d on d.sitting_id = s.id and d.member_id = ${memberId} and d.state = 'accepted'
    where s.meeting_id = ${meetingId} and s.starts_at > ${now().toISOString()}::timestamptz order by s.starts_at limit 1`);
  const facts = await seatFacts(tx, duty?.id ?? sittingId ?? 0, memberId);
  if (!facts || facts.cancelled || facts.postponed || facts.held || (!duty && facts.answer?.state !== "coming") || facts.said === "no") return null;
  const token = await drawToken(tx, { memberId, meetingId });
  return {
    subject: `Rappel\u00a0: Moment d’échange du ${formatShortDate(new Date(facts.starts_at), facts.zone)}`,
    paragraphs: [duty ? "C’est bientôt\u00a0: vous êtes responsable à ce Moment d’échange." : "C’est bientôt\u00a0: vous participez à ce Moment d’échange.", ...(await whenAndWhere(facts, { withLink: true }))],
    link: duty ? { label: "Ouvrir la page du Moment d’échange", href: `${settings.origin}/moments/${meetingId}` } : { label: "Je ne peux plus venir", href: settings.origin + answerPath(token, "non") },
    why: "Vous recevez ce courriel parce que vous participez à cette rencontre. C’est le seul rappel.",
  };
}
