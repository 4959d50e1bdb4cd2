import { and, eq, isNull, ne } from "drizzle-orm";
import { db } from "#db/client.server";
import { sessions } from "#db/schema/session";
import type { Actor } from "./actor";
import { now } from "./clock.server";
import { forgetReplaced } from "./session-renewal.server";
import { LIMITS, type Computer } from "./session.server";

export type Device = { publicId: string; browser: string; computer: Computer; createdAt: Date; lastSeenAt: Date; isThis: boolean };

/** The browsers where a person is signed in, the latest seen first. */
export async function listDevices(actor: Actor): Promise<Device[]> {
  const rows = await db.select().from(sessions).where(and(eq(sessions.memberId, actor.memberId), isNull(sessions.replacedAt)));
  return rows
    .filter((row) => now().getTime() <= row.lastSeenAt.getTime() + LIMITS[row.computer].idle)
    .sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
    .map(({ publicId, browser, computer, createdAt, lastSeenAt, id }) => ({ publicId, browser, computer, createdAt, lastSeenAt, isThis: id === actor.sessionId }));
}

/** Ends one of one's own sessions, and what is left of replaced ones. Returns the ids of the sessions ended. */
export async function revokeDevice(actor: Actor, publicId: string): Promise<string[]> {
  await forgetReplaced(actor.memberId);
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.memberId, actor.memberId), eq(sessions.publicId, publicId)))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

/** Ends all of one's own sessions but this one. Returns the ids of the sessions ended. */
export async function revokeOtherDevices(actor: Actor): Promise<string[]> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.memberId, actor.memberId), ne(sessions.id, actor.sessionId)))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}
