CREATE TABLE "sitting_guests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sitting_guests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sitting_id" bigint NOT NULL,
	"name" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"added_by" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sitting_guests_name_is_one_line" CHECK ("sitting_guests"."name" !~ '[[:cntrl:]]' and length("sitting_guests"."name") between 1 and 120),
	CONSTRAINT "sitting_guests_organisation_is_one_line" CHECK ("sitting_guests"."organisation" !~ '[[:cntrl:]]' and length("sitting_guests"."organisation") <= 120)
);
--> statement-breakpoint
CREATE TABLE "kit_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "kit_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"step_id" bigint NOT NULL,
	"act" text NOT NULL,
	"days" smallint NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"message" text NOT NULL,
	"changed_by" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kit_changes_act_known" CHECK ("kit_changes"."act" in ('added', 'reworded', 'retired', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "kit_notes" DROP CONSTRAINT "kit_notes_settled_by_someone";--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD COLUMN "refusal" text;--> statement-breakpoint
ALTER TABLE "turn_absences" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "kit_notes" ADD COLUMN "step_id" bigint;--> statement-breakpoint
ALTER TABLE "kit_notes" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "sitting_guests" ADD CONSTRAINT "sitting_guests_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_guests" ADD CONSTRAINT "sitting_guests_added_by" FOREIGN KEY ("added_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_changes" ADD CONSTRAINT "kit_changes_step" FOREIGN KEY ("step_id") REFERENCES "public"."kit_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_changes" ADD CONSTRAINT "kit_changes_changed_by" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sitting_guests_once" ON "sitting_guests" USING btree ("sitting_id",lower("name"));--> statement-breakpoint
CREATE INDEX "kit_changes_by_step" ON "kit_changes" USING btree ("step_id");--> statement-breakpoint
ALTER TABLE "kit_notes" ADD CONSTRAINT "kit_notes_step" FOREIGN KEY ("step_id") REFERENCES "public"."kit_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_refusal_known" CHECK ("meeting_answers"."refusal" in ('schedule', 'replacement', 'distance', 'other'));--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_refusal_of_a_no" CHECK ("meeting_answers"."refusal" is null or "meeting_answers"."state" = 'no');--> statement-breakpoint
ALTER TABLE "turn_absences" ADD CONSTRAINT "turn_absences_reason_bounded" CHECK (length("turn_absences"."reason") <= 300);--> statement-breakpoint
ALTER TABLE "kit_notes" ADD CONSTRAINT "kit_notes_outcome_known" CHECK ("kit_notes"."outcome" in ('taken', 'set-aside'));--> statement-breakpoint
ALTER TABLE "kit_notes" ADD CONSTRAINT "kit_notes_settled_by_someone" CHECK (num_nonnulls("kit_notes"."settled_at", "kit_notes"."settled_by", "kit_notes"."outcome") in (0, 3));--> statement-breakpoint

-- People who come without being members take seats like everybody; the places are counted in one way.
CREATE OR REPLACE FUNCTION hold_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats integer;
BEGIN
  IF NEW.sitting_id IS NULL THEN
    NEW.takes_seat := false;
    RETURN NEW;
  END IF;
  SELECT capacity INTO seats FROM sittings WHERE id = NEW.sitting_id FOR NO KEY UPDATE;
  IF NEW.state = 'waiting' AND NEW.queue IS NULL THEN
    SELECT coalesce(max(queue), 0) + 1 INTO NEW.queue FROM meeting_answers WHERE sitting_id = NEW.sitting_id;
  END IF;
  IF NEW.state NOT IN ('coming', 'offered') THEN
    NEW.takes_seat := false;
    RETURN NEW;
  END IF;
  -- Whoever came without a seat keeps coming when they speak no more: nobody is put out.
  IF TG_OP = 'INSERT' OR OLD.sitting_id IS DISTINCT FROM NEW.sitting_id OR OLD.state NOT IN ('coming', 'offered') OR OLD.takes_seat OR NEW.takes_seat THEN
    NEW.takes_seat := NOT takes_no_seat(NEW.meeting_id, NEW.sitting_id, NEW.member_id);
  END IF;
  IF NEW.takes_seat AND seats IS NOT NULL AND seats <= (
    SELECT count(*) FROM meeting_answers a WHERE a.sitting_id = NEW.sitting_id AND a.takes_seat AND a.member_id <> NEW.member_id
  ) + (SELECT count(*) FROM sitting_guests g WHERE g.sitting_id = NEW.sitting_id) THEN
    RAISE EXCEPTION 'No seat is left.' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_answers_within_capacity';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint

CREATE FUNCTION seats_taken(sitting bigint) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT ((SELECT count(*) FROM meeting_answers a WHERE a.sitting_id = sitting AND a.takes_seat) + (SELECT count(*) FROM sitting_guests g WHERE g.sitting_id = sitting))::integer
$$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION keep_seated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF seats_taken(NEW.id) > NEW.capacity THEN
    RAISE EXCEPTION 'More people are registered.' USING ERRCODE = 'check_violation', CONSTRAINT = 'sittings_keep_those_registered';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint

-- The lock is the one that answers take: guests and members come one after the other.
CREATE FUNCTION hold_guest_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats integer;
BEGIN
  SELECT capacity INTO seats FROM sittings WHERE id = NEW.sitting_id FOR NO KEY UPDATE;
  IF seats IS NOT NULL AND seats <= seats_taken(NEW.sitting_id) THEN
    RAISE EXCEPTION 'No seat is left.' USING ERRCODE = 'check_violation', CONSTRAINT = 'sitting_guests_within_capacity';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER sitting_guests_within_capacity BEFORE INSERT ON sitting_guests
  FOR EACH ROW EXECUTE FUNCTION hold_guest_seats();--> statement-breakpoint

-- How the responsables' list became what it is only grows.
CREATE TRIGGER kit_changes_only_grow BEFORE UPDATE OR DELETE ON kit_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
