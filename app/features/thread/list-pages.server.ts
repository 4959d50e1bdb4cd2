import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen, plural } from "~/kit/format";
import { escapeText, leaveMarkup } from "~/kit/markup.server";
import { shapeOfTone, shapePaths, type ShapeName, type Tone } from "~/ui/shape";
import { communityTimeZone } from "~/features/community/queries.server";
import { findLatestActivity, listThreads, type ListedThread } from "./list-queries.server";
import { listPath, parseCursor, UNREAD_CAP, unreadPath } from "./model";

const unreadWords = (count: number): string => (count >= UNREAD_CAP ? `plus de ${UNREAD_CAP - 1} nouveaux` : plural(count, "nouveau", "nouveaux"));

type States = Pick<ListedThread, "asked" | "answered" | "closed" | "pinned" | "announced">;

/** A state in a line of text, as ui/tag.tsx makes it. */
const stateTag = (tone: Tone, word: string, shape: ShapeName = shapeOfTone[tone]): string =>
  `<span class="tag tone-${tone}"><svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="${shapePaths[shape]}"/></svg><span>${word}</span></span>`;

/** The states of a thread, in the words that its own page uses. */
function stateTags({ asked, answered, closed, pinned, announced }: States): string {
  const tags = [
    announced ? stateTag("thread", "Annonce") : "",
    pinned ? stateTag("slate", "Épinglée", "stitch") : "",
    asked ? (answered ? stateTag("moss", "Réponse trouvée") : stateTag("honey", "Question ouverte")) : "",
    closed ? stateTag("slate", "Fermée") : "",
  ].join("");
  return tags && `<p class="row">${tags}</p>`;
}

/** One thread of the list, as markup: title, who began it and from where, who wrote last, how much is new. */
function threadRow(thread: ListedThread, at: Date, zone: string): string {
  const { unread, starter, starterTitle, starterOrganisation, lastAuthor, messages } = thread;
  const role = [starterTitle, starterOrganisation?.name].filter(Boolean).join(", ");
  const all = plural(messages, "message", "messages");
  const count = unread > 0 ? `<span class="tag tone-thread">${unreadWords(unread)}</span> sur ${all}` : all;
  const time = `<time class="time" datetime="${thread.lastMessageAt.toISOString()}">${formatWhen(thread.lastMessageAt, at, zone)}</time>`;
  return (
    `<li class="yarn-item"><svg class="knot${unread > 0 ? " knot-new" : ""}" aria-hidden="true"><use href="#knot-loop"/></svg>` +
    `<div class="yarn-text"><p class="yarn-title"><a href="${unreadPath(thread.id)}">${escapeText(thread.title)}</a></p>${stateTags(thread)}` +
    `<p class="yarn-note">${escapeText(starter)}${role ? `, ${escapeText(role)}` : ""}</p>` +
    `<p class="yarn-note">${count} · ${messages > 1 ? `${escapeText(lastAuthor)}, ` : ""}${time}</p></div></li>`
  );
}

/** The loader's data of the list of threads. */
export async function listPage(actor: MemberActor, request: Request) {
  const cursor = parseCursor(new URL(request.url).searchParams.get("avant"));
  const zone = await communityTimeZone();
  const { threads, next } = await listThreads(actor, cursor);
  const at = now();
  return {
    html: leaveMarkup("discussions", threads.map((thread) => threadRow(thread, at, zone)).join("")),
    empty: threads.length === 0 && cursor === null,
    first: cursor === null,
    /** What the page knows to be the latest, to tell whether the list has changed since. */
    latest: cursor === null ? stampOf(threads[0]) : null,
    older: next && listPath(next),
    mayWrite: actor.standing === "active",
  };
}

const stampOf = (thread: { id: number; messages: number } | undefined): string => (thread ? `${thread.id}-${thread.messages}` : "");

/** The latest activity, so that an open list can say that it has changed. */
export const latestActivity = async (actor: MemberActor): Promise<{ latest: string }> => ({ latest: stampOf((await findLatestActivity(actor)) ?? undefined) });
