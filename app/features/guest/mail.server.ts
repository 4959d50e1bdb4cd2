import { sql } from "drizzle-orm";
import { formatShortDate } from "~/kit/format";
import { unscopedCommunity } from "~/features/community/queries.server";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { threadPath } from "~/features/thread/model";

/** The letter to a guest (subject_ref: the thread). It names who asks, until when, and no title. */
export const guestLetter = (origin: string): LetterMaker => async (tx, to, subjectRef) => {
  const [stay] = await tx.execute<{ until: string; by: string }>(sql`
    select g.until, b.name as by from thread_guests g join members b on b.id = g.invited_by where g.member_id = ${to.memberId} and g.thread_id = ${Number(subjectRef)} and g.until > now()`);
  if (!stay) return null;
  const community = await unscopedCommunity();
  const name = community?.name ?? "Le Fil";
  const until = formatShortDate(new Date(stay.until), community?.timeZone ?? "America/Toronto");
  return {
    subject: `Invitation à une discussion de ${name}`,
    paragraphs: [
      `${stay.by} vous invite à prendre part à une discussion de ${name}, jusqu’au ${until}. Vous y lirez tout, et vous pourrez y écrire; le reste de l’espace n’est pas ouvert aux personnes invitées.`,
      "Il n’y a ni compte à créer ni mot de passe\u00a0: cette adresse courriel suffira pour vous connecter.",
    ],
    link: { before: "Ouvrir la discussion\u00a0:", label: "Ouvrir la discussion", href: `${origin}/connexion?retour=${encodeURIComponent(threadPath(Number(subjectRef)))}` },
    why: `${stay.by} a écrit votre adresse pour vous inviter. Si ce courriel ne vous concerne pas, vous n’avez rien à faire. Qui peut lire quoi est dit à ${origin}/confidentialite`,
  };
};
