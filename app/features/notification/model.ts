import { elide, plural } from "~/kit/format";
import { instantOf, instantsOf, minuteOfDay, onDay, wallTimeAt, weekdayOf, dayName, type WallTime } from "~/kit/wall-time";

/** In the middle of a sentence, where a name that is not said begins in lower case. */
const of = (who: string): string => elide("de", who.replace(/^Une /, "une "));

/**
 * What a person can be told of: the one list. A feature that adds a kind adds its
 * sentences here, its mails' choice, and its name to db/schema/notification.ts.
 * `who` is the last person who caused it, `count` how many causes the line stands for.
 */
export const KINDS = {
  mention: { choice: "mention", sentence: (who: string) => `${who} vous mentionne` },
  answer: { choice: "answer", sentence: (who: string) => `Votre question a trouvé une réponse, celle ${of(who)}` },
  topic: { choice: "topic", sentence: () => "Vous aviez demandé ce sujet\u00a0: un Moment d’échange y sera consacré" },
  "topic-discussed": { choice: "topic", sentence: () => "Vous aviez demandé ce sujet\u00a0: il a été discuté" },
  announcement: { choice: "announcement", sentence: (who: string) => `Une annonce ${of(who)}` },
  thread: { choice: "reply", sentence: (who: string) => `${who} lance une discussion` },
  reply: {
    choice: "reply",
    sentence: (who: string, count: number) => (count > 1 ? `${plural(count, "réponse", "réponses")}, la dernière ${of(who)}` : `${who} a répondu`),
  },
  duty: { choice: "duty", sentence: (who: string) => `${who} vous propose un tour de responsable` },
  swap: { choice: "duty", sentence: (who: string) => `${who} vous demande de prendre son tour` },
  "swap-taken": { choice: "duty", sentence: (who: string) => `${who} peut prendre votre tour` },
  "duty-answered": { choice: "duty", sentence: (who: string) => `${who} a répondu au sujet d’un tour` },
  "duty-settled": { choice: "duty", sentence: (who: string) => `Avec ${who}, un tour a changé de mains` },
  "proposal-answered": { choice: "charter", sentence: (who: string) => `${who} a répondu à votre proposition sur la charte` },
  "proposal-adrift": { choice: "charter", sentence: (who: string) => `Avec ${who}, l’article a changé\u00a0: votre proposition est à revoir` },
  "review-asked": { choice: "charter", sentence: (who: string) => `${who} vous demande de revoir la charte pour votre organisation` },
  "consent-asked": { choice: "charter", sentence: (who: string) => `${who} vous demande si vous consentez à la charte` },
  report: { choice: "moderation", sentence: () => "Un signalement attend le comité" },
  moderation: { choice: "moderation", sentence: () => "Le comité vous écrit au sujet de ce que vous avez publié" },
  relief: { choice: "duty", sentence: (who: string) => `${who} cherche une relève pour un tour` },
  signing: { choice: "charter", sentence: (who: string) => `${who} a mis en vigueur une version de la Charte à signer` },
  "signing-reminder": { choice: "charter", sentence: () => "La Charte attend votre signature" },
  survey: { choice: "survey", sentence: (who: string) => `${who} vous invite à répondre à un sondage` },
  "survey-closing": { choice: "survey", sentence: () => "Un sondage attend encore votre réponse" },
  "follow-up-due": { choice: "duty", sentence: () => "Une suite qui vous est confiée arrive à sa date" },
  "follow-up": { choice: "duty", sentence: (who: string) => `${who} vous confie une suite d’un Moment d’échange` },
  minutes: { choice: "duty", sentence: () => "Le compte rendu d’un Moment d’échange est ouvert à vos corrections" },
  "correction-answered": { choice: "duty", sentence: (who: string) => `${who} a répondu à votre correction d’un compte rendu` },
} as const satisfies Record<string, { choice: MailedKind; sentence: (who: string, count: number) => string }>;

export type NotificationKind = keyof typeof KINDS;

/** What concerns someone the most comes first, in mails as in « À faire ». */
export const KINDS_BY_CONCERN = Object.keys(KINDS) as NotificationKind[];

export type Rhythm = "at-once" | "weekly" | "none";

