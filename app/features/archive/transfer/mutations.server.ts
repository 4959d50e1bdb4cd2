import { sql } from "drizzle-orm";
import { after, DAY, HOUR, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { FINDS_KEPT, ZIP_KEPT } from "../model";
import type { Bringing } from "../policy";
import { linkings } from "../sql.server";
import type { ChoiceInput, GroupInput } from "./schema";

const at = () => sql`${now().toISOString()}::timestamptz`;

/** An archive that has arrived: it is read by a job, so that no request waits for it. */
export async function beginTransfer(tx: Tx, { actor }: Bringing, { place, size }: { place: string; size: number }): Promise<number> {
  const [made] = await tx.execute(sql`insert into archive_transfers (member_id, received_at, size, place) values (${actor.memberId}, ${at()}, ${size}, ${place}) returning id`);
  const id = Number(made?.id);
  await tx.enqueue("archive.read", { transferId: id });
  return id;
}

/** Locks a transfer of one's own that is read and not published. @throws DomainError thing.absent */
export async function holdTransfer(tx: Tx, { actor }: Bringing, id: number): Promise<void> {
  const [row] = await tx.execute(sql`select 1 from archive_transfers where id = ${id} and member_id = ${actor.memberId} and read_at is not null and published_at is null for update`);
  if (!row) throw new DomainError("thing.absent");
}

/** Says which group is the community's; what was found of other groups is forgotten at once. @throws DomainError input.invalid, thing.absent */
export async function chooseGroup(tx: Tx, proof: Bringing, id: number, { groupe, sansnom, compte }: GroupInput): Promise<void> {
  await holdTransfer(tx, proof, id);
  const [chosen] = await tx.execute(sql`select coalesce(group_name, 'Groupe Facebook') as name, group_name is null as unnamed from archive_finds where transfer_id = ${id} and id = ${groupe}`);
  if (!chosen) throw new DomainError("input.invalid", { fields: { groupe: "Ce groupe n’est plus dans la liste. Choisissez-en un autre." } });
  await tx.execute(sql`delete from archive_finds where transfer_id = ${id} and group_name is distinct from ${chosen.unnamed ? null : String(chosen.name)} and not (${sansnom} and group_name is null)`);
  await tx.execute(sql`update archive_transfers set group_name = ${String(chosen.name)}, own = ${compte === "mien"} where id = ${id}`);
  for (const linking of linkings(sql`archive_finds`, (row) => sql`${row}.transfer_id = ${id}`)) await tx.execute(linking);
  await tx.execute(sql`
    update archive_finds f set place = r.place from (
      select c.id, row_number() over (order by coalesce(p.said_at, c.said_at), coalesce(p.id, c.id), (p.id is not null), c.said_at, c.id) as place
      from archive_finds c left join archive_finds p on p.id = c.post_id where c.transfer_id = ${id}) r where r.id = f.id`);
}

/** Keeps, of the texts that a page shows, those that are ticked. */
export async function chooseTexts(tx: Tx, proof: Bringing, id: number, { montres, garde }: ChoiceInput): Promise<void> {
  await holdTransfer(tx, proof, id);
  const list = (ids: readonly number[]) => sql`(select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json))`;
  await tx.execute(sql`update archive_finds set kept = id in ${list(garde)} where transfer_id = ${id} and id in ${list(montres)}`);
}

/** @throws DomainError thing.absent */
async function change(tx: Tx, proof: Bringing, id: number, text: number, set: ReturnType<typeof sql>): Promise<void> {
  await holdTransfer(tx, proof, id);
  const [row] = await tx.execute(sql`update archive_finds set ${set} where transfer_id = ${id} and id = ${text} returning 1`);
  if (!row) throw new DomainError("thing.absent");
}

export const leaveText = (tx: Tx, proof: Bringing, id: number, text: number) => change(tx, proof, id, text, sql`kept = false`);

/** Its bringer stands by these passages: nobody can be recognised. */
export const standBy = (tx: Tx, proof: Bringing, id: number, text: number, agreed: string) => change(tx, proof, id, text, sql`agreed = ${agreed}`);

export const rewordText = (tx: Tx, proof: Bringing, id: number, text: number, body: string, agreed: string) => change(tx, proof, id, text, sql`body = ${body}, agreed = ${agreed}, kept = true`);

/** Gives up what was not published. Twice is once. Returns the file to forget, where it was not read yet. */
export async function dropTransfer(tx: Tx, { actor }: Bringing, id: number): Promise<string | null> {
  const [row] = await tx.execute(sql`delete from archive_transfers where id = ${id} and member_id = ${actor.memberId} and published_at is null returning place`);
  return (row?.place as string | null | undefined) ?? null;
}

/** Forgets archives that could not be read in time and finds that nobody came back to; a job calls it each hour. Returns the files to forget. */
export async function forgetOldTransfers(): Promise<string[]> {
  return inTransaction(async (tx) => {
    const late = await tx.execute(sql`
      update archive_transfers t set failure = 'lost', failed_at = ${at()}, place = null from archive_transfers o
      where o.id = t.id and o.place is not null and t.received_at < ${after(now(), -(ZIP_KEPT - 1) * HOUR).toISOString()}::timestamptz returning o.place`);
    await tx.execute(sql`delete from archive_transfers where published_at is null and received_at < ${after(now(), -FINDS_KEPT * DAY).toISOString()}::timestamptz`);
    return late.map(({ place }) => String(place));
  });
}
