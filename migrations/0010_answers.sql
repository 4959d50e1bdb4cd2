CREATE TABLE "answer_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"meeting_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_copies" (
	"sitting_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"method" text NOT NULL,
	"sequence" integer NOT NULL,
	"base" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_copies_once" PRIMARY KEY("sitting_id","member_id"),
	CONSTRAINT "calendar_copies_method_known" CHECK ("calendar_copies"."method" in ('request', 'cancel'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"sitting_id" bigint,
	"member_id" bigint NOT NULL,
	"state" text NOT NULL,
	"queue" integer,
	"held_until" timestamp with time zone,
	"passed_at" timestamp with time zone,
	"takes_seat" boolean DEFAULT false NOT NULL,
	"told_sequence" integer DEFAULT 0 NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" bigint NOT NULL,
	CONSTRAINT "meeting_answers_once" UNIQUE("meeting_id","member_id"),
	CONSTRAINT "meeting_answers_in_order" UNIQUE("sitting_id","queue"),
	CONSTRAINT "meeting_answers_state_known" CHECK ("meeting_answers"."state" in ('coming', 'offered', 'waiting', 'maybe', 'no')),
	CONSTRAINT "meeting_answers_to_a_sitting" CHECK (("meeting_answers"."sitting_id" is null) = ("meeting_answers"."state" = 'no')),
	CONSTRAINT "meeting_answers_wait_in_order" CHECK (("meeting_answers"."queue" is not null) = ("meeting_answers"."state" = 'waiting')),
	CONSTRAINT "meeting_answers_held_for_a_while" CHECK (("meeting_answers"."held_until" is not null) = ("meeting_answers"."state" = 'offered')),
	CONSTRAINT "meeting_answers_passed_in_the_list" CHECK ("meeting_answers"."passed_at" is null or "meeting_answers"."state" = 'waiting'),
	CONSTRAINT "meeting_answers_seated_if_coming" CHECK (not "meeting_answers"."takes_seat" or "meeting_answers"."state" in ('coming', 'offered'))
);
--> statement-breakpoint
CREATE TABLE "meeting_notices" (
	"meeting_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"due_for" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_notices_once" PRIMARY KEY("meeting_id","member_id","kind","due_for"),
	CONSTRAINT "meeting_notices_kind_known" CHECK ("meeting_notices"."kind" in ('invitation', 'unanswered', 'undecided', 'eve'))
);
--> statement-breakpoint
CREATE TABLE "meeting_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meeting_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "meeting_questions_in_order" UNIQUE("meeting_id","position"),
	CONSTRAINT "meeting_questions_are_one_line" CHECK ("meeting_questions"."label" !~ '[[:cntrl:]]' and length("meeting_questions"."label") between 1 and 160 and "meeting_questions"."position" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "meeting_replies" (
	"answer_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "meeting_replies_once" PRIMARY KEY("answer_id","question_id"),
	CONSTRAINT "meeting_replies_are_one_line" CHECK ("meeting_replies"."body" !~ '[[:cntrl:]]' and length("meeting_replies"."body") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "answer_tokens" ADD CONSTRAINT "answer_tokens_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_tokens" ADD CONSTRAINT "answer_tokens_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_copies" ADD CONSTRAINT "calendar_copies_sitting" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_copies" ADD CONSTRAINT "calendar_copies_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_sitting" FOREIGN KEY ("meeting_id","sitting_id") REFERENCES "public"."sittings"("meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_answered_by" FOREIGN KEY ("answered_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notices" ADD CONSTRAINT "meeting_notices_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_notices" ADD CONSTRAINT "meeting_notices_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_questions" ADD CONSTRAINT "meeting_questions_meeting" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_replies" ADD CONSTRAINT "meeting_replies_answer" FOREIGN KEY ("answer_id") REFERENCES "public"."meeting_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_replies" ADD CONSTRAINT "meeting_replies_question" FOREIGN KEY ("question_id") REFERENCES "public"."meeting_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_tokens_by_age" ON "answer_tokens" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "meeting_answers_by_sitting" ON "meeting_answers" USING btree ("sitting_id","state");--> statement-breakpoint
CREATE INDEX "meeting_answers_by_member" ON "meeting_answers" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "meeting_answers_held" ON "meeting_answers" USING btree ("held_until") WHERE held_until is not null;--> statement-breakpoint

-- Who takes no seat in a sitting: its speakers. Others who take none are added here.
CREATE FUNCTION takes_no_seat(meeting bigint, sitting bigint, member bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM speakers k WHERE k.meeting_id = meeting AND k.member_id = member)
$$;--> statement-breakpoint

-- A sitting holds no more than its seats, whoever writes. Answers come one after the other
-- on the sitting's row; the lock is the one that lets foreign keys through, so that two
-- answers at once wait for each other and never in a circle.
CREATE FUNCTION hold_seats() RETURNS trigger LANGUAGE plpgsql AS $$
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
  ) THEN
    RAISE EXCEPTION 'No seat is left.' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_answers_within_capacity';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER meeting_answers_within_capacity BEFORE INSERT OR UPDATE ON meeting_answers
  FOR EACH ROW EXECUTE FUNCTION hold_seats();--> statement-breakpoint

-- Nobody who was given a seat loses it because the number of seats is written smaller.
CREATE FUNCTION keep_seated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM meeting_answers a WHERE a.sitting_id = NEW.id AND a.takes_seat) > NEW.capacity THEN
    RAISE EXCEPTION 'More people are registered.' USING ERRCODE = 'check_violation', CONSTRAINT = 'sittings_keep_those_registered';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER sittings_keep_those_registered BEFORE UPDATE OF capacity ON sittings
  FOR EACH ROW WHEN (NEW.capacity IS DISTINCT FROM OLD.capacity) EXECUTE FUNCTION keep_seated();
