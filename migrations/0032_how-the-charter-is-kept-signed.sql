CREATE TABLE "charter_heads" (
	"week" date PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "charter_heads_on_mondays" CHECK (extract(isodow from "charter_heads"."week") = 1),
	CONSTRAINT "charter_heads_hash" CHECK ("charter_heads"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "signing_campaigns" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signing_campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"starts_on" date NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"planned_by" bigint NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"campaign" smallint,
	CONSTRAINT "signing_campaigns_opened_whole" CHECK (("signing_campaigns"."opened_at" is null) = ("signing_campaigns"."campaign" is null)),
	CONSTRAINT "signing_campaigns_last_a_while" CHECK ("signing_campaigns"."closes_at" > "signing_campaigns"."planned_at" and "signing_campaigns"."closes_at" > "signing_campaigns"."opened_at")
);
--> statement-breakpoint
CREATE TABLE "signing_holds" (
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "signing_holds_once" PRIMARY KEY("member_id"),
	CONSTRAINT "signing_holds_kind_known" CHECK ("signing_holds"."kind" in ('reminder', 'no-new-threads', 'reading-only'))
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "mail_choices_kind_known";--> statement-breakpoint
-- Two choices about the mails of the charter become one: what a person chose last stands, or what they chose alone;
-- of two chosen together, the one that brings more mails.
DELETE FROM mail_choices one USING mail_choices other
  WHERE one.member_id = other.member_id AND one.kind IN ('charter', 'signing') AND other.kind IN ('charter', 'signing') AND one.kind <> other.kind
    AND (one.chosen_at, array_position(ARRAY['none', 'weekly', 'at-once'], one.rhythm), one.kind) < (other.chosen_at, array_position(ARRAY['none', 'weekly', 'at-once'], other.rhythm), other.kind);--> statement-breakpoint
UPDATE mail_choices SET kind = 'charter' WHERE kind = 'signing';--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "filed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD COLUMN "act" text NOT NULL;--> statement-breakpoint
ALTER TABLE "signing_settings" ADD COLUMN "after_grace" text NOT NULL;--> statement-breakpoint
ALTER TABLE "charter_heads" ADD CONSTRAINT "charter_heads_entry" FOREIGN KEY ("number") REFERENCES "public"."charter_log"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_campaigns" ADD CONSTRAINT "signing_campaigns_planned_by" FOREIGN KEY ("planned_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_holds" ADD CONSTRAINT "signing_holds_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "signing_campaigns_one_per_number" ON "signing_campaigns" USING btree ("campaign");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_campaigns_one_planned" ON "signing_campaigns" USING btree ((true)) WHERE opened_at is null;--> statement-breakpoint
CREATE INDEX "paper_signatures_latest" ON "paper_signatures" USING btree ("decided_at" DESC NULLS LAST) WHERE decided_at is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_filed_out_of_messages" CHECK ("files"."filed_at" is null or num_nonnulls("files"."message_id", "files"."concealed_at") = 0);--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'topic', 'reply', 'announcement', 'duty', 'charter', 'survey', 'moderation', 'news'));--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_act_known" CHECK ("paper_signatures"."act" in ('signature', 'withdrawal'));--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_of_another" CHECK ("paper_signatures"."member_id" is null or "paper_signatures"."member_id" <> "paper_signatures"."recorded_by" and ("paper_signatures"."log_number" is null or "paper_signatures"."member_id" <> "paper_signatures"."decided_by"));--> statement-breakpoint
ALTER TABLE "signing_settings" ADD CONSTRAINT "signing_settings_after_grace_known" CHECK ("signing_settings"."after_grace" in ('nothing', 'reminder', 'no-new-threads', 'reading-only'));--> statement-breakpoint
CREATE TRIGGER charter_heads_only_grow BEFORE UPDATE OR DELETE ON charter_heads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER charter_heads_never_emptied BEFORE TRUNCATE ON charter_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
