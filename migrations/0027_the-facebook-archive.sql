CREATE TABLE "archive_claims" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "archive_claims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"text_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	CONSTRAINT "archive_claims_once" UNIQUE("text_id","member_id"),
	CONSTRAINT "archive_claims_outcome_known" CHECK ("archive_claims"."outcome" in ('accepted', 'refused')),
	CONSTRAINT "archive_claims_settled_whole" CHECK (num_nonnulls("archive_claims"."outcome", "archive_claims"."settled_at", "archive_claims"."settled_by") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "archive_finds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "archive_finds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transfer_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"body_hash" text NOT NULL,
	"group_name" text,
	"own" boolean NOT NULL,
	"author_hash" text,
	"about_hash" text,
	"about_kind" text,
	"kept" boolean NOT NULL,
	"agreed" text DEFAULT '' NOT NULL,
	"place" integer,
	"post_id" bigint,
	CONSTRAINT "archive_finds_once" UNIQUE("transfer_id","kind","said_at","body_hash"),
	CONSTRAINT "archive_finds_kind_known" CHECK ("archive_finds"."kind" in ('post', 'comment')),
	CONSTRAINT "archive_finds_about_whole" CHECK (("archive_finds"."about_hash" is null) = ("archive_finds"."about_kind" is null) and "archive_finds"."about_kind" in ('post', 'comment')),
	CONSTRAINT "archive_finds_bounded" CHECK (length("archive_finds"."body") between 1 and 70000 and length("archive_finds"."group_name") between 1 and 300 and length("archive_finds"."agreed") <= 1000),
	CONSTRAINT "archive_finds_hashes" CHECK ("archive_finds"."body_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "archive_sources" (
	"text_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	CONSTRAINT "archive_sources_once" PRIMARY KEY("text_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "archive_texts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "archive_texts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"body_hash" text NOT NULL,
	"group_name" text NOT NULL,
	"author_id" bigint,
	"author_hash" text,
	"about_hash" text,
	"about_kind" text,
	"post_id" bigint,
	"published_at" timestamp with time zone NOT NULL,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" bigint,
	"left_out_at" timestamp with time zone,
	"left_out_by" bigint,
	"left_out_reason" text,
	"concealed_at" timestamp with time zone,
	"concealed_by" bigint,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.le_fil'::regconfig, search_spaced(body))) STORED,
	CONSTRAINT "archive_texts_once" UNIQUE("kind","said_at","body_hash"),
	CONSTRAINT "archive_texts_kind_known" CHECK ("archive_texts"."kind" in ('post', 'comment')),
	CONSTRAINT "archive_texts_about_whole" CHECK (("archive_texts"."about_hash" is null) = ("archive_texts"."about_kind" is null) and "archive_texts"."about_kind" in ('post', 'comment')),
	CONSTRAINT "archive_texts_bounded" CHECK (length("archive_texts"."body") between 1 and 70000 and length("archive_texts"."group_name") between 1 and 300),
	CONSTRAINT "archive_texts_hashes" CHECK ("archive_texts"."body_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "archive_texts_comments_under_posts" CHECK ("archive_texts"."post_id" is null or ("archive_texts"."kind" = 'comment' and "archive_texts"."post_id" <> "archive_texts"."id")),
	CONSTRAINT "archive_texts_reviewed_whole" CHECK (("archive_texts"."reviewed_at" is null) = ("archive_texts"."reviewed_by" is null)),
	CONSTRAINT "archive_texts_left_out_whole" CHECK (num_nonnulls("archive_texts"."left_out_at", "archive_texts"."left_out_by", "archive_texts"."left_out_reason") in (0, 3) and length("archive_texts"."left_out_reason") <= 500),
	CONSTRAINT "archive_texts_concealed_whole" CHECK (("archive_texts"."concealed_at" is null) = ("archive_texts"."concealed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "archive_transfers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "archive_transfers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"size" integer NOT NULL,
	"place" text,
	"read_part" smallint DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone,
	"failure" text,
	"failed_at" timestamp with time zone,
	"group_name" text,
	"own" boolean,
	"published_at" timestamp with time zone,
	"published_count" integer,
	CONSTRAINT "archive_transfers_size_bounded" CHECK ("archive_transfers"."size" between 1 and 300000000),
	CONSTRAINT "archive_transfers_part_of_a_hundred" CHECK ("archive_transfers"."read_part" between 0 and 100),
	CONSTRAINT "archive_transfers_failure_known" CHECK (("archive_transfers"."failure" is null) = ("archive_transfers"."failed_at" is null) and "archive_transfers"."failure" in ('not-a-zip', 'cut', 'locked', 'climbs', 'too-many-entries', 'too-heavy', 'as-html', 'without-groups', 'not-json', 'other-shape', 'without-texts', 'too-many-texts', 'too-long', 'lost')),
	CONSTRAINT "archive_transfers_read_or_failed" CHECK (num_nonnulls("archive_transfers"."read_at", "archive_transfers"."failed_at") <= 1),
	CONSTRAINT "archive_transfers_kept_until_read" CHECK (("archive_transfers"."place" is null) = ("archive_transfers"."read_at" is not null or "archive_transfers"."failed_at" is not null)),
	CONSTRAINT "archive_transfers_chosen_whole" CHECK (("archive_transfers"."group_name" is null) = ("archive_transfers"."own" is null) and length("archive_transfers"."group_name") between 1 and 300),
	CONSTRAINT "archive_transfers_published_whole" CHECK (("archive_transfers"."published_at" is null) = ("archive_transfers"."published_count" is null))
);
--> statement-breakpoint
ALTER TABLE "archive_claims" ADD CONSTRAINT "archive_claims_text" FOREIGN KEY ("text_id") REFERENCES "public"."archive_texts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_claims" ADD CONSTRAINT "archive_claims_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_claims" ADD CONSTRAINT "archive_claims_settled_by" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_finds" ADD CONSTRAINT "archive_finds_transfer" FOREIGN KEY ("transfer_id") REFERENCES "public"."archive_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_finds" ADD CONSTRAINT "archive_finds_post" FOREIGN KEY ("post_id") REFERENCES "public"."archive_finds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_sources" ADD CONSTRAINT "archive_sources_text" FOREIGN KEY ("text_id") REFERENCES "public"."archive_texts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_sources" ADD CONSTRAINT "archive_sources_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_texts" ADD CONSTRAINT "archive_texts_author" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_texts" ADD CONSTRAINT "archive_texts_post" FOREIGN KEY ("post_id") REFERENCES "public"."archive_texts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_texts" ADD CONSTRAINT "archive_texts_reviewed_by" FOREIGN KEY ("reviewed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_texts" ADD CONSTRAINT "archive_texts_left_out_by" FOREIGN KEY ("left_out_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_texts" ADD CONSTRAINT "archive_texts_concealed_by" FOREIGN KEY ("concealed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_transfers" ADD CONSTRAINT "archive_transfers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_claims_waiting" ON "archive_claims" USING btree ("at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "archive_finds_in_order" ON "archive_finds" USING btree ("transfer_id","place");--> statement-breakpoint
CREATE INDEX "archive_finds_by_post" ON "archive_finds" USING btree ("post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE INDEX "archive_sources_of_member" ON "archive_sources" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "archive_texts_latest" ON "archive_texts" USING btree ("said_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "archive_texts_by_post" ON "archive_texts" USING btree ("post_id","said_at") WHERE post_id is not null;--> statement-breakpoint
CREATE INDEX "archive_texts_by_author" ON "archive_texts" USING btree ("author_id") WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "archive_texts_by_author_hash" ON "archive_texts" USING btree ("author_hash","said_at") WHERE author_hash is not null;--> statement-breakpoint
CREATE INDEX "archive_texts_unreviewed" ON "archive_texts" USING btree ("published_at","id") WHERE reviewed_at is null and left_out_at is null;--> statement-breakpoint
CREATE INDEX "archive_texts_search" ON "archive_texts" USING gin ("search");--> statement-breakpoint
CREATE INDEX "archive_transfers_of_member" ON "archive_transfers" USING btree ("member_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "archive_transfers_waiting" ON "archive_transfers" USING btree ("received_at") WHERE published_at is null;