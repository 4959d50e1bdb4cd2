import { openDueCampaign } from "./campaign/mutations.server";
import { mailHead } from "./head/mutations.server";
import { layHoldsAnew } from "./rules/mutations.server";
import { remindOfSigning } from "./told.server";

/** What the charter's signatures need of a night, in this order: what opens tonight counts for whom it concerns. */
export async function keepCharterSigned(): Promise<void> {
  await openDueCampaign();
  await layHoldsAnew();
  await remindOfSigning();
  await mailHead();
}
