import type { ParticipantActor } from "~/kit/actor";
import type { Suggestion } from "./model";
import { suggestMentions } from "./queries.server";

const LONGEST = 60;

/** Whom the writer of a text may mean, for the box's script. */
export async function suggestions(actor: ParticipantActor, request: Request): Promise<{ suggestions: Suggestion[] }> {
  const { searchParams } = new URL(request.url);
  const thread = /^[1-9]\d{0,14}$/.exec(searchParams.get("discussion") ?? "");
  return { suggestions: await suggestMentions(actor, thread ? Number(thread[0]) : null, (searchParams.get("texte") ?? "").slice(0, LONGEST)) };
}
