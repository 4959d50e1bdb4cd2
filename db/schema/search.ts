import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { identity, instant, reference, searchable } from "./columns";
import { files } from "./file";
import { members } from "./member";

/** What means the same: an acronym and what it stands for. Kept by the committee; those of the first day have no author. */
export const synonyms = pgTable(
  "synonyms",
  {
    id: identity(),
    terms: text("terms").array().notNull(),
    changedBy: reference("changed_by"),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ name: "synonyms_changed_by", columns: [t.changedBy], foreignColumns: [members.id] }),
    check("synonyms_are_several", sql`cardinality(${t.terms}) between 2 and 8 and array_position(${t.terms}, null) is null`),
    check("synonyms_bounded", sql`length(array_to_string(${t.terms}, '')) <= 480`),
  ],
);

/** The words of discussions as search knows them, to find the nearest to a slip of the finger; made anew each hour. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text("word").primaryKey(),
    uses: integer("uses").notNull(),
  },
  (t) => [check("search_words_bounded", sql`length(${t.word}) between 3 and 60 and ${t.uses} > 0`), index("search_words_near").using("gin", sql`${t.word} gin_trgm_ops`)],
);

/** What a document says, read once by a worker of its own. Empty where nothing could be read. */
export const fileTexts = pgTable(
  "file_texts",
  {
    fileId: reference("file_id").primaryKey(),
    body: text("body").notNull(),
    readAt: instant("read_at").notNull().defaultNow(),
    search: searchable("search", () => sql`body`),
  },
  (t) => [
    foreignKey({ name: "file_texts_file", columns: [t.fileId], foreignColumns: [files.id] }).onDelete("cascade"),
    check("file_texts_bounded", sql`length(${t.body}) <= 200000`),
    index("file_texts_search").using("gin", t.search),
  ],
);
