import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Bringing, TakingBack } from "./policy";
import { linkings, POST_OF_NEW } from "./sql.server";

const at = () => sql`${now().toISOString()}::timestamptz`;

/** One at a time: which post a comment is under is reckoned over all of them. */
const alone = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('archive_texts'))`);

async function link(tx: Tx): Promise<void> {
  for (const linking of linkings(sql`archive_texts`, () => sql`true`)) await tx.execute(linking);
}

/**
 * Publishes what is kept of a transfer, with its dates. A text that somebody brought already is the same one; where
 * it was nobody's yet, its author says so, and the committee confirms. Nobody is notified. Returns how many are new.
 * @throws DomainError thing.absent
 */
export async function publishTransfer(tx: Tx, { actor }: Bringing, id: number): Promise<number> {
  await alone(tx);
  const [transfer] = await tx.execute(sql`select own, group_name from archive_transfers where id = ${id} and member_id = ${actor.memberId} and group_name is not null and published_at is null for update`);
  if (!transfer) throw new DomainError("thing.absent");
  const me = actor.memberId;
  // Posts first: comments are written where they stand.
  const publish = (kind: "post" | "comment") => tx.execute(sql`
    insert into archive_texts (kind, said_at, body, body_hash, group_name, author_id, author_hash, about_hash, about_kind, published_at, post_id)
    select c.kind, c.said_at, c.body, c.body_hash, ${String(transfer.group_name)},
      case when c.own and ${transfer.own === true} then ${me}::bigint else
        (select k.member_id from archive_claims k join archive_texts t on t.id = k.text_id where k.outcome = 'accepted' and t.author_hash = c.author_hash order by k.id limit 1) end,
      c.author_hash, c.about_hash, c.about_kind, ${at()}, ${POST_OF_NEW}
    from archive_finds c where c.transfer_id = ${id} and c.kept and c.kind = ${kind} order by c.place
    on conflict on constraint archive_texts_once do nothing returning id`);
  const fresh = [...(await publish("post")), ...(await publish("comment"))];
  await tx.execute(sql`
    insert into archive_claims (text_id, member_id, at) select t.id, ${me}::bigint, ${at()}
    from archive_finds f join archive_texts t on t.kind = f.kind and t.said_at = f.said_at and t.body_hash = f.body_hash
    where f.transfer_id = ${id} and f.kept and f.own and ${transfer.own === true} and t.author_id is null on conflict do nothing`);
  const [brought] = await tx.execute(sql`
    with kept as (select t.id from archive_finds f join archive_texts t on t.kind = f.kind and t.said_at = f.said_at and t.body_hash = f.body_hash where f.transfer_id = ${id} and f.kept),
      sources as (insert into archive_sources (text_id, member_id) select id, ${me}::bigint from kept on conflict do nothing)
    select count(*)::int as count from kept`);
  await link(tx);
  await tx.execute(sql`update archive_transfers set published_at = ${at()}, published_count = ${Number(brought?.count ?? 0)} where id = ${id}`);
  await tx.execute(sql`delete from archive_finds where transfer_id = ${id}`);
  await tx.audit({ actor, act: "archive.published", subjectId: id, details: { texts: Number(brought?.count ?? 0), fresh: fresh.length } });
  return fresh.length;
}

/** What is left of a text that was reported once it is taken back: the register of incidents still points at it. */
const EMPTIED = "(texte repris)";

/**
 * Takes back everything that one brought and everything that one wrote; what somebody else wrote and others brought as
 * well stays. Twice is once. Returns the files to forget, where some were not read yet.
 */
export async function takeBackAll(tx: Tx, { actor }: TakingBack): Promise<string[]> {
  await alone(tx);
  const me = actor.memberId;
  const [gone] = await tx.execute(sql`
    with mine as (delete from archive_sources where member_id = ${me} returning text_id),
      theirs as (select t.id, exists (select 1 from reported_texts x where x.archive_id = t.id) as reported from archive_texts t where t.author_id = ${me}
        or (t.id in (select text_id from mine) and not exists (select 1 from archive_sources s where s.text_id = t.id and s.member_id <> ${me}))),
      emptied as (update archive_texts set body = ${EMPTIED}, author_id = null, left_out_at = coalesce(left_out_at, ${at()}), left_out_by = coalesce(left_out_by, ${me}::bigint), left_out_reason = coalesce(left_out_reason, '')
        where id in (select id from theirs where reported)),
      gone as (delete from archive_texts where id in (select id from theirs where not reported))
    select count(*)::int as count from theirs`);
  await tx.execute(sql`delete from archive_claims where member_id = ${me} and settled_at is null`);
  const files = await tx.execute(sql`delete from archive_transfers where member_id = ${me} returning place`);
  await link(tx);
  await tx.audit({ actor, act: "archive.taken-back", details: { texts: Number(gone?.count ?? 0) } });
  return files.flatMap(({ place }) => (place === null ? [] : [String(place)]));
}
