import { redirect } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { reinstateFrom } from "~/features/member/forms.server";

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reinstateFrom(actor, idOf(params), form), 303));
