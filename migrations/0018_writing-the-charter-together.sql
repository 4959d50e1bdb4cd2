CREATE TABLE "charter_comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "charter_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"spoken_for" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"renderer_version" smallint NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"before" text DEFAULT '' NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"adrift_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	CONSTRAINT "charter_comments_bounded" CHECK (length("charter_comments"."body") between 1 and 4000 and length("charter_comments"."quote") <= 600 and length("charter_comments"."before") <= 60 and length("charter_comments"."after") <= 60),
	CONSTRAINT "charter_comments_spoken_is_one_line" CHECK ("charter_comments"."spoken_for" !~ '[[:cntrl:]]' and length("charter_comments"."spoken_for") <= 160),
	CONSTRAINT "charter_comments_settled_by_someone" CHECK (("charter_comments"."settled_at" is null) = ("charter_comments"."settled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "charter_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "charter_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"spoken_for" text DEFAULT '' NOT NULL,
	"base_body" text NOT NULL,
	"body" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"asked_for" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"adrift_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" bigint,
	"decision_reason" text DEFAULT '' NOT NULL,
	"article_version" integer,
	CONSTRAINT "charter_proposals_state_known" CHECK ("charter_proposals"."state" in ('open', 'accepted', 'accepted-in-part', 'declined', 'withdrawn')),
	CONSTRAINT "charter_proposals_bounded" CHECK (length("charter_proposals"."body") between 1 and 42000 and length("charter_proposals"."reason") <= 2000 and length("charter_proposals"."decision_reason") <= 2000),
	CONSTRAINT "charter_proposals_say_something" CHECK ("charter_proposals"."body" <> "charter_proposals"."base_body"),
	CONSTRAINT "charter_proposals_one_line" CHECK ("charter_proposals"."spoken_for" !~ '[[:cntrl:]]' and length("charter_proposals"."spoken_for") <= 160 and "charter_proposals"."asked_for" !~ '[[:cntrl:]]' and length("charter_proposals"."asked_for") <= 160),
	CONSTRAINT "charter_proposals_decided_by_someone" CHECK (("charter_proposals"."state" = 'open') = ("charter_proposals"."decided_at" is null) and ("charter_proposals"."decided_at" is null) = ("charter_proposals"."decided_by" is null)),
	CONSTRAINT "charter_proposals_taken_up" CHECK (("charter_proposals"."state" in ('accepted', 'accepted-in-part')) = ("charter_proposals"."article_version" is not null)),
	CONSTRAINT "charter_proposals_answered_with_a_reason" CHECK ("charter_proposals"."state" not in ('accepted-in-part', 'declined') or "charter_proposals"."decision_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "proposal_voices" (
	"proposal_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"stance" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_voices_once" PRIMARY KEY("proposal_id","member_id"),
	CONSTRAINT "proposal_voices_known" CHECK ("proposal_voices"."stance" in ('support', 'object')),
	CONSTRAINT "proposal_voices_object_with_a_reason" CHECK (length("proposal_voices"."reason") <= 1000 and ("proposal_voices"."stance" = 'support' or "proposal_voices"."reason" <> ''))
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "mail_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "charter_comments" ADD CONSTRAINT "charter_comments_article" FOREIGN KEY ("article_id") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_comments" ADD CONSTRAINT "charter_comments_author" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_comments" ADD CONSTRAINT "charter_comments_settled_by" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_proposals" ADD CONSTRAINT "charter_proposals_article" FOREIGN KEY ("article_id") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_proposals" ADD CONSTRAINT "charter_proposals_author" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_proposals" ADD CONSTRAINT "charter_proposals_decided_by" FOREIGN KEY ("decided_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_voices" ADD CONSTRAINT "proposal_voices_proposal" FOREIGN KEY ("proposal_id") REFERENCES "public"."charter_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_voices" ADD CONSTRAINT "proposal_voices_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charter_comments_of_article" ON "charter_comments" USING btree ("article_id","id");--> statement-breakpoint
CREATE INDEX "charter_comments_by_author" ON "charter_comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "charter_proposals_of_article" ON "charter_proposals" USING btree ("article_id","id");--> statement-breakpoint
CREATE INDEX "charter_proposals_by_author" ON "charter_proposals" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "proposal_voices_by_member" ON "proposal_voices" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'topic', 'reply', 'announcement', 'duty', 'signing', 'charter', 'news'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'topic', 'topic-discussed', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief', 'signing', 'signing-reminder', 'proposal-answered', 'proposal-adrift', 'review-asked', 'consent-asked'));