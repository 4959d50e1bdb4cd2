import { sql } from "drizzle-orm";
import { formatDateTime } from "~/kit/format";
import type { Tx } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import type { IncidentFields } from "~/features/incident/model";
import type { Subject } from "./conceal.server";
import { KIND_WORDS } from "./model";
import { TEXT_WORDS } from "./text/model";
import { PLACES } from "./text/places.server";

/** What the register can say of an incident by itself, without repeating what was published. */
export async function draftIncident(tx: Tx, subject: Subject, at: string): Promise<IncidentFields> {
  const zone = await communityTimeZone();
  const { what, published, circumstances } = await (subject.kind === "text" ? ofText(tx, subject.text) : ofThread(tx, subject));
  const on = (instant: string) => formatDateTime(new Date(instant), zone);
  return {
    information: `Renseignement personnel possible (${what.toLowerCase()}), à préciser par le comité sans le redire.`,
    circumstances: `${circumstances} Signalé${subject.kind === "text" && PLACES[subject.text.kind].fixed ? "." : ", puis masqué aussitôt."}`,
    happened: on(published ?? at),
    known: on(at),
    persons: null,
    risk: "to-assess",
    reasoning: "",
    commissionNotified: "",
    personsNotified: "",
    measures: subject.kind === "text" && PLACES[subject.text.kind].fixed ? "" : "Masqué à la réception du signalement, citations comprises.",
  };
}

type Draft = { what: string; published: string | null; circumstances: string };

async function ofThread(tx: Tx, { kind, threadId, messageId }: Exclude<Subject, { kind: "text" }>): Promise<Draft> {
  const [row] = await tx.execute(sql`
    select m.created_at, (select count(*)::int from thread_reads r where r.thread_id = m.thread_id and r.last_position >= m.position) as readers
    from messages m where m.thread_id = ${threadId} and case when ${messageId}::bigint is null then m.position = 1 else m.id = ${messageId}::bigint end`);
  return {
    what: KIND_WORDS[kind],
    published: row?.created_at ? String(row.created_at) : null,
    circumstances: `Publié dans la discussion no ${threadId} de l’espace privé de la communauté, lue jusque-là par ${Number(row?.readers ?? 0)} personne(s) membres.`,
  };
}

async function ofText(tx: Tx, { kind, id }: Extract<Subject, { kind: "text" }>["text"]): Promise<Draft> {
  const [row] = await tx.execute(sql`select t.at from (${PLACES[kind].things(null)}) t where t.id = ${id}`);
  return { what: TEXT_WORDS[kind], published: row?.at ? String(row.at) : null, circumstances: `Publié dans l’espace privé de la communauté (${TEXT_WORDS[kind].toLowerCase()} no ${id}).` };
}
