import { formatDateTime, formatShortDate } from "~/kit/format";
import type { Tx } from "~/kit/transaction.server";
import type { Addressee, LetterMaker, Made } from "~/features/mail/mutations.server";
import { drawToken } from "./key.server";
import { answerPath, type AnswerState } from "./model";
import { calendarPart, seatFacts, whenAndWhere, type MailSettings, type SeatFacts } from "./letter-facts.server";
import { readSeatMail, type SeatNews } from "./mail/model";

const WHY = "Vous recevez ce courriel parce qu’une réponse à ce Moment d’échange a été donnée en votre nom, par vous ou par votre organisation.";
const IN_CALENDAR = "L’invitation jointe met la rencontre dans votre calendrier. Y accepter ou y refuser change aussi votre réponse ici.";

type Mail = { tx: Tx; to: Addressee; settings: MailSettings; facts: SeatFacts };

/** The letter about one's seat in a sitting, made from what is true when it is handed over; none when it is no longer true. */
export const seatLetter = (settings: MailSettings): LetterMaker => async (tx, to, subjectRef) => {
  const asked = readSeatMail(subjectRef);
  const facts = asked && (await seatFacts(tx, asked.sittingId, to.memberId));
  return facts ? LETTERS[asked.what]({ tx, to, settings, facts }) : null;
};

const dayOf = ({ starts_at, zone }: SeatFacts): string => formatShortDate(new Date(starts_at), zone);
const ended = ({ cancelled, postponed, held }: SeatFacts): boolean => cancelled || postponed || held;

/** The link of a letter, which opens the answer without signing in. */
async function linkTo({ tx, to, settings, facts }: Mail, label: string, choice: "oui" | "non" = "non") {
  const token = await drawToken(tx, { memberId: to.memberId, meetingId: facts.meeting_id });
  return { label, href: settings.origin + answerPath(token, choice) };
}

const LETTERS: Record<SeatNews, (mail: Mail) => Promise<Made | null>> = {
  seat: async (mail) => {
    const { facts } = mail;
    if (ended(facts)) return null;
    if (facts.answer?.state === "coming") return confirmed(mail);
    return facts.answer?.state === "waiting" ? onTheList(mail, []) : null;
  },
  offer: async (mail) => {
    const { facts } = mail;
    if (facts.answer?.state !== "offered" || facts.answer.held_until === null || ended(facts)) return null;
    return {
      subject: `Une place est gardée pour vous\u00a0: ${dayOf(facts)}`,
      paragraphs: [
        `Une place s’est libérée au Moment d’échange. Elle est gardée pour vous jusqu’au ${formatDateTime(new Date(facts.answer.held_until), facts.zone)}; ensuite, elle passe à la personne suivante.`,
        ...(await whenAndWhere(facts, { withLink: false })),
      ],
      link: await linkTo(mail, "Prendre cette place, ou la laisser", "oui"),
      why: WHY,
    };
  },
  lapsed: async (mail) => (mail.facts.answer?.state === "waiting" ? onTheList(mail, ["La place qui vous était gardée est passée à la personne suivante. Vous restez sur la liste\u00a0: s’il reste une place libre, elle est à vous."]) : null),
  "put-back": async (mail) => (mail.facts.answer?.state === "waiting" ? withCalendarEnd(mail, await onTheList(mail, ["Le nombre de places a dû être réduit, et votre inscription est revenue sur la liste d’attente, avant les autres."])) : null),
  "for-you": async (mail) => (mail.facts.by && mail.facts.said ? answeredFor(mail, mail.facts.by, mail.facts.said) : null),
  out: async (mail) => {
    const { facts } = mail;
    // Whoever stays in the list or has a seat again is not out; a calendar that holds nothing needs no end.
    if (facts.answer?.state === "coming" || facts.copy?.method !== "request") return null;
    return withCalendarEnd(mail, {
      subject: `Retiré de votre calendrier\u00a0: ${dayOf(facts)}`,
      paragraphs: ["Votre réponse a changé\u00a0: vous n’êtes plus parmi les personnes qui participent à cette rencontre.", ...(await whenAndWhere(facts, { withLink: false }))],
      link: await linkTo(mail, "Voir ou changer ma réponse", "oui"),
      why: WHY,
    });
  },
  moved: async (mail) => moved(mail),
};

