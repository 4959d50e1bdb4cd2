import { redirect } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { endManagerFrom } from "~/features/role/forms.server";

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await endManagerFrom(actor, idOf(params), form), 303));
