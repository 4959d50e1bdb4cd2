import { sql } from "drizzle-orm";
import { ARCHIVED, ARCHIVED_GROUP, CLAIMED, FINDS, UNSORTED, type DemoFind } from "#db/demo/archive";
import { typographic } from "#db/demo/conversation";
import { after, DAY, HOUR } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { digestOfName, digestOfText } from "~/features/archive/reading.server";
import type { Cast } from "./people.server";

/** Some of what was written in the Facebook group, some of it not looked at yet, and two people in the middle of bringing theirs. */
export async function fillArchive(tx: Tx, { idOf }: Cast, today: Date): Promise<void> {
  const on = (daysAgo: number) => after(today, -daysAgo * DAY).toISOString();
  const committee = idOf("audrey");
  const ids: number[] = [];
  for (const { kind, daysAgo, by, broughtBy, body, reviewed, under } of ARCHIVED) {
    const text = typographic(body);
    const [made] = await tx.execute(sql`
      insert into archive_texts (kind, said_at, body, body_hash, group_name, author_id, author_hash, post_id, published_at, reviewed_at, reviewed_by)
      values (${kind}, ${on(daysAgo)}::timestamptz, ${text}, ${digestOfText(text)}, ${ARCHIVED_GROUP}, ${by && idOf(by)}::bigint, ${digestOfName(by ?? `Inconnue ${daysAgo}`)}, ${under === undefined ? null : (ids[under] ?? null)}::bigint,
        ${on(3)}::timestamptz, ${reviewed ? on(2) : null}::timestamptz, ${reviewed ? committee : null}::bigint) returning id`);
    ids.push(Number(made?.id));
    await tx.execute(sql`insert into archive_sources (text_id, member_id) values (${ids.at(-1) ?? 0}, ${idOf(broughtBy)})`);
  }
  await tx.execute(sql`insert into archive_claims (text_id, member_id, at) values (${ids[CLAIMED.text] ?? 0}, ${idOf(CLAIMED.by)}, ${on(1)}::timestamptz)`);
  await fillTransfer(tx, idOf("nadege"), FINDS, ARCHIVED_GROUP, today);
  await fillTransfer(tx, idOf("emilie"), UNSORTED, null, today);
}

async function fillTransfer(tx: Tx, member: number, finds: readonly DemoFind[], group: string | null, today: Date): Promise<void> {
  const at = after(today, -HOUR).toISOString();
  const [made] = await tx.execute(sql`
    insert into archive_transfers (member_id, received_at, size, read_part, read_at, group_name, own) values (${member}, ${at}::timestamptz, 12000, 100, ${at}::timestamptz, ${group}::text, ${group === null ? null : true}::boolean) returning id`);
  const ids: number[] = [];
  for (const [place, { kind, daysAgo, body, under, group: name }] of finds.entries()) {
    const text = typographic(body);
    const [find] = await tx.execute(sql`
      insert into archive_finds (transfer_id, kind, said_at, body, body_hash, group_name, own, kept, place, post_id)
      values (${Number(made?.id)}, ${kind}, ${after(today, -daysAgo * DAY).toISOString()}::timestamptz, ${text}, ${digestOfText(text)}, ${name ?? group}::text, true, true,
        ${group === null ? null : place + 1}::int, ${under === undefined ? null : (ids[under] ?? null)}::bigint) returning id`);
    ids.push(Number(find?.id));
  }
}
