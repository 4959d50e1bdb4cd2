ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_number_and_hash" UNIQUE("number","sha256");--> statement-breakpoint
CREATE TABLE "charter_log" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"version" integer NOT NULL,
	"text_hash" text NOT NULL,
	"campaign" smallint NOT NULL,
	"round" smallint DEFAULT 0 NOT NULL,
	"member_id" bigint NOT NULL,
	"organisation_id" bigint,
	"body" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "charter_log_one_hash" UNIQUE("hash"),
	CONSTRAINT "charter_log_event_known" CHECK ("charter_log"."event" in ('published', 'campaign-opened', 'signed', 'organisation-signed', 'withdrawn', 'organisation-withdrawn')),
	CONSTRAINT "charter_log_counts" CHECK ("charter_log"."number" >= 1 and "charter_log"."version" >= 1 and "charter_log"."campaign" >= 0 and "charter_log"."round" >= 0),
	CONSTRAINT "charter_log_hashes" CHECK ("charter_log"."text_hash" ~ '^[0-9a-f]{64}$' and "charter_log"."previous" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "charter_log_hash_is_of_the_body" CHECK ("charter_log"."hash" = encode(sha256(convert_to("charter_log"."previous" || "charter_log"."body", 'UTF8')), 'hex')),
	CONSTRAINT "charter_log_columns_are_of_the_body" CHECK (("charter_log"."body"::jsonb ->> 'number')::bigint = "charter_log"."number" and "charter_log"."body"::jsonb ->> 'event' = "charter_log"."event" and ("charter_log"."body"::jsonb ->> 'version')::int = "charter_log"."version" and "charter_log"."body"::jsonb ->> 'text_sha256' = "charter_log"."text_hash" and coalesce("charter_log"."body"::jsonb #>> '{person,id}', "charter_log"."body"::jsonb #>> '{by,id}', "charter_log"."body"::jsonb #>> '{recorded_by,0,id}')::bigint = "charter_log"."member_id" and ("charter_log"."body"::jsonb #>> '{organisation,id}')::bigint is not distinct from "charter_log"."organisation_id"),
	CONSTRAINT "charter_log_organisations_named" CHECK ("charter_log"."event" not in ('organisation-signed', 'organisation-withdrawn') or "charter_log"."organisation_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "paper_signatures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "paper_signatures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"member_id" bigint,
	"organisation_id" bigint,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"signed_on" date NOT NULL,
	"file_id" bigint NOT NULL,
	"recorded_by" bigint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"log_number" bigint,
	CONSTRAINT "paper_signatures_one_per_scan" UNIQUE("file_id"),
	CONSTRAINT "paper_signatures_of_one" CHECK (num_nonnulls("paper_signatures"."member_id", "paper_signatures"."organisation_id") = 1),
	CONSTRAINT "paper_signatures_names_are_one_line" CHECK ("paper_signatures"."name" !~ '[[:cntrl:]]' and "paper_signatures"."title" !~ '[[:cntrl:]]' and length("paper_signatures"."name") between 1 and 120 and length("paper_signatures"."title") between 1 and 120),
	CONSTRAINT "paper_signatures_decided_whole" CHECK (("paper_signatures"."decided_by" is null) = ("paper_signatures"."decided_at" is null) and ("paper_signatures"."log_number" is null or "paper_signatures"."decided_at" is not null)),
	CONSTRAINT "paper_signatures_by_two_people" CHECK ("paper_signatures"."log_number" is null or "paper_signatures"."decided_by" <> "paper_signatures"."recorded_by")
);
--> statement-breakpoint
CREATE TABLE "publication_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publication_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"reasons" text NOT NULL,
	"asked_by" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"confirmed" boolean,
	CONSTRAINT "publication_requests_reasons_bounded" CHECK (length("publication_requests"."reasons") between 1 and 2000),
	CONSTRAINT "publication_requests_decided_whole" CHECK (num_nonnulls("publication_requests"."decided_by", "publication_requests"."decided_at", "publication_requests"."confirmed") in (0, 3)),
	CONSTRAINT "publication_requests_by_a_second_person" CHECK ("publication_requests"."confirmed" is not true or "publication_requests"."decided_by" <> "publication_requests"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "signing_reminders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signing_reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"campaign" smallint NOT NULL,
	"organisation_id" bigint,
	"asked_by" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"grace_days" smallint NOT NULL,
	"limited" boolean NOT NULL,
	"chosen_by" bigint NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signing_settings_only_one" CHECK ("signing_settings"."id" = 1),
	CONSTRAINT "signing_settings_grace" CHECK ("signing_settings"."grace_days" between 7 and 180)
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "mail_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "charter_log" ADD CONSTRAINT "charter_log_text" FOREIGN KEY ("version","text_hash") REFERENCES "public"."charter_versions"("number","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_log" ADD CONSTRAINT "charter_log_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_log" ADD CONSTRAINT "charter_log_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_version" FOREIGN KEY ("version") REFERENCES "public"."charter_versions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_file" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_recorded_by" FOREIGN KEY ("recorded_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_decided_by" FOREIGN KEY ("decided_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_signatures" ADD CONSTRAINT "paper_signatures_log" FOREIGN KEY ("log_number") REFERENCES "public"."charter_log"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_requests" ADD CONSTRAINT "publication_requests_version" FOREIGN KEY ("version") REFERENCES "public"."charter_versions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_requests" ADD CONSTRAINT "publication_requests_asked_by" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_requests" ADD CONSTRAINT "publication_requests_decided_by" FOREIGN KEY ("decided_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_reminders" ADD CONSTRAINT "signing_reminders_version" FOREIGN KEY ("version") REFERENCES "public"."charter_versions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_reminders" ADD CONSTRAINT "signing_reminders_organisation" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_reminders" ADD CONSTRAINT "signing_reminders_asked_by" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_settings" ADD CONSTRAINT "signing_settings_chosen_by" FOREIGN KEY ("chosen_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charter_log_one_code" ON "charter_log" USING btree (left("hash", 15));--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_once_per_version" ON "charter_log" USING btree ("member_id","version","campaign","round") WHERE event = 'signed';--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_signatures_once_per_version" ON "charter_log" USING btree ("organisation_id","version","campaign","round") WHERE event = 'organisation-signed';--> statement-breakpoint
CREATE INDEX "charter_log_published" ON "charter_log" USING btree ("number" DESC NULLS LAST) WHERE event = 'published';--> statement-breakpoint
CREATE INDEX "charter_log_of_member" ON "charter_log" USING btree ("member_id","number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "charter_log_of_organisation" ON "charter_log" USING btree ("organisation_id","number" DESC NULLS LAST) WHERE organisation_id is not null;--> statement-breakpoint
CREATE INDEX "paper_signatures_waiting" ON "paper_signatures" USING btree ("recorded_at") WHERE decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "publication_requests_one_open" ON "publication_requests" USING btree ("version") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "signing_reminders_latest" ON "signing_reminders" USING btree ("asked_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'topic', 'reply', 'announcement', 'duty', 'signing', 'news'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'topic', 'topic-discussed', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief', 'signing', 'signing-reminder'));--> statement-breakpoint
-- The log only grows, whoever asks, and each entry holds on to the one before it.
CREATE TRIGGER charter_log_only_grows BEFORE UPDATE OR DELETE ON charter_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER charter_log_never_emptied BEFORE TRUNCATE ON charter_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE FUNCTION hold_on_to_the_last_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT number, hash INTO last FROM charter_log ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(last.number, 0) + 1 OR NEW.previous <> coalesce(last.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'Entry % does not follow the last one.', NEW.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'charter_log_is_one_chain';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER charter_log_is_one_chain BEFORE INSERT ON charter_log
  FOR EACH ROW EXECUTE FUNCTION hold_on_to_the_last_entry();
