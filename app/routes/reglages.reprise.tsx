import { redirect } from "@remix-run/node";
import { asMember, onlyPosted } from "~/kit/guard.server";
import { resumeFrom } from "~/features/member/forms.server";

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form }) => redirect(await resumeFrom(actor, form), 303), { evenPaused: true });
