import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { ABSENCES } from "../model";
import { mayName } from "../policy";
import { exemptionInput } from "../schema";
import { endExemption, noteExemption } from "./mutations.server";
import { todayIn } from "./pages.server";

/** Takes the committee's forms about who sits out to their effect; each returns where to go. */

export async function exemptFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayName(actor);
  const { personne, genre, debut, fin, raison } = form.parse(exemptionInput);
  return writeOnce(actor, form, async (tx) => (await noteExemption(tx, proof, { memberId: personne, kind: genre, from: debut, until: fin || null, reason: raison }), `${ABSENCES}?fait=note`));
}

export async function endFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayName(actor);
  const today = todayIn(await communityTimeZone());
  return writeOnce(actor, form, async (tx) => (await endExemption(tx, proof, id, today), `${ABSENCES}?fait=fin`));
}
