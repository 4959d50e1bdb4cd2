import { sql, type SQL } from "drizzle-orm";

/** What a message asks to choose from. */
export type NewPoll = { choices: readonly string[]; single: boolean };

/** The part of a statement that puts a poll under the message of « posted ». */
export function polling(poll: NewPoll | null): SQL {
  if (!poll) return sql``;
  const list = JSON.stringify(poll.choices.map((label, index) => ({ label, place: index + 1 })));
  return sql`, polled as (
      insert into polls (message_id, single) select id, ${poll.single}::boolean from posted returning id
    ), offered as (
      insert into poll_choices (poll_id, place, label)
      select polled.id, c.place, c.label from polled, json_to_recordset(${list}::json) as c(label text, place smallint)
    )`;
}

/** Names shown beside a choice in the thread; the message's page has all of them. */
export const NAMES_SHOWN = 6;

/** A poll and how it stands, as the database's JSON gives it. */
export type PollFacts = {
  single: boolean;
  closed_at: string | null;
  /** How many people voted. */
  people: number;
  choices: { id: number; label: string; votes: number; names: string[] }[];
};

/** The poll of the message « m », or null. */
export const POLL = sql<PollFacts | null>`(
  select json_build_object('single', p.single, 'closed_at', p.closed_at, 'people', (select count(distinct v.member_id) from poll_votes v where v.poll_id = p.id),
    'choices', (select json_agg(json_build_object('id', c.id, 'label', c.label,
      'votes', (select count(*) from poll_votes v where v.choice_id = c.id),
      'names', (select coalesce(json_agg(n.name order by n.at, n.id), '[]'::json) from (
        select b.name, v.at, b.id from poll_votes v join members b on b.id = v.member_id where v.choice_id = c.id order by v.at, b.id limit ${NAMES_SHOWN}::int) n)
    ) order by c.place) from poll_choices c where c.poll_id = p.id))
  from polls p where p.message_id = m.id)`;
