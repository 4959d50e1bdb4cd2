import { sql } from "drizzle-orm";
import { formatDateTime } from "~/kit/format";
import type { Tx } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import type { IncidentFields } from "~/features/incident/model";
import { KIND_WORDS } from "./model";
import type { Target } from "./conceal.server";

/** What the register can say of an incident by itself, without repeating what was published. */
export async function draftIncident(tx: Tx, { kind, threadId, messageId }: Omit<Target, "reportId">, at: string): Promise<IncidentFields> {
  const zone = await communityTimeZone();
  const [row] = await tx.execute(sql`
    select m.created_at, (select count(*)::int from thread_reads r where r.thread_id = m.thread_id and r.last_position >= m.position) as readers
    from messages m where m.thread_id = ${threadId} and case when ${messageId}::bigint is null then m.position = 1 else m.id = ${messageId}::bigint end`);
  const on = (instant: string) => formatDateTime(new Date(instant), zone);
  const published = String(row?.created_at ?? at);
  return {
    information: `Renseignement personnel possible (${KIND_WORDS[kind].toLowerCase()}), à préciser par le comité sans le redire.`,
    circumstances: `Publié dans la discussion no ${threadId} de l’espace privé de la communauté, lue jusque-là par ${Number(row?.readers ?? 0)} personne(s) membres. Signalé, puis masqué aussitôt.`,
    happened: on(published),
    known: on(at),
    persons: null,
    risk: "to-assess",
    reasoning: "",
    commissionNotified: "",
    personsNotified: "",
    measures: "Masqué à la réception du signalement, citations comprises.",
  };
}
