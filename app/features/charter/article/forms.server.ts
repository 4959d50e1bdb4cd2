import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { articlePath, DRAFTING } from "../model";
import { mayDraft } from "../policy";
import { addArticle, joinArticle, moveArticle, retireArticle, rewriteArticle, splitArticle } from "./mutations.server";
import { articleInput, moveInput, newArticleInput, splitInput } from "./schema";

/** Takes the drafting group's forms about an article to their effect; each returns where to go. */

export async function addFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  const { titre: title, texte: body, portee: matter } = form.parse(newArticleInput);
  return writeOnce(actor, form, async (tx) => `${articlePath(await addArticle(tx, proof, { title, body, matter }))}?fait=ajout`);
}

export async function rewriteFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  const { titre: title, texte: body, portee: matter, version } = form.parse(articleInput);
  return writeOnce(actor, form, async (tx) => {
    await rewriteArticle(tx, proof, id, { title, body, matter, version });
    return `${articlePath(id)}?fait=texte`;
  });
}

export async function moveFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  const { sens } = form.parse(moveInput);
  return writeOnce(actor, form, async (tx) => {
    await moveArticle(tx, proof, id, sens === "haut" ? "up" : "down");
    return `${articlePath(id)}?fait=place`;
  });
}

export async function splitFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  const { version, texte: body, titre2: secondTitle, texte2: secondBody } = form.parse(splitInput);
  return writeOnce(actor, form, async (tx) => {
    await splitArticle(tx, proof, id, { version, body, secondTitle, secondBody });
    return `${articlePath(id)}?fait=division`;
  });
}

export async function joinFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  return writeOnce(actor, form, async (tx) => `${articlePath(await joinArticle(tx, proof, id))}?fait=reunion`);
}

export async function retireFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayDraft(actor);
  return writeOnce(actor, form, async (tx) => {
    await retireArticle(tx, proof, id);
    return `${DRAFTING}?fait=retrait`;
  });
}
