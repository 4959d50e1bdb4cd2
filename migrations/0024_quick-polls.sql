CREATE TABLE "poll_choices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "poll_choices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"poll_id" bigint NOT NULL,
	"place" smallint NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "poll_choices_one_per_place" UNIQUE("poll_id","place"),
	CONSTRAINT "poll_choices_of_poll" UNIQUE("poll_id","id"),
	CONSTRAINT "poll_choices_eight_at_most" CHECK ("poll_choices"."place" between 1 and 8),
	CONSTRAINT "poll_choices_label_is_one_line" CHECK ("poll_choices"."label" !~ '[[:cntrl:]]' and length("poll_choices"."label") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "poll_votes" (
	"poll_id" bigint NOT NULL,
	"choice_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"single" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "poll_votes_once" PRIMARY KEY("choice_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "polls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" bigint NOT NULL,
	"single" boolean NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" bigint,
	CONSTRAINT "polls_one_per_message" UNIQUE("message_id"),
	CONSTRAINT "polls_of_kind" UNIQUE("id","single"),
	CONSTRAINT "polls_closed_by_someone" CHECK (("polls"."closed_at" is null) = ("polls"."closed_by" is null))
);
--> statement-breakpoint
ALTER TABLE "poll_choices" ADD CONSTRAINT "poll_choices_poll" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_choice" FOREIGN KEY ("poll_id","choice_id") REFERENCES "public"."poll_choices"("poll_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_kind" FOREIGN KEY ("poll_id","single") REFERENCES "public"."polls"("id","single") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_closed_by" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "poll_votes_one_choice" ON "poll_votes" USING btree ("poll_id","member_id") WHERE single;--> statement-breakpoint
CREATE INDEX "poll_votes_by_poll" ON "poll_votes" USING btree ("poll_id","member_id");
--> statement-breakpoint
-- A deleted message takes its poll along, whoever deletes it.
CREATE FUNCTION delete_poll_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM polls WHERE message_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_deleted_without_poll AFTER UPDATE OF deleted_at ON messages
  FOR EACH ROW WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION delete_poll_of_message();--> statement-breakpoint
-- What is closed takes no vote, whoever asks; the row of the poll is held against closing meanwhile.
CREATE FUNCTION poll_takes_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ended timestamptz;
BEGIN
  SELECT closed_at INTO ended FROM polls WHERE id = NEW.poll_id FOR SHARE;
  IF ended IS NOT NULL THEN
    RAISE EXCEPTION 'the poll is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'poll_votes_while_open', TABLE = 'poll_votes';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER poll_votes_while_open BEFORE INSERT OR UPDATE ON poll_votes FOR EACH ROW EXECUTE FUNCTION poll_takes_votes();
