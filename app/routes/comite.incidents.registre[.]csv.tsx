import { asCommittee } from "~/kit/guard.server";
import { registerTable } from "~/features/incident/pages.server";

export const loader = asCommittee(({ actor }) => registerTable(actor));
