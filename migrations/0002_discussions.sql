CREATE TABLE "bookmarks" (
	"member_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookmarks_once" PRIMARY KEY("member_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "hidden_authors" (
	"message_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	CONSTRAINT "hidden_authors_once" PRIMARY KEY("message_id")
);
--> statement-breakpoint
CREATE TABLE "message_revisions" (
	"message_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_revisions_once" PRIMARY KEY("message_id","version"),
	CONSTRAINT "message_revisions_have_text" CHECK (length("message_revisions"."body") between 1 and 20000 and "message_revisions"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"message_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reactions_once" PRIMARY KEY("message_id","member_id","kind"),
	CONSTRAINT "reactions_known" CHECK ("reactions"."kind" in ('thanks', 'support', 'useful', 'with-you'))
);
--> statement-breakpoint
CREATE TABLE "thread_topics" (
	"thread_id" bigint NOT NULL,
	"topic_id" bigint NOT NULL,
	"added_by" bigint,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_topics_once" PRIMARY KEY("thread_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topics_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"created_by" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topics_name_is_one_line" CHECK ("topics"."name" !~ '[[:cntrl:]]' and length("topics"."name") between 2 and 80 and "topics"."name" = btrim("topics"."name"))
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_body_has_text";--> statement-breakpoint
DROP INDEX "messages_unread";--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ALTER COLUMN "last_author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "head_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "answer_message_id" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "answered_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "summary_body" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "summary_html" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "summary_renderer_version" smallint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "summary_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "summary_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "pinned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "pinned_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "announced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "announced_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "closed_by" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "removed_by" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_of_thread" UNIQUE("thread_id","id");--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_authors" ADD CONSTRAINT "hidden_authors_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_authors" ADD CONSTRAINT "hidden_authors_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_revisions" ADD CONSTRAINT "message_revisions_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_topics" ADD CONSTRAINT "thread_topics_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_topics" ADD CONSTRAINT "thread_topics_topic" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_topics" ADD CONSTRAINT "thread_topics_added_by" FOREIGN KEY ("added_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_created_by" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookmarks_latest" ON "bookmarks" USING btree ("member_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "hidden_authors_by_member" ON "hidden_authors" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "thread_topics_by_topic" ON "thread_topics" USING btree ("topic_id","thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_one_per_name" ON "topics" USING btree (lower("name"));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_deleted_by" FOREIGN KEY ("deleted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_answer" FOREIGN KEY ("id","answer_message_id") REFERENCES "public"."messages"("thread_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_answered_by" FOREIGN KEY ("answered_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_summary_by" FOREIGN KEY ("summary_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_pinned_by" FOREIGN KEY ("pinned_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_announced_by" FOREIGN KEY ("announced_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_closed_by" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_removed_by" FOREIGN KEY ("removed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "threads_pinned" ON "threads" USING btree ("pinned_at" DESC NULLS LAST) WHERE pinned_at is not null;--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("thread_id","position","author_id") WHERE deleted_at is null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_deleted_without_trace_of_text" CHECK (("messages"."deleted_at" is null) = ("messages"."deleted_by" is null) and ("messages"."deleted_at" is null or ("messages"."body" = '' and "messages"."html" = '')));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_body_has_text" CHECK (length("messages"."body") <= 20000 and (length("messages"."body") >= 1 or "messages"."deleted_at" is not null));--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_answer_to_a_question" CHECK (num_nonnulls("threads"."answer_message_id", "threads"."answered_at", "threads"."answered_by") in (0, 3) and ("threads"."answer_message_id" is null or "threads"."asked_at" is not null));--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_summary_whole" CHECK (num_nonnulls("threads"."summary_body", "threads"."summary_html", "threads"."summary_renderer_version", "threads"."summary_at", "threads"."summary_by") in (0, 5));--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_summary_bounded" CHECK (length("threads"."summary_body") between 1 and 4000);--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_states_have_who_and_when" CHECK (("threads"."pinned_at" is null) = ("threads"."pinned_by" is null) and ("threads"."announced_at" is null) = ("threads"."announced_by" is null) and ("threads"."closed_at" is null) = ("threads"."closed_by" is null) and ("threads"."removed_at" is null) = ("threads"."removed_by" is null));
