import { redirect } from "@remix-run/node";
import { asSignedIn, onlyPosted } from "~/kit/guard.server";
import { signOtherDevicesOut } from "~/features/device/mutations.server";
import { mayEndOwnSessions } from "~/features/device/policy";

export const loader = onlyPosted;

export const action = asSignedIn(async ({ actor, form }) => redirect(await signOtherDevicesOut(mayEndOwnSessions(actor), form), 303), { evenPaused: true });
