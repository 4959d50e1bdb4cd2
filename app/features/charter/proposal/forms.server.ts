import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { commentArticle, settleComment } from "../comment/mutations.server";
import { commentInput } from "../comment/schema";
import { articlePath, proposalPath } from "../model";
import { mayContribute, mayDraft } from "../policy";
import { isDrafter } from "../queries.server";
import { decide, propose, voice, withdrawProposal } from "./mutations.server";
import { decisionInput, proposalInput, voiceInput } from "./schema";

/** Takes what members say of the charter to its effect; each returns where to go. */

export async function commentFrom(actor: MemberActor, articleId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { commentaire: body, passage: quote, nom: spokenFor } = form.parse(commentInput);
  return writeOnce(actor, form, async (tx) => `${articlePath(articleId)}?fait=commentaire#commentaire-${await commentArticle(tx, proof, articleId, { body, quote, spokenFor })}`);
}

export async function settleFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const drafter = await isDrafter(actor);
  return writeOnce(actor, form, async (tx) => `${articlePath(await settleComment(tx, proof, id, drafter))}?fait=regle`);
}

export async function proposeFrom(actor: MemberActor, articleId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { version, texte: body, raison: reason, nom: spokenFor } = form.parse(proposalInput);
  return writeOnce(actor, form, async (tx) => `${proposalPath(await propose(tx, proof, articleId, { version, body, reason, spokenFor }))}?fait=proposition`);
}

export async function voiceFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { avis, raison: reason } = form.parse(voiceInput);
  return writeOnce(actor, form, async (tx) => {
    await voice(tx, proof, id, { stance: avis === "appui" ? "support" : "object", reason });
    return `${proposalPath(id)}?fait=avis`;
  });
}

const ANSWERS = { acceptee: "accepted", partie: "accepted-in-part", refusee: "declined" } as const;

export async function decideFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  const { reponse, raison: reason, texte: body, version } = form.parse(decisionInput);
  return writeOnce(actor, form, async (tx) => {
    await decide(tx, proof, id, { answer: ANSWERS[reponse], reason, body, version });
    return `${proposalPath(id)}?fait=reponse`;
  });
}

export async function withdrawFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  return writeOnce(actor, form, async (tx) => {
    await withdrawProposal(tx, proof, id);
    return `${proposalPath(id)}?fait=retrait`;
  });
}
