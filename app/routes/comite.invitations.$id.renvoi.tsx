import { redirect } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { renewFrom } from "~/features/invitation/forms.server";

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await renewFrom(actor, idOf(params), form), 303));
