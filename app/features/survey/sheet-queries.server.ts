import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import type { KeptAnswers } from "./answer/model";

export type Sheet = { draft: Record<string, string> | null; answers: KeptAnswers | null };

/** One's own sheet; of an anonymous survey there is none. */
export async function findSheet(actor: MemberActor, surveyId: number): Promise<Sheet | null> {
  const [row] = await db.execute<Sheet>(sql`select draft, answers from survey_sheets where survey_id = ${surveyId} and member_id = ${actor.memberId}`);
  return row ?? null;
}
