CREATE TABLE "article_revisions" (
	"article_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"written_by" bigint NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_revisions_once" PRIMARY KEY("article_id","version"),
	CONSTRAINT "article_revisions_numbered" CHECK ("article_revisions"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "charter_articles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "charter_articles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"position" integer,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"renderer_version" smallint NOT NULL,
	"matter" text DEFAULT 'general' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"split_from" bigint,
	"merged_into" bigint,
	"retired_at" timestamp with time zone,
	"retired_by" bigint,
	CONSTRAINT "charter_articles_one_per_place" UNIQUE("position") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT "charter_articles_matter_known" CHECK ("charter_articles"."matter" in ('general', 'commitments', 'confidentiality')),
	CONSTRAINT "charter_articles_title_is_one_line" CHECK ("charter_articles"."title" !~ '[[:cntrl:]]' and length("charter_articles"."title") between 1 and 160),
	CONSTRAINT "charter_articles_bounded" CHECK (length("charter_articles"."body") between 1 and 20000 and "charter_articles"."version" >= 1 and "charter_articles"."position" >= 1),
	CONSTRAINT "charter_articles_placed_until_retired" CHECK (("charter_articles"."position" is null) = ("charter_articles"."retired_at" is not null) and ("charter_articles"."retired_at" is null) = ("charter_articles"."retired_by" is null))
);
--> statement-breakpoint
CREATE TABLE "charter_drafters" (
	"member_id" bigint NOT NULL,
	"named_by" bigint NOT NULL,
	"named_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charter_drafters_once" PRIMARY KEY("member_id")
);
--> statement-breakpoint
CREATE TABLE "charter_reads" (
	"version_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charter_reads_once" PRIMARY KEY("version_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "charter_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "charter_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" integer NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"title" text NOT NULL,
	"short_body" text DEFAULT '' NOT NULL,
	"short_html" text DEFAULT '' NOT NULL,
	"renderer_version" smallint NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"begun_by" bigint NOT NULL,
	"canonical_text" text,
	"sha256" text,
	"adopted_at" timestamp with time zone,
	"adopted_by" bigint,
	"kind" text,
	"reasons" text,
	"published_at" timestamp with time zone,
	"published_by" bigint,
	"replaced_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "charter_versions_one_per_number" UNIQUE("number"),
	CONSTRAINT "charter_versions_state_known" CHECK ("charter_versions"."state" in ('drafting', 'reviewing', 'consenting', 'adopted', 'in-force', 'replaced')),
	CONSTRAINT "charter_versions_numbered" CHECK ("charter_versions"."number" >= 1 and "charter_versions"."revision" >= 1),
	CONSTRAINT "charter_versions_title_is_one_line" CHECK ("charter_versions"."title" !~ '[[:cntrl:]]' and length("charter_versions"."title") between 1 and 160),
	CONSTRAINT "charter_versions_short_bounded" CHECK (length("charter_versions"."short_body") <= 6000),
	CONSTRAINT "charter_versions_frozen_with_a_hash" CHECK (("charter_versions"."state" in ('drafting', 'reviewing')) = ("charter_versions"."canonical_text" is null) and ("charter_versions"."canonical_text" is null) = ("charter_versions"."sha256" is null)),
	CONSTRAINT "charter_versions_hash" CHECK ("charter_versions"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "charter_versions_adopted_by_someone" CHECK (("charter_versions"."state" in ('adopted', 'in-force', 'replaced')) = ("charter_versions"."adopted_at" is not null) and ("charter_versions"."adopted_at" is null) = ("charter_versions"."adopted_by" is null)),
	CONSTRAINT "charter_versions_published_with_reasons" CHECK (("charter_versions"."state" in ('in-force', 'replaced')) = ("charter_versions"."published_at" is not null) and num_nonnulls("charter_versions"."published_at", "charter_versions"."published_by", "charter_versions"."kind", "charter_versions"."reasons") in (0, 4) and length("charter_versions"."reasons") between 1 and 2000),
	CONSTRAINT "charter_versions_kind_known" CHECK ("charter_versions"."kind" in ('form', 'substance')),
	CONSTRAINT "charter_versions_replaced_once" CHECK (("charter_versions"."state" = 'replaced') = ("charter_versions"."replaced_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "version_articles" (
	"version_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"article_id" bigint NOT NULL,
	"article_version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"matter" text NOT NULL,
	CONSTRAINT "version_articles_once" PRIMARY KEY("version_id","position"),
	CONSTRAINT "version_articles_once_each" UNIQUE("version_id","article_id"),
	CONSTRAINT "version_articles_matter_known" CHECK ("version_articles"."matter" in ('general', 'commitments', 'confidentiality')),
	CONSTRAINT "version_articles_numbered" CHECK ("version_articles"."position" >= 1)
);
--> statement-breakpoint
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_article" FOREIGN KEY ("article_id") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_written_by" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_articles" ADD CONSTRAINT "charter_articles_split_from" FOREIGN KEY ("split_from") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_articles" ADD CONSTRAINT "charter_articles_merged_into" FOREIGN KEY ("merged_into") REFERENCES "public"."charter_articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_articles" ADD CONSTRAINT "charter_articles_retired_by" FOREIGN KEY ("retired_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_drafters" ADD CONSTRAINT "charter_drafters_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_drafters" ADD CONSTRAINT "charter_drafters_named_by" FOREIGN KEY ("named_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_reads" ADD CONSTRAINT "charter_reads_version" FOREIGN KEY ("version_id") REFERENCES "public"."charter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_reads" ADD CONSTRAINT "charter_reads_member" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_begun_by" FOREIGN KEY ("begun_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_adopted_by" FOREIGN KEY ("adopted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_published_by" FOREIGN KEY ("published_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_articles" ADD CONSTRAINT "version_articles_version" FOREIGN KEY ("version_id") REFERENCES "public"."charter_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_articles" ADD CONSTRAINT "version_articles_revision" FOREIGN KEY ("article_id","article_version") REFERENCES "public"."article_revisions"("article_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charter_reads_by_member" ON "charter_reads" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "charter_versions_one_under_way" ON "charter_versions" USING btree ((true)) WHERE state in ('drafting', 'reviewing', 'consenting', 'adopted');--> statement-breakpoint
CREATE UNIQUE INDEX "charter_versions_one_in_force" ON "charter_versions" USING btree ((true)) WHERE state = 'in-force';--> statement-breakpoint
-- A published version is what people signed: only its state moves on, once.
CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (TG_OP = 'DELETE' OR
    (to_jsonb(NEW) - 'state' - 'replaced_at' - 'revision' - 'short_html' - 'renderer_version') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'replaced_at' - 'revision' - 'short_html' - 'renderer_version') OR
    (OLD.state = 'replaced' AND NEW.state <> 'replaced')) THEN
    RAISE EXCEPTION 'A published version of the charter does not change.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER charter_versions_stay_as_published BEFORE UPDATE OR DELETE ON charter_versions
  FOR EACH ROW EXECUTE FUNCTION keep_published_version();--> statement-breakpoint
CREATE FUNCTION keep_published_articles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM charter_versions v WHERE v.published_at IS NOT NULL AND
    v.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.version_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.version_id END)) THEN
    RAISE EXCEPTION 'The articles of a published version do not change.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER version_articles_stay_as_published BEFORE INSERT OR UPDATE OR DELETE ON version_articles
  FOR EACH ROW EXECUTE FUNCTION keep_published_articles();--> statement-breakpoint
CREATE TRIGGER article_revisions_only_grow BEFORE UPDATE OR DELETE ON article_revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
