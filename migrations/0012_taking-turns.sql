CREATE TABLE "duties" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duties_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sitting_id" bigint NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"member_id" bigint,
	"since" timestamp with time zone NOT NULL,
	"planned_id" bigint,
	"served_by" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "duties_one_per_role" UNIQUE("sitting_id","role"),
	CONSTRAINT "duties_one_role_per_person" UNIQUE("sitting_id","member_id"),
	CONSTRAINT "duties_role_known" CHECK ("duties"."role" in ('facilitation', 'coordination', 'notes')),
	CONSTRAINT "duties_state_known" CHECK ("duties"."state" in ('open', 'proposed', 'asked', 'accepted', 'relief')),
	CONSTRAINT "duties_held_by_someone" CHECK (("duties"."state" in ('open', 'relief')) = ("duties"."member_id" is null)),
	CONSTRAINT "duties_agreed_are_planned" CHECK ("duties"."state" <> 'accepted' or "duties"."planned_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "duty_asks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duty_asks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"duty_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"more_time_at" timestamp with time zone,
	"outcome" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "duty_asks_outcome_known" CHECK ("duty_asks"."outcome" in ('accepted', 'declined', 'withdrawn')),
	CONSTRAINT "duty_asks_answered_once" CHECK (("duty_asks"."outcome" is null) = ("duty_asks"."answered_at" is null)),
	CONSTRAINT "duty_asks_reason_bounded" CHECK (length("duty_asks"."reason") <= 400)
);
--> statement-breakpoint
CREATE TABLE "duty_swaps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duty_swaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"duty_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"asked_of" bigint,
	"note" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"taken_by" bigint,
	"taken_at" timestamp with time zone,
	"against_id" bigint,
	"outcome" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "duty_swaps_outcome_known" CHECK ("duty_swaps"."outcome" in ('agreed', 'withdrawn', 'declined')),
	CONSTRAINT "duty_swaps_end_once" CHECK (("duty_swaps"."outcome" is null) = ("duty_swaps"."ended_at" is null)),
	CONSTRAINT "duty_swaps_between_two" CHECK ("duty_swaps"."asked_of" <> "duty_swaps"."asked_by" and "duty_swaps"."taken_by" <> "duty_swaps"."asked_by"),
	CONSTRAINT "duty_swaps_taken_by_who_was_asked" CHECK ("duty_swaps"."asked_of" is null or "duty_swaps"."taken_by" is null or "duty_swaps"."taken_by" = "duty_swaps"."asked_of"),
	CONSTRAINT "duty_swaps_taken_at_an_instant" CHECK (("duty_swaps"."taken_by" is null) = ("duty_swaps"."taken_at" is null) and ("duty_swaps"."against_id" is null or "duty_swaps"."taken_by" is not null)),
	CONSTRAINT "duty_swaps_agreed_by_both" CHECK ("duty_swaps"."outcome" is distinct from 'agreed' or "duty_swaps"."taken_by" is not null),
	CONSTRAINT "duty_swaps_note_bounded" CHECK (length("duty_swaps"."note") <= 300)
);
--> statement-breakpoint
CREATE TABLE "turn_absences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "turn_absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"noted_by" bigint NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "turn_absences_kind_known" CHECK ("turn_absences"."kind" in ('absence', 'leave', 'exemption')),
	CONSTRAINT "turn_absences_end_after_they_begin" CHECK ("turn_absences"."until_day" >= "turn_absences"."from_day"),
	CONSTRAINT "turn_absences_come_back" CHECK ("turn_absences"."kind" <> 'absence' or "turn_absences"."until_day" is not null)
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"sitting_id" bigint PRIMARY KEY NOT NULL,
	"worked" text DEFAULT '' NOT NULL,
	"to_know" text DEFAULT '' NOT NULL,
	"left_over" text DEFAULT '' NOT NULL,
	"written_by" bigint NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "handovers_texts_bounded" CHECK (length("handovers"."worked") <= 2000 and length("handovers"."to_know") <= 2000 and length("handovers"."left_over") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "kit_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "kit_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	CONSTRAINT "kit_notes_body_bounded" CHECK (length("kit_notes"."body") between 1 and 1000),
	CONSTRAINT "kit_notes_settled_by_someone" CHECK (("kit_notes"."settled_at" is null) = ("kit_notes"."settled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "kit_steps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "kit_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"days" smallint NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"changed_by" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "kit_steps_role_known" CHECK ("kit_steps"."role" in ('facilitation', 'coordination', 'notes')),
	CONSTRAINT "kit_steps_days_bounded" CHECK ("kit_steps"."days" between -180 and 90),
	CONSTRAINT "kit_steps_title_is_one_line" CHECK ("kit_steps"."title" !~ '[[:cntrl:]]' and length("kit_steps"."title") between 1 and 160),
	CONSTRAINT "kit_steps_message_bounded" CHECK (length("kit_steps"."message") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "sitting_tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sitting_tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sitting_id" bigint NOT NULL,
	"step_id" bigint,
	"days" smallint NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" bigint,
	"done_day" date,
	CONSTRAINT "sitting_tasks_one_per_step" UNIQUE("sitting_id","step_id"),
	CONSTRAINT "sitting_tasks_role_known" CHECK ("sitting_tasks"."role" in ('facilitation', 'coordination', 'notes')),
	CONSTRAINT "sitting_tasks_days_bounded" CHECK ("sitting_tasks"."days" between -180 and 90),
	CONSTRAINT "sitting_tasks_title_is_one_line" CHECK ("sitting_tasks"."title" !~ '[[:cntrl:]]' and length("sitting_tasks"."title") between 1 and 160),
	CONSTRAINT "sitting_tasks_message_bounded" CHECK (length("sitting_tasks"."message") <= 4000),
	CONSTRAINT "sitting_tasks_done_by_someone" CHECK (num_nonnulls("sitting_tasks"."done_at", "sitting_tasks"."done_by", "sitting_tasks"."done_day") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "mail_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_have_a_cause";--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "by_id" bigint;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_planned" FOREIGN KEY ("planned_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_served_by" FOREIGN KEY ("served_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_asks" ADD CONSTRAINT "duty_asks_duty" FOREIGN KEY ("duty_id") REFERENCES "public"."duties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_asks" ADD CONSTRAINT "duty_asks_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_asks" ADD CONSTRAINT "duty_asks_asked_by" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_duty" FOREIGN KEY ("duty_id") REFERENCES "public"."duties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_asked_by" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_asked_of" FOREIGN KEY ("asked_of") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_taken_by" FOREIGN KEY ("taken_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_swaps" ADD CONSTRAINT "duty_swaps_against" FOREIGN KEY ("against_id") REFERENCES "public"."duties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_absences" ADD CONSTRAINT "turn_absences_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_absences" ADD CONSTRAINT "turn_absences_noted_by" FOREIGN KEY ("noted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_written_by" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_notes" ADD CONSTRAINT "kit_notes_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_notes" ADD CONSTRAINT "kit_notes_settled_by" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_steps" ADD CONSTRAINT "kit_steps_changed_by" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_tasks" ADD CONSTRAINT "sitting_tasks_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_tasks" ADD CONSTRAINT "sitting_tasks_step" FOREIGN KEY ("step_id") REFERENCES "public"."kit_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_tasks" ADD CONSTRAINT "sitting_tasks_done_by" FOREIGN KEY ("done_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duties_by_member" ON "duties" USING btree ("member_id","sitting_id") WHERE member_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_asks_one_open" ON "duty_asks" USING btree ("duty_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "duty_asks_by_duty" ON "duty_asks" USING btree ("duty_id");--> statement-breakpoint
CREATE INDEX "duty_asks_by_member" ON "duty_asks" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_swaps_one_open" ON "duty_swaps" USING btree ("duty_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "duty_swaps_asked_of" ON "duty_swaps" USING btree ("asked_of") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "duty_swaps_by_person" ON "duty_swaps" USING btree ("asked_by") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "turn_absences_by_member" ON "turn_absences" USING btree ("member_id","from_day");--> statement-breakpoint
CREATE INDEX "kit_notes_waiting" ON "kit_notes" USING btree ("at") WHERE settled_at is null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_by" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once_per_subject" ON "notifications" USING btree ("member_id","kind","subject") WHERE subject is not null;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'reply', 'announcement', 'duty', 'news'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_subject_bounded" CHECK (length("notifications"."subject") <= 80 and "notifications"."place" ~ '^/[a-z]' and length("notifications"."place") <= 200);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_have_a_cause" CHECK (num_nonnulls("notifications"."thread_id", "notifications"."message_id") in (0, 2) and num_nonnulls("notifications"."subject", "notifications"."place") = 2 - num_nonnulls("notifications"."thread_id", "notifications"."message_id"));