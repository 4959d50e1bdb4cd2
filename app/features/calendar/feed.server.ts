import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server";
import { calendarFeeds } from "#db/schema/answer";
import { members } from "#db/schema/member";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { requestContext } from "~/kit/request-context.server";
import { writeOnce } from "~/kit/transaction.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import { feedEvents, sittingEvent } from "./events.server";
import { feedKey, readFeedKey } from "./key.server";
import { publishedText } from "./model";
import { endFeed, renewFeed } from "./mutations.server";
import { mayKeepFeed } from "./policy";

/** Calendars by subscription and by file. */

const HEADERS = { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store" };

/** The calendar behind an address. @throws DomainError thing.absent for an address that was changed, or of someone who left */
export async function feedFile(key: string): Promise<Response> {
  const read = readFeedKey(key.replace(/\.ics$/, ""));
  const [feed] = read
    ? await db
        .select({ nonce: calendarFeeds.nonce })
        .from(calendarFeeds)
        .innerJoin(members, and(eq(members.id, calendarFeeds.memberId), inArray(members.state, ["active", "paused"])))
        .where(eq(calendarFeeds.memberId, read.memberId))
    : [];
  if (!read || !feed || !read.matches(feed.nonce)) throw new DomainError("thing.absent");
  const { origin } = requestContext().settings;
  const [events, community] = await Promise.all([feedEvents(read.memberId, origin), unscopedCommunity()]);
  return new Response(publishedText(events, `Le Fil – ${community?.name ?? "mes rencontres"}`), { headers: HEADERS });
}

/** One sitting as a file, for « Ajouter à mon calendrier ». */
export async function sittingFile(actor: MemberActor, meetingId: number, sittingId: number): Promise<Response> {
  const event = await sittingEvent(actor, meetingId, sittingId, requestContext().settings.origin);
  return new Response(publishedText([event], event.summary), { headers: { ...HEADERS, "Content-Disposition": 'attachment; filename="moment-d-echange.ics"' } });
}

/** The page of one's own calendar. */
export async function feedPage(actor: MemberActor) {
  const [feed] = await db.select({ nonce: calendarFeeds.nonce }).from(calendarFeeds).where(eq(calendarFeeds.memberId, actor.memberId));
  return { address: feed ? `${requestContext().settings.origin}/agenda/${feedKey(actor.memberId, feed.nonce)}.ics` : null };
}

export async function renewFeedFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayKeepFeed(actor);
  return writeOnce(actor, form, async (tx) => {
    await renewFeed(tx, proof);
    return "/reglages/agenda?fait=adresse";
  });
}

export async function endFeedFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayKeepFeed(actor);
  return writeOnce(actor, form, async (tx) => {
    await endFeed(tx, proof);
    return "/reglages/agenda?fait=retrait";
  });
}
