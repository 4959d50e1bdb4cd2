import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { reasonIn } from "./naming.server";
import { namingPath, turnPath } from "./model";
import { askFor, noteAgreed, noteServed, openDuty } from "./mutations.server";
import { mayName, mayTakeTurns } from "./policy";
import { namingInput, turnInput } from "./schema";
import { askSwap, declineSwap, refuseTaker, settleSwap, takeSwap, withdrawSwap } from "./swap/mutations.server";
import { answerAsk, giveBack, takeRelief } from "./turn/mutations.server";

/** Takes the forms about turns to their effect; each returns where to go. */

export async function nameFrom(actor: MemberActor, meetingId: number, sittingId: number, form: Form): Promise<string> {
  const proof = mayName(actor);
  const { geste, role, version, personne } = form.parse(namingInput);
  const where = { meetingId, sittingId };
  const reason = personne !== null && geste === "demander" ? await reasonIn(actor, where, role, personne) : "";
  return writeOnce(actor, form, async (tx) => {
    if (geste === "realite") await noteServed(tx, proof, where, { role, memberId: personne, version });
    else if (geste === "retirer" || geste === "releve") await openDuty(tx, proof, where, { role, version }, geste === "releve" ? "relief" : "open");
    else if (personne !== null) await (geste === "demander" ? askFor : noteAgreed)(tx, proof, where, { role, memberId: personne, version, reason });
    return `${namingPath(meetingId, sittingId)}?fait=${geste}`;
  });
}

export async function takeTurnFrom(actor: MemberActor, dutyId: number, form: Form): Promise<string> {
  const proof = mayTakeTurns(actor);
  const { geste, aupres, mot, contre, preneur } = form.parse(turnInput);
  if ((geste === "conclure" || geste === "ecarter") && preneur === null) throw new DomainError("request.malformed");
  const taker = preneur ?? 0;
  return writeOnce(actor, form, async (tx) => {
    switch (geste) {
      case "accepter":
        await answerAsk(tx, proof, dutyId, "accept");
        break;
      case "refuser":
        await answerAsk(tx, proof, dutyId, "decline");
        // The turn is no longer theirs to see, where its meeting is not open yet.
        return "/moments/responsables?fait=refuser";
      case "temps":
        await answerAsk(tx, proof, dutyId, "later");
        break;
      case "rendre":
        await giveBack(tx, proof, dutyId);
        break;
      case "prendre":
        await takeRelief(tx, proof, dutyId);
        break;
      case "echange":
        await askSwap(tx, proof, dutyId, { of: aupres, note: mot });
        break;
      case "garder":
        await withdrawSwap(tx, proof, dutyId);
        break;
      case "offrir":
        await takeSwap(tx, proof, dutyId, contre);
        break;
      case "decliner":
        await declineSwap(tx, proof, dutyId);
        break;
      case "conclure":
        await settleSwap(tx, proof, dutyId, taker);
        break;
      case "ecarter":
        await refuseTaker(tx, proof, dutyId, taker);
    }
    return `${turnPath(dutyId)}?fait=${geste}`;
  });
}
