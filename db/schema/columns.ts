import { sql, type SQL } from "drizzle-orm";
import { bigint, customType, integer, timestamp } from "drizzle-orm/pg-core";

/** An instant, kept in UTC with microseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A row's own number, given by the database. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** The number of another row. */
export const reference = (name: string) => bigint(name, { mode: "number" });

export const count = (name: string) => integer(name);

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What search finds a row by: computed by the database from its text, so that what is taken back is found no more. */
export const searchable = (name: string, text: () => SQL) => tsvector(name).generatedAlwaysAs(() => sql`to_tsvector('public.le_fil'::regconfig, search_spaced(${text()}))`);
