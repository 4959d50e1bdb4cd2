import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Part, SittingPlace } from "../policy";
import { responsibleIn, tookPartIn } from "../sql.server";

export type CardFacts = { id: number; body: string; mine: boolean; topic: { id: number; name: string } | null };
export type CardSitting = Part & { id: number; pole: string | null; startsAt: string; zone: string; off: boolean; cards: CardFacts[] };
export type FoundCards = { title: string; sittings: CardSitting[]; topics: { id: number; name: string }[] };

/** The cards of a meeting by sitting, with the subjects that they may join. @throws DomainError thing.absent */
export async function findCards(actor: MemberActor, meetingId: number): Promise<FoundCards> {
  const [row] = await db.execute<FoundCards>(sql`
    select m.title,
      (select coalesce(json_agg(json_build_object('id', s.id, 'pole', p.name, 'startsAt', s.starts_at, 'zone', s.zone, 'off', num_nonnulls(s.cancelled_at, s.postponed_at) > 0,
        'responsible', ${responsibleIn(actor)}, 'tookPart', ${tookPartIn(actor)},
        'cards', (select coalesce(json_agg(json_build_object('id', c.id, 'body', c.body, 'mine', c.written_by = ${actor.memberId},
            'topic', (select json_build_object('id', u.id, 'name', u.name) from topics t join topics u on u.id = coalesce(t.merged_into, t.id) where t.id = c.topic_id)) order by c.id), '[]'::json)
          from meeting_cards c where c.sitting_id = s.id)) order by s.starts_at, s.id), '[]'::json)
        from sittings s left join poles p on p.id = s.pole_id where s.meeting_id = m.id) as sittings,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)), '[]'::json) from topics t where t.merged_into is null) as topics
    from meetings m where m.id = ${meetingId} and m.opened_at is not null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

type FoundCard = Part & SittingPlace & { id: number; body: string; mine: boolean };

/** A card with what this person is where it was noted. @throws DomainError thing.absent */
export async function findCard(actor: MemberActor, { meetingId, cardId }: { meetingId: number; cardId: number }): Promise<FoundCard> {
  const [row] = await db.execute<FoundCard>(sql`
    select c.id::int, c.body, c.written_by = ${actor.memberId} as mine, m.id::int as "meetingId", s.id::int as "sittingId", ${responsibleIn(actor)} as responsible, ${tookPartIn(actor)} as "tookPart"
    from meeting_cards c join sittings s on s.id = c.sitting_id join meetings m on m.id = s.meeting_id where c.id = ${cardId} and m.id = ${meetingId} and m.opened_at is not null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}
