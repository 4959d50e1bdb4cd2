CREATE TABLE "charter_reviews" (
	"version_id" bigint NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" bigint NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "charter_reviews_once" PRIMARY KEY("version_id"),
	CONSTRAINT "charter_reviews_last_a_while" CHECK ("charter_reviews"."deadline" > "charter_reviews"."opened_at")
);
--> statement-breakpoint
CREATE TABLE "review_answers" (
	"version_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"article_version" integer NOT NULL,
	"answer" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"proposal_id" bigint,
	"member_id" bigint NOT NULL,
	"recorded" boolean DEFAULT false NOT NULL,
	"document" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_answers_once" PRIMARY KEY("version_id","organisation_id","article_id","article_version"),
	CONSTRAINT "review_answers_known" CHECK ("review_answers"."answer" in ('approved', 'reserved', 'change')),
	CONSTRAINT "review_answers_with_a_reason" CHECK (length("review_answers"."note") <= 2000 and ("review_answers"."answer" = 'approved' or "review_answers"."note" <> '')),
	CONSTRAINT "review_answers_recorded_from_a_document" CHECK ("review_answers"."document" !~ '[[:cntrl:]]' and length("review_answers"."document") <= 300 and "review_answers"."recorded" = ("review_answers"."document" <> ''))
);
--> statement-breakpoint
CREATE TABLE "review_delegations" (
	"version_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_delegations_once" PRIMARY KEY("version_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "charter_reviews" ADD CONSTRAINT "charter_reviews_version" FOREIGN KEY ("version_id") REFERENCES "public"."charter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_reviews" ADD CONSTRAINT "charter_reviews_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_review" FOREIGN KEY ("version_id") REFERENCES "public"."charter_reviews"("version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_article" FOREIGN KEY ("article_id") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_proposal" FOREIGN KEY ("proposal_id") REFERENCES "public"."charter_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_review" FOREIGN KEY ("version_id") REFERENCES "public"."charter_reviews"("version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_delegations" ADD CONSTRAINT "review_delegations_by" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_answers_of_article" ON "review_answers" USING btree ("article_id");