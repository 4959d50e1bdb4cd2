import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { drafts, threads } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate, formatTime } from "~/kit/format";
import { NO_DRAFT, type KnownDraft } from "./model";
import { DRAFT, DRAFT_FILES } from "./sql.server";

export { DRAFT } from "./sql.server";

export type FoundDraft = Omit<KnownDraft, "savedAt"> & { savedAt: Date };

const keptWhen = (at: Date, zone: string): string =>
  formatShortDate(at, zone) === formatShortDate(now(), zone) ? `à ${formatTime(at, zone)}` : `le ${formatShortDate(at, zone)}`;

/** A draft as the composer knows it, with when it was kept: « à 10 h 42 », « le 3 mars 2027 ». */
export const asKnown = (draft: FoundDraft | null, zone: string): KnownDraft => (draft ? { ...draft, savedAt: keptWhen(draft.savedAt, zone) } : NO_DRAFT);

/** One's own draft of a new discussion. */
export async function findNewThreadDraft(actor: ParticipantActor, zone: string): Promise<KnownDraft> {
  const [row] = await db
    .select(DRAFT)
    .from(drafts)
    .where(and(eq(drafts.memberId, actor.memberId), isNull(drafts.threadId)));
  return asKnown(row ?? null, zone);
}

export type ListedDraft = { id: number; threadId: number | null; threadTitle: string | null; title: string; body: string; files: number; savedAt: Date };

/** One's own drafts, the latest first. */
export const listDrafts = (actor: ParticipantActor): Promise<ListedDraft[]> =>
  db
    .select({ id: drafts.id, threadId: drafts.threadId, threadTitle: threads.title, title: drafts.title, body: drafts.body, files: sql<number>`json_array_length(${DRAFT_FILES(sql`drafts.id`)})`, savedAt: drafts.savedAt })
    .from(drafts)
    .leftJoin(threads, eq(threads.id, drafts.threadId))
    .where(eq(drafts.memberId, actor.memberId))
    .orderBy(sql`${drafts.savedAt} desc`)
    .limit(100);
