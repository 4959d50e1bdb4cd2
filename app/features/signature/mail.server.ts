import { sql } from "drizzle-orm";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { receiptPath } from "./model";
import { readReceipt } from "./queries.server";
import { receiptFileName, receiptPdf, type ShownReceipt } from "./receipt.server";

export { headLetter } from "./head/mail.server";

const saidOf = ({ organisation, paper }: ShownReceipt): string => {
  if (organisation) return paper ? "La signature de votre organisation, donnée sur papier, est inscrite au journal de la Charte. Voici le reçu." : "Vous avez signé la Charte de collaboration au nom de votre organisation. Voici le reçu.";
  return paper ? "Votre signature de la Charte de collaboration, donnée sur papier, est inscrite au journal. Voici votre reçu." : "Vous avez signé la Charte de collaboration. Voici votre reçu.";
};

/** The letter of a receipt (subject_ref: its code), with the receipt and the text that was signed as a document. */
export const receiptLetter = (origin: string): LetterMaker => async (tx, { memberId }, code) => {
  const found = await readReceipt(tx, code, sql`(l.member_id = ${memberId} or l.event = 'organisation-signed' and exists (select 1 from organisation_managers g where g.organisation_id = l.organisation_id and g.member_id = ${memberId}))`);
  if (!found) return null;
  const { receipt, content } = await receiptPdf(found);
  return {
    subject: `Votre reçu de signature, version ${receipt.version} de la Charte`,
    paragraphs: [
      saidOf(receipt),
      ...receipt.facts.map(({ term, value }) => `${term}\u00a0: ${value}`),
      "Le document joint contient le reçu et le texte complet, tel que vous l’avez signé. Gardez-le\u00a0: il est à vous.",
    ],
    link: { label: "Voir le reçu dans Le Fil", href: origin + receiptPath(code) },
    why: "Un reçu est envoyé à chaque personne qui signe la Charte, pour qu’elle en ait une copie.",
    attached: { name: receiptFileName(receipt), content },
  };
};
