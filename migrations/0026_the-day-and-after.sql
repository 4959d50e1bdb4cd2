CREATE TABLE "attendances" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attendances_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sitting_id" bigint NOT NULL,
	"member_id" bigint,
	"name" text DEFAULT '' NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"present_at" timestamp with time zone,
	"acted_at" timestamp with time zone NOT NULL,
	"acted_by" bigint NOT NULL,
	"act_key" uuid NOT NULL,
	"noted_key" uuid,
	CONSTRAINT "attendances_once" UNIQUE("sitting_id","member_id"),
	CONSTRAINT "attendances_noted_once" UNIQUE("sitting_id","noted_key"),
	CONSTRAINT "attendances_of_someone" CHECK (("attendances"."member_id" is null) = ("attendances"."name" <> '') and ("attendances"."member_id" is null) = ("attendances"."noted_key" is not null) and ("attendances"."member_id" is null or "attendances"."organisation" = '')),
	CONSTRAINT "attendances_name_is_one_line" CHECK ("attendances"."name" !~ '[[:cntrl:]]' and "attendances"."organisation" !~ '[[:cntrl:]]' and length("attendances"."name") <= 120 and length("attendances"."organisation") <= 120)
);
--> statement-breakpoint
CREATE TABLE "meeting_cards" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_cards_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sitting_id" bigint NOT NULL,
	"body" text NOT NULL,
	"written_by" bigint NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"topic_id" bigint,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	CONSTRAINT "meeting_cards_are_one_line" CHECK ("meeting_cards"."body" !~ '[[:cntrl:]]' and length("meeting_cards"."body") between 1 and 200),
	CONSTRAINT "meeting_cards_settled_with_a_topic" CHECK (num_nonnulls("meeting_cards"."topic_id", "meeting_cards"."settled_at", "meeting_cards"."settled_by") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "follow_ups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"body" text NOT NULL,
	"member_id" bigint NOT NULL,
	"due_day" date NOT NULL,
	"noted_by" bigint NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" bigint,
	"reminded_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "follow_ups_are_one_line" CHECK ("follow_ups"."body" !~ '[[:cntrl:]]' and length("follow_ups"."body") between 1 and 200),
	CONSTRAINT "follow_ups_done_by_someone" CHECK (("follow_ups"."done_at" is null) = ("follow_ups"."done_by" is null))
);
--> statement-breakpoint
CREATE TABLE "meeting_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"sitting_id" bigint,
	"body" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by" bigint NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_notes_one_per_place" UNIQUE NULLS NOT DISTINCT("meeting_id","sitting_id"),
	CONSTRAINT "meeting_notes_bounded" CHECK (length("meeting_notes"."body") <= 20000 and "meeting_notes"."revision" >= 1)
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "minutes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"renderer_version" smallint NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_by" bigint NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"opened_by" bigint,
	"closes_at" timestamp with time zone,
	"adopted_at" timestamp with time zone,
	"adopted_by" bigint,
	"number" integer,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.le_fil'::regconfig, search_spaced(body))) STORED,
	CONSTRAINT "minutes_one_per_meeting" UNIQUE("meeting_id"),
	CONSTRAINT "minutes_bounded" CHECK (length("minutes"."body") between 1 and 20000 and "minutes"."revision" >= 1),
	CONSTRAINT "minutes_open_for_a_while" CHECK (num_nonnulls("minutes"."opened_at", "minutes"."opened_by", "minutes"."closes_at") in (0, 3) and "minutes"."closes_at" > "minutes"."opened_at"),
	CONSTRAINT "minutes_adopted_once_open" CHECK (("minutes"."adopted_at" is null or "minutes"."opened_at" is not null) and ("minutes"."adopted_by" is null or "minutes"."adopted_at" is not null)),
	CONSTRAINT "minutes_numbered_once_adopted" CHECK (("minutes"."adopted_at" is null) = ("minutes"."number" is null) and "minutes"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "minutes_corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "minutes_corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"minutes_id" bigint NOT NULL,
	"words" text NOT NULL,
	"instead" text DEFAULT '' NOT NULL,
	"proposed_by" bigint NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	CONSTRAINT "minutes_corrections_bounded" CHECK (length("minutes_corrections"."words") between 1 and 1000 and length("minutes_corrections"."instead") <= 1000 and length("minutes_corrections"."reason") <= 500 and "minutes_corrections"."words" <> "minutes_corrections"."instead"),
	CONSTRAINT "minutes_corrections_outcome_known" CHECK ("minutes_corrections"."outcome" in ('accepted', 'declined', 'withdrawn')),
	CONSTRAINT "minutes_corrections_settled_by_someone" CHECK (num_nonnulls("minutes_corrections"."outcome", "minutes_corrections"."settled_at", "minutes_corrections"."settled_by") in (0, 3)),
	CONSTRAINT "minutes_corrections_declined_with_a_reason" CHECK ("minutes_corrections"."outcome" is distinct from 'declined' or "minutes_corrections"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "minutes_versions" (
	"minutes_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"made_by" bigint,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "minutes_versions_once" PRIMARY KEY("minutes_id","number"),
	CONSTRAINT "minutes_versions_bounded" CHECK (length("minutes_versions"."body") between 1 and 20000 and "minutes_versions"."number" >= 1),
	CONSTRAINT "minutes_versions_made_anew_with_a_reason" CHECK (length("minutes_versions"."reason") <= 500 and ("minutes_versions"."number" = 1 or "minutes_versions"."reason" <> '' and "minutes_versions"."made_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_acted_by" FOREIGN KEY ("acted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cards" ADD CONSTRAINT "meeting_cards_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cards" ADD CONSTRAINT "meeting_cards_written_by" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cards" ADD CONSTRAINT "meeting_cards_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_cards" ADD CONSTRAINT "meeting_cards_settled_by" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_noted_by" FOREIGN KEY ("noted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_done_by" FOREIGN KEY ("done_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_sitting" FOREIGN KEY ("meeting_id","sitting_id") REFERENCES "public"."sittings"("meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notes" ADD CONSTRAINT "meeting_notes_written_by" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_written_by" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_adopted_by" FOREIGN KEY ("adopted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_corrections" ADD CONSTRAINT "minutes_corrections_minutes" FOREIGN KEY ("minutes_id") REFERENCES "public"."minutes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_corrections" ADD CONSTRAINT "minutes_corrections_proposed_by" FOREIGN KEY ("proposed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_corrections" ADD CONSTRAINT "minutes_corrections_settled_by" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_versions" ADD CONSTRAINT "minutes_versions_minutes" FOREIGN KEY ("minutes_id") REFERENCES "public"."minutes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_versions" ADD CONSTRAINT "minutes_versions_made_by" FOREIGN KEY ("made_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendances_by_member" ON "attendances" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "meeting_cards_of_sitting" ON "meeting_cards" USING btree ("sitting_id","id");--> statement-breakpoint
CREATE INDEX "meeting_cards_by_topic" ON "meeting_cards" USING btree ("topic_id") WHERE topic_id is not null;--> statement-breakpoint
CREATE INDEX "follow_ups_of_meeting" ON "follow_ups" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "follow_ups_open" ON "follow_ups" USING btree ("member_id","due_day") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "follow_ups_to_remind" ON "follow_ups" USING btree ("due_day") WHERE done_at is null and reminded_at is null;--> statement-breakpoint
CREATE INDEX "minutes_to_adopt" ON "minutes" USING btree ("closes_at") WHERE adopted_at is null and closes_at is not null;--> statement-breakpoint
CREATE INDEX "minutes_search" ON "minutes" USING gin ("search");--> statement-breakpoint
CREATE INDEX "minutes_corrections_of_minutes" ON "minutes_corrections" USING btree ("minutes_id","id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'topic', 'topic-discussed', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief', 'signing', 'signing-reminder', 'proposal-answered', 'proposal-adrift', 'review-asked', 'consent-asked', 'survey', 'survey-closing', 'report', 'moderation', 'follow-up', 'follow-up-due', 'minutes', 'correction-answered'));