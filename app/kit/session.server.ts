import { randomUUID } from "node:crypto";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from "lucia";
import { and, eq, lt, or, sql } from "drizzle-orm";
import { db, preparedQuery } from "#db/client.server";
import { members } from "#db/schema/member";
import { sessions } from "#db/schema/session";
import type { Actor, CommunityRole, SigningHold, Standing } from "./actor";
import { isSlowToEmptyItsCache } from "./browser";
import { after, DAY, HOUR, MINUTE, now } from "./clock.server";
import { oncePerRequest, requestContext } from "./request-context.server";
import { newToken, sha256 } from "./secrets.server";
import { forgetReplaced, REPLACED_LIVES, replaceToken } from "./session-renewal.server";

/**
 * Sessions live here and nowhere else. Lucia creates, validates, renews and
 * invalidates; the token is hashed before it reaches Lucia (hashing inside the
 * adapter signs people out), and the idle and absolute limits are ours, because
 * Lucia has one sliding lifetime and no end.
 */
export type Computer = "own" | "shared";

export const LIMITS = {
  own: { idle: 30 * DAY, absolute: 90 * DAY },
  shared: { idle: 30 * MINUTE, absolute: 12 * HOUR },
} as const;

/** Within this, a page view does not write last_seen_at again. */
const SEEN_AGAIN = MINUTE;

type SessionRow = { publicId: string; computer: Computer; browser: string; createdAt: Date; lastSeenAt: Date; renewalDue: boolean; replacedAt: Date | null };
type UserRow = {
  name: string;
  title: string;
  email: string;
  state: string;
  guestUntil: Date | null;
  roles: CommunityRole[];
  organisationIds: number[];
  managedOrganisationIds: number[];
  unread: number;
  hold: SigningHold | null;
  masked: number;
};

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    UserId: number;
    DatabaseSessionAttributes: SessionRow;
    DatabaseUserAttributes: UserRow;
  }
}

const numbers = (query: ReturnType<typeof sql>) => sql<number[]>`array(${query})`.mapWith((list: unknown) => (list as unknown[]).map(Number));

const findBySession = preparedQuery((database) =>
  database
    .select({
      session: sessions,
      member: members,
      roles: sql<CommunityRole[]>`array(select role from member_roles r where r.member_id = ${members.id})`,
      organisationIds: numbers(sql`select organisation_id from memberships o where o.member_id = ${members.id} order by since, organisation_id`),
      managedOrganisationIds: numbers(sql`select organisation_id from organisation_managers g where g.member_id = ${members.id}`),
      // As the list shows them: the replies of one thread are one line.
      unread: sql<number>`(select count(distinct case when w.kind = 'reply' then -w.thread_id else w.id end)::int from (
        select n.id, n.kind, n.thread_id from notifications n where n.member_id = ${members.id} and n.read_at is null limit 1000) w)`.mapWith(Number),
      hold: sql<SigningHold | null>`(select h.kind from signing_holds h where h.member_id = ${members.id})`,
      masked: sql<number>`(select coalesce(max(c.id), 0) from concealments c)`.mapWith(Number),
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare("session_and_member"),
);

const toLucia = (row: typeof sessions.$inferSelect): DatabaseSession => ({
  id: row.id,
  userId: row.memberId,
  expiresAt: row.expiresAt,
  attributes: row,
});

const adapter: Adapter = {
  async getSessionAndUser(id) {
    const [row] = await findBySession().execute({ id });
    if (!row) return [null, null];
    const { session, member, ...facts } = row;
    return [toLucia(session), { id: member.id, attributes: { ...member, ...facts } }];
  },
  async getUserSessions(memberId) {
    return (await db.select().from(sessions).where(eq(sessions.memberId, memberId))).map(toLucia);
  },
  async setSession(session) {
    const { computer, browser, createdAt, lastSeenAt, publicId } = session.attributes;
    await db.insert(sessions).values({ id: session.id, memberId: session.userId, expiresAt: session.expiresAt, computer, browser, createdAt, lastSeenAt, publicId });
  },
  async updateSessionExpiration(id, expiresAt) {
    await db.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
  },
  async deleteSession(id) {
    await db.delete(sessions).where(eq(sessions.id, id));
  },
  async deleteUserSessions(memberId) {
    await db.delete(sessions).where(eq(sessions.memberId, memberId));
  },
  async deleteExpiredSessions() {
    await db.delete(sessions).where(lt(sessions.expiresAt, now()));
  },
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, "d"),
  sessionCookie: { name: "__Host-session", attributes: { secure: true, sameSite: "lax", path: "/" } },
  getSessionAttributes: (row) => row,
  getUserAttributes: (row) => row,
});

const cookieFor = (token: string, computer: Computer): string => {
  const cookie = lucia.createSessionCookie(token);
  // A shared computer's browser forgets it when it closes.
  if (computer === "shared") delete cookie.attributes.maxAge;
  return cookie.serialize();
};

/** How a person stands in the community now; undefined for those who may not come in. */
export const standingOf = (member: Pick<UserRow, "state" | "guestUntil">): Standing | undefined => {
  if (member.guestUntil) return member.state === "active" && member.guestUntil > now() ? "guest" : undefined;
  return member.state === "invited" || member.state === "active" || member.state === "paused" ? member.state : undefined;
};

