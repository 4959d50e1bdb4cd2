import { eq } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import { communities, organisations } from "#db/schema/community";
import type { MemberActor } from "~/kit/actor";
import { formatShortDate } from "~/kit/format";
import { PRIVACY_NOTICE_DATE } from "~/features/privacy/model";
import { TIME_ZONES, type Community } from "./model";
import { mayChangeSettings } from "./policy";

export type { Community };

/** Every page shows the community's name, and it changes once a year: this long, in milliseconds, it is not asked again. */
const KEPT_FOR = 15_000;
let kept: { community: Community; at: number; from: Database } | undefined;

/** The question under way: the loaders of one page ask side by side, and one statement is enough for them. */
let asking: { answer: Promise<Community | null>; from: Database } | undefined;

/** The community of this instance, or null before it is set up. It is public: name, territory and whom to ask. */
export async function unscopedCommunity(): Promise<Community | null> {
  if (kept && kept.from === db && performance.now() - kept.at < KEPT_FOR) return kept.community;
  if (asking?.from === db) return asking.answer;
  const mine = { answer: readCommunity(), from: db };
  asking = mine;
  try {
    const community = await mine.answer;
    if (community && asking === mine) kept = { community, at: performance.now(), from: mine.from };
    return community;
  } finally {
    if (asking === mine) asking = undefined;
  }
}

async function readCommunity(): Promise<Community | null> {
  const [row] = await db
    .select({ community: communities, responsible: organisations.name })
    .from(communities)
    .innerJoin(organisations, eq(organisations.id, communities.responsibleOrganisationId));
  if (!row) return null;
  const { name, territory, timeZone, privacyOfficerName, privacyOfficerTitle, privacyOfficerContact } = row.community;
  return {
    name,
    territory,
    timeZone,
    responsibleOrganisation: row.responsible,
    privacyOfficer: { name: privacyOfficerName, title: privacyOfficerTitle, contact: privacyOfficerContact },
  };
}

/** Forgets what is kept, after the settings changed. */
export const forgetCommunity = (): void => {
  kept = undefined;
  asking = undefined;
};

/** The time zone that dates are shown in. */
export const communityTimeZone = async (): Promise<string> => (await unscopedCommunity())?.timeZone ?? TIME_ZONES[0];

/** What the privacy page says of this community; public. */
export async function unscopedNoticeFacts() {
  const community = await unscopedCommunity();
  return { date: formatShortDate(PRIVACY_NOTICE_DATE, community?.timeZone ?? TIME_ZONES[0]), community };
}

/** The settings as their form shows them, with the organisations to choose from. */
export async function findSettings(actor: MemberActor) {
  mayChangeSettings(actor);
  const [row] = await db.select().from(communities);
  const choices = await db.select({ id: organisations.id, name: organisations.name }).from(organisations).orderBy(organisations.name);
  return {
    values: {
      community: row?.name ?? "",
      territory: row?.territory ?? "",
      timeZone: row?.timeZone ?? TIME_ZONES[0],
      organisation: String(row?.responsibleOrganisationId ?? ""),
      officerName: row?.privacyOfficerName ?? "",
      officerTitle: row?.privacyOfficerTitle ?? "",
      officerContact: row?.privacyOfficerContact ?? "",
    },
    organisations: choices.map(({ id, name }) => ({ value: String(id), label: name })),
  };
}
