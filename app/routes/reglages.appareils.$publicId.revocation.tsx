import { redirect, type MetaFunction } from "@remix-run/node";
import { asSignedIn, onlyPosted } from "~/kit/guard.server";
import { signDeviceOut } from "~/features/device/mutations.server";
import { mayEndOwnSessions } from "~/features/device/policy";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Déconnecter un appareil – Le Fil" }];

export const loader = onlyPosted;

export const action = asSignedIn(async ({ actor, form, params }) => redirect(await signDeviceOut(mayEndOwnSessions(actor), form, params.publicId ?? ""), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/reglages/appareils" backLabel="Revenir à mes appareils" />;
}