/** Whether a session is past one of its limits: Lucia's own, idle, absolute, or replaced by another. */
export const isOver = (session: Pick<SessionRow, "computer" | "createdAt" | "lastSeenAt" | "replacedAt"> & { expiresAt: Date }): boolean => {
  const { idle, absolute } = LIMITS[session.computer];
  const present = now().getTime();
  if (session.replacedAt && present > session.replacedAt.getTime() + REPLACED_LIVES) return true;
  return present > session.expiresAt.getTime() || present > session.lastSeenAt.getTime() + idle || present > session.createdAt.getTime() + absolute;
};

// Lucia's own reader throws where any cookie of the site is badly encoded, and nobody could come in.
const TOKEN = new RegExp(`(?:^|;)\\s*${lucia.sessionCookieName}=([\\w-]{20,200})\\s*(?:;|$)`);
const tokenIn = (cookies: string | null | undefined): string | null => TOKEN.exec(cookies ?? "")?.[1] ?? null;

/** The session that a Cookie header names, whether or not there is one. Looking renews nothing. */
export function sessionIdOf(cookies: string | undefined): string | null {
  const token = tokenIn(cookies);
  return token ? sha256(token) : null;
}

export type SignedIn = { actor: Actor; lastSeenAt: Date; publicId: string };

/**
 * Finds who a Cookie header belongs to, within the idle and absolute limits.
 * @param renew takes the renewed cookie, when Lucia made the session live longer.
 */
export async function findSignedIn(cookies: string | null, renew?: (cookie: string) => void): Promise<SignedIn | null> {
  const token = tokenIn(cookies);
  if (!token) return null;
  const { session, user } = await lucia.validateSession(sha256(token));
  if (!session) return null;
  const standing = standingOf(user);
  if (isOver(session) || !standing) {
    await lucia.invalidateSession(session.id);
    return null;
  }
  const newer = renew && session.renewalDue ? await replaceToken(session.id, session) : null;
  if (newer) renew?.(cookieFor(newer, session.computer));
  else if (session.fresh && !session.replacedAt) renew?.(cookieFor(token, session.computer));
  const actor = {
    memberId: user.id,
    sessionId: newer ? sha256(newer) : session.id,
    name: user.name,
    title: user.title,
    email: user.email,
    standing,
    roles: user.roles,
    organisationIds: user.organisationIds,
    managedOrganisationIds: user.managedOrganisationIds,
    computer: session.computer,
    unread: user.unread,
    hold: standing === "guest" ? null : user.hold,
    masked: user.masked,
  } as unknown as Actor;
  return { actor, lastSeenAt: session.lastSeenAt, publicId: session.publicId };
}

/** Who is asking, read once per request from the database. */
export const currentSession = (request: Request): Promise<SignedIn | null> =>
  oncePerRequest("session", () => findSignedIn(request.headers.get("Cookie"), (cookie) => requestContext().cookies.push(cookie)));

/** Notes that the person was here. Polls, sockets and drafts never call it. */
export const noteSeen = ({ actor, lastSeenAt }: SignedIn): Promise<void> =>
  // A page's loaders run side by side, and each of them calls.
  oncePerRequest("seen", async () => {
    if (now().getTime() - lastSeenAt.getTime() < SEEN_AGAIN) return;
    await db.update(sessions).set({ lastSeenAt: now() }).where(eq(sessions.id, actor.sessionId));
  });

/** Signs a person in on the browser of this request, with a token of its own. Returns the Cookie header that it will send. */
export async function startSession(memberId: number, computer: Computer, browser: string): Promise<string> {
  const token = newToken();
  const present = now();
  await lucia.createSession(
    memberId,
    { publicId: randomUUID(), computer, browser, createdAt: present, lastSeenAt: present, renewalDue: false, replacedAt: null },
    { sessionId: sha256(token) },
  );
  requestContext().cookies.push(cookieFor(token, computer));
  return `${lucia.sessionCookieName}=${token}`;
}

/** Ends the session of this browser and clears what the browser kept. */
export async function endSession(actor: Actor): Promise<void> {
  await lucia.invalidateSession(actor.sessionId);
  await forgetReplaced(actor.memberId);
  const context = requestContext();
  context.cookies.push(lucia.createBlankSessionCookie().serialize());
  context.headers["Clear-Site-Data"] = isSlowToEmptyItsCache(context.userAgent) ? '"storage"' : '"cache", "storage"';
}

/** Ends every session of a person: removal, leaving, a guest's last day. */
export const endSessionsOf = (memberId: number): Promise<void> => lucia.invalidateUserSessions(memberId);

/** Forgets the sessions that are past one of their limits; a job calls it each night. */
export async function forgetEndedSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
  const present = now();
  for (const computer of ["own", "shared"] as const) {
    const { idle, absolute } = LIMITS[computer];
    const over = or(lt(sessions.lastSeenAt, after(present, -idle)), lt(sessions.createdAt, after(present, -absolute)));
    await db.delete(sessions).where(and(eq(sessions.computer, computer), over));
  }
}
