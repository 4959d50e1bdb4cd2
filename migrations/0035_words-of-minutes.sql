CREATE INDEX "members_found" ON "members" USING gin (to_tsvector('public.le_fil'::regconfig, search_spaced("name" || ' ' || "title")));--> statement-breakpoint
CREATE INDEX "topics_found" ON "topics" USING gin (to_tsvector('public.le_fil'::regconfig, search_spaced("name")));--> statement-breakpoint
-- Versions of minutes are only added to, save that a passage by which somebody can be recognised is taken out of them.
CREATE FUNCTION reword_minutes_version(of_minutes bigint, version integer, words text, markup text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE minutes_versions SET body = words, html = markup WHERE minutes_id = of_minutes AND number = version;
$$;
