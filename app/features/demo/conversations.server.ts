import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { messageInstants } from "#db/demo/calendar";
import { COMMUNITY, PEOPLE } from "#db/demo/cast";
import { CONVERSATIONS, type DemoConversation } from "#db/demo/conversations";
import { MEETING_CONVERSATIONS } from "#db/demo/meetings";
import { messages, threads } from "#db/schema/thread";
import { quote, renderMarkdown, titleOf } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import type { Cast } from "./people.server";

/** A thread as it was written, with what the readers need of it. */
export type WrittenThread = { id: number; key: string; authors: string[]; instants: Date[] };

type Line = { by: string; at: Date; body: string; html: string; version: number; /** The position it quotes. */ quotes: number | null; /** The key of whom its first sentence names. */ names: string | null };
type Prepared = { key: string; title: string; lines: [Line, ...Line[]] };

/** Renders everything before the transaction, which then only inserts; in the order of their first message. */
export async function prepareConversations(today: Date): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const conversation of [...CONVERSATIONS, ...MEETING_CONVERSATIONS]) {
    prepared.push(prepare(conversation, today));
    // Rendering 500 messages in one breath would keep every connection under way from being made.
    await nextTurn();
  }
  return prepared.sort((a, b) => a.lines[0].at.getTime() - b.lines[0].at.getTime());
}

function prepare(conversation: DemoConversation, today: Date): Prepared {
  const { key, title, messages: written } = conversation;
  const instants = messageInstants(conversation, today, COMMUNITY.timeZone);
  const [first, ...others] = written.map(({ by, text }, index) => {
    const quoted = quotedBy(written, index);
    const body = quoted === null ? text : quote(openingOf(written[quoted]?.text ?? ""), nameOf(written[quoted]?.by)) + text;
    const { html, version } = renderMarkdown(body);
    return { by, at: instants[index] ?? today, body, html, version, quotes: quoted === null ? null : quoted + 1, names: namedIn(written[index]) };
  });
  if (!first) throw new Error(`Nobody speaks in ${key}.`);
  return { key, title: title ?? titleOf(first.body), lines: [first, ...others] };
}

const nameOf = (key: string | undefined): string => PEOPLE.find((person) => person.key === key)?.name ?? "";

const FIRST_NAMES = PEOPLE.map(({ key, name }) => ({ key, firstName: new RegExp(`(?<!\\p{L})${name.split(" ")[0]}(?![\\p{L}-])`, "u") }));

/** Whom a message's first sentence names. */
function namedIn({ by, text } = { by: "", text: "" }): string | null {
  const [sentence = ""] = text.split(/[.!?\n]/);
  return FIRST_NAMES.find(({ key, firstName }) => key !== by && firstName.test(sentence))?.key ?? null;
}

/** A first sentence that names somebody answers what that person last wrote, and quotes it when others wrote between. */
function quotedBy(written: DemoConversation["messages"], index: number): number | null {
  const named = namedIn(written[index]);
  const at = named ? written.slice(0, index).findLastIndex((earlier) => earlier.by === named) : -1;
  return at >= 0 && at < index - 1 ? at : null;
}

/** What somebody leaves of a quote: its first paragraph, and of a long one its first sentence. */
function openingOf(text: string): string {
  const [paragraph = ""] = text.split("\n\n");
  return paragraph.length <= 220 ? paragraph : (/^.{40,}?[.!?…](?=\s)/su.exec(paragraph)?.[0] ?? paragraph);
}

/** The threads and their messages: positions and revisions without a gap, ids in the order of time. */
export async function fillConversations(tx: Tx, { idOf }: Cast, prepared: readonly Prepared[]): Promise<WrittenThread[]> {
  const made = await tx.insert(threads).values(prepared.map((conversation) => threadRow(conversation, idOf))).returning({ id: threads.id });
  const written = prepared.map(({ key, lines }, index) => ({
    id: made[index]?.id ?? 0,
    key,
    lines,
    authors: lines.map(({ by }) => by),
    instants: lines.map(({ at }) => at),
  }));
  const rows = written.flatMap(({ id, lines }) =>
    lines.map(({ by, at, body, html, version }, index) => ({
      threadId: id,
      position: index + 1,
      revision: index + 1,
      authorId: idOf(by),
      body,
      html,
      rendererVersion: version,
      createdAt: at,
    })),
  );
  await tx.insert(messages).values(rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()));
  const names = written.flatMap(({ id, lines }) => lines.flatMap(({ names: key }, index) => (key === null ? [] : [{ thread: id, at: index + 1, member: idOf(key) }])));
  await tx.execute(sql`
    insert into mentions (message_id, member_id) select m.id, named.member
    from json_to_recordset(${JSON.stringify(names)}::json) as named (thread bigint, at int, member bigint)
    join messages m on m.thread_id = named.thread and m.position = named.at`);
  const quotes = written.flatMap(({ id, lines }) => lines.flatMap(({ quotes }, index) => (quotes === null ? [] : [{ thread: id, at: index + 1, quotes }])));
  await tx.execute(sql`
    update messages set quoted_message_id = quoted.id
    from json_to_recordset(${JSON.stringify(quotes)}::json) as pair (thread bigint, at int, quotes int)
    join messages quoted on quoted.thread_id = pair.thread and quoted.position = pair.quotes
    where messages.thread_id = pair.thread and messages.position = pair.at`);
  return written;
}

function threadRow({ title, lines }: Prepared, idOf: Cast["idOf"]) {
  const last = lines.at(-1) ?? lines[0];
  return {
    title,
    authorId: idOf(lines[0].by),
    createdAt: lines[0].at,
    revision: lines.length,
    lastPosition: lines.length,
    lastMessageAt: last.at,
    lastAuthorId: idOf(last.by),
  };
}
