CREATE TABLE "file_chunks" (
	"file_id" bigint NOT NULL,
	"variant" text NOT NULL,
	"number" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_once" PRIMARY KEY("file_id","variant","number"),
	CONSTRAINT "file_chunks_variant_known" CHECK ("file_chunks"."variant" in ('whole', 'thumbnail')),
	CONSTRAINT "file_chunks_bounded" CHECK (octet_length("file_chunks"."bytes") between 1 and 262144)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uploader_id" bigint NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"received_hash" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"width" integer,
	"height" integer,
	"message_id" bigint,
	"place" smallint,
	"attached_at" timestamp with time zone,
	"description" text DEFAULT '' NOT NULL,
	"consent_by" bigint,
	"consent_at" timestamp with time zone,
	CONSTRAINT "files_kind_known" CHECK ("files"."kind" in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'png', 'jpeg', 'webp')),
	CONSTRAINT "files_name_is_one_clean_line" CHECK ("files"."name" !~ '[[:cntrl:]/\\]' and length("files"."name") between 3 and 120),
	CONSTRAINT "files_size_bounded" CHECK ("files"."size" between 1 and 20000000),
	CONSTRAINT "files_hashes" CHECK ("files"."hash" ~ '^[0-9a-f]{64}$' and "files"."received_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_pictures_have_dimensions" CHECK (("files"."kind" in ('png', 'jpeg', 'webp')) = ("files"."width" is not null) and ("files"."width" is null) = ("files"."height" is null)),
	CONSTRAINT "files_attached_whole" CHECK (num_nonnulls("files"."message_id", "files"."place", "files"."attached_at") in (0, 3)),
	CONSTRAINT "files_pictures_shared_with_consent" CHECK (("files"."consent_by" is null) = ("files"."consent_at" is null) and ("files"."message_id" is null or "files"."width" is null or "files"."consent_at" is not null)),
	CONSTRAINT "files_description_is_one_line" CHECK ("files"."description" !~ '[[:cntrl:]]' and length("files"."description") <= 300)
);
--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_file" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploader" FOREIGN KEY ("uploader_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_consent_by" FOREIGN KEY ("consent_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_of_message" ON "files" USING btree ("message_id","place") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "files_latest" ON "files" USING btree ("attached_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "files_of_uploader" ON "files" USING btree ("uploader_id");--> statement-breakpoint
CREATE INDEX "files_waiting" ON "files" USING btree ("received_at") WHERE message_id is null;--> statement-breakpoint
-- What is kept is compressed already, and read piece by piece.
ALTER TABLE "file_chunks" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;--> statement-breakpoint
-- A deleted message takes its files along, whoever deletes it.
CREATE FUNCTION delete_files_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM files WHERE message_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_deleted_without_files AFTER UPDATE OF deleted_at ON messages
  FOR EACH ROW WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION delete_files_of_message();
