import { eq } from "drizzle-orm";
import { charterHeads } from "#db/schema/signing";
import { formatShortDate, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { FOLLOW_UP } from "../model";

/** The weekly letter of the log's head (subject_ref: the Monday of the week). */
export const headLetter = (origin: string): LetterMaker => async (tx, _to, week) => {
  const [head] = await tx.select().from(charterHeads).where(eq(charterHeads.week, week));
  if (!head) return null;
  const { number, hash, at } = head;
  return {
    subject: "L’empreinte de la semaine du journal de la Charte",
    paragraphs: [
      `Le ${formatShortDate(at, await communityTimeZone())}, le journal des signatures de la Charte compte ${plural(number, "maillon", "maillons")}. L’empreinte du dernier est\u00a0:`,
      hash,
      "Gardez ce courriel. Il n’y a rien à faire, sauf si un doute venait un jour\u00a0: avec cette empreinte et le journal exporté, le programme de vérification dit si un maillon a été changé, déplacé ou retiré depuis.",
    ],
    link: { label: "Voir le journal et les empreintes dans Le Fil", href: origin + FOLLOW_UP },
    why: "Une fois par semaine, l’empreinte du journal est envoyée aux membres du comité et à la personne responsable de la protection des renseignements personnels, pour qu’elle existe aussi ailleurs que dans la base de données.",
  };
};