async function confirmed(mail: Mail): Promise<Made> {
  const { tx, to, settings, facts } = mail;
  const first = facts.by ? `${facts.by} a fait votre inscription à ce Moment d’échange. Si elle ne vous convient pas, le lien plus bas permet de l’annuler.` : "Votre inscription à ce Moment d’échange est confirmée.";
  return {
    subject: `Inscription confirmée\u00a0: Moment d’échange du ${dayOf(facts)}`,
    paragraphs: [first, ...(await whenAndWhere(facts, { withLink: true }))],
    link: await linkTo(mail, facts.by ? "Garder ou annuler cette inscription" : "Changer ma réponse"),
    after: [IN_CALENDAR],
    why: WHY,
    calendar: await calendarPart(tx, settings, to, facts, "REQUEST"),
  };
}

async function onTheList(mail: Mail, before: string[]): Promise<Made> {
  const { facts } = mail;
  const rank = facts.answer?.rank ?? 0;
  return {
    subject: `Liste d’attente\u00a0: Moment d’échange du ${dayOf(facts)}`,
    paragraphs: [
      ...before,
      ...(facts.by ? [`${facts.by} a répondu pour vous.`] : []),
      `Toutes les places sont prises\u00a0: vous êtes sur la liste d’attente, au ${rank === 1 ? "1er" : `${rank}e`} rang. Un courriel vous dira si une place se libère.`,
      ...(await whenAndWhere(facts, { withLink: false })),
    ],
    link: await linkTo(mail, "Changer ma réponse"),
    why: WHY,
  };
}

async function answeredFor(mail: Mail, by: string, said: AnswerState): Promise<Made> {
  const words = said === "no" ? "que vous ne pouvez pas participer à un Moment d’échange" : "peut-être à un Moment d’échange";
  return {
    subject: `${by} a répondu pour vous`,
    paragraphs: [`${by} a répondu pour vous ${words}. Si cela ne convient pas, vous pouvez le changer.`, ...(said === "no" ? [] : await whenAndWhere(mail.facts, { withLink: false }))],
    link: await linkTo(mail, "Voir ou changer cette réponse", "oui"),
    why: WHY,
  };
}

/** Cancelled, postponed, or held otherwise than was said: for everyone who answered, and at once. */
async function moved(mail: Mail): Promise<Made | null> {
  const { tx, to, settings, facts } = mail;
  if (facts.answer === null || facts.held) return null;
  const reason = facts.reason ? [`Raison\u00a0: ${facts.reason}`] : [];
  if (facts.cancelled || facts.postponed) {
    const what = facts.cancelled ? "est annulé" : "est reporté";
    return withCalendarEnd(mail, {
      subject: `${facts.cancelled ? "Annulé" : "Reporté"}\u00a0: Moment d’échange du ${dayOf(facts)}`,
      paragraphs: [`Le Moment d’échange auquel vous avez répondu ${what}. Ne vous déplacez pas.`, ...reason, ...(await whenAndWhere(facts, { withLink: false })), ...(facts.postponed ? ["Une nouvelle date vous sera envoyée dès qu’elle sera connue. Votre réponse est gardée."] : [])],
      why: WHY,
    });
  }
  const coming = facts.answer.state === "coming";
  return {
    subject: `Changement\u00a0: Moment d’échange du ${dayOf(facts)}`,
    paragraphs: ["La date, l’heure ou le lieu de ce Moment d’échange a changé. Votre réponse est gardée; si elle ne tient plus, changez-la.", ...(await whenAndWhere(facts, { withLink: coming }))],
    link: await linkTo(mail, "Garder ou changer ma réponse", "oui"),
    ...(coming ? { after: [IN_CALENDAR], calendar: await calendarPart(tx, settings, to, facts, "REQUEST") } : {}),
    why: WHY,
  };
}

/** With the end of what the calendar holds, where it holds something. */
async function withCalendarEnd({ tx, to, settings, facts }: Mail, letter: Made): Promise<Made> {
  return facts.copy === null ? letter : { ...letter, calendar: await calendarPart(tx, settings, to, facts, "CANCEL") };
}
