CREATE TABLE "reported_texts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reported_texts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"part" text NOT NULL,
	"thread_id" bigint,
	"message_id" bigint,
	"meeting_id" bigint,
	"article_id" bigint,
	"version_id" bigint,
	"comment_id" bigint,
	"proposal_id" bigint,
	"round_id" bigint,
	"survey_id" bigint,
	"topic_id" bigint,
	CONSTRAINT "reported_texts_stand_in_one_thing" CHECK (num_nonnulls("reported_texts"."thread_id", "reported_texts"."message_id", "reported_texts"."meeting_id", "reported_texts"."article_id", "reported_texts"."version_id", "reported_texts"."comment_id", "reported_texts"."proposal_id", "reported_texts"."round_id", "reported_texts"."survey_id", "reported_texts"."topic_id") = 1
        and case "reported_texts"."kind" when 'summary' then "reported_texts"."thread_id" when 'choices' then "reported_texts"."message_id" when 'meeting' then "reported_texts"."meeting_id" when 'article' then "reported_texts"."article_id" when 'charter' then "reported_texts"."version_id"
          when 'comment' then "reported_texts"."comment_id" when 'proposal' then "reported_texts"."proposal_id" when 'consent' then "reported_texts"."round_id" when 'survey' then "reported_texts"."survey_id" when 'answer' then "reported_texts"."survey_id" when 'topic' then "reported_texts"."topic_id" end is not null),
	CONSTRAINT "reported_texts_part_named" CHECK ("reported_texts"."part" ~ '^[a-z0-9-]{1,90}$')
);
--> statement-breakpoint
ALTER TABLE "concealments" DROP CONSTRAINT "concealments_kind_known";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_kind_known";--> statement-breakpoint
DROP INDEX "reports_one_open";--> statement-breakpoint
ALTER TABLE "concealments" ALTER COLUMN "thread_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "report_letters" ALTER COLUMN "thread_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "thread_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "concealments" ADD COLUMN "text_id" bigint;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "text_id" bigint;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_article" FOREIGN KEY ("article_id") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_version" FOREIGN KEY ("version_id") REFERENCES "public"."charter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_comment" FOREIGN KEY ("comment_id") REFERENCES "public"."charter_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_proposal" FOREIGN KEY ("proposal_id") REFERENCES "public"."charter_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_round" FOREIGN KEY ("round_id") REFERENCES "public"."consent_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_survey" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reported_texts_once" ON "reported_texts" USING btree ("kind","part",coalesce(thread_id, message_id, meeting_id, article_id, version_id, comment_id, proposal_id, round_id, survey_id, topic_id));--> statement-breakpoint
ALTER TABLE "concealments" ADD CONSTRAINT "concealments_text" FOREIGN KEY ("text_id") REFERENCES "public"."reported_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_text" FOREIGN KEY ("text_id") REFERENCES "public"."reported_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concealments_of_text" ON "concealments" USING btree ("text_id") WHERE text_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_open" ON "reports" USING btree ("kind",coalesce("thread_id", 0),coalesce("message_id", 0),coalesce("file_id", 0),coalesce("text_id", 0)) WHERE settled_at is null;--> statement-breakpoint
ALTER TABLE "concealments" ADD CONSTRAINT "concealments_kind_known" CHECK ("concealments"."kind" in ('message', 'title', 'quote', 'file', 'text') and ("concealments"."kind" = 'text') = ("concealments"."text_id" is not null) and ("concealments"."kind" = 'text') = ("concealments"."thread_id" is null)
        and ("concealments"."kind" in ('title', 'text')) = ("concealments"."message_id" is null) and ("concealments"."kind" = 'file') = ("concealments"."file_id" is not null));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_kind_known" CHECK ("reports"."kind" in ('message', 'title', 'file', 'text') and ("reports"."kind" = 'text') = ("reports"."text_id" is not null) and ("reports"."kind" = 'text') = ("reports"."thread_id" is null)
        and ("reports"."kind" in ('title', 'text')) = ("reports"."message_id" is null) and ("reports"."kind" = 'file' or "reports"."file_id" is null));--> statement-breakpoint
-- Histories only grow, save that a passage by which somebody can be recognised is taken out of them: by these two
-- functions alone, which say so to the triggers for as long as they run. The application's role may do it no other way.
DROP TRIGGER article_revisions_only_grow ON article_revisions;--> statement-breakpoint
CREATE TRIGGER article_revisions_only_grow BEFORE UPDATE OR DELETE ON article_revisions
  FOR EACH ROW WHEN (current_setting('le_fil.masking', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DROP TRIGGER topic_steps_only_grow ON topic_steps;--> statement-breakpoint
CREATE TRIGGER topic_steps_only_grow BEFORE UPDATE OR DELETE ON topic_steps
  FOR EACH ROW WHEN (current_setting('le_fil.masking', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE FUNCTION reword_article_revision(article bigint, wording integer, heading text, words text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('le_fil.masking', 'on', true);
  UPDATE article_revisions SET title = coalesce(heading, title), body = coalesce(words, body) WHERE article_id = article AND version = wording;
  PERFORM set_config('le_fil.masking', '', true);
END $$;--> statement-breakpoint
CREATE FUNCTION reword_topic_step(step bigint, words text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('le_fil.masking', 'on', true);
  UPDATE topic_steps SET reason = words WHERE id = step;
  PERFORM set_config('le_fil.masking', '', true);
END $$;--> statement-breakpoint
-- What was asked stays once somebody has answered, save for the words that let somebody be recognised.
DROP TRIGGER survey_questions_stay_once_answered ON survey_questions;--> statement-breakpoint
CREATE TRIGGER survey_questions_stay_once_answered BEFORE INSERT OR UPDATE OR DELETE ON survey_questions
  FOR EACH ROW WHEN (current_setting('le_fil.masking', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION keep_what_was_answered();
