import { sql } from "drizzle-orm";
import { inTransaction } from "~/kit/transaction.server";

/**
 * Each hour: learns the words of the discussions anew, so that a slip of the finger finds the nearest. What was
 * taken back since is forgotten. Only letters: a number has no nearest word.
 */
export async function learnWords(): Promise<void> {
  await inTransaction((tx) =>
    tx.execute(sql`with known as materialized (
        select word, ndoc as uses from ts_stat('select search from messages where deleted_at is null union all select search from threads union all select search from file_texts')
        where length(word) between 3 and 60 and word ~ '^[[:alpha:]]+$'),
      forgotten as (delete from search_words k where not exists (select 1 from known n where n.word = k.word))
      insert into search_words (word, uses) select word, uses from known
      on conflict (word) do update set uses = excluded.uses where search_words.uses <> excluded.uses`),
  );
}
