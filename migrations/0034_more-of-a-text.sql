CREATE TABLE "draft_files" (
	"draft_id" bigint NOT NULL,
	"file_id" bigint NOT NULL,
	"place" smallint NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	CONSTRAINT "draft_files_once" PRIMARY KEY("draft_id","file_id"),
	CONSTRAINT "draft_files_description_is_one_line" CHECK ("draft_files"."description" !~ '[[:cntrl:]]' and length("draft_files"."description") <= 300)
);
--> statement-breakpoint
ALTER TABLE "message_revisions" ADD COLUMN "file_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "besides" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_files" ADD CONSTRAINT "draft_files_draft" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_files" ADD CONSTRAINT "draft_files_file" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_files_by_file" ON "draft_files" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "message_revisions" ADD CONSTRAINT "message_revisions_files_bounded" CHECK (cardinality("message_revisions"."file_names") <= 10);--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_besides_bounded" CHECK (jsonb_typeof("drafts"."besides") = 'object' and length("drafts"."besides"::text) <= 8000);