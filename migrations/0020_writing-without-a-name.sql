CREATE TABLE "anonymity_keepers" (
	"place" smallint PRIMARY KEY NOT NULL,
	"member_id" bigint NOT NULL,
	"named_by" bigint NOT NULL,
	"named_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "anonymity_keepers_are_two_people" UNIQUE("member_id"),
	CONSTRAINT "anonymity_keepers_are_two" CHECK ("anonymity_keepers"."place" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "author_disclosures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "author_disclosures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "author_disclosures_have_a_reason" CHECK (length("author_disclosures"."reason") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "anonymity_keepers" ADD CONSTRAINT "anonymity_keepers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymity_keepers" ADD CONSTRAINT "anonymity_keepers_named_by" FOREIGN KEY ("named_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_disclosures" ADD CONSTRAINT "author_disclosures_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_disclosures" ADD CONSTRAINT "author_disclosures_asked_by" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "author_disclosures_of_message" ON "author_disclosures" USING btree ("message_id","at");--> statement-breakpoint
CREATE TRIGGER author_disclosures_only_grow BEFORE UPDATE OR DELETE ON author_disclosures
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER author_disclosures_never_emptied BEFORE TRUNCATE ON author_disclosures
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
