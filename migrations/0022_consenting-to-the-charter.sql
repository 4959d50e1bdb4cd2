CREATE TABLE "consent_answers" (
	"round_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"stance" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consent_answers_once" PRIMARY KEY("round_id","member_id"),
	CONSTRAINT "consent_answers_known" CHECK ("consent_answers"."stance" in ('adhere', 'reserve', 'object')),
	CONSTRAINT "consent_answers_with_a_reason" CHECK (length("consent_answers"."reason") <= 2000 and ("consent_answers"."stance" = 'adhere' or "consent_answers"."reason" <> '')),
	CONSTRAINT "consent_answers_objections_withdrawn" CHECK ("consent_answers"."withdrawn_at" is null or "consent_answers"."stance" = 'object')
);
--> statement-breakpoint
CREATE TABLE "consent_rounds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consent_rounds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"number" smallint NOT NULL,
	"canonical_text" text NOT NULL,
	"sha256" text NOT NULL,
	"objections_block" boolean NOT NULL,
	"people_percent" smallint NOT NULL,
	"organisations_percent" smallint NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" bigint NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" bigint,
	"adopted" boolean,
	"of_people" integer,
	"of_organisations" integer,
	CONSTRAINT "consent_rounds_one_per_number" UNIQUE("version_id","number"),
	CONSTRAINT "consent_rounds_rule" CHECK ("consent_rounds"."people_percent" between 0 and 100 and "consent_rounds"."organisations_percent" between 0 and 100 and "consent_rounds"."number" >= 1),
	CONSTRAINT "consent_rounds_last_a_while" CHECK ("consent_rounds"."closes_at" > "consent_rounds"."opened_at"),
	CONSTRAINT "consent_rounds_closed_with_a_result" CHECK (num_nonnulls("consent_rounds"."closed_at", "consent_rounds"."closed_by", "consent_rounds"."adopted", "consent_rounds"."of_people", "consent_rounds"."of_organisations") in (0, 5))
);
--> statement-breakpoint
ALTER TABLE "consent_answers" ADD CONSTRAINT "consent_answers_round" FOREIGN KEY ("round_id") REFERENCES "public"."consent_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_answers" ADD CONSTRAINT "consent_answers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_rounds" ADD CONSTRAINT "consent_rounds_version" FOREIGN KEY ("version_id") REFERENCES "public"."charter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_rounds" ADD CONSTRAINT "consent_rounds_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_rounds" ADD CONSTRAINT "consent_rounds_closed_by" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_answers_by_member" ON "consent_answers" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_rounds_one_open" ON "consent_rounds" USING btree ((true)) WHERE closed_at is null;