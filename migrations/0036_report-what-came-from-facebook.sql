ALTER TABLE "archive_texts" DROP CONSTRAINT "archive_texts_concealed_whole";--> statement-breakpoint
ALTER TABLE "reported_texts" DROP CONSTRAINT "reported_texts_stand_in_one_thing";--> statement-breakpoint
ALTER TABLE "archive_texts" DROP CONSTRAINT "archive_texts_concealed_by";
--> statement-breakpoint
DROP INDEX "reported_texts_once";--> statement-breakpoint
ALTER TABLE "reported_texts" ADD COLUMN "archive_id" bigint;--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_archive" FOREIGN KEY ("archive_id") REFERENCES "public"."archive_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reported_texts_once" ON "reported_texts" USING btree ("kind","part",coalesce(thread_id, message_id, meeting_id, article_id, version_id, comment_id, proposal_id, round_id, survey_id, topic_id, archive_id));--> statement-breakpoint
ALTER TABLE "archive_texts" DROP COLUMN "concealed_at";--> statement-breakpoint
ALTER TABLE "archive_texts" DROP COLUMN "concealed_by";--> statement-breakpoint
ALTER TABLE "reported_texts" ADD CONSTRAINT "reported_texts_stand_in_one_thing" CHECK (num_nonnulls("reported_texts"."thread_id", "reported_texts"."message_id", "reported_texts"."meeting_id", "reported_texts"."article_id", "reported_texts"."version_id", "reported_texts"."comment_id", "reported_texts"."proposal_id", "reported_texts"."round_id", "reported_texts"."survey_id", "reported_texts"."topic_id", "reported_texts"."archive_id") = 1
        and case "reported_texts"."kind" when 'summary' then "reported_texts"."thread_id" when 'choices' then "reported_texts"."message_id" when 'meeting' then "reported_texts"."meeting_id" when 'article' then "reported_texts"."article_id" when 'charter' then "reported_texts"."version_id"
          when 'comment' then "reported_texts"."comment_id" when 'proposal' then "reported_texts"."proposal_id" when 'consent' then "reported_texts"."round_id" when 'survey' then "reported_texts"."survey_id" when 'answer' then "reported_texts"."survey_id" when 'topic' then "reported_texts"."topic_id" when 'archive' then "reported_texts"."archive_id" end is not null);