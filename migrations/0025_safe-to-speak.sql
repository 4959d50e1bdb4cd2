CREATE TABLE "concealments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "concealments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"thread_id" bigint NOT NULL,
	"message_id" bigint,
	"file_id" bigint,
	"body" text DEFAULT '' NOT NULL,
	"instead" text DEFAULT '' NOT NULL,
	"place" smallint,
	"attached_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "concealments_kind_known" CHECK ("concealments"."kind" in ('message', 'title', 'quote', 'file') and ("concealments"."kind" = 'title') = ("concealments"."message_id" is null) and ("concealments"."kind" = 'file') = ("concealments"."file_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "incident_records" (
	"incident_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"information" text NOT NULL,
	"circumstances" text NOT NULL,
	"happened" text NOT NULL,
	"known" text NOT NULL,
	"persons" integer,
	"risk" text NOT NULL,
	"reasoning" text NOT NULL,
	"commission_notified" text NOT NULL,
	"persons_notified" text NOT NULL,
	"measures" text NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "incident_records_once" PRIMARY KEY("incident_id","version"),
	CONSTRAINT "incident_records_risk_known" CHECK ("incident_records"."risk" in ('to-assess', 'not-serious', 'serious')),
	CONSTRAINT "incident_records_bounded" CHECK (greatest(length("incident_records"."information"), length("incident_records"."circumstances"), length("incident_records"."reasoning"), length("incident_records"."measures")) <= 4000 and greatest(length("incident_records"."happened"), length("incident_records"."known"), length("incident_records"."commission_notified"), length("incident_records"."persons_notified")) <= 300),
	CONSTRAINT "incident_records_persons_bounded" CHECK ("incident_records"."persons" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "incident_steps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incident_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"incident_id" bigint NOT NULL,
	"act" text NOT NULL,
	"count" integer,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_letters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"report_id" bigint,
	"member_id" bigint NOT NULL,
	"act" text NOT NULL,
	"body" text NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_letters_act_known" CHECK ("report_letters"."act" in ('concealed', 'redacted', 'restored', 'deleted', 'dismissed', 'thread-removed', 'thread-restored', 'word')),
	CONSTRAINT "report_letters_bounded" CHECK (length("report_letters"."body") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"thread_id" bigint NOT NULL,
	"message_id" bigint,
	"file_id" bigint,
	"cause" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reporter_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	CONSTRAINT "reports_kind_known" CHECK ("reports"."kind" in ('message', 'title', 'file') and ("reports"."kind" = 'title') = ("reports"."message_id" is null) and ("reports"."kind" = 'file' or "reports"."file_id" is null)),
	CONSTRAINT "reports_cause_known" CHECK ("reports"."cause" in ('personal-information', 'tone', 'frame', 'advertising', 'other')),
	CONSTRAINT "reports_outcome_known" CHECK ("reports"."outcome" in ('redacted', 'restored', 'concealed', 'deleted', 'dismissed', 'gone')),
	CONSTRAINT "reports_settled_whole" CHECK (num_nonnulls("reports"."outcome", "reports"."settled_at", "reports"."settled_by") in (0, 3)),
	CONSTRAINT "reports_note_bounded" CHECK (length("reports"."note") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "mail_choices" DROP CONSTRAINT "mail_choices_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_body_has_text";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "concealed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "concealed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "concealments" ADD CONSTRAINT "concealments_report" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concealments" ADD CONSTRAINT "concealments_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concealments" ADD CONSTRAINT "concealments_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concealments" ADD CONSTRAINT "concealments_file" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_records" ADD CONSTRAINT "incident_records_incident" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_records" ADD CONSTRAINT "incident_records_by" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_steps" ADD CONSTRAINT "incident_steps_incident" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_steps" ADD CONSTRAINT "incident_steps_by" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_report" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_opened_by" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_letters" ADD CONSTRAINT "report_letters_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_letters" ADD CONSTRAINT "report_letters_report" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_letters" ADD CONSTRAINT "report_letters_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_letters" ADD CONSTRAINT "report_letters_by" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_thread" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_message" FOREIGN KEY ("thread_id","message_id") REFERENCES "public"."messages"("thread_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_file" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter" FOREIGN KEY ("reporter_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_settled_by" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concealments_by_report" ON "concealments" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "concealments_by_message" ON "concealments" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "concealments_one_text" ON "concealments" USING btree ("message_id") WHERE kind = 'message';--> statement-breakpoint
CREATE UNIQUE INDEX "concealments_one_title" ON "concealments" USING btree ("thread_id") WHERE kind = 'title';--> statement-breakpoint
CREATE UNIQUE INDEX "concealments_one_file" ON "concealments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "incident_steps_of_incident" ON "incident_steps" USING btree ("incident_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_per_report" ON "incidents" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_letters_of_report" ON "report_letters" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_letters_to" ON "report_letters" USING btree ("member_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_open" ON "reports" USING btree ("kind","thread_id",coalesce("message_id", 0),coalesce("file_id", 0)) WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "reports_waiting" ON "reports" USING btree ("at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "reports_settled" ON "reports" USING btree ("settled_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE settled_at is not null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_concealed_out_of_messages" CHECK ("files"."concealed_at" is null or "files"."message_id" is null);--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_kind_known" CHECK ("mail_choices"."kind" in ('mention', 'answer', 'topic', 'reply', 'announcement', 'duty', 'signing', 'charter', 'survey', 'moderation', 'news'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('mention', 'answer', 'topic', 'topic-discussed', 'reply', 'thread', 'announcement', 'duty', 'duty-answered', 'duty-settled', 'swap', 'swap-taken', 'relief', 'signing', 'signing-reminder', 'proposal-answered', 'proposal-adrift', 'review-asked', 'consent-asked', 'survey', 'survey-closing', 'report', 'moderation'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_concealed_without_text" CHECK ("messages"."concealed_at" is null or ("messages"."body" = '' and "messages"."html" = '' and "messages"."deleted_at" is null));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_body_has_text" CHECK (length("messages"."body") <= 20000 and (length("messages"."body") >= 1 or "messages"."deleted_at" is not null or "messages"."concealed_at" is not null));--> statement-breakpoint
-- The register of incidents only grows: five years at least, by law, and nobody may tidy it up.
CREATE TRIGGER incidents_only_grow BEFORE UPDATE OR DELETE ON incidents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER incidents_never_emptied BEFORE TRUNCATE ON incidents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER incident_steps_only_grow BEFORE UPDATE OR DELETE ON incident_steps
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER incident_steps_never_emptied BEFORE TRUNCATE ON incident_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER incident_records_only_grow BEFORE UPDATE OR DELETE ON incident_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER incident_records_never_emptied BEFORE TRUNCATE ON incident_records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- Whoever deletes a message that was taken out of sight deletes what was kept of it as well.
CREATE FUNCTION forget_concealed_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM files WHERE id IN (SELECT file_id FROM concealments WHERE message_id = NEW.id AND file_id IS NOT NULL);
  DELETE FROM concealments WHERE message_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_deleted_without_concealments AFTER UPDATE OF deleted_at ON messages
  FOR EACH ROW WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION forget_concealed_message();