/** What a person chooses about mails, how it is said, and how it is as long as they choose nothing. */
export const MAILED = {
  mention: { label: "Quelqu’un vous mentionne", usual: "at-once", why: "une personne vous mentionne dans un message" },
  answer: { label: "Votre question trouve une réponse", usual: "weekly", why: "votre question a trouvé une réponse" },
  reply: { label: "On écrit dans une discussion que vous suivez", usual: "weekly", why: "on a écrit dans une discussion que vous suivez" },
  topic: { label: "Un sujet que vous aviez demandé est planifié ou discuté", usual: "weekly", why: "un sujet que vous aviez demandé est planifié ou discuté" },
  announcement: { label: "Le comité fait une annonce", usual: "weekly", why: "le comité a fait une annonce" },
  duty: { label: "Un tour de responsable, une suite ou un compte rendu vous concerne", usual: "at-once", why: "un tour de responsable, une suite ou un compte rendu vous concerne" },
  charter: { label: "La charte attend votre signature ou votre avis, ou l’on répond à votre proposition", usual: "at-once", why: "quelque chose vous concerne dans la charte" },
  survey: { label: "Un sondage s’adresse à vous", usual: "at-once", why: "un sondage s’adresse à vous" },
  moderation: { label: "Le comité vous écrit, ou un signalement vous attend", usual: "at-once", why: "le comité doit vous dire quelque chose, ou un signalement vous attend" },
  news: { label: "On écrit ailleurs dans la communauté", usual: "weekly", why: "on a écrit dans la communauté" },
} as const satisfies Record<string, { label: string; usual: Rhythm; why: string }>;

export type MailedKind = keyof typeof MAILED;
export const MAILED_KINDS = Object.keys(MAILED) as MailedKind[];

export type Rhythms = Record<MailedKind, Rhythm>;

/** News come in the summary or not at all: mail by mail they would be everybody's every word. */
export const rhythmsFor = (kind: MailedKind): readonly Rhythm[] => (kind === "news" ? ["weekly", "none"] : ["at-once", "weekly", "none"]);

/** When mails may come; days count from Sunday, 0, and minutes from midnight, on the community's clocks. */
export type MailTimes = { summaryDays: readonly number[]; summaryMinute: number; quietFrom: number | null; quietUntil: number | null; daysOff: readonly number[] };

/** Tuesday at half past eight, and at any hour what cannot wait. */
export const USUAL_TIMES: MailTimes = { summaryDays: [2], summaryMinute: 8 * 60 + 30, quietFrom: null, quietUntil: null, daysOff: [] };

const HOUR = 3_600_000;

/** The next instant at which the clocks show this. */
function nextAt(wall: WallTime, after: Date, zone: string): Date {
  const found = instantsOf(wall, zone).find((instant) => instant > after) ?? instantOf(wall, zone);
  return found > after ? found : new Date(after.getTime() + HOUR);
}

/** Until when a mail that is ready at an instant is held, for quiet hours and days off; that instant itself when it is not. */
export function heldUntil(ready: Date, zone: string, { quietFrom, quietUntil, daysOff }: MailTimes): Date {
  let at = ready;
  // A week of days off has one that is on, so two steps a day are enough.
  for (let step = 0; step < 16; step += 1) {
    const wall = wallTimeAt(at, zone);
    if (daysOff.includes(weekdayOf(wall))) {
      at = nextAt(onDay(wall, 1, 0), at, zone);
      continue;
    }
    if (quietFrom === null || quietUntil === null) return at;
    const minute = minuteOfDay(wall);
    const overnight = quietFrom > quietUntil;
    const quiet = overnight ? minute >= quietFrom || minute < quietUntil : minute >= quietFrom && minute < quietUntil;
    if (!quiet) return at;
    at = nextAt(onDay(wall, overnight && minute >= quietFrom ? 1 : 0, quietUntil), at, zone);
  }
  return at;
}

/** Today's summary, once its hour has come: the day that names it, and since when it is due. */
export function summaryDue(present: Date, zone: string, { summaryDays, summaryMinute }: MailTimes): { day: string; since: Date } | null {
  const wall = wallTimeAt(present, zone);
  if (!summaryDays.includes(weekdayOf(wall))) return null;
  const since = instantOf(onDay(wall, 0, summaryMinute), zone);
  return since <= present ? { day: dayName(wall), since } : null;
}

export const NOTIFICATIONS = "/notifications";
export const NOTIFICATION_SETTINGS = "/reglages/notifications";
/** Lines on one page of the list. */
export const PER_PAGE = 30;
/** Where somebody asks for fewer mails, by the key in one of them. */
export const fewerPath = (key: string): string => `/courriels/${key}`;

/** Where the list goes on: unread lines come first, each half by number. */
export type ListCursor = { unread: boolean; id: string };

export function parseCursor(text: string | null): ListCursor | null {
  const parts = /^([01])-([1-9]\d{0,14})$/.exec(text ?? "");
  return parts?.[2] === undefined ? null : { unread: parts[1] === "1", id: parts[2] };
}

export const formatCursor = ({ unread, id }: ListCursor): string => `${unread ? 1 : 0}-${id}`;
