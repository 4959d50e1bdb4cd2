CREATE TABLE "community_follows" (
	"member_id" bigint NOT NULL,
	"level" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "community_follows_once" PRIMARY KEY("member_id"),
	CONSTRAINT "community_follows_level_known" CHECK ("community_follows"."level" in ('following', 'muted'))
);
--> statement-breakpoint
CREATE TABLE "thread_follows" (
	"thread_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"level" text NOT NULL,
	"chosen_at" timestamp with time zone,
	CONSTRAINT "thread_follows_once" PRIMARY KEY("thread_id","member_id"),
	CONSTRAINT "thread_follows_level_known" CHECK ("thread_follows"."level" in ('following', 'muted')),
	CONSTRAINT "thread_follows_muted_by_choice" CHECK ("thread_follows"."level" = 'following' or "thread_follows"."chosen_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "topic_follows" (
	"member_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	"level" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "topic_follows_once" PRIMARY KEY("member_id","topic_id"),
	CONSTRAINT "topic_follows_level_known" CHECK ("topic_follows"."level" in ('following', 'muted'))
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"message_id" bigint NOT NULL,
	"member_id" bigint,
	"organisation_id" bigint,
	CONSTRAINT "mentions_once" UNIQUE NULLS NOT DISTINCT("message_id","member_id","organisation_id"),
	CONSTRAINT "mentions_name_one" CHECK (num_nonnulls("mentions"."member_id", "mentions"."organisation_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "mail_choices" (
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"rhythm" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_choices_once" PRIMARY KEY("member_id","kind"),
	CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'reply', 'announcement', 'news')),
	CONSTRAINT "mail_choices_rhythm_known" CHECK ("mail_choices"."rhythm" in ('at-once', 'weekly', 'none') and not ("mail_choices"."kind" = 'news' and "mail_choices"."rhythm" = 'at-once'))
);
--> statement-breakpoint
CREATE TABLE "mail_times" (
	"member_id" bigint NOT NULL,
	"summary_days" smallint[] NOT NULL,
	"summary_minute" smallint NOT NULL,
	"quiet_from" smallint,
	"quiet_until" smallint,
	"days_off" smallint[] NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_times_once" PRIMARY KEY("member_id"),
	CONSTRAINT "mail_times_days_known" CHECK ("mail_times"."summary_days" <@ '{0,1,2,3,4,5,6}' and cardinality("mail_times"."summary_days") between 1 and 7),
	CONSTRAINT "mail_times_a_day_is_on" CHECK ("mail_times"."days_off" <@ '{0,1,2,3,4,5,6}' and cardinality("mail_times"."days_off") <= 6),
	CONSTRAINT "mail_times_within_a_day" CHECK ("mail_times"."summary_minute" between 0 and 1439 and ("mail_times"."quiet_from" is null) = ("mail_times"."quiet_until" is null) and "mail_times"."quiet_from" between 0 and 1439 and "mail_times"."quiet_until" between 0 and 1439 and "mail_times"."quiet_from" <> "mail_times"."quiet_until")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"thread_id" bigint,
	"message_id" bigint,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notifications_once" UNIQUE("message_id","member_id","kind"),
	CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'reply', 'thread', 'announcement')),
	CONSTRAINT "notifications_have_a_cause" CHECK (num_nonnulls("notifications"."thread_id", "notifications"."message_id") = 2)
);
--> statement-breakpoint
DROP INDEX "outbox_mails_waiting";--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "community_follows" ADD CONSTRAINT "community_follows_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD CONSTRAINT "thread_follows_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD CONSTRAINT "thread_follows_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_follows" ADD CONSTRAINT "topic_follows_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_follows" ADD CONSTRAINT "topic_follows_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_times" ADD CONSTRAINT "mail_times_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_message" FOREIGN KEY ("thread_id","message_id") REFERENCES "public"."messages"("thread_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "topic_follows_by_topic" ON "topic_follows" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("member_id","thread_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_latest" ON "notifications" USING btree ("member_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_by_age" ON "notifications" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_mails_one_per_thread" ON "outbox_mails" USING btree ("member_id","subject_ref") WHERE kind = 'told' and attempts = 0 and parked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_mails_one_summary_a_day" ON "outbox_mails" USING btree ("member_id","subject_ref") WHERE kind = 'summary';--> statement-breakpoint
CREATE INDEX "outbox_mails_waiting" ON "outbox_mails" USING btree ("due_at") WHERE sent_at is null and parked_at is null;--> statement-breakpoint
-- Whoever has written in a thread follows it, as if it had been so from the beginning.
INSERT INTO "thread_follows" ("thread_id", "member_id", "level") SELECT DISTINCT "thread_id", "author_id", 'following' FROM "messages" WHERE "author_id" IS NOT NULL;
