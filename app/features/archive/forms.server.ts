import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { requestContext } from "~/kit/request-context.server";
import { writeOnce } from "~/kit/transaction.server";
import { claimText, settleClaim } from "./claim/mutations.server";
import { REVIEW, textPath, TRANSFERS } from "./model";
import { takeBackAll } from "./mutations.server";
import { mayClaim, mayReview, mayTakeBack } from "./policy";
import { acceptTexts, leaveOutTexts } from "./review/mutations.server";
import { claimDecision, reviewInput } from "./schema";
import { dropArchive } from "./reading.server";

/** Takes the forms about published texts to their effect; each returns where to go. */

export async function takeBackFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayTakeBack(actor);
  let files: string[] = [];
  const location = await writeOnce(actor, form, async (tx) => {
    files = await takeBackAll(tx, proof);
    return `${TRANSFERS}?fait=retrait`;
  });
  for (const place of files) await dropArchive(requestContext().settings.dataDir, place);
  return location;
}

export async function claimFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayClaim(actor);
  return writeOnce(actor, form, async (tx) => {
    await claimText(tx, proof, id);
    return `${textPath(id)}?fait=revendication#texte-${id}`;
  });
}

export async function reviewFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayReview(actor);
  const { montres, coche, acte, raison } = form.parse(reviewInput);
  const chosen = acte === "tout" ? montres : coche;
  if (chosen.length === 0) throw new DomainError("input.invalid", { fields: { coche: "Cochez d’abord des textes." }, values: form.values });
  return writeOnce(actor, form, async (tx) => {
    await (acte === "laisser" ? leaveOutTexts(tx, proof, chosen, raison) : acceptTexts(tx, proof, chosen));
    return `${REVIEW}?fait=${acte === "laisser" ? "laisse" : "accepte"}`;
  });
}

export async function settleClaimFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayReview(actor);
  const { revendication, decision } = form.parse(claimDecision);
  return writeOnce(actor, form, async (tx) => {
    await settleClaim(tx, proof, revendication, decision === "confirmer" ? "accepted" : "refused");
    return `${REVIEW}?fait=${decision}`;
  });
}
