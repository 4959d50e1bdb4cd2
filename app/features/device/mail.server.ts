import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/session";
import { formatDateTime } from "~/kit/format";
import { unscopedCommunity } from "~/features/community/queries.server";
import type { LetterMaker } from "~/features/mail/mutations.server";

/** The letter that tells of a sign-in from a browser not seen before (subject_ref: the session's public id). */
export const newDeviceLetter = (origin: string): LetterMaker => async (tx, to, subjectRef) => {
  const [session] = await tx
    .select({ browser: sessions.browser, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.publicId, subjectRef), eq(sessions.memberId, to.memberId)));
  if (!session) return null;
  const community = await unscopedCommunity();
  const when = formatDateTime(session.createdAt, community?.timeZone ?? "America/Toronto");
  return {
    subject: "Une connexion depuis un nouvel appareil",
    paragraphs: [
      `Votre compte vient de servir à se connecter depuis un navigateur qui n’avait pas encore été utilisé\u00a0: ${session.browser}, ${when}.`,
      "Si c’est vous, il n’y a rien à faire.",
    ],
    link: { before: "Si ce n’est pas vous, déconnectez cet appareil dans vos réglages\u00a0:", label: "Voir mes appareils", href: `${origin}/reglages/appareils` },
    why: "Un avis est envoyé à chaque connexion depuis un nouvel appareil, pour que vous soyez la première personne à le savoir.",
  };
};
