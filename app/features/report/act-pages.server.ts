import { sql } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { casePath, isAct, type CaseAct } from "./model";
import { concealFor, dismiss, restore, writeTo } from "./mutations.server";
import { casePage } from "./pages.server";
import { mayModerate, type Moderating } from "./policy";
import { redactMessage, redactText, redactTitle, removeThing } from "./redaction.server";
import { redactedTextInput, redactedTitleInput, wordInput } from "./schema";

/** The pages of the acts that end a case, each with what it does. */

type Act = (tx: Tx, proof: Moderating, reportId: number, form: Form) => Promise<void>;

/** An act that takes nothing but what the author is told. */
const saying =
  (act: (tx: Tx, proof: Moderating, reportId: number, word: string) => Promise<void>): Act =>
  (tx, proof, reportId, form) =>
    act(tx, proof, reportId, form.parse(wordInput).mot);

const redact: Act = async (tx, proof, reportId, form) => {
  const [row] = await tx.execute(sql`select kind from reports where id = ${reportId}`);
  const { texte: text, mot: word } = form.parse(row?.kind === "title" ? redactedTitleInput : redactedTextInput);
  const redacting = row?.kind === "title" ? redactTitle : row?.kind === "text" ? redactText : redactMessage;
  await redacting(tx, proof, reportId, { text, word });
};

const DOING: Record<CaseAct, Act> = {
  caviardage: redact,
  retablissement: saying(restore),
  suppression: saying(removeThing),
  masquage: saying(concealFor),
  cloture: saying(dismiss),
  mot: saying(writeTo),
};

const actOf = (text: string | undefined): CaseAct => {
  if (text === undefined || !isAct(text)) throw new DomainError("thing.absent");
  return text;
};

/** The loader's data of the page of an act. @throws DomainError thing.absent when this case is not open to it. */
export async function actPage(actor: MemberActor, reportId: number, act: string | undefined) {
  const name = actOf(act);
  const found = await casePage(actor, reportId);
  const offered = found.acts.find((one) => one.act === name);
  return { id: reportId, act: name, what: found.what, title: found.title, offered: offered ?? null, kind: found.kind, suggestion: found.suggestion, echoWords: found.echoWords, back: casePath(reportId) };
}

/** Does it, once. Returns to the case. */
export function actFrom(actor: MemberActor, reportId: number, act: string | undefined, form: Form): Promise<string> {
  const proof = mayModerate(actor);
  const doing = DOING[actOf(act)];
  return writeOnce(actor, form, async (tx) => {
    await doing(tx, proof, reportId, form);
    return casePath(reportId);
  });
}
