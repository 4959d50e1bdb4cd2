import { and, eq, gt, isNull } from "drizzle-orm";
import { invitations, members } from "#db/schema/member";
import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { newToken, sha256 } from "~/kit/secrets.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import type { Letter } from "./model";
import type { LetterMaker } from "./mutations.server";

/**
 * The letter of an invitation (subject_ref: its number). Its key is drawn here, and
 * drawn again at each attempt, so that only its hash is ever kept.
 */
export const invitationLetter = (origin: string): LetterMaker => async (tx, _to, subjectRef) => {
  const token = newToken();
  const [invitation] = await tx
    .update(invitations)
    .set({ tokenHash: sha256(token) })
    .from(members)
    .where(
      and(
        eq(invitations.id, Number(subjectRef)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now()),
        eq(members.id, invitations.invitedBy),
      ),
    )
    .returning({ expiresAt: invitations.expiresAt, invitedBy: members.name });
  if (!invitation) return null;
  const community = await unscopedCommunity();
  const until = formatShortDate(invitation.expiresAt, community?.timeZone ?? "America/Toronto");
  return writeInvitation({ community: community?.name ?? "Le Fil", invitedBy: invitation.invitedBy, until, href: `${origin}/invitation/${token}` });
};

type Invited = { community: string; invitedBy: string; until: string; href: string };

const writeInvitation = ({ community, invitedBy, until, href }: Invited): Letter => ({
  subject: `Invitation à rejoindre ${community}`,
  paragraphs: [
    `${invitedBy} vous invite à rejoindre ${community}, l’espace privé d’une communauté de pratique. On y pose des questions, on y partage des outils et on y prépare les rencontres.`,
    `L’invitation est valable jusqu’au ${until}. Ouvrir la page n’engage à rien\u00a0: vous y lirez d’abord qui peut voir quoi.`,
  ],
  link: { before: "Lire l’invitation et y répondre\u00a0:", label: "Ouvrir l’invitation", href },
  after: ["Il n’y a pas de mot de passe à retenir. Cette adresse courriel suffira pour vous connecter."],
  why: `${invitedBy} a inscrit votre adresse dans la liste des personnes à inviter. Si ce courriel ne vous concerne pas, vous n’avez rien à faire\u00a0: sans réponse, l’invitation prend fin d’elle-même.`,
});
