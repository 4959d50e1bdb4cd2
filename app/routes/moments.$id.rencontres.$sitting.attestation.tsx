import { asMember, idOf } from "~/kit/guard.server";
import { sendAttestation } from "~/features/attendance/attestation.server";

/** A paper that says that one was there: one's own only. */
export const loader = asMember(({ actor, params }) => sendAttestation(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }));
