CREATE TABLE "agenda_items" (
	"meeting_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"minutes" smallint,
	CONSTRAINT "agenda_items_once" PRIMARY KEY("meeting_id","position"),
	CONSTRAINT "agenda_items_title_is_one_line" CHECK ("agenda_items"."title" !~ '[[:cntrl:]]' and length("agenda_items"."title") between 1 and 200),
	CONSTRAINT "agenda_items_minutes_bounded" CHECK ("agenda_items"."minutes" between 1 and 600 and "agenda_items"."position" between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "meeting_topics" (
	"meeting_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	CONSTRAINT "meeting_topics_once" PRIMARY KEY("meeting_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meetings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"objectives_body" text DEFAULT '' NOT NULL,
	"objectives_html" text DEFAULT '' NOT NULL,
	"question_body" text DEFAULT '' NOT NULL,
	"question_html" text DEFAULT '' NOT NULL,
	"renderer_version" smallint NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"opened_by" bigint,
	"thread_id" bigint,
	"copied_from" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meetings_one_per_thread" UNIQUE("thread_id"),
	CONSTRAINT "meetings_title_is_one_line" CHECK ("meetings"."title" !~ '[[:cntrl:]]' and length("meetings"."title") between 1 and 160),
	CONSTRAINT "meetings_texts_bounded" CHECK (length("meetings"."objectives_body") <= 4000 and length("meetings"."question_body") <= 2000),
	CONSTRAINT "meetings_open_with_a_thread" CHECK (num_nonnulls("meetings"."opened_at", "meetings"."opened_by", "meetings"."thread_id") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "poles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "poles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" bigint,
	CONSTRAINT "poles_name_is_one_line" CHECK ("poles"."name" !~ '[[:cntrl:]]' and length("poles"."name") between 1 and 80 and "poles"."name" = btrim("poles"."name")),
	CONSTRAINT "poles_zone_known" CHECK ((timestamp '2027-01-01' at time zone "poles"."zone") is not null),
	CONSTRAINT "poles_ended_by_someone" CHECK (("poles"."ended_at" is null) = ("poles"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sittings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"pole_id" bigint,
	"local_start" timestamp(0) NOT NULL,
	"zone" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" smallint DEFAULT 120 NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"capacity" integer,
	"answer_deadline" timestamp with time zone,
	"held_at" timestamp with time zone,
	"held_by" bigint,
	"postponed_at" timestamp with time zone,
	"postponed_by" bigint,
	"postponed_reason" text,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" bigint,
	"cancelled_reason" text,
	"uid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sittings_one_uid" UNIQUE("uid"),
	CONSTRAINT "sittings_of_meeting" UNIQUE("meeting_id","id"),
	CONSTRAINT "sittings_instant_is_what_clocks_show" CHECK (("sittings"."starts_at" at time zone "sittings"."zone") = "sittings"."local_start"),
	CONSTRAINT "sittings_last_a_while" CHECK ("sittings"."duration_minutes" between 15 and 720),
	CONSTRAINT "sittings_have_seats" CHECK ("sittings"."capacity" between 1 and 1000),
	CONSTRAINT "sittings_answered_before_they_start" CHECK ("sittings"."answer_deadline" <= "sittings"."starts_at"),
	CONSTRAINT "sittings_place_is_one_line" CHECK ("sittings"."place" !~ '[[:cntrl:]]' and length("sittings"."place") <= 200),
	CONSTRAINT "sittings_link_is_an_address" CHECK ("sittings"."link" = '' or ("sittings"."link" ~ '^https://[^[:space:][:cntrl:]]+$' and length("sittings"."link") <= 500)),
	CONSTRAINT "sittings_held_by_someone" CHECK (("sittings"."held_at" is null) = ("sittings"."held_by" is null)),
	CONSTRAINT "sittings_postponed_with_a_reason" CHECK (num_nonnulls("sittings"."postponed_at", "sittings"."postponed_by", "sittings"."postponed_reason") in (0, 3) and length("sittings"."postponed_reason") between 1 and 500),
	CONSTRAINT "sittings_cancelled_with_a_reason" CHECK (num_nonnulls("sittings"."cancelled_at", "sittings"."cancelled_by", "sittings"."cancelled_reason") in (0, 3) and length("sittings"."cancelled_reason") between 1 and 500),
	CONSTRAINT "sittings_in_one_state" CHECK (num_nonnulls("sittings"."held_at", "sittings"."postponed_at", "sittings"."cancelled_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "speakers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"member_id" bigint,
	CONSTRAINT "speakers_once" UNIQUE("meeting_id","member_id"),
	CONSTRAINT "speakers_name_is_one_line" CHECK ("speakers"."name" !~ '[[:cntrl:]]' and length("speakers"."name") between 1 and 120),
	CONSTRAINT "speakers_are_one_line" CHECK ("speakers"."title" !~ '[[:cntrl:]]' and "speakers"."organisation" !~ '[[:cntrl:]]' and length("speakers"."title") <= 120 and length("speakers"."organisation") <= 120),
	CONSTRAINT "speakers_bio_bounded" CHECK (length("speakers"."bio") <= 600)
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_topics" ADD CONSTRAINT "meeting_topics_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_topics" ADD CONSTRAINT "meeting_topics_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_copied_from" FOREIGN KEY ("copied_from") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poles" ADD CONSTRAINT "poles_ended_by" FOREIGN KEY ("ended_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_pole" FOREIGN KEY ("pole_id") REFERENCES "public"."poles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_held_by" FOREIGN KEY ("held_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_postponed_by" FOREIGN KEY ("postponed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_cancelled_by" FOREIGN KEY ("cancelled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_topics_by_topic" ON "meeting_topics" USING btree ("topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "poles_one_per_name" ON "poles" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "sittings_by_start" ON "sittings" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "sittings_by_pole" ON "sittings" USING btree ("pole_id");--> statement-breakpoint
CREATE INDEX "speakers_by_meeting" ON "speakers" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "speakers_by_member" ON "speakers" USING btree ("member_id") WHERE member_id is not null;