import { sql } from "drizzle-orm";
import { check, customType, foreignKey, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { drafts, messages } from "./thread";

export const FILE_KINDS = ["pdf", "docx", "xlsx", "pptx", "odt", "png", "jpeg", "webp"] as const;
export const FILE_VARIANTS = ["whole", "thumbnail"] as const;

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * A file that someone shares. It is its uploader's alone until a message takes it;
 * when the message is deleted, a trigger deletes it. size, hash, width and height
 * are those of what is kept; received_hash is that of what was sent, by which the
 * same file sent twice is known.
 */
export const files = pgTable(
  "files",
  {
    id: identity(),
    uploaderId: reference("uploader_id").notNull(),
    receivedAt: instant("received_at").notNull().defaultNow(),
    receivedHash: text("received_hash").notNull(),
    kind: text("kind", { enum: FILE_KINDS }).notNull(),
    name: text("name").notNull(),
    size: integer("size").notNull(),
    hash: text("hash").notNull(),
    width: integer("width"),
    height: integer("height"),
    messageId: reference("message_id"),
    place: smallint("place"),
    attachedAt: instant("attached_at"),
    /** Taken out of its message for a report: its uploader's again, and the committee's, until that is settled. */
    concealedAt: instant("concealed_at"),
    /** Laid with the committee's papers: seen by the committee alone, kept, and no message's to take. */
    filedAt: instant("filed_at"),
    /** What a picture shows, for those who do not see it. */
    description: text("description").notNull().default(""),
    /** Who said, when, that the people in a picture or their parents agree. */
    consentBy: reference("consent_by"),
    consentAt: instant("consent_at"),
  },
  (t) => [
    foreignKey({ name: "files_uploader", columns: [t.uploaderId], foreignColumns: [members.id] }),
    foreignKey({ name: "files_message", columns: [t.messageId], foreignColumns: [messages.id] }),
    foreignKey({ name: "files_consent_by", columns: [t.consentBy], foreignColumns: [members.id] }),
    check("files_kind_known", sql`${t.kind} in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'png', 'jpeg', 'webp')`),
    check("files_name_is_one_clean_line", sql`${t.name} !~ '[[:cntrl:]/\\\\]' and length(${t.name}) between 3 and 120`),
    check("files_size_bounded", sql`${t.size} between 1 and 20000000`),
    check("files_hashes", sql`${t.hash} ~ '^[0-9a-f]{64}$' and ${t.receivedHash} ~ '^[0-9a-f]{64}$'`),
    check("files_pictures_have_dimensions", sql`(${t.kind} in ('png', 'jpeg', 'webp')) = (${t.width} is not null) and (${t.width} is null) = (${t.height} is null)`),
    check("files_attached_whole", sql`num_nonnulls(${t.messageId}, ${t.place}, ${t.attachedAt}) in (0, 3)`),
    check("files_concealed_out_of_messages", sql`${t.concealedAt} is null or ${t.messageId} is null`),
    check("files_filed_out_of_messages", sql`${t.filedAt} is null or num_nonnulls(${t.messageId}, ${t.concealedAt}) = 0`),
    check("files_pictures_shared_with_consent", sql`(${t.consentBy} is null) = (${t.consentAt} is null) and (${t.messageId} is null or ${t.width} is null or ${t.consentAt} is not null)`),
    check("files_description_is_one_line", sql`${t.description} !~ '[[:cntrl:]]' and length(${t.description}) <= 300`),
    index("files_of_message").on(t.messageId, t.place).where(sql`message_id is not null`),
    index("files_latest").on(t.attachedAt.desc(), t.id.desc()).where(sql`message_id is not null`),
    index("files_of_uploader").on(t.uploaderId),
    index("files_waiting").on(t.receivedAt).where(sql`message_id is null`),
  ],
);

/** The bytes of a file, in pieces that pass one at a time: no process ever holds a whole file. */
export const fileChunks = pgTable(
  "file_chunks",
  {
    fileId: reference("file_id").notNull(),
    variant: text("variant", { enum: FILE_VARIANTS }).notNull(),
    number: integer("number").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [
    primaryKey({ name: "file_chunks_once", columns: [t.fileId, t.variant, t.number] }),
    foreignKey({ name: "file_chunks_file", columns: [t.fileId], foreignColumns: [files.id] }).onDelete("cascade"),
    check("file_chunks_variant_known", sql`${t.variant} in ('whole', 'thumbnail')`),
    check("file_chunks_bounded", sql`octet_length(${t.bytes}) between 1 and 262144`),
  ],
);

/** The files of a text under way: they wait for their message as long as the draft does. */
export const draftFiles = pgTable(
  "draft_files",
  {
    draftId: reference("draft_id").notNull(),
    fileId: reference("file_id").notNull(),
    place: smallint("place").notNull(),
    description: text("description").notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "draft_files_once", columns: [t.draftId, t.fileId] }),
    foreignKey({ name: "draft_files_draft", columns: [t.draftId], foreignColumns: [drafts.id] }).onDelete("cascade"),
    foreignKey({ name: "draft_files_file", columns: [t.fileId], foreignColumns: [files.id] }).onDelete("cascade"),
    check("draft_files_description_is_one_line", sql`${t.description} !~ '[[:cntrl:]]' and length(${t.description}) <= 300`),
    index("draft_files_by_file").on(t.fileId),
  ],
);
