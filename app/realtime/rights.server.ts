import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { members } from "#db/schema/member";
import { sessions } from "#db/schema/session";
import { threadGuests } from "#db/schema/thread";
import { now } from "~/kit/clock.server";
import { isOver, standingOf } from "~/kit/session.server";
import { EVENTS, type AnnouncedEvent, type Audience } from "./events";

/** What the browser behind a session may hear of now. */
export type Rights = { memberId: number; rooms: ReadonlySet<string> };

const MEMBERS = "members";
export const roomOfSession = (sessionId: string): string => `s:${sessionId}`;
export const roomOfMember = (memberId: number): string => `u:${memberId}`;
const roomOfThread = (threadId: number): string => `thread:${threadId}`;

/** Where an event rings. Rooms come from the database alone; no browser ever names one. */
export function roomsOf({ type, id }: AnnouncedEvent): string[] {
  const audience = EVENTS[type].audience as Audience;
  switch (audience) {
    case "members":
      return [MEMBERS];
    case "participants-of-thread":
      return [MEMBERS, roomOfThread(id)];
    case "person":
      return [roomOfMember(id)];
    case "nobody":
      return [];
  }
}

/**
 * Reads the rights of many sessions in one query; a session that ended is not
 * in the answer. It renews no session and moves no last_seen_at: an open socket
 * must not keep anyone signed in.
 */
export async function rightsOfSessions(ids: readonly string[]): Promise<Map<string, Rights>> {
  const guestThreads = sql<number[]>`array(select thread_id from ${threadGuests} g where g.member_id = ${members.id} and g.until > ${now().toISOString()})`;
  const rows = await db
    .select({
      id: sessions.id,
      computer: sessions.computer,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      replacedAt: sessions.replacedAt,
      memberId: members.id,
      state: members.state,
      guestUntil: members.guestUntil,
      threads: guestThreads.mapWith((list: unknown) => (list as unknown[]).map(Number)),
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    // One parameter however many they are, so that it stays one prepared statement.
    .where(sql`${sessions.id} = any(string_to_array(${ids.join(",")}, ','))`);

  const rights = new Map<string, Rights>();
  for (const row of rows) {
    const standing = standingOf(row);
    if (!standing || isOver(row)) continue;
    const rooms = new Set([roomOfSession(row.id), roomOfMember(row.memberId)]);
    if (standing === "active" || standing === "paused") rooms.add(MEMBERS);
    if (standing === "guest") for (const thread of row.threads) rooms.add(roomOfThread(thread));
    rights.set(row.id, { memberId: row.memberId, rooms });
  }
  return rights;
}

/** How long a handshake waits for others to be looked up with; milliseconds. */
const TOGETHER = 5;
let asked: { ids: Set<string>; answer: Promise<Map<string, Rights>> } | undefined;

/** The rights of one session; after a restart, a thousand browsers that come back together cost a few queries. */
export async function rightsOfSession(id: string): Promise<Rights | undefined> {
  if (!asked) {
    const ids = new Set<string>();
    const answer = new Promise((later) => setTimeout(later, TOGETHER)).then(() => {
      asked = undefined;
      return rightsOfSessions([...ids]);
    });
    asked = { ids, answer };
  }
  asked.ids.add(id);
  return (await asked.answer).get(id);
}
