import { asCommittee } from "~/kit/guard.server";
import { sendLog } from "~/features/signature/log/export.server";

/** The log of the charter as JSON lines, to keep elsewhere and to check. */
export const loader = asCommittee(async ({ actor }) => sendLog(actor));
