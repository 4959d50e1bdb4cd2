import { sql } from "drizzle-orm";
import { inTransaction } from "~/kit/transaction.server";

/**
 * Each hour: learns anew the words of what people read, and their names, so that a slip of the finger finds the nearest.
 * What was taken back since is forgotten. Only letters: a number has no nearest word.
 */
export async function learnWords(): Promise<void> {
  await inTransaction((tx) =>
    tx.execute(sql`with known as materialized (
        select word, ndoc as uses from ts_stat($words$
          select search from messages where deleted_at is null union all select search from threads union all select search from file_texts union all select search from minutes where adopted_at is not null
          union all select to_tsvector('public.le_fil', search_spaced(w.text)) from (
            select concat_ws(' ', m.title, m.objectives_body, m.question_body) as text from meetings m where m.opened_at is not null
            union all select t.name from topics t union all select o.name from organisations o
            union all select p.name from members p where p.state in ('active', 'paused') and p.guest_until is null
            union all select a.title || ' ' || a.body from version_articles a join charter_versions v on v.id = a.version_id where v.state = 'in-force') w$words$)
        where length(word) between 3 and 60 and word ~ '^[[:alpha:]]+$'),
      forgotten as (delete from search_words k where not exists (select 1 from known n where n.word = k.word))
      insert into search_words (word, uses) select word, uses from known
      on conflict (word) do update set uses = excluded.uses where search_words.uses <> excluded.uses`),
  );
}
