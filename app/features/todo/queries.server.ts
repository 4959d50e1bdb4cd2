import { hasRole, isMember, isParticipant, type Actor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { formatList, plural } from "~/kit/format";
import { REVIEW } from "~/features/archive/model";
import { countQueue } from "~/features/archive/waiting.server";
import { CONSENT, proposalPath, reviewPath } from "~/features/charter/model";
import { findUnanswered, listAdrift, listAskedReviews } from "~/features/charter/queries.server";
import { listAwaited } from "~/features/answer/queries.server";
import { notesWaiting, tasksWaiting, turnsWaiting } from "~/features/duty/waiting.server";
import { datesWaiting } from "~/features/date-poll/waiting.server";
import { listDrafts } from "~/features/draft/queries.server";
import { placeOf } from "~/features/draft/model";
import { followUpsWaiting } from "~/features/follow-up/waiting.server";
import { correctionsWaiting } from "~/features/minutes/waiting.server";
import { listUnreadMentions } from "~/features/notification/queries.server";
import { countParkedMails } from "~/features/outbox/queries.server";
import { surveyPath } from "~/features/survey/model";
import { listUnanswered } from "~/features/survey/queries.server";
import { authorPath, messagePath, unreadPath } from "~/features/thread/model";
import { listAskedAbout } from "~/features/thread/queries.server";
import { TOPICS } from "~/features/topic/model";
import { findUndecided } from "~/features/topic/queries.server";
import { organisationSigningPath, SIGNING } from "~/features/signature/model";
import { findTask } from "~/features/signature/queries.server";
import { listNews } from "~/features/thread/news-queries.server";
import { QUEUE } from "~/features/report/model";
import { countWaiting } from "~/features/report/queries.server";
import { orderTodos, type Todo } from "./model";

/**
 * « À faire » is gathered here. A feature that has something to ask adds a provider:
 * it gets the actor, reads what concerns them by its own queries, and returns lines.
 */
type Provider = (actor: Actor) => Promise<Todo[]>;

const joining: Provider = async (actor) =>
  actor.standing === "invited"
    ? [{ key: "joining", text: "Terminer votre inscription", note: "Votre nom, votre titre et l’avis de confidentialité.", to: "/inscription", act: "Continuer", since: "9998" }]
    : [];

const answers: Provider = async (actor) => {
  if (!isMember(actor)) return [];
  const mine = (await listNews(actor)).filter(({ authorId }) => authorId === actor.memberId);
  return mine.map(({ id, title, unread, lastMessageAt }) => ({
    key: `answers-${id}`,
    text: unread > 1 ? "On a répondu à votre question" : "Quelqu’un a répondu à votre question",
    note: `${title} · ${plural(unread, "réponse", "réponses")} à lire`,
    to: unreadPath(id),
    act: "Lire",
    since: lastMessageAt.toISOString(),
  }));
};

/** For how long one is told that one's name was asked for. */
const ASKED_LATELY = 14 * DAY;

const askedAbout: Provider = async (actor) => {
  if (!isMember(actor)) return [];
  return (await listAskedAbout(actor, after(now(), -ASKED_LATELY))).map(({ threadId, title, by, at }) => ({
    key: `asked-${threadId}-${at.getTime()}`,
    text: `${by} a demandé votre nom`,
    note: title,
    to: authorPath(threadId),
    act: "Voir pourquoi",
    since: at.toISOString(),
  }));
};

const MOST_MENTIONS = 3;

const mentions: Provider = async (actor) => {
  if (!isMember(actor) || actor.unread === 0) return [];
  return (await listUnreadMentions(actor, MOST_MENTIONS)).map(({ id, author, title, threadId, position, messageId, at }) => ({
    key: `mention-${id}`,
    text: `${author} vous mentionne`,
    note: title,
    to: messagePath(threadId, position, messageId),
    act: "Lire",
    since: at.toISOString(),
  }));
};

const draftsUnderWay: Provider = async (actor) => {
  if (!isParticipant(actor)) return [];
  return (await listDrafts(actor)).map(({ id, threadId, threadTitle, title, savedAt }) => ({
    key: `draft-${id}`,
    text: "Un brouillon vous attend",
    note: threadId === null ? title || "Nouvelle discussion" : (threadTitle ?? ""),
    to: placeOf(threadId),
    act: "Continuer",
    since: savedAt.toISOString(),
  }));
};

const MOST_SURVEYS = 3;

const surveys: Provider = async (actor) => {
  if (!isMember(actor) || actor.standing !== "active") return [];
  return (await listUnanswered(actor, MOST_SURVEYS)).map(({ id, title, closesAt, since }) => ({
    key: `survey-${id}`,
    text: "Répondre à un sondage",
    note: title,
    to: surveyPath(id),
    act: "Répondre",
    deadline: closesAt,
    since,
  }));
};

const parkedMails: Provider = async (actor) => {
  if (!isMember(actor) || !hasRole(actor, "administrator")) return [];
  const { count, latest } = await countParkedMails(actor);
  if (latest === null) return [];
  const text = count > 1 ? "Des courriels n’ont pas pu partir" : "Un courriel n’a pas pu partir";
  return [{ key: "parked-mails", text, note: "Chacun avec la raison, et un bouton pour réessayer.", to: "/administration/courriels", act: "Voir", since: latest }];
};

const proposalsAdrift: Provider = async (actor) => {
  if (!isMember(actor)) return [];
  return (await listAdrift(actor)).map(({ id, title, since }) => ({
    key: `proposal-${id}`,
    text: "Revoir votre proposition pour la charte",
    note: `Le texte a changé\u00a0: ${title}`,
    to: proposalPath(id),
    act: "Revoir",
    since: new Date(since).toISOString(),
  }));
};

const meetingsToAnswer: Provider = async (actor) => {
  if (!isMember(actor) || actor.standing !== "active") return [];
  return (await listAwaited(actor)).map(({ id, title, since, deadline, startsAt, heldUntil }) => ({
    key: `meeting-${id}`,
    text: heldUntil ? "Une place est gardée pour vous" : "Répondre à un Moment d’échange",
    note: title,
    to: `/moments/${id}`,
    act: heldUntil ? "Décider" : "Répondre",
    deadline: new Date(heldUntil ?? deadline ?? startsAt).toISOString(),
    since: new Date(since).toISOString(),
  }));
};

const datesSought: Provider = async (actor) => (isMember(actor) && actor.standing === "active" ? datesWaiting(actor) : []);

const charterReviews: Provider = async (actor) => {
  if (!isMember(actor) || actor.standing === "paused") return [];
  return (await listAskedReviews(actor)).map(({ organisationId, name, waiting, deadline, since }) => ({
    key: `review-${organisationId}`,
    text: "Revoir la charte pour votre organisation",
    note: `${name}, ${plural(waiting, "article", "articles")} à examiner`,
    to: reviewPath(organisationId),
    act: "Examiner",
    deadline: new Date(deadline).toISOString(),
    since: new Date(since).toISOString(),
  }));
};

const charterConsent: Provider = async (actor) => {
  if (!isMember(actor) || actor.standing === "paused") return [];
  const asked = await findUnanswered(actor, now());
  if (!asked) return [];
  const deadline = new Date(asked.closesAt);
  return [{ key: `consent-${asked.id}`, text: "Dire si vous consentez à la charte", note: "J’adhère, j’ai une réserve, ou je m’oppose et je dis pourquoi.", to: CONSENT, act: "Répondre", deadline: deadline.toISOString(), since: new Date(asked.openedAt).toISOString() }];
};

const followUps: Provider = async (actor) => (isMember(actor) && actor.standing === "active" ? followUpsWaiting(actor) : []);
const corrections: Provider = async (actor) => (isMember(actor) && actor.standing === "active" ? correctionsWaiting(actor) : []);

const reports: Provider = async (actor) => {
  if (!isMember(actor) || !hasRole(actor, "committee")) return [];
  const { count, personal, since } = await countWaiting(actor);
  if (since === null) return [];
  const text = personal > 0 ? "Un renseignement personnel est masqué, en attente de votre décision" : "Un signalement attend le comité";
  return [{ key: "reports", text, note: plural(count, "signalement", "signalements"), to: QUEUE, act: "Voir", since: new Date(since).toISOString() }];
};

const archive: Provider = async (actor) => {
  if (!isMember(actor) || actor.standing !== "active" || !hasRole(actor, "committee")) return [];
  const { texts, claims, since } = await countQueue(actor);
  if (since === null) return [];
  const parts = [...(texts > 0 ? [`${plural(texts, "texte", "textes")} à relire`] : []), ...(claims > 0 ? [`${plural(claims, "«\u00a0c’est moi\u00a0»", "«\u00a0c’est moi\u00a0»")}`] : [])];
  return [{ key: "archive", text: "Relire ce qui vient du groupe Facebook", note: formatList(parts), to: REVIEW, act: "Relire", since: since.toISOString() }];
};

const turns: Provider = async (actor) => (isMember(actor) && actor.standing === "active" ? turnsWaiting(actor) : []);

const responsablesTasks: Provider = async (actor) => (isMember(actor) && actor.standing === "active" ? [...(await tasksWaiting(actor)), ...(await notesWaiting(actor))] : []);

const wantedTopics: Provider = async (actor) => {
  if (!isMember(actor) || !hasRole(actor, "committee")) return [];
  const { count, most, since } = await findUndecided(actor);
  if (most === null || since === null) return [];
  const text = count > 1 ? `${plural(count, "sujet demandé attend", "sujets demandés attendent")} une réponse du comité` : "Un sujet demandé attend une réponse du comité";
  return [{ key: "wanted-topics", text, note: most, to: TOPICS, act: "Voir", since }];
};

const SIGNING_TEXTS = { "to-sign": "Signer la Charte de collaboration", behind: "Signer la nouvelle version de la Charte", "to-renew": "Renouveler votre signature de la Charte" };

const SIGNING_NOTES = { "to-sign": "Le texte, votre nom, un bouton.", behind: "Ce qui a changé depuis votre signature y est marqué.", "to-renew": "Si rien n’a changé, un bouton suffit." };

const signing: Provider = async (actor) => {
  if (!isMember(actor) || actor.standing === "paused") return [];
  const task = await findTask(actor);
  if (!task) return [];
  const { standing, since, until, organisations } = task;
  const deadline = until ?? undefined;
  const own = standing === "signed" ? [] : [{ key: "signing", text: SIGNING_TEXTS[standing], note: SIGNING_NOTES[standing], to: SIGNING, act: standing === "to-renew" ? "Renouveler" : "Lire et signer", since, ...(deadline ? { deadline } : {}) }];
  return [...own, ...organisations.map(({ id, name }) => ({ key: `signing-${id}`, text: "Signer la Charte au nom de votre organisation", note: name, to: organisationSigningPath(id), act: "Lire et signer", since, ...(deadline ? { deadline } : {}) }))];
};

export const PROVIDERS: readonly Provider[] = [
  joining,
  meetingsToAnswer,
  datesSought,
  turns,
  responsablesTasks,
  mentions,
  answers,
  surveys,
  followUps,
  corrections,
  wantedTopics,
  draftsUnderWay,
  charterReviews,
  charterConsent,
  signing,
  proposalsAdrift,
  reports,
  archive,
  parkedMails,
  askedAbout,
];

/** What waits for this person, seven lines at most, by deadline and then by date. */
export async function todosOf(actor: Actor): Promise<Todo[]> {
  const lines = await Promise.all(PROVIDERS.map((provide) => provide(actor)));
  return orderTodos(lines.flat());
}
