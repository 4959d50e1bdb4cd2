import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayPlan } from "../policy";

/** Who may be chosen as a speaker by their account: members and guests who are here. */
export async function listAccounts(actor: MemberActor): Promise<{ value: string; label: string }[]> {
  mayPlan(actor);
  const rows = await db.execute<{ id: number; name: string; title: string }>(sql`
    select id, name, title from members where state in ('active', 'paused') and name <> '' limit 2000`);
  return rows
    .map(({ id, name, title }) => ({ value: String(id), label: title ? `${name}, ${title}` : name }))
    .sort((a, b) => a.label.localeCompare(b.label, "fr-CA"));
}
