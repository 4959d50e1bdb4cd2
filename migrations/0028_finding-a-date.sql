CREATE TABLE "closing_days" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "closing_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"label" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"pole_id" bigint,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closing_days_label_is_one_line" CHECK ("closing_days"."label" !~ '[[:cntrl:]]' and length("closing_days"."label") between 1 and 80),
	CONSTRAINT "closing_days_in_order" CHECK ("closing_days"."last_day" >= "closing_days"."first_day" and "closing_days"."last_day" - "closing_days"."first_day" <= 366)
);
--> statement-breakpoint
CREATE TABLE "date_poll_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "date_poll_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"poll_id" bigint NOT NULL,
	"slot_id" bigint NOT NULL,
	"member_id" bigint,
	"person_id" bigint,
	"choice" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "date_poll_answers_once_per_member" UNIQUE("slot_id","member_id"),
	CONSTRAINT "date_poll_answers_once_per_guest" UNIQUE("slot_id","person_id"),
	CONSTRAINT "date_poll_answers_of_someone" CHECK (num_nonnulls("date_poll_answers"."member_id", "date_poll_answers"."person_id") = 1),
	CONSTRAINT "date_poll_answers_choice_known" CHECK ("date_poll_answers"."choice" in ('oui', 'besoin', 'non'))
);
--> statement-breakpoint
CREATE TABLE "date_poll_organisations" (
	"poll_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	CONSTRAINT "date_poll_organisations_once" PRIMARY KEY("poll_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "date_poll_people" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "date_poll_people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"poll_id" bigint NOT NULL,
	"member_id" bigint,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"required" boolean NOT NULL,
	"nonce" text,
	CONSTRAINT "date_poll_people_once" UNIQUE("poll_id","member_id"),
	CONSTRAINT "date_poll_people_of_poll" UNIQUE("poll_id","id"),
	CONSTRAINT "date_poll_people_name_is_one_line" CHECK ("date_poll_people"."name" !~ '[[:cntrl:]]' and length("date_poll_people"."name") between 1 and 120),
	CONSTRAINT "date_poll_people_title_is_one_line" CHECK ("date_poll_people"."title" !~ '[[:cntrl:]]' and length("date_poll_people"."title") <= 160),
	CONSTRAINT "date_poll_people_link_for_guests" CHECK ("date_poll_people"."member_id" is null or ("date_poll_people"."nonce" is null and "date_poll_people"."required"))
);
--> statement-breakpoint
CREATE TABLE "date_poll_reminders" (
	"poll_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "date_poll_reminders_once" PRIMARY KEY("poll_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "date_poll_slots" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "date_poll_slots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"poll_id" bigint NOT NULL,
	"local_start" timestamp(0) NOT NULL,
	"zone" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" smallint NOT NULL,
	CONSTRAINT "date_poll_slots_once" UNIQUE("poll_id","starts_at"),
	CONSTRAINT "date_poll_slots_of_poll" UNIQUE("poll_id","id"),
	CONSTRAINT "date_poll_slots_instant_is_what_clocks_show" CHECK (("date_poll_slots"."starts_at" at time zone "date_poll_slots"."zone") = "date_poll_slots"."local_start"),
	CONSTRAINT "date_poll_slots_last_a_while" CHECK ("date_poll_slots"."duration_minutes" between 15 and 720)
);
--> statement-breakpoint
CREATE TABLE "date_poll_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"poll_id" bigint NOT NULL,
	"member_id" bigint,
	"person_id" bigint,
	"made_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "date_poll_tokens_of_someone" CHECK (num_nonnulls("date_poll_tokens"."member_id", "date_poll_tokens"."person_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "date_polls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "date_polls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"pole_id" bigint,
	"zone" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"answer_until" timestamp with time zone NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"opened_by" bigint,
	"closed_at" timestamp with time zone,
	"closed_by" bigint,
	"chosen_slot_id" bigint,
	"sitting_id" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "date_polls_one_per_sitting" UNIQUE("sitting_id"),
	CONSTRAINT "date_polls_zone_known" CHECK ((timestamp '2027-01-01' at time zone "date_polls"."zone") is not null),
	CONSTRAINT "date_polls_note_bounded" CHECK (length("date_polls"."note") <= 600),
	CONSTRAINT "date_polls_opened_by_someone" CHECK (("date_polls"."opened_at" is null) = ("date_polls"."opened_by" is null)),
	CONSTRAINT "date_polls_closed_by_someone" CHECK (("date_polls"."closed_at" is null) = ("date_polls"."closed_by" is null)),
	CONSTRAINT "date_polls_chosen_as_it_ends" CHECK (num_nonnulls("date_polls"."chosen_slot_id", "date_polls"."sitting_id") in (0, 2) and ("date_polls"."sitting_id" is null or ("date_polls"."closed_at" is not null and "date_polls"."opened_at" is not null)))
);
--> statement-breakpoint
ALTER TABLE "closing_days" ADD CONSTRAINT "closing_days_pole" FOREIGN KEY ("pole_id") REFERENCES "public"."poles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_days" ADD CONSTRAINT "closing_days_created_by" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_answers" ADD CONSTRAINT "date_poll_answers_slot" FOREIGN KEY ("poll_id","slot_id") REFERENCES "public"."date_poll_slots"("poll_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_answers" ADD CONSTRAINT "date_poll_answers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_answers" ADD CONSTRAINT "date_poll_answers_person" FOREIGN KEY ("poll_id","person_id") REFERENCES "public"."date_poll_people"("poll_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_organisations" ADD CONSTRAINT "date_poll_organisations_poll" FOREIGN KEY ("poll_id") REFERENCES "public"."date_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_organisations" ADD CONSTRAINT "date_poll_organisations_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_people" ADD CONSTRAINT "date_poll_people_poll" FOREIGN KEY ("poll_id") REFERENCES "public"."date_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_people" ADD CONSTRAINT "date_poll_people_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_reminders" ADD CONSTRAINT "date_poll_reminders_poll" FOREIGN KEY ("poll_id") REFERENCES "public"."date_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_reminders" ADD CONSTRAINT "date_poll_reminders_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_slots" ADD CONSTRAINT "date_poll_slots_poll" FOREIGN KEY ("poll_id") REFERENCES "public"."date_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_tokens" ADD CONSTRAINT "date_poll_tokens_poll" FOREIGN KEY ("poll_id") REFERENCES "public"."date_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_tokens" ADD CONSTRAINT "date_poll_tokens_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_poll_tokens" ADD CONSTRAINT "date_poll_tokens_person" FOREIGN KEY ("poll_id","person_id") REFERENCES "public"."date_poll_people"("poll_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_pole" FOREIGN KEY ("pole_id") REFERENCES "public"."poles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_created_by" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_closed_by" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_sitting" FOREIGN KEY ("meeting_id","sitting_id") REFERENCES "public"."sittings"("meeting_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closing_days_by_day" ON "closing_days" USING btree ("last_day");--> statement-breakpoint
CREATE INDEX "date_poll_answers_by_member" ON "date_poll_answers" USING btree ("member_id","poll_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "date_poll_tokens_by_poll" ON "date_poll_tokens" USING btree ("poll_id");--> statement-breakpoint
CREATE UNIQUE INDEX "date_polls_one_at_a_time" ON "date_polls" USING btree ("meeting_id",coalesce("pole_id", 0)) WHERE closed_at is null;--> statement-breakpoint
-- The slot that was chosen is one of the poll's own; written by hand because the two tables name each other.
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_chosen_slot" FOREIGN KEY ("id","chosen_slot_id") REFERENCES "public"."date_poll_slots"("poll_id","id");
