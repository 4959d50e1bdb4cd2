import { redirect } from "@remix-run/node";
import { asSignedIn, onlyPosted } from "~/kit/guard.server";
import { signDeviceOut } from "~/features/device/mutations.server";
import { mayEndOwnSessions } from "~/features/device/policy";

export const loader = onlyPosted;

export const action = asSignedIn(async ({ actor, form, params }) => redirect(await signDeviceOut(mayEndOwnSessions(actor), form, params.publicId ?? ""), 303), { evenPaused: true });
