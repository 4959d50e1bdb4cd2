CREATE TABLE "survey_audiences" (
	"survey_id" bigint NOT NULL,
	"organisation_id" bigint,
	"pole_id" bigint,
	"sitting_id" bigint,
	"role" text,
	CONSTRAINT "survey_audiences_once" UNIQUE NULLS NOT DISTINCT("survey_id","organisation_id","pole_id","sitting_id","role"),
	CONSTRAINT "survey_audiences_name_one_thing" CHECK (num_nonnulls("survey_audiences"."organisation_id", "survey_audiences"."pole_id", "survey_audiences"."sitting_id", "survey_audiences"."role") = 1),
	CONSTRAINT "survey_audiences_role_known" CHECK ("survey_audiences"."role" in ('committee', 'administrator', 'manager'))
);
--> statement-breakpoint
CREATE TABLE "survey_ballots" (
	"survey_id" bigint NOT NULL,
	"promise" text DEFAULT 'anonymous' NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "survey_ballots_are_anonymous" CHECK ("survey_ballots"."promise" = 'anonymous')
);
--> statement-breakpoint
CREATE TABLE "survey_participations" (
	"survey_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"promise" text NOT NULL,
	CONSTRAINT "survey_participations_once" PRIMARY KEY("survey_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "survey_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "survey_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"survey_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"hint" text DEFAULT '' NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"levels" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "survey_questions_of_survey" UNIQUE("survey_id","id"),
	CONSTRAINT "survey_questions_kind_known" CHECK ("survey_questions"."kind" in ('section', 'one', 'several', 'ranking', 'scale', 'dots', 'matrix', 'short', 'long', 'topic')),
	CONSTRAINT "survey_questions_label_is_one_line" CHECK ("survey_questions"."label" !~ '[[:cntrl:]]' and length("survey_questions"."label") between 1 and 300),
	CONSTRAINT "survey_questions_hint_bounded" CHECK (length("survey_questions"."hint") <= 500),
	CONSTRAINT "survey_questions_numbered" CHECK ("survey_questions"."position" between 1 and 60),
	CONSTRAINT "survey_questions_have_options" CHECK (case when "survey_questions"."kind" in ('one', 'several', 'ranking', 'dots', 'matrix') then cardinality("survey_questions"."options") between 2 and 20 else cardinality("survey_questions"."options") = 0 end),
	CONSTRAINT "survey_questions_have_levels" CHECK (case when "survey_questions"."kind" = 'matrix' then cardinality("survey_questions"."levels") between 2 and 6 else cardinality("survey_questions"."levels") = 0 end),
	CONSTRAINT "survey_questions_options_are_lines" CHECK (array_to_string("survey_questions"."options" || "survey_questions"."levels", '') !~ '[[:cntrl:]]'),
	CONSTRAINT "survey_questions_sections_ask_nothing" CHECK (not ("survey_questions"."kind" = 'section' and "survey_questions"."required"))
);
--> statement-breakpoint
CREATE TABLE "survey_readings" (
	"survey_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"text_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"read_by" bigint NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_readings_once" PRIMARY KEY("question_id","text_hash"),
	CONSTRAINT "survey_readings_verdict_known" CHECK ("survey_readings"."verdict" in ('shown', 'withheld'))
);
--> statement-breakpoint
CREATE TABLE "survey_sheets" (
	"survey_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"promise" text NOT NULL,
	"draft" jsonb,
	"answers" jsonb,
	"saved_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "survey_sheets_once" PRIMARY KEY("survey_id","member_id"),
	CONSTRAINT "survey_sheets_are_of_someone" CHECK ("survey_sheets"."promise" in ('named', 'confidential')),
	CONSTRAINT "survey_sheets_sent_with_answers" CHECK (("survey_sheets"."sent_at" is null) = ("survey_sheets"."answers" is null))
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "surveys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"promise" text NOT NULL,
	"audience" text DEFAULT 'all' NOT NULL,
	"crossing" text DEFAULT 'none' NOT NULL,
	"crossing_question_id" bigint,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"opened_by" bigint,
	"closed_at" timestamp with time zone,
	"closed_by" bigint,
	"reminded_at" timestamp with time zone,
	"sequel" text DEFAULT '' NOT NULL,
	"copied_from" bigint,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "surveys_keep_their_promise" UNIQUE("id","promise"),
	CONSTRAINT "surveys_title_is_one_line" CHECK ("surveys"."title" !~ '[[:cntrl:]]' and length("surveys"."title") between 1 and 160),
	CONSTRAINT "surveys_texts_bounded" CHECK (length("surveys"."intro") <= 2000 and length("surveys"."sequel") <= 2000),
	CONSTRAINT "surveys_promise_known" CHECK ("surveys"."promise" in ('named', 'confidential', 'anonymous')),
	CONSTRAINT "surveys_audience_known" CHECK ("surveys"."audience" in ('all', 'part')),
	CONSTRAINT "surveys_crossing_known" CHECK ("surveys"."crossing" in ('none', 'organisation', 'question') and ("surveys"."crossing" = 'question') = ("surveys"."crossing_question_id" is not null)),
	CONSTRAINT "surveys_anonymous_without_organisations" CHECK (not ("surveys"."promise" = 'anonymous' and "surveys"."crossing" = 'organisation')),
	CONSTRAINT "surveys_open_with_an_end" CHECK (("surveys"."opened_at" is null) = ("surveys"."opened_by" is null) and ("surveys"."opened_at" is null or "surveys"."closes_at" is not null)),
	CONSTRAINT "surveys_open_before_they_close" CHECK ("surveys"."opens_at" < "surveys"."closes_at"),
	CONSTRAINT "surveys_closed_once_open" CHECK (("surveys"."closed_at" is null) = ("surveys"."closed_by" is null) and ("surveys"."closed_at" is null or "surveys"."opened_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "survey_audiences" ADD CONSTRAINT "survey_audiences_survey" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_audiences" ADD CONSTRAINT "survey_audiences_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_audiences" ADD CONSTRAINT "survey_audiences_pole" FOREIGN KEY ("pole_id") REFERENCES "public"."poles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_audiences" ADD CONSTRAINT "survey_audiences_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_ballots" ADD CONSTRAINT "survey_ballots_survey" FOREIGN KEY ("survey_id","promise") REFERENCES "public"."surveys"("id","promise") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_participations" ADD CONSTRAINT "survey_participations_survey" FOREIGN KEY ("survey_id","promise") REFERENCES "public"."surveys"("id","promise") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_participations" ADD CONSTRAINT "survey_participations_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_questions" ADD CONSTRAINT "survey_questions_survey" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_readings" ADD CONSTRAINT "survey_readings_question" FOREIGN KEY ("survey_id","question_id") REFERENCES "public"."survey_questions"("survey_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_readings" ADD CONSTRAINT "survey_readings_read_by" FOREIGN KEY ("read_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_survey" FOREIGN KEY ("survey_id","promise") REFERENCES "public"."surveys"("id","promise") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_closed_by" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_created_by" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_copied_from" FOREIGN KEY ("copied_from") REFERENCES "public"."surveys"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_ballots_by_survey" ON "survey_ballots" USING btree ("survey_id");--> statement-breakpoint
CREATE INDEX "survey_participations_by_member" ON "survey_participations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "survey_sheets_by_member" ON "survey_sheets" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "surveys_by_end" ON "surveys" USING btree ("closes_at","id");--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_crossing_question" FOREIGN KEY ("id","crossing_question_id") REFERENCES "public"."survey_questions"("survey_id","id");--> statement-breakpoint
-- Checked at the end of a statement, so that two questions can change places in one.
ALTER TABLE "survey_questions" ADD CONSTRAINT "survey_questions_in_order" UNIQUE ("survey_id","position") DEFERRABLE INITIALLY IMMEDIATE;--> statement-breakpoint
-- What somebody has answered stays what was asked, of whom, and how it will be shown. The survey's
-- row is locked first, as whoever answers does, so that a change and an answer come one after the other.
CREATE FUNCTION keep_what_was_answered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept bigint := CASE WHEN TG_TABLE_NAME = 'surveys' THEN (to_jsonb(NEW) ->> 'id')::bigint ELSE (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> 'survey_id')::bigint END;
BEGIN
  PERFORM 1 FROM surveys WHERE id = kept FOR UPDATE;
  IF EXISTS (SELECT 1 FROM survey_participations WHERE survey_id = kept) THEN
    RAISE EXCEPTION 'Somebody has answered: what was asked stays.' USING ERRCODE = 'check_violation', CONSTRAINT = 'surveys_stay_once_answered';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER survey_questions_stay_once_answered BEFORE INSERT OR UPDATE OR DELETE ON survey_questions
  FOR EACH ROW EXECUTE FUNCTION keep_what_was_answered();--> statement-breakpoint
CREATE TRIGGER survey_audiences_stay_once_answered BEFORE INSERT OR UPDATE OR DELETE ON survey_audiences
  FOR EACH ROW EXECUTE FUNCTION keep_what_was_answered();--> statement-breakpoint
CREATE TRIGGER surveys_stay_once_answered BEFORE UPDATE ON surveys
  FOR EACH ROW WHEN ((OLD.audience, OLD.crossing, OLD.crossing_question_id) IS DISTINCT FROM (NEW.audience, NEW.crossing, NEW.crossing_question_id))
  EXECUTE FUNCTION keep_what_was_answered();--> statement-breakpoint
-- Rows that were written anew leave their former versions in the file until they are swept: at once, rather than once there are many.
ALTER TABLE "survey_ballots" SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "survey_participations" SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
