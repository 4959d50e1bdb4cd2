import { and, eq, sql } from "drizzle-orm";
import { preparedQuery } from "#db/client.server";
import { threads } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { findAnswer, keepAnswer, keptAnswerRevision } from "./kept-rows.server";
import { CATCH_UP_CAP } from "./model";
import { messageRow } from "./row-markup.server";
import { messagesAsJson, openTo, reachOf, REACH, type MessageFacts } from "./sql.server";

/** What a browser fetches when the bell rings. */
export type CatchUp = {
  /** Up to where this answer goes: the next question begins here. */
  revision: number;
  html: string;
  /** Rows in it: new messages, and earlier ones that changed. */
  count: number;
  /** What stands above the messages changed as well. */
  head: boolean;
  /** There is more than one answer holds: ask again from `revision`. */
  more: boolean;
};

const NEW_MESSAGES = sql`case when threads.revision = ${sql.placeholder("kept")}::int then null
  else ${messagesAsJson(sql`m.thread_id = threads.id and m.revision > ${sql.placeholder("since")}::int`, "revision", CATCH_UP_CAP + 1)} end`;

const catchUpQuery = preparedQuery((database) =>
  database
    .select({ revision: threads.revision, headRevision: threads.headRevision, messages: NEW_MESSAGES as ReturnType<typeof messagesAsJson> })
    .from(threads)
    .where(and(eq(threads.id, sql.placeholder("id")), openTo(REACH)))
    .prepare("thread_catch_up"),
);

/**
 * What changed in a thread after a revision, as the JSON that is sent. Revisions are
 * taken under the thread's row lock, so whoever was told N has seen all that is ≤ N.
 * A thousand browsers ask this at once: the right is checked for each, and the answer
 * is made for the first of them.
 * @throws DomainError thing.absent
 */
export async function catchUp(actor: ParticipantActor, id: number, zone: string, since: number): Promise<{ revision: number; body: string }> {
  const [row] = await catchUpQuery().execute({ ...reachOf(actor), id, since, kept: keptAnswerRevision(id, since) });
  if (!row) throw new DomainError("thing.absent");
  const { revision } = row;
  const known = findAnswer(id, revision, since);
  if (known !== undefined) return { revision, body: known };
  // Forgotten in between: an empty answer at the old revision is true, and is asked again at the next ring.
  const answer: CatchUp = row.messages ? answerFrom(id, row.messages, { revision, head: row.headRevision > since }, zone) : { revision: since, html: "", count: 0, head: false, more: true };
  const body = JSON.stringify(answer);
  if (row.messages) keepAnswer(id, revision, since, body);
  return { revision, body };
}

function answerFrom(id: number, found: readonly MessageFacts[], at: { revision: number; head: boolean }, zone: string): CatchUp {
  const more = found.length > CATCH_UP_CAP;
  const shown = found.slice(0, CATCH_UP_CAP);
  return {
    revision: more ? (shown.at(-1)?.revision ?? at.revision) : at.revision,
    html: shown.map((message) => messageRow(id, message, zone)).join(""),
    count: shown.length,
    head: at.head,
    more,
  };
}
