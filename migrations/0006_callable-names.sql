-- A name as it is looked for: no accents, no capitals, single spaces between its words. Made of
-- what PostgreSQL always has, so that no extension need be installed; app/features/mention/model.ts does the same.
CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(replace(replace(lower(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'), '[^a-z0-9]+', ' ', 'g'))
$$;--> statement-breakpoint
CREATE INDEX "organisations_by_word" ON "organisations" USING gin (to_tsvector('simple', folded("name")));--> statement-breakpoint
CREATE INDEX "members_by_folded_name" ON "members" USING btree (folded("name"));--> statement-breakpoint
CREATE INDEX "members_by_word" ON "members" USING gin (to_tsvector('simple', folded("name")));