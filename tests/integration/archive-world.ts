import type { Person, ThreadWorld } from "./thread-world";
import { readTransfer } from "~/features/archive/reading.server";
import type { TransferData } from "~/features/archive/components/transfer-view";
import * as transferRoute from "~/routes/archive.apports.$id._index";
import * as choiceRoute from "~/routes/archive.apports.$id.choix";
import * as groupRoute from "~/routes/archive.apports.$id.groupe";
import * as publishRoute from "~/routes/archive.apports.$id.publication";
import * as bringRoute from "~/routes/archive.apports._index";

export const DATA_DIR = "/tmp/le-fil-tests";

type Page<State extends TransferData["state"]> = Extract<TransferData, { state: State }>;

export const at = (id: number) => ({ id: String(id) });

/** Sends an archive as the form does. */
export async function send(person: Person, content: Buffer | string, name = "facebook.zip") {
  const form = new FormData();
  form.append("cle", await person.key());
  form.append("archive", new Blob([new Uint8Array(Buffer.from(content))]), name);
  const answer = await person.post(bringRoute.action, "/archive/apports", form);
  return { ...answer, id: Number(/\d+$/.exec(answer.location ?? "")?.[0] ?? 0) };
}

/** Sends it and has it read. Returns its number. */
export async function bring(person: Person, content: Buffer | string): Promise<number> {
  const { id, location } = await send(person, content);
  if (location === null) throw new Error("The archive was refused.");
  await readTransfer(id, DATA_DIR);
  return id;
}

export const transfer = async <State extends TransferData["state"]>(person: Person, id: number, query = ""): Promise<Page<State>> =>
  (await person.get(transferRoute.loader, `/archive/apports/${id}${query}`, at(id))).data as Page<State>;

export async function chooseGroup(person: Person, id: number, name: string, fields: Record<string, string> = {}) {
  const { groups } = await transfer<"group">(person, id);
  const group = groups.find((one) => one.name === name);
  return person.post(groupRoute.action, `/archive/apports/${id}/groupe`, { cle: await person.key(), groupe: String(group?.sample ?? 0), compte: "mien", ...fields }, at(id));
}

/** Ticks, of a page's texts, those whose words these are. */
export async function keep(person: Person, id: number, wanted: (body: string) => boolean) {
  const { texts, page } = await transfer<"texts">(person, id);
  const form = new FormData();
  form.append("cle", await person.key());
  form.append("page", String(page));
  for (const text of texts) {
    form.append("montres", String(text.id));
    if (wanted(text.body)) form.append("garde", String(text.id));
  }
  return person.post(choiceRoute.action, `/archive/apports/${id}/choix`, form, at(id));
}

export const publish = async (person: Person, id: number) => person.post(publishRoute.action, `/archive/apports/${id}/publication`, { cle: await person.key() }, at(id));

/** Brings an archive all the way. */
export async function bringAndPublish(person: Person, content: Buffer, group: string, fields: Record<string, string> = {}): Promise<number> {
  const id = await bring(person, content);
  await chooseGroup(person, id, group, fields);
  const { location } = await publish(person, id);
  if (location !== `/archive/apports/${id}?fait=publie`) throw new Error(`It was not published: ${location}`);
  return id;
}

/** Empties the archive between two tests. */
export const clear = (world: ThreadWorld) => world.sql.unsafe("set session_replication_role = replica; truncate archive_texts, archive_sources, archive_claims, archive_finds, archive_transfers, reported_texts cascade; set session_replication_role = default");
