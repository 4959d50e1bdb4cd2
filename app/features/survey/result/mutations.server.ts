import { surveyReadings } from "#db/schema/survey";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { lockSurvey, noteMoved } from "../mutations.server";
import type { Running } from "../policy";
import type { Verdict } from "./queries.server";

/** Lets written answers be shown, or keeps them back, after somebody has read them for personal information. */
export async function judgeTexts(tx: Tx, { actor }: Running, surveyId: number, verdicts: readonly { questionId: number; hash: string; verdict: Verdict }[]): Promise<void> {
  await lockSurvey(tx, surveyId);
  for (const { questionId, hash, verdict } of verdicts) {
    const read = { verdict, readBy: actor.memberId, readAt: now() };
    await tx.insert(surveyReadings).values({ surveyId, questionId, textHash: hash, ...read }).onConflictDoUpdate({ target: [surveyReadings.questionId, surveyReadings.textHash], set: read });
  }
  await tx.audit({ actor, act: "survey.texts-read", subjectId: surveyId });
  await noteMoved(tx, surveyId);
}
