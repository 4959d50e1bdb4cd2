import { bigint, integer, timestamp } from "drizzle-orm/pg-core";

/** An instant, kept in UTC with microseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A row's own number, given by the database. */
export const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** The number of another row. */
export const reference = (name: string) => bigint(name, { mode: "number" });

export const count = (name: string) => integer(name);
