import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { changeSettings } from "./mutations.server";
import { mayChangeSettings } from "./policy";
import { forgetCommunity } from "./queries.server";
import { settingsInput } from "./schema";

/** Takes the settings' form to its effect; returns where to go. */
export async function changeSettingsFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayChangeSettings(actor);
  const input = form.parse(settingsInput);
  const location = await writeOnce(actor, form, async (tx) => {
    await changeSettings(tx, proof, input);
    return "/administration/communaute?fait=oui";
  });
  forgetCommunity();
  return location;
}
