import type { MemberActor, ParticipantActor } from "~/kit/actor";
import { isMember } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate, formatWhen, plural } from "~/kit/format";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { quote, renderMarkdown } from "~/kit/markdown.server";
import { answerJson } from "~/kit/json.server";
import { leaveMarkup } from "~/kit/markup.server";
import { inTransaction, writeOnce, writeOnceAtOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { asKnown, findNewThreadDraft } from "~/features/draft/queries.server";
import { gather, withFiles, withoutFiles } from "~/features/file/pages.server";
import { nameMentions } from "~/features/mention/queries.server";
import { namesIn } from "~/features/topic/model";
import { listTopicNames } from "~/features/topic/queries.server";
import { MAX_BODY, neighboursOf, parseCount, threadPath } from "./model";
import { noteReading, postReply, startThread } from "./mutations.server";
import { NO_KEEPERS } from "./anonymity/model";
import { findKeepers } from "./anonymity/queries.server";
import { headOf } from "./head-pages.server";
import type { NewPoll } from "./poll-sql.server";
import { isHeldFromReplies, isHeldFromThreads, leadsThread, mayNoteReading, mayReply, mayStartThread } from "./policy";
import { findQuotable, findThreadPage, type ThreadPage } from "./queries.server";
import { newDivider } from "./row-markup.server";
import { composerInput, readingInput } from "./schema";
import { catchUp } from "./since-queries.server";

/** What the routes of a thread do, once the guard has let someone in. */

/** The window's rows, with the line that says from where on they are new to this person. */
function markupOf({ rows, span, read }: ThreadPage): string {
  const firstNew = (read ?? 0) + 1 - span.start;
  const divided = read !== null && read < span.last && firstNew >= 0 && firstNew < rows.length;
  return rows.map(({ html }, index) => (divided && index === firstNew ? newDivider() + html : html)).join("");
}

/** Where the page landed, in words; null when there is nothing to say. */
function landingOf({ rows, span, read }: ThreadPage, asked: boolean, zone: string) {
  if (asked || read === null) return null;
  const first = rows[read + 1 - span.start];
  if (read >= span.last || !first) return span.start > 1 ? { allRead: true as const } : null;
  return { allRead: false as const, when: formatWhen(first.at, now(), zone), unread: plural(span.last - read, "message", "messages") };
}

/** The loader's data of a thread page. The messages themselves travel as markup. */
export async function threadPage(actor: ParticipantActor, id: number, request: Request) {
  const { searchParams } = new URL(request.url);
  const zone = await communityTimeZone();
  const from = parseCount(searchParams.get("depuis"));
  const around = parseCount(searchParams.get("message"));
  const page = await findThreadPage(actor, id, zone, { from, around, quoted: parseCount(searchParams.get("citer")) });
  const { title, revision, span, starter, createdAt, read, quoted, follow, told, head } = page;
  return {
    id,
    title,
    revision,
    span,
    read: read ?? 0,
    follow,
    told,
    unnamed: page.unnamed,
    starter,
    startedAt: formatShortDate(createdAt, zone),
    count: plural(span.last, "message", "messages"),
    landing: landingOf(page, from > 0 || around > 0, zone),
    neighbours: neighboursOf(span),
    html: leaveMarkup("messages", markupOf(page)),
    draft: asKnown(page.draft, zone),
    quotation: quoted && { id: quoted.id, text: quote(quoted.body, quoted.author) },
    head: headOf(id, head, zone, isMember(actor)),
    mayLead: actor.standing === "active" && leadsThread(actor, page),
    mayWrite: actor.standing !== "paused" && !head.removed,
    held: isHeldFromReplies(actor),
    member: isMember(actor),
  };
}

const pollOf = (choices: readonly string[], several: boolean): NewPoll | null => (choices.length > 0 ? { choices, single: !several } : null);

/** Publishes a reply. Returns where it can be seen. */
export function reply(actor: ParticipantActor, id: number, form: Form): Promise<string> {
  const proof = mayReply(actor, id);
  return withFiles(actor, form, composerInput, async ({ texte, citation, choix, plusieurs }, files) => {
    const named = await nameMentions(actor, id, texte, MAX_BODY);
    return writeOnceAtOnce(actor, form, (once) => postReply(once, proof, { ...named, quotedId: citation, files, poll: pollOf(choix, plusieurs) }));
  });
}

/** The loader's data of the page where a discussion is begun. */
export async function newThreadPage(actor: MemberActor, request: Request) {
  const [draft, topics, keepers] = await Promise.all([communityTimeZone().then((zone) => findNewThreadDraft(actor, zone)), listTopicNames(actor), findKeepers(actor)]);
  // Words that were searched for in vain begin the question, unless another text is under way.
  const words = (new URL(request.url).searchParams.get("texte") ?? "").slice(0, 200);
  return { draft: draft.revision === 0 ? { ...draft, body: words } : draft, topics, keepers, mayWrite: actor.standing !== "paused", held: isHeldFromThreads(actor) };
}

/** Opens a discussion. Returns where it can be seen. */
export function start(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayStartThread(actor);
  return withFiles(actor, form, composerInput, async ({ titre, texte, question, sans_nom, choix, plusieurs, ...about }, files) => {
    if (sans_nom && !(await findKeepers(actor))) throw new DomainError("input.invalid", { fields: { sans_nom: NO_KEEPERS } });
    const named = await nameMentions(actor, null, texte, MAX_BODY);
    return writeOnce(actor, form, async (tx) => threadPath((await startThread(tx, proof, { ...named, title: titre, files, poll: pollOf(choix, plusieurs), asked: question, topics: namesIn(about), unnamed: sans_nom })).threadId));
  });
}

/** Notes how far someone read. Returns where the button leads: the list, or a guest's one thread. */
export async function read(actor: ParticipantActor, id: number, form: Form): Promise<string> {
  const { position } = form.parse(readingInput);
  await inTransaction((tx) => noteReading(tx, mayNoteReading(actor, id), position));
  return isMember(actor) ? "/discussions" : threadPath(id);
}

/** What is new since a revision; 304 for the browser that already has this very answer. */
export async function news(actor: ParticipantActor, id: number, request: Request): Promise<Response> {
  const since = parseCount(new URL(request.url).searchParams.get("since"));
  const { revision, body } = await catchUp(actor, id, await communityTimeZone(), since);
  const headers = { ETag: `"${id}-${revision}-${since}"`, "Cache-Control": "private, no-cache" };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}

/** The Markdown that quotes a message. */
export async function quotation(actor: ParticipantActor, id: number, messageId: number): Promise<{ texte: string }> {
  const { body, author } = await findQuotable(actor, id, messageId);
  return { texte: quote(body, author) };
}

/** What a text will look like, as its page will show it. */
export async function preview(actor: ParticipantActor, form: Form) {
  const input = withoutFiles(form).parseUnseen(composerInput);
  const { body } = await nameMentions(actor, input.discussion, input.texte, MAX_BODY);
  return { html: renderMarkdown(body).html, input: { ...input, citation: input.citation ?? null }, ...(await gather(actor, form)) };
}

/** The same for the page's script, as JSON. */
export const previewByScript = (actor: ParticipantActor, form: Form): Promise<Response> => answerJson(async () => ({ html: (await preview(actor, form)).html }));
