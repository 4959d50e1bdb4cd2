import { sql } from "drizzle-orm";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { receiptPath } from "./model";
import { readReceipt } from "./queries.server";
import { receiptFileName, receiptPdf } from "./receipt.server";

export { headLetter } from "./head/mail.server";

/** The letter of a receipt (subject_ref: its code), with the receipt and the text that was signed as a document. */
export const receiptLetter = (origin: string): LetterMaker => async (tx, { memberId }, code) => {
  const found = await readReceipt(tx, code, sql`l.member_id = ${memberId}`);
  if (!found) return null;
  const { receipt, content } = await receiptPdf(found);
  return {
    subject: `Votre reçu de signature, version ${receipt.version} de la Charte`,
    paragraphs: [
      receipt.organisation ? "Vous avez signé la Charte de collaboration au nom de votre organisation. Voici le reçu." : "Vous avez signé la Charte de collaboration. Voici votre reçu.",
      ...receipt.facts.map(({ term, value }) => `${term}\u00a0: ${value}`),
      "Le document joint contient le reçu et le texte complet, tel que vous l’avez signé. Gardez-le\u00a0: il est à vous.",
    ],
    link: { label: "Voir le reçu dans Le Fil", href: origin + receiptPath(code) },
    why: "Un reçu est envoyé à chaque personne qui signe la Charte, pour qu’elle en ait une copie.",
    attached: { name: receiptFileName(receipt), content },
  };
};
