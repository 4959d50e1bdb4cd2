import { asMember } from "~/kit/guard.server";
import { countSigned } from "~/features/signature/queries.server";

/** What an open page asks when someone has signed. */
export const loader = asMember(async ({ actor }) => Response.json(await countSigned(actor)), { quiet: true });
