import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen } from "~/kit/format";
import { escapeText, leaveMarkup } from "~/kit/markup.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { messageAnchor, parseCursor, windowPath } from "~/features/thread/model";
import { documentLink } from "~/features/thread/row-files.server";
import { findChoices, listDocuments, type ListedDocument } from "./list-queries.server";
import { documentsPath, parseFilter } from "./model";

/** One file of the list, as markup: what it is, who shared it, and the way back to its message. */
function documentRow({ file, sharedAt, messageId, position, threadId, threadTitle, author, organisation }: ListedDocument, at: Date, zone: string): string {
  const who = [author, organisation?.name].filter(Boolean).join(", ");
  return (
    `<li class="yarn-item"><svg class="knot" aria-hidden="true"><use href="#knot-loop"/></svg><div class="yarn-text">` +
    `<p class="yarn-title">${documentLink(file)}</p>` +
    (file.description ? `<p class="yarn-note">${escapeText(file.description)}</p>` : "") +
    `<p class="yarn-note">${escapeText(who)} · <time class="time" datetime="${sharedAt.toISOString()}">${formatWhen(sharedAt, at, zone)}</time></p>` +
    `<p class="yarn-note">Dans <a href="${windowPath(threadId, position)}#${messageAnchor(messageId)}">${escapeText(threadTitle)}</a></p></div></li>`
  );
}

/** The loader's data of the list of documents. */
export async function documentsPage(actor: MemberActor, request: Request) {
  const { searchParams } = new URL(request.url);
  const filter = parseFilter(searchParams);
  const cursor = parseCursor(searchParams.get("avant"));
  const [{ documents, next }, choices, zone] = await Promise.all([listDocuments(actor, filter, cursor), findChoices(actor), communityTimeZone()]);
  const at = now();
  const narrowed = filter.topic !== null || filter.organisation !== null || filter.person !== null;
  return {
    html: leaveMarkup("documents", documents.map((document) => documentRow(document, at, zone)).join("")),
    none: documents.length === 0,
    first: cursor === null,
    narrowed,
    filter,
    choices,
    older: next && documentsPath(filter, next),
  };
}
