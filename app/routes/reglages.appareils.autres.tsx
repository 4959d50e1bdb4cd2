import { redirect, type MetaFunction } from "@remix-run/node";
import { asSignedIn, onlyPosted } from "~/kit/guard.server";
import { signOtherDevicesOut } from "~/features/device/mutations.server";
import { mayEndOwnSessions } from "~/features/device/policy";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Déconnecter les autres appareils – Le Fil" }];

export const loader = onlyPosted;

export const action = asSignedIn(async ({ actor, form }) => redirect(await signOtherDevicesOut(mayEndOwnSessions(actor), form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/reglages/appareils" backLabel="Revenir à mes appareils" />;
}
