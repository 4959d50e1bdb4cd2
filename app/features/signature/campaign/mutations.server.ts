import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { signingCampaigns } from "#db/schema/signing";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { openLog, type OpenLog } from "../log/append.server";
import type { LoggedPerson } from "../log/entries";
import type { Governing } from "../policy";
import { layHolds } from "../rules/mutations.server";
import { findAsked } from "../sql.server";

type Dates = { startsOn: string; closesAt: Date };

/**
 * Plans the yearly campaign; one that begins today is opened at once.
 * @throws DomainError state.moved before a version is in force, or while another campaign is planned or open
 */
export async function planCampaign(tx: Tx, { actor }: Governing, { startsOn, closesAt }: Dates): Promise<"opened" | "planned"> {
  const log = await openLog(tx);
  const at = now();
  const [other] = await tx.execute(sql`select 1 from signing_campaigns where opened_at is null or closes_at > ${at.toISOString()}::timestamptz`);
  if (other || !(await findAsked(tx))) throw new DomainError("state.moved");
  const [made] = await tx.insert(signingCampaigns).values({ startsOn, closesAt, plannedBy: actor.memberId, plannedAt: at }).returning({ id: signingCampaigns.id });
  await tx.audit({ actor, act: "campaign.planned", details: { starts: startsOn } });
  if (!made || startsOn > (await today())) return "planned";
  await open(tx, log, made.id, { id: actor.memberId, name: actor.name, title: actor.title });
  return "opened";
}

/** Gives up a campaign that has not begun. Twice is once. */
export async function dropCampaign(tx: Tx, { actor }: Governing): Promise<void> {
  await openLog(tx);
  const dropped = await tx.delete(signingCampaigns).where(isNull(signingCampaigns.openedAt)).returning({ id: signingCampaigns.id });
  if (dropped.length > 0) await tx.audit({ actor, act: "campaign.dropped" });
}

const today = async (): Promise<string> => dayName(wallTimeAt(now(), await communityTimeZone()));

/** Opens it with an entry of the log: every signature before it is to be renewed, and everyone concerned is told. */
async function open(tx: Tx, log: OpenLog, id: number, by: LoggedPerson): Promise<void> {
  const asked = await findAsked(tx);
  if (!asked) return;
  const campaign = log.campaign + 1;
  await log.append({ event: "campaign-opened", campaign, version: asked.version, text_sha256: asked.sha256, by });
  await tx.update(signingCampaigns).set({ openedAt: now(), campaign }).where(eq(signingCampaigns.id, id));
  await layHolds(tx);
  await tx.enqueue("signing.tell", { cause: "campaign", id: campaign, by: by.id });
  tx.announce({ type: "charter.moved", id: asked.version });
}

/** Each night: opens the campaign whose day has come. */
export async function openDueCampaign(): Promise<void> {
  const day = await today();
  await inTransaction(async (tx) => {
    const log = await openLog(tx);
    const [due] = await tx.select({ id: signingCampaigns.id, by: signingCampaigns.plannedBy }).from(signingCampaigns).where(and(isNull(signingCampaigns.openedAt), lte(signingCampaigns.startsOn, day)));
    if (!due) return;
    const [planner] = await tx.execute<LoggedPerson>(sql`select id::int, name, title from members where id = ${due.by}`);
    if (planner) await open(tx, log, due.id, planner);
  });
}
