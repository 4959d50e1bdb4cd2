import { redirect } from "@remix-run/node";
import { isMember, isParticipant, type Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { threadPath, UNREAD_CAP, unreadPath } from "~/features/thread/model";
import { nextMeeting } from "~/features/meeting/pages.server";
import { findLeftOff, listNews } from "~/features/thread/news-queries.server";
import { findGuestThread } from "~/features/thread/queries.server";
import { todosOf } from "~/features/todo/queries.server";

const MOST_NEWS = 7;

/** The loader's data of the home page. Guests have one thread, and land in it. */
export async function homePage(actor: Actor) {
  if (isParticipant(actor) && actor.standing === "guest") {
    const threadId = await findGuestThread(actor);
    if (threadId !== null) throw redirect(threadPath(threadId));
  }
  const zone = await communityTimeZone();
  if (!isMember(actor)) return { todos: await todosOf(actor), news: [], leftOff: null, next: null, member: false, mayWrite: false };
  const [todos, news, leftOff, next] = await Promise.all([todosOf(actor), listNews(actor), findLeftOff(actor), nextMeeting(actor)]);
  const asked = new Set(todos.map(({ key }) => key));
  const at = now();
  return {
    todos,
    next,
    news: news
      .filter(({ id }) => !asked.has(`answers-${id}`))
      .slice(0, MOST_NEWS)
      .map(({ id, title, lastAuthor, lastMessageAt, unread }) => ({
        id,
        title,
        to: unreadPath(id),
        unread: unread >= UNREAD_CAP ? `plus de ${UNREAD_CAP - 1} nouveaux` : plural(unread, "nouveau", "nouveaux"),
        lastAuthor,
        when: formatWhen(lastMessageAt, at, zone),
        instant: lastMessageAt.toISOString(),
      })),
    leftOff: leftOff && {
      title: leftOff.title,
      to: leftOff.position < leftOff.last ? unreadPath(leftOff.id) : threadPath(leftOff.id),
      where: leftOff.position < leftOff.last ? `Lu jusqu’au message ${leftOff.position} sur ${leftOff.last}` : "Tout lu",
      when: formatWhen(leftOff.readAt, at, zone),
    },
    member: true,
    mayWrite: actor.standing === "active",
  };
}
