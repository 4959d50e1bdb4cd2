import type { MemberActor } from "~/kit/actor";
import { HOUR } from "~/kit/clock.server";
import { passagesIn } from "~/kit/discretion/ask";
import { agreement } from "~/kit/discretion/passage";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { wakeJobs } from "~/kit/jobs.server";
import { answerJson } from "~/kit/json.server";
import { limit } from "~/kit/limits.server";
import { requestContext } from "~/kit/request-context.server";
import { inTransaction, writeOnce, type Tx } from "~/kit/transaction.server";
import { EMPTY_SENTENCE, NO_FILE_SENTENCE, TOO_LARGE_SENTENCE, transferPath, TRANSFERS } from "../model";
import { publishTransfer } from "../mutations.server";
import { mayBring, type Bringing } from "../policy";
import { beginTransfer, chooseGroup, chooseTexts, dropTransfer, holdTransfer, leaveText, rewordText, standBy } from "./mutations.server";
import { findFind, findOpenTransfer, listOpen, openPassages, TEXT_FIELD } from "./queries.server";
import { dropArchive, keepArchive } from "../reading.server";
import { choiceInput, correctionInput, groupInput, standInput } from "./schema";

/** Takes the forms of bringing an archive over to their effect; each returns where to go. */

/** Far more than anyone needs. */
const MOST_PER_HOUR = 20;

/** Puts the file that came with a form where it is read, and begins a transfer. */
async function begin(proof: Bringing, form: Form, once: (work: (tx: Tx) => Promise<string>) => Promise<string>): Promise<string> {
  limit("archive", proof.actor.memberId, MOST_PER_HOUR, HOUR);
  const [arrival] = form.arrivals;
  const refuse = (sentence: string) => new DomainError("input.invalid", { fields: { archive: sentence } });
  if (!arrival || arrival.field !== "archive") throw refuse(NO_FILE_SENTENCE);
  if (!arrival.path) throw refuse(TOO_LARGE_SENTENCE);
  if (arrival.size === 0) throw refuse(EMPTY_SENTENCE);
  const { dataDir } = requestContext().settings;
  const place = await keepArchive(dataDir, arrival.path);
  let made = "";
  try {
    const location = await once(async (tx) => (made = transferPath(await beginTransfer(tx, proof, { place, size: arrival.size }))));
    // Posted twice, the second file was not needed.
    if (location !== made) await dropArchive(dataDir, place);
    wakeJobs("archive.read");
    return location;
  } catch (error) {
    await dropArchive(dataDir, place);
    throw error;
  }
}

export const bringFrom = (actor: MemberActor, form: Form): Promise<string> => begin(mayBring(actor), form, (work) => writeOnce(actor, form, work));

/** The same, sent by the page's script, which says how much has gone. */
export const bringByScript = (actor: MemberActor, form: Form): Promise<Response> => answerJson(async () => ({ to: await begin(mayBring(actor), form, (work) => inTransaction(work)) }));

export async function groupFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayBring(actor);
  const input = form.parse(groupInput);
  return writeOnce(actor, form, async (tx) => {
    await chooseGroup(tx, proof, id, input);
    return transferPath(id);
  });
}

export async function choiceFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayBring(actor);
  const input = form.parse(choiceInput);
  return writeOnce(actor, form, async (tx) => {
    await chooseTexts(tx, proof, id, input);
    return input.suite === "page" ? `${transferPath(id)}?page=${input.page + 1}` : `${transferPath(id)}/apercu`;
  });
}

/** Leaves out a text in which someone could be recognised, or publishes it all the same: nobody can be. */
export async function standFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayBring(actor);
  const { numero, acte } = form.parse(standInput);
  const passages = openPassages({ ...(await findFind(actor, id, numero)), agreed: "" });
  if (acte === "publier" && passages.some(({ refused }) => refused)) throw new DomainError("discretion.refused");
  return writeOnce(actor, form, async (tx) => {
    await (acte === "laisser" ? leaveText(tx, proof, id, numero) : standBy(tx, proof, id, numero, agreement(passages)));
    return `${transferPath(id)}/verification?fait=${acte}`;
  });
}

export async function correctFrom(actor: MemberActor, id: number, text: number, form: Form): Promise<string> {
  const proof = mayBring(actor);
  const { corps } = form.parse(correctionInput);
  return writeOnce(actor, form, async (tx) => {
    // What passed the check of the form was stood by there.
    await rewordText(tx, proof, id, text, corps.trim(), agreement(passagesIn([[TEXT_FIELD, corps]])));
    return `${transferPath(id)}/verification?fait=corriger`;
  });
}

export async function publishFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayBring(actor);
  return writeOnce(actor, form, async (tx) => {
    await holdTransfer(tx, proof, id);
    await findOpenTransfer(actor, id);
    // Held, it does not change any more: what is looked at here is what is published.
    const { count } = await listOpen(actor, id, 0);
    if (count > 0) return `${transferPath(id)}/verification`;
    await publishTransfer(tx, proof, id);
    return `${transferPath(id)}?fait=publie`;
  });
}

export async function dropFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayBring(actor);
  let place: string | null = null;
  const location = await writeOnce(actor, form, async (tx) => {
    place = await dropTransfer(tx, proof, id);
    return `${TRANSFERS}?fait=abandon`;
  });
  if (place) await dropArchive(requestContext().settings.dataDir, place);
  return location;
}
