import { sql } from "drizzle-orm";
import { messageInstants } from "#db/demo/calendar";
import { COMMUNITY } from "#db/demo/cast";
import { CONVERSATIONS, type DemoConversation } from "#db/demo/conversations";
import { messages, threads } from "#db/schema/thread";
import { renderMarkdown, titleOf } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import type { Cast } from "./people.server";

/** A thread as it was written, with what the readers need of it. */
export type WrittenThread = { id: number; key: string; authors: string[]; instants: Date[] };

type Prepared = DemoConversation & { heading: string; instants: Date[]; rendered: { html: string; version: number }[] };

/** Renders everything before the transaction, which then only inserts. */
export function prepareConversations(today: Date): Prepared[] {
  return CONVERSATIONS.map((conversation) => ({
    ...conversation,
    heading: conversation.title ?? titleOf(conversation.messages[0]?.text ?? ""),
    instants: messageInstants(conversation, today, COMMUNITY.timeZone),
    rendered: conversation.messages.map(({ text }) => renderMarkdown(text)),
  })).sort((a, b) => first(a.instants).getTime() - first(b.instants).getTime());
}

function first<Thing>(list: readonly Thing[]): Thing {
  const [thing] = list;
  if (thing === undefined) throw new Error("A conversation without a message.");
  return thing;
}

/** The threads and their messages: positions and revisions without a gap, ids in the order of time. */
export async function fillConversations(tx: Tx, { idOf, people }: Cast, prepared: Prepared[]): Promise<WrittenThread[]> {
  const made = await tx.insert(threads).values(
    prepared.map(({ heading, messages: written, instants }) => ({
      title: heading,
      authorId: idOf(first(written).by),
      createdAt: first(instants),
      revision: written.length,
      lastPosition: written.length,
      lastMessageAt: instants.at(-1) ?? first(instants),
      lastAuthorId: idOf(written.at(-1)?.by ?? first(written).by),
    })),
  ).returning({ id: threads.id });
  const rows = prepared.flatMap((conversation, at) => rowsOf(conversation, made[at]?.id ?? 0, idOf));
  rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  await tx.insert(messages).values(rows);
  const quotes = prepared.flatMap((conversation, at) => quotesOf(conversation, people).map((pair) => ({ threadId: made[at]?.id ?? 0, ...pair })));
  await tx.execute(sql`
    update messages reply set quoted_message_id = quoted.id
    from json_to_recordset(${JSON.stringify(quotes)}::json) as pair("threadId" bigint, "from" int, "to" int)
    join messages quoted on quoted.thread_id = pair."threadId" and quoted.position = pair."to"
    where reply.thread_id = pair."threadId" and reply.position = pair."from"`);
  return prepared.map(({ key, messages: written, instants }, at) => ({ id: made[at]?.id ?? 0, key, authors: written.map(({ by }) => by), instants }));
}

const rowsOf = ({ messages: written, instants, rendered }: Prepared, threadId: number, idOf: Cast["idOf"]) =>
  written.map(({ by, text }, at) => ({
    threadId,
    position: at + 1,
    revision: at + 1,
    authorId: idOf(by),
    body: text,
    html: rendered[at]?.html ?? "",
    rendererVersion: rendered[at]?.version ?? 1,
    createdAt: instants[at] ?? first(instants),
  }));

/** A first sentence that names somebody answers what that person last wrote; it quotes it when others wrote between. */
function quotesOf({ messages: written }: Prepared, people: Cast["people"]): { from: number; to: number }[] {
  const firstNames = people.map(({ key, name }) => ({ key, firstName: new RegExp(`(?<!\\p{L})${name.split(" ")[0]}(?![\\p{L}-])`, "u") }));
  return written.flatMap(({ by, text }, at) => {
    const [sentence = ""] = text.split(/[.!?\n]/);
    const named = firstNames.find(({ key, firstName }) => key !== by && firstName.test(sentence));
    const to = named ? written.slice(0, at).findLastIndex((earlier) => earlier.by === named.key) : -1;
    return to >= 0 && to < at - 1 ? [{ from: at + 1, to: to + 1 }] : [];
  });
}
