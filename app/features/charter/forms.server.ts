import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { inTransaction, writeOnce } from "~/kit/transaction.server";
import { parseCharter } from "./article/paste";
import { CHARTER, COMMITTEE, DRAFTING } from "./model";
import { beginVersion, lockUnderWay, noteRead, reviseHead, type Beginning } from "./mutations.server";
import { mayLead } from "./policy";
import { findCharter } from "./queries.server";
import { beginInput, headInput } from "./schema";
import { TEMPLATE, TEMPLATE_SHORT } from "./template.server";

/** Takes the forms about the charter as a whole to their effect; each returns where to go. */

export async function beginFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const { titre: title, depart, texte } = form.parse(beginInput);
  const current = depart === "suite" ? await findCharter(actor) : null;
  const beginnings: Record<typeof depart, Omit<Beginning, "title">> = {
    modele: { short: TEMPLATE_SHORT, articles: TEMPLATE },
    texte: { short: "", articles: parseCharter(texte) },
    vide: { short: "", articles: [] },
    suite: { short: current?.shortBody ?? "", articles: [] },
  };
  return writeOnce(actor, form, async (tx) => {
    await beginVersion(tx, proof, { title, ...beginnings[depart] });
    return `${DRAFTING}?fait=debut`;
  });
}

export async function reviseHeadFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const { titre: title, abrege: short, marque: mark } = form.parse(headInput);
  return writeOnce(actor, form, async (tx) => {
    await reviseHead(tx, proof, { title, short, mark });
    return `${COMMITTEE}?fait=entete`;
  });
}

/** Notes that the text under way was opened to be read; done twice it is the same. */
export async function readFrom(actor: MemberActor): Promise<string> {
  await inTransaction(async (tx) => {
    const { id } = await lockUnderWay(tx);
    await noteRead(tx, actor.memberId, id);
  });
  return CHARTER;
}
