-- How French is read by search: without accents, by the stem of each word, and with the small words kept, because
-- some of them are acronyms; the search box leaves them out where they are only small words.
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY public.le_fil_stem (TEMPLATE = snowball, LANGUAGE = french);--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.le_fil (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.le_fil ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part
  WITH unaccent, public.le_fil_stem;--> statement-breakpoint
-- What joins words is a space, so that « sage-femme », « l’enfant » and « rapport_final.pdf » are read word by word.
CREATE FUNCTION search_spaced(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN translate($1, '''-‐‑–—’ʼ.·/_@:()[]*`#~', '                      ');--> statement-breakpoint
CREATE TABLE "file_texts" (
	"file_id" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.le_fil'::regconfig, search_spaced(body))) STORED,
	CONSTRAINT "file_texts_bounded" CHECK (length("file_texts"."body") <= 200000)
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"uses" integer NOT NULL,
	CONSTRAINT "search_words_bounded" CHECK (length("search_words"."word") between 3 and 60 and "search_words"."uses" > 0)
);
--> statement-breakpoint
CREATE TABLE "synonyms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "synonyms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"terms" text[] NOT NULL,
	"changed_by" bigint,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "synonyms_are_several" CHECK (cardinality("synonyms"."terms") between 2 and 8 and array_position("synonyms"."terms", null) is null),
	CONSTRAINT "synonyms_bounded" CHECK (length(array_to_string("synonyms"."terms", '')) <= 480)
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.le_fil'::regconfig, search_spaced(body))) STORED;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.le_fil'::regconfig, search_spaced(title || ' ' || coalesce(summary_body, '')))) STORED;--> statement-breakpoint
ALTER TABLE "file_texts" ADD CONSTRAINT "file_texts_file" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synonyms" ADD CONSTRAINT "synonyms_changed_by" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_texts_search" ON "file_texts" USING gin ("search");--> statement-breakpoint
CREATE INDEX "search_words_near" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin ("search");--> statement-breakpoint
CREATE INDEX "threads_search" ON "threads" USING gin ("search");--> statement-breakpoint
INSERT INTO synonyms (terms) VALUES
  (ARRAY['TDL', 'trouble développemental du langage']),
  (ARRAY['TSA', 'trouble du spectre de l’autisme', 'autisme']),
  (ARRAY['TDAH', 'trouble du déficit de l’attention']),
  (ARRAY['CPE', 'centre de la petite enfance']),
  (ARRAY['RSGE', 'responsable d’un service de garde éducatif']),
  (ARRAY['CISSS', 'CIUSSS', 'centre intégré de santé']),
  (ARRAY['CLSC', 'centre local de services communautaires']),
  (ARRAY['OCF', 'organisme communautaire famille']),
  (ARRAY['DPJ', 'direction de la protection de la jeunesse']),
  (ARRAY['PI', 'plan d’intervention']),
  (ARRAY['PSI', 'plan de services individualisé']),
  (ARRAY['orthophonie', 'orthophoniste']),
  (ARRAY['psychoéducation', 'psychoéducatrice', 'psychoéducateur']);
