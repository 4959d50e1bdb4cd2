import { asMember } from "~/kit/guard.server";
import { sendReceiptPdf } from "~/features/signature/receipt.server";

/** The receipt and the text that was signed, as one document. */
export const loader = asMember(({ actor, params }) => sendReceiptPdf(actor, params.code));
