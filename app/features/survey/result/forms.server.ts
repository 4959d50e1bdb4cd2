import { z } from "zod";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { resultsPath, stateOf } from "../model";
import { mayRunSurveys } from "../policy";
import { findSurvey } from "../queries.server";
import { textField } from "./model";
import { judgeTexts } from "./mutations.server";
import { mayJudge } from "./pages.server";
import { listToRead, type Verdict } from "./queries.server";

const verdict = z.enum(["shown", "withheld", ""]).optional();

/** Takes what somebody decided of each written answer they have read. */
export async function judgeFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayRunSurveys(actor);
  const survey = await findSurvey(actor, id);
  if (!mayJudge(survey, stateOf(survey, now()))) throw new DomainError("thing.absent");
  const texts = await listToRead(actor, survey);
  const input = form.parse(z.object(Object.fromEntries(texts.map(({ questionId, hash }) => [textField(questionId, hash), verdict]))));
  const verdicts = texts.flatMap(({ questionId, hash }) => {
    const decided = input[textField(questionId, hash)];
    return decided ? [{ questionId, hash, verdict: decided as Verdict }] : [];
  });
  return writeOnce(actor, form, async (tx) => {
    await judgeTexts(tx, proof, id, verdicts);
    return `${resultsPath(id)}?fait=lecture`;
  });
}
