import type { Brand } from "./brand";

export type CommunityRole = "committee" | "administrator";

/**
 * invited: signed in, but has not finished joining. guest: one thread or meeting,
 * until a date. Those who left or were removed are nobody here.
 */
export type Standing = "invited" | "active" | "paused" | "guest";

/** What it means for somebody that their days to sign the charter are over; never less than reading, and signing. */
export type SigningHold = "reminder" | "no-new-threads" | "reading-only";

/** The person behind a request; only kit/session.server.ts makes one, from the database, at each request. */
export type Actor = Brand<
  Readonly<{
    memberId: number;
    sessionId: string;
    name: string;
    title: string;
    email: string;
    standing: Standing;
    roles: readonly CommunityRole[];
    organisationIds: readonly number[];
    managedOrganisationIds: readonly number[];
    computer: "own" | "shared";
    /** Notifications that wait, as lines of their list: every page shows it, and this spares it a statement. */
    unread: number;
    /** Their days to sign the charter are over; null for everyone else. */
    hold: SigningHold | null;
    /** Another number once something was taken out of sight, or put back: open pages are made anew then. */
    masked: number;
  }>,
  "Actor"
>;

/** Someone who belongs to the community: active, or paused. */
export type MemberActor = Actor & { readonly standing: "active" | "paused" };

/** Someone who can be in a thread: a member, or a guest. */
export type ParticipantActor = Actor & { readonly standing: "active" | "paused" | "guest" };

export const isMember = (actor: Actor): actor is MemberActor => actor.standing === "active" || actor.standing === "paused";

export const isParticipant = (actor: Actor): actor is ParticipantActor => actor.standing !== "invited";

export const hasRole = (actor: Actor, role: CommunityRole): boolean => isMember(actor) && actor.roles.includes(role);
