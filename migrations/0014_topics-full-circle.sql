-- Two names that differ by their accents only would now be one: the later one says which it is.
UPDATE topics t SET name = left(name, 60) || ' (' || id || ')'
  WHERE EXISTS (SELECT 1 FROM topics o WHERE o.id < t.id AND folded(o.name) = folded(t.name));--> statement-breakpoint
CREATE TABLE "topic_steps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topic_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"topic_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" bigint,
	"meeting_id" bigint,
	"other_topic_id" bigint,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "topic_steps_kind_known" CHECK ("topic_steps"."kind" in ('proposed', 'kept', 'planned', 'discussed', 'deepen', 'merged', 'dismissed', 'reopened', 'raised', 'lowered')),
	CONSTRAINT "topic_steps_reason_bounded" CHECK (length("topic_steps"."reason") <= 500)
);
--> statement-breakpoint
CREATE TABLE "topic_supports" (
	"topic_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"slot" smallint,
	"returned_at" timestamp with time zone,
	CONSTRAINT "topic_supports_once" PRIMARY KEY("topic_id","member_id"),
	CONSTRAINT "topic_supports_five_each" UNIQUE("member_id","slot"),
	CONSTRAINT "topic_supports_place_known" CHECK ("topic_supports"."slot" between 1 and 5),
	CONSTRAINT "topic_supports_held_or_returned" CHECK (("topic_supports"."slot" is null) = ("topic_supports"."returned_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "mail_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
DROP INDEX "topics_one_per_name";--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "wish" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "state" text DEFAULT 'proposed' NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "state_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "discussed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "dismissed_reason" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "raised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "raised_by" bigint;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "raised_reason" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD CONSTRAINT "topic_steps_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD CONSTRAINT "topic_steps_by" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD CONSTRAINT "topic_steps_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_steps" ADD CONSTRAINT "topic_steps_other_topic" FOREIGN KEY ("other_topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_supports" ADD CONSTRAINT "topic_supports_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_supports" ADD CONSTRAINT "topic_supports_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topic_steps_by_topic" ON "topic_steps" USING btree ("topic_id","id");--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_raised_by" FOREIGN KEY ("raised_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_merged_into" FOREIGN KEY ("merged_into") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topics_by_merged" ON "topics" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "topics_one_per_name" ON "topics" USING btree (folded("name"));--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'topic', 'reply', 'announcement', 'duty', 'news'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'topic', 'topic-discussed', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief'));--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_wish_bounded" CHECK (length("topics"."wish") <= 600);--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_state_known" CHECK ("topics"."state" in ('proposed', 'kept', 'planned', 'discussed', 'deepen', 'merged', 'dismissed'));--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_merged_into_another" CHECK (("topics"."state" = 'merged') = ("topics"."merged_into" is not null) and "topics"."merged_into" <> "topics"."id");--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_dismissed_with_a_reason" CHECK (("topics"."state" = 'dismissed') = ("topics"."dismissed_reason" is not null) and length("topics"."dismissed_reason") between 1 and 500);--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_raised_with_a_reason" CHECK (num_nonnulls("topics"."raised_at", "topics"."raised_by", "topics"."raised_reason") in (0, 3) and length("topics"."raised_reason") between 1 and 300);--> statement-breakpoint
CREATE TRIGGER topic_steps_only_grow BEFORE UPDATE OR DELETE ON topic_steps
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER topic_steps_never_emptied BEFORE TRUNCATE ON topic_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- Votes are held for topics that wait, and for no others: looked at when all is done, so that
-- a topic is planned and its votes come back in any order, but never one without the other.
CREATE FUNCTION keep_votes_for_waiting_topics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM topic_supports s JOIN topics t ON t.id = s.topic_id
    WHERE s.topic_id = COALESCE(to_jsonb(NEW) ->> 'topic_id', to_jsonb(NEW) ->> 'id')::bigint AND s.slot IS NOT NULL
      AND t.state NOT IN ('proposed', 'kept', 'deepen')
  ) THEN
    RAISE EXCEPTION 'A vote is held for a topic that waits.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'topic_supports_for_what_waits';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER topic_supports_for_what_waits AFTER INSERT OR UPDATE ON topic_supports
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.slot IS NOT NULL) EXECUTE FUNCTION keep_votes_for_waiting_topics();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER topics_hold_votes_while_they_wait AFTER UPDATE OF state ON topics
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state NOT IN ('proposed', 'kept', 'deepen')) EXECUTE FUNCTION keep_votes_for_waiting_topics();
