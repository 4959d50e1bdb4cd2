import type { Tx } from "~/kit/transaction.server";
import { openLog } from "./log/append.server";
import type { LogEvent, LoggedPerson } from "./log/entries";

export type { LogEvent, LoggedPerson };

/** Something that happened before the log was there to be told; round as for the log. */
export type PastAct = { at: Date; event: LogEvent; round?: number };

/** Enters what happened earlier, in the order in which it did: for a community that is made with a past. */
export async function keepPast(tx: Tx, acts: readonly PastAct[]): Promise<void> {
  const log = await openLog(tx);
  for (const { event, round, at } of [...acts].sort((a, b) => a.at.getTime() - b.at.getTime())) await log.append(event, round, at);
}
