ALTER TABLE "survey_sheets" ADD COLUMN "organisation_id" bigint;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD COLUMN "survey_id" bigint;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD COLUMN "people" integer;--> statement-breakpoint
ALTER TABLE "survey_sheets" ADD CONSTRAINT "survey_sheets_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD CONSTRAINT "topic_steps_survey" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topic_steps_by_survey" ON "topic_steps" USING btree ("survey_id") WHERE survey_id is not null;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD CONSTRAINT "topic_steps_people_of_a_survey" CHECK ("topic_steps"."people" is null or ("topic_steps"."survey_id" is not null and "topic_steps"."people" >= 0));--> statement-breakpoint
-- What was sent before this was sent from where its author works first.
UPDATE "survey_sheets" t SET "organisation_id" = (SELECT w.organisation_id FROM memberships w WHERE w.member_id = t.member_id ORDER BY w.since, w.organisation_id LIMIT 1) WHERE t.sent_at IS NOT NULL;--> statement-breakpoint
-- Autovacuum sweeps a table that has more dead rows than this: with one, those of the second answer stayed until the third.
ALTER TABLE "survey_ballots" SET (autovacuum_vacuum_threshold = 0);--> statement-breakpoint
ALTER TABLE "survey_participations" SET (autovacuum_vacuum_threshold = 0);
