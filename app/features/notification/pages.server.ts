import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatMinuteOfDay, formatWhen, weekdayName } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { inTransaction, writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { findFollows } from "~/features/follow/queries.server";
import { messagePath, threadPath, unreadPath } from "~/features/thread/model";
import { findChoices } from "./choices.server";
import { KINDS, NOTIFICATION_SETTINGS, NOTIFICATIONS, parseCursor } from "./model";
import { chooseMails, markRead } from "./mutations.server";
import { mayChooseMails, mayReadNotifications } from "./policy";
import { listNotifications, type ListedNotification } from "./queries.server";
import { mailChoicesInput, readInput } from "./schema";

/** Where a line leads: to the message, or for replies to the first one that is not read. */
export const placeOf = ({ kind, unread, place, threadId, position, messageId }: ListedNotification): string =>
  place !== null ? place : unread && (kind === "reply" || kind === "thread") ? unreadPath(threadId) : messagePath(threadId, position, messageId);

/** What the page is called where something was found that no message caused. */
const nameOf = (place: string): string => (place.startsWith("/charte") ? "Charte de collaboration" : place.startsWith("/sondages") ? "Sondages" : "Moments d’échange");

const whoOf = ({ author, organisation }: ListedNotification): string => (organisation ? `${author} (${organisation})` : author);

/** The loader's data of the list. */
export async function notificationsPage(actor: ParticipantActor, request: Request) {
  const cursor = parseCursor(new URL(request.url).searchParams.get("apres"));
  const zone = await communityTimeZone();
  const { notifications, next } = await listNotifications(actor, cursor);
  const at = now();
  const lines = notifications.map((one) => ({
    id: one.id,
    kind: one.kind,
    unread: one.unread,
    sentence: KINDS[one.kind].sentence(whoOf(one), one.count),
    title: one.place === null ? one.title : nameOf(one.place),
    to: placeOf(one),
    when: formatWhen(one.at, at, zone),
    instant: one.at.toISOString(),
  }));
  return {
    unread: lines.filter((line) => line.unread),
    read: lines.filter((line) => !line.unread),
    first: cursor === null,
    waiting: actor.unread > 0,
    next: next && `${NOTIFICATIONS}?apres=${next}`,
  };
}

/** Marks as read; returns to the list, or to the discussion that was read. */
export async function readFrom(actor: ParticipantActor, form: Form): Promise<string> {
  const { discussion, positions, lieu } = form.parse(readInput);
  await inTransaction((tx) => markRead(tx, mayReadNotifications(actor), { threadId: discussion, positions, place: lieu || null }));
  return lieu || (discussion === null ? `${NOTIFICATIONS}?fait=lu` : threadPath(discussion));
}

const HALF_HOUR = 30;
const hours = (from: number, until: number) =>
  Array.from({ length: (until - from) / HALF_HOUR + 1 }, (_, n) => from + n * HALF_HOUR).map((minute) => ({ value: String(minute), label: formatMinuteOfDay(minute) }));
/** The week as people read it, from Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: String(day), label: weekdayName(day) }));

/** The loader's data of the settings. */
export async function choicesPage(actor: ParticipantActor) {
  const [{ rhythms, times }, follows] = await Promise.all([findChoices(actor), findFollows(actor)]);
  return { rhythms, times, follows, email: actor.email, member: actor.standing !== "guest", paused: actor.standing === "paused", week: WEEK, summaryHours: hours(6 * 60, 20 * 60), quietHours: hours(0, 23 * 60 + 30) };
}

export function chooseMailsFrom(actor: ParticipantActor, form: Form): Promise<string> {
  const { jours, heure, conges, "calme-de": quietFrom, "calme-a": quietUntil, ...rhythms } = parseChoices(form);
  const times = { summaryDays: jours, summaryMinute: heure, quietFrom, quietUntil, daysOff: conges };
  return writeOnce(actor, form, async (tx) => {
    await chooseMails(tx, mayChooseMails(actor), rhythms, times);
    return `${NOTIFICATION_SETTINGS}?fait=courriels`;
  });
}

/** Lists do not survive `values`, so the boxes that were ticked travel beside it. */
function parseChoices(form: Form) {
  try {
    return form.parse(mailChoicesInput);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "input.invalid") throw error;
    const ticked = (field: string) => form.entries.filter(([name]) => name === field).map(([, value]) => value).join(" ");
    throw new DomainError("input.invalid", { ...error.details, values: { ...error.details.values, jours: ticked("jours"), conges: ticked("conges") } });
  }
}
