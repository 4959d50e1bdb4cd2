import { eq } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import { communities, organisations } from "#db/schema/community";

export type Community = {
  name: string;
  territory: string;
  timeZone: string;
  responsibleOrganisation: string;
  privacyOfficer: { name: string; title: string; contact: string };
};

/** Every page shows the community's name, and it changes once a year: this long, in milliseconds, it is not asked again. */
const KEPT_FOR = 15_000;
let kept: { community: Community; at: number; from: Database } | undefined;

/** The community of this instance, or null before it is set up. It is public: name, territory and whom to ask. */
export async function unscopedCommunity(): Promise<Community | null> {
  if (kept && kept.from === db && performance.now() - kept.at < KEPT_FOR) return kept.community;
  const [row] = await db
    .select({ community: communities, responsible: organisations.name })
    .from(communities)
    .innerJoin(organisations, eq(organisations.id, communities.responsibleOrganisationId));
  if (!row) return null;
  const { name, territory, timeZone, privacyOfficerName, privacyOfficerTitle, privacyOfficerContact } = row.community;
  const community = {
    name,
    territory,
    timeZone,
    responsibleOrganisation: row.responsible,
    privacyOfficer: { name: privacyOfficerName, title: privacyOfficerTitle, contact: privacyOfficerContact },
  };
  kept = { community, at: performance.now(), from: db };
  return community;
}

/** Forgets what is kept, after the settings changed. */
export const forgetCommunity = (): void => {
  kept = undefined;
};
