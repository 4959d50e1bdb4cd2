/** What the people responsible for a sitting do, and how much each weighs in the count of turns. */
export const ROLES = ["facilitation", "coordination", "notes"] as const;
export type Role = (typeof ROLES)[number];
export const WEIGHTS: Record<Role, number> = { facilitation: 2, coordination: 2, notes: 1 };

/** As dates sort: ISO 8601 instants, in UTC. */
export type Instant = string;
/** From an instant on, until another or for good. */
export type Period = { from: Instant; until: Instant | null };

export type Candidate = {
  id: number;
  joinedAt: Instant;
  leftAt: Instant | null;
  organisationId: number | null;
  /** Where this person usually takes part. */
  poleId: number | null;
  /** Parental leave, illness, a pause: no turn is expected, and none is owed afterwards. */
  leaves: readonly Period[];
  /** Not asked, for as long as it lasts. */
  exemptions: readonly Period[];
};

/** One sitting with who serves in it: what was done, or what is agreed for later. */
export type Served = { sittingId: number; at: Instant; poleId: number | null; turns: readonly { memberId: number; role: Role }[] };

/** Time order; sittings of one meeting that begin together follow each other by number. */
export const inOrder = (a: { at: Instant; sittingId: number }, b: { at: Instant; sittingId: number }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.sittingId - b.sittingId;

export const covers = (periods: readonly Period[], at: Instant): boolean => periods.some(({ from, until }) => from <= at && (until === null || at < until));

/** Counted among those who take turns at an instant. */
export const takesTurns = ({ joinedAt, leftAt, leaves, exemptions }: Candidate, at: Instant): boolean =>
  joinedAt <= at && (leftAt === null || at < leftAt) && !covers(leaves, at) && !covers(exemptions, at);

export const roleNames: Record<Role, string> = { facilitation: "Animation", coordination: "Coordination", notes: "Prise de notes" };

/** How far apart two turns of one person stand, in days. */
export const APART_DAYS = 28;
/** After so many days without an answer, the committee is offered whoever comes next. */
export const PATIENCE_DAYS = 7;

export type DutyState = "open" | "proposed" | "asked" | "accepted" | "relief";

export const TURNS = "/moments/responsables";
export const turnPath = (dutyId: number): string => `${TURNS}/${dutyId}`;
export const namingPath = (meetingId: number, sittingId: number): string => `/comite/moments/${meetingId}/rencontres/${sittingId}/responsables`;
/** Who sits out, for the committee. */
export const ABSENCES = "/comite/moments/exemptions";
export const SEASON_PLAN = "/comite/moments/responsables";
