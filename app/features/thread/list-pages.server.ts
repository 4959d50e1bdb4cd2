import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen, plural } from "~/kit/format";
import { escapeText, leaveMarkup } from "~/kit/markup.server";
import { shapeOfTone, shapePaths, type ShapeName, type Tone } from "~/ui/shape";
import { communityTimeZone } from "~/features/community/queries.server";
import { findLatestActivity, findListFacts, listThreads, type ListedThread } from "./list-queries.server";
import { listPath, parseCursor, parseFilter, UNREAD_CAP, unreadPath, type View } from "./model";

const unreadWords = (count: number): string => (count >= UNREAD_CAP ? `plus de ${UNREAD_CAP - 1} nouveaux` : plural(count, "nouveau", "nouveaux"));

/** Words of the filters, in the order they stand. */
const VIEW_WORDS: Record<View, string> = { all: "Toutes", unanswered: "Questions sans réponse", followed: "Suivies", unread: "Non lues" };

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
  const { unread, starter, starterTitle, starterOrganisation, lastAuthor, messages, topics } = thread;
  const role = [starterTitle, starterOrganisation?.name].filter(Boolean).join(", ");
  const all = plural(messages, "message", "messages");
  const count = unread > 0 ? `<span class="tag tone-thread">${unreadWords(unread)}</span> sur ${all}` : all;
  const time = `<time class="time" datetime="${thread.lastMessageAt.toISOString()}">${formatWhen(thread.lastMessageAt, at, zone)}</time>`;
  return (
    `<li class="yarn-item"><svg class="knot${unread > 0 ? " knot-new" : ""}" aria-hidden="true"><use href="#knot-loop"/></svg>` +
    `<div class="yarn-text"><p class="yarn-title"><a href="${unreadPath(thread.id)}">${escapeText(thread.title)}</a></p>${stateTags(thread)}` +
    (topics.length > 0 ? `<p class="yarn-note">${escapeText(topics.map(({ name }) => name).join(" · "))}</p>` : "") +
    `<p class="yarn-note">${escapeText(starter)}${role ? `, ${escapeText(role)}` : ""}</p>` +
    `<p class="yarn-note">${count} · ${messages > 1 ? `${escapeText(lastAuthor)}, ` : ""}${time}</p></div></li>`
  );
}

/** The loader's data of the list of threads. */
export async function listPage(actor: MemberActor, request: Request) {
  const { searchParams } = new URL(request.url);
  const cursor = parseCursor(searchParams.get("avant"));
  const filter = parseFilter(searchParams);
  const zone = await communityTimeZone();
  const [{ threads, next }, facts] = await Promise.all([listThreads(actor, cursor, filter), findListFacts(actor)]);
  const at = now();
  const narrowed = filter.view !== "all" || filter.topic !== null;
  return {
    html: leaveMarkup("discussions", threads.map((thread) => threadRow(thread, at, zone)).join("")),
    empty: threads.length === 0,
    first: cursor === null,
    narrowed,
    /** This list from its beginning. */
    here: listPath(null, filter),
    views: (Object.keys(VIEW_WORDS) as View[]).map((view) => ({ label: VIEW_WORDS[view], to: listPath(null, { ...filter, view }), current: view === filter.view })),
    topics: facts.topics.map(({ id, name, threads: count }) => ({ id, name, count, to: listPath(null, { ...filter, topic: id }), current: id === filter.topic })),
    everyTopic: listPath(null, { ...filter, topic: null }),
    /** What the page knows to be the latest, to tell whether the list has changed since. */
    latest: cursor === null ? stampOf(facts.latest) : null,
    older: next && listPath(next, filter),
    mayWrite: actor.standing === "active",
  };
}

const stampOf = (thread: { id: number; messages: number } | null): string => (thread ? `${thread.id}-${thread.messages}` : "");

/** The latest activity, so that an open list can say that it has changed. */
export const latestActivity = async (actor: MemberActor): Promise<{ latest: string }> => ({ latest: stampOf(await findLatestActivity(actor)) });
