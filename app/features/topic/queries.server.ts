import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";

/** More than anybody looks through in a list of suggestions. */
const MOST_SUGGESTED = 300;

/** The names that can be chosen: neither those that became another topic nor those that were set aside. */
export async function listTopicNames(_actor: MemberActor): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`select name from topics where state not in ('merged', 'dismissed') order by folded(name) limit ${MOST_SUGGESTED}`);
  return rows.map(({ name }) => name);
}
