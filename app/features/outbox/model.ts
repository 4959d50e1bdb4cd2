import type { MailKind } from "~/features/mail/model";

/** What a mail is about, for who looks after the mails; never what it says. */
export const MAIL_NAMES: Record<MailKind, string> = {
  "sign-in-code": "Code de connexion",
  "new-device": "Avis de connexion",
  invitation: "Invitation",
  told: "Avis de nouveauté",
  summary: "Résumé",
  guest: "Invitation à une discussion",
  receipt: "Reçu de signature",
  "charter-head": "Empreinte du journal de la Charte",
  "meeting-invitation": "Invitation à un Moment d’échange",
  "meeting-seat": "Réponse à un Moment d’échange",
  "meeting-reminder": "Rappel d’un Moment d’échange",
  "date-poll": "Date à trouver",
};

/** Reasons to make no mail that are no failure: the world has moved on. */
export const NO_FAILURE = ["member gone", "no longer needed"] as const;

/** A code has gone stale long before its mail is parked: the person asks for another one. */
export const NEVER_RESENT: MailKind = "sign-in-code";

const REASONS: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/waited too long/, "Il a attendu plus de deux jours sans pouvoir partir."],
  [/unsafe header/, "Un nom ou une adresse contient un saut de ligne."],
  [/EAUTH|\b53\d\b/, "Le relais de courriel a refusé l’identifiant ou le mot de passe de Le Fil."],
  [/\b5\d\d\b/, "Le relais de courriel a refusé cette adresse. Vérifiez-la."],
  [/\b4\d\d\b/, "Le relais de courriel a demandé d’attendre, chaque fois."],
  [/^E(CONN|SOCKET|TIMEDOUT|DNS|TLS|HOST)/, "Le relais de courriel ne répondait pas."],
];

/** Why a mail could not leave, for who can do something about it. */
export const whyParked = (reason: string | null): string =>
  REASONS.find(([pattern]) => pattern.test(reason ?? ""))?.[1] ?? "La raison n’est pas connue.";
