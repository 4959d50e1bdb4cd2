import type { Passage } from "./discretion/passage";
import { ALONE } from "./sentences-alone";

/**
 * Everything that can go wrong on purpose. Domain code throws a code; the table
 * below gives its status (a code without one does not compile) and its sentence.
 */
const TABLE = {
  "request.malformed": [400, ALONE["request.malformed"]],
  "session.absent": [401, "Votre session est terminée. Votre texte est conservé : connectez-vous pour continuer."],
  "origin.foreign": [403, "Cette demande ne vient pas de Le Fil. Rouvrez la page, puis réessayez."],
  "right.missing": [403, "Cette action n’est pas ouverte à votre rôle."],
  "member.paused": [403, "Votre participation est en pause : vous pouvez lire, mais pas écrire. Reprenez dans vos réglages."],
  "form.of-another": [403, "Ce texte a été préparé par une autre personne. Il n’a pas été publié."],
  "signing.shared-mailbox": [403, "Votre adresse semble être celle d’une boîte que plusieurs personnes lisent. Une signature est celle d’une personne\u00a0: demandez au comité une invitation à votre adresse, ou signez sur papier."],
  "signing.held-threads": [403, "Avant de lancer une discussion, signez la Charte. Votre texte est conservé dans cette page."],
  "signing.held-posts": [403, "Avant d’écrire dans les discussions, signez la Charte. Votre texte est conservé dans cette page."],
  "answer.of-another": [403, "Ce lien est celui d’une autre personne que celle qui est connectée ici. Rien n’a changé."],
  "thing.absent": [404, ALONE["thing.absent"]],
  "invitation.ended": [404, "Cette invitation n’est plus valable. Demandez-en une nouvelle à la personne qui vous a écrit."],
  "date-poll.link-ended": [404, "Ce lien ne sert plus\u00a0: la date est choisie, ou un autre lien vous a été donné. Pour toute question, écrivez à la personne qui vous l’a envoyé."],
  "setup.done": [404, "La communauté existe déjà."],
  "setup.key-unknown": [404, "Cette adresse de démarrage ne sert plus, ou n’est pas complète. La bonne est affichée par le serveur à sa dernière mise en marche."],
  "method.unknown": [405, ALONE["method.unknown"]],
  "state.moved": [409, "La situation a changé entre-temps. Voici où elle en est."],
  "administrator.last": [409, "Il faut au moins une personne à l’administration. Nommez-en une autre d’abord."],
  "invitation.already-member": [409, "Cette adresse est déjà celle d’une personne membre."],
  "organisation.exists": [409, "Une organisation porte déjà ce nom."],
  "pole.exists": [409, "Un pôle porte déjà ce nom."],
  "meeting.moved": [409, "Une autre personne du comité a changé ceci entre-temps. Les deux textes sont sous vos yeux\u00a0: rien n’est perdu."],
  "meeting.without-date": [409, "Ajoutez d’abord une date\u00a0: on ne peut répondre qu’à une rencontre qui en a une."],
  "sitting.ended": [409, "Cette rencontre est déjà tenue ou annulée\u00a0: elle ne change plus."],
  "sitting.overfull": [409, "Plus de personnes y sont inscrites. Dites ce qu’il faut faire\u00a0: personne n’est retiré sans cela."],
  "answer.closed": [409, "On ne peut plus répondre ainsi à cette rencontre\u00a0: sa période de réponse est terminée, ou elle a commencé."],
  "answer.own": [409, "Cette personne a déjà répondu elle-même. Sa réponse reste la sienne."],
  "seats.none-left": [409, "Il n’y reste plus de place. Vous gardez celle que vous aviez."],
  "date-poll.closed": [409, "On ne cherche plus cette date\u00a0: la période de réponse est terminée, ou la date est choisie. Rien n’a changé."],
  "date-poll.moved": [409, "Une autre personne du comité a changé cette demande entre-temps. Ce que vous avez écrit est encore dans cette page\u00a0: vérifiez, puis réessayez."],
  "date-poll.running": [409, "On cherche déjà une date pour ce pôle. Terminez cette recherche, ou choisissez un autre pôle."],
  "date-poll.slot-gone": [409, "Une de ces heures n’est plus proposée, ou est déjà passée. Voici celles qui restent; vos autres réponses sont encore dans cette page."],
  "date-poll.without-slot": [409, "Proposez d’abord une heure à venir\u00a0: c’est à elle que l’on répond."],
  "date-poll.over": [409, "La date limite pour répondre est passée. Donnez-en une autre, plus bas, puis ouvrez de nouveau."],
  "sitting.too-early": [409, "Cette rencontre n’a pas encore commencé. On pourra la marquer comme tenue à partir de son heure."],
  "attendance.too-early": [409, "Cette rencontre n’a pas encore commencé. La liste s’ouvre deux heures avant."],
  "attendance.off": [409, "Cette rencontre est annulée ou reportée\u00a0: il n’y a pas de présences à noter."],
  "notes.moved": [409, "Quelqu’un d’autre a changé ces notes entre-temps. Les deux textes sont sous vos yeux\u00a0: rien n’est perdu."],
  "minutes.moved": [409, "Quelqu’un d’autre a changé ce compte rendu entre-temps. Les deux textes sont sous vos yeux\u00a0: rien n’est perdu."],
  "minutes.state-moved": [409, "Ce compte rendu a avancé entre-temps. Voici où il en est."],
  "minutes.adopted": [409, "Ce compte rendu est adopté\u00a0: on n’y propose plus de corrections. Votre texte est conservé dans cette page; écrivez-le au comité, qui peut publier une nouvelle version."],
  "correction.settled": [409, "Cette correction a déjà sa réponse."],
  "card.too-early": [409, "Les cartes s’ouvrent quand la rencontre commence. Votre texte est conservé dans cette page."],
  "card.settled": [409, "Cette carte est déjà liée à un sujet."],
  "follow-up.moved": [409, "Cette suite a changé entre-temps. La voici."],
  "follow-up.person-gone": [409, "Cette personne n’est plus membre. Choisissez-en une autre."],
  "topic.not-waiting": [409, "Ce sujet n’attend plus de votes\u00a0: il est planifié, discuté ou écarté. Sa page dit où il en est."],
  "topic.votes-taken": [409, "Vos cinq votes sont donnés. Retirez-en un\u00a0: ils vous reviennent aussi quand un sujet est planifié."],
  "topic.moved": [409, "Ce sujet a changé entre-temps. Sa page dit où il en est."],
  "signing.text-moved": [409, "Une autre version de la Charte est entrée en vigueur entre-temps\u00a0: rien n’a été signé. La voici."],
  "signing.reminded": [409, "Un rappel est déjà parti dans les trois derniers jours. Laissez le temps de le lire."],
  "signing.text-altered": [409, "Le texte conservé de la Charte n’a plus son empreinte\u00a0: rien n’a été signé. Prévenez le comité de travail."],
  "duty.moved": [409, "Quelqu’un d’autre vient de s’en occuper. Voici où en est ce rôle."],
  "duty.taken": [409, "Une autre personne vient de prendre ce tour. Merci de l’avoir proposé."],
  "duty.already-there": [409, "Cette personne a déjà un rôle dans cette rencontre. Une personne, un rôle."],
  "duty.person-gone": [409, "Cette personne n’est plus membre, ou est en pause. Rien n’a changé."],
  "duty.over": [409, "Cette rencontre est passée ou annulée\u00a0: ses responsables ne changent plus."],
  "swap.ended": [409, "Cet échange n’est plus ouvert. Rien n’a changé."],
  "kit.moved": [409, "Une autre personne a changé ceci entre-temps. Les deux textes sont sous vos yeux\u00a0: rien n’est perdu."],
  "thread.closed": [409, "Cette discussion vient d’être fermée\u00a0: on peut la lire, mais plus y écrire. Votre texte est conservé."],
  "poll.closed": [409, "Ce sondage est fermé\u00a0: les votes n’y changent plus. Votre choix n’a pas été compté."],
  "charter.frozen": [409, "Le texte de la charte ne change plus\u00a0: la version est ouverte au consentement, adoptée ou publiée. Ce que vous avez écrit est conservé dans cette page."],
  "charter.begun": [409, "Une version de la charte est déjà en cours. Le texte que vous avez donné est conservé dans cette page."],
  "article.moved": [409, "Cet article a changé pendant que vous écriviez. Les deux textes sont sous vos yeux\u00a0: rien n’est perdu."],
  "article.gone": [409, "Cet article n’est plus dans la charte\u00a0: il a été retiré ou joint à un autre. Votre texte est conservé dans cette page."],
  "survey.empty": [409, "Ajoutez d’abord une question\u00a0: un sondage en a au moins une."],
  "survey.full": [409, "Ce sondage a déjà autant de questions qu’une page peut en porter. Retirez-en une, ou faites-en deux sondages."],
  "survey.without-end": [409, "Donnez d’abord un jour de fin, à venir\u00a0: un sondage sans fin n’a pas de résultats."],
  "survey.nobody": [409, "Moins de deux personnes pourraient répondre. Élargissez à qui ce sondage s’adresse, ou écrivez-leur."],
  "survey.too-few": [409, "Moins de cinq personnes pourraient répondre\u00a0: leurs réponses diraient qui elles sont. Élargissez à qui ce sondage s’adresse, ou demandez des réponses avec le nom."],
  "survey.answered": [409, "Quelqu’un a déjà répondu\u00a0: ce qui est demandé ne change plus. Copiez le sondage pour en faire un autre."],
  "survey.moved": [409, "Une autre personne du comité a changé ce sondage entre-temps. Ce que vous avez écrit est encore dans cette page."],
  "survey.closed": [409, "Ce sondage est clos\u00a0: il ne prend plus de réponses. Ce que vous avez écrit est encore dans cette page, mais n’a pas été envoyé."],
  "survey.other-question": [409, "Le sondage a changé pendant que vous répondiez. Voici ses questions d’à présent; ce que vous avez écrit y est encore."],
  "survey.not-for-you": [403, "Ce sondage s’adresse à d’autres personnes. Vous pouvez en voir les questions."],
  "message.concealed": [409, "Ce message est masqué, le temps que le comité le regarde. Votre texte est conservé."],
  "draft.moved": [409, "Ce brouillon a changé ailleurs. Les deux textes sont conservés."],
  "request.too-slow": [408, "La demande n’est pas arrivée au complet. Réessayez."],
  "body.too-large": [413, "C’est trop lourd pour être reçu."],
  "input.invalid": [422, "Il manque quelque chose. Voyez les indications près des champs."],
  "discretion.asked": [422, "Une personne pourrait être reconnue. Rien n’est encore publié\u00a0: votre texte est conservé."],
  "discretion.refused": [422, "Un numéro d’assurance maladie ou sociale ne se publie pas ici. Rien n’est publié\u00a0: votre texte est conservé."],
  "key.reused": [422, "Ce formulaire a déjà servi à autre chose. Rouvrez la page, puis réessayez."],
  "code.wrong": [422, "Ce code ne convient pas. Vérifiez-le, ou demandez-en un autre."],
  "header.too-large": [431, "Votre navigateur envoie trop d’informations avec sa demande. Effacez les témoins (cookies) de Le Fil, puis réessayez."],
  "rate.exceeded": [429, "Il y a eu beaucoup de demandes. Réessayez un peu plus tard."],
  "server.fault": [500, ALONE["server.fault"]],
  "database.away": [503, "Le Fil se remet en marche. Votre texte est conservé dans cette page : réessayez dans quelques instants."],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type ErrorCode = keyof typeof TABLE;

export type ErrorDetails = {
  /** Sentences to stand beside fields, by field name. */
  fields?: Record<string, string>;
  /** What was typed, to refill the form. */
  values?: Record<string, string>;
  /** Seconds to wait, for rate.exceeded. */
  retryAfter?: number;
  /** Where the current state can be seen. */
  location?: string;
  /** What someone could be recognised by, for the form whose key ends in this name; never logged. */
  discretion?: { form: string; passages: Passage[] };
  /** Anything the page of this error shows; never logged. */
  state?: Record<string, string | number | null>;
};

/** The one class of errors that our own code throws. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}

export const statusOf = (code: ErrorCode): number => TABLE[code][0];
export const sentenceOf = (code: ErrorCode): string => TABLE[code][1];

/** What pages receive of an error: enough to speak, nothing of the inside. */
export type Problem = { code: ErrorCode; status: number; sentence: string; reference?: string } & ErrorDetails;

export const problemOf = (error: DomainError, reference?: string): Problem => ({
  code: error.code,
  status: statusOf(error.code),
  sentence: sentenceOf(error.code),
  ...(reference === undefined ? {} : { reference }),
  ...error.details,
});
