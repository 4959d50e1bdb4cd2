import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import type { Attachment } from "~/features/file/model";
import { withFiles } from "~/features/file/pages.server";
import { mayShareFile } from "~/features/file/policy";
import { endOfDay } from "../consent/forms.server";
import { COMMITTEE, REVIEW, reviewPath } from "../model";
import { mayContribute, mayLead } from "../policy";
import { answerReview, approveRest, delegateReview, endReview, openReview, remindManagers, type Source } from "./mutations.server";
import { answerInput, approveInput, delegateInput, openInput } from "./schema";

export async function openReviewFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const deadline = await endOfDay(form.parse(openInput).date, form);
  return writeOnce(actor, form, async (tx) => {
    await openReview(tx, proof, deadline);
    return `${REVIEW}?fait=ouverture`;
  });
}

export async function remindFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  return writeOnce(actor, form, async (tx) => {
    await remindManagers(tx, proof);
    return `${REVIEW}?fait=rappel`;
  });
}

export async function endReviewFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  return writeOnce(actor, form, async (tx) => {
    await endReview(tx, proof);
    return COMMITTEE;
  });
}

const ONE_SCAN = "Joignez un seul fichier\u00a0: le document, en PDF ou en image.";

/** The scan of a document that comes with a recorded answer. */
function scanIn(actor: MemberActor, [file, ...others]: readonly Attachment[]): Source["scan"] {
  if (others.length > 0) throw new DomainError("input.invalid", { fields: { fichiers: ONE_SCAN } });
  return file ? { fileId: file.id, sharing: mayShareFile(actor) } : null;
}

export function answerReviewFrom(actor: MemberActor, organisationId: number, articleId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  return withFiles(
    actor,
    form,
    answerInput,
    ({ version: articleVersion, reponse: answer, note, texte: body, document }, files) => {
      const scan = scanIn(actor, files);
      return writeOnce(actor, form, async (tx) => {
        await answerReview(tx, proof, organisationId, { articleId, articleVersion, answer, note, body, document, scan });
        return `${reviewPath(organisationId)}?fait=reponse`;
      });
    },
    { shared: false },
  );
}

export function approveFrom(actor: MemberActor, organisationId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  return withFiles(
    actor,
    form,
    approveInput,
    ({ document }, files) => {
      const scan = scanIn(actor, files);
      return writeOnce(actor, form, async (tx) => {
        await approveRest(tx, proof, organisationId, { document, scan });
        return `${reviewPath(organisationId)}?fait=approbation`;
      });
    },
    { shared: false },
  );
}

export async function delegateFrom(actor: MemberActor, organisationId: number, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { membre } = form.parse(delegateInput);
  return writeOnce(actor, form, async (tx) => {
    await delegateReview(tx, proof, organisationId, membre);
    return `${reviewPath(organisationId)}?fait=delegation`;
  });
}
