-- What looks like a tag was read as one, and hid the words after it.
CREATE OR REPLACE FUNCTION search_spaced(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN translate($1, '''-‐‑–—’ʼ.·/_@:()[]*`#~<>&+=|\"', '                              ');--> statement-breakpoint
UPDATE messages SET body = body WHERE body ~ '[<>&+=|"\\]';--> statement-breakpoint
UPDATE threads SET title = title;--> statement-breakpoint
UPDATE file_texts SET body = body;
