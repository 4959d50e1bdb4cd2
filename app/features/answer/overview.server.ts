import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { shownMeeting } from "~/features/meeting/pages.server";
import { mayPlan } from "~/features/meeting/policy";
import { findMeeting } from "~/features/meeting/queries.server";
import { refusalWords, type AnswerState } from "./model";
import { seatWords, shownAnswering } from "./pages.server";
import { findAnswering } from "./queries.server";

/** What the committee sees of the answers: who comes, per sitting and organisation, and who has not answered. */

type Row = { name: string; organisation: string; state: AnswerState; sittingId: number | null; by: string | null; replies: { label: string; body: string }[] };
type Person = Pick<Row, "name" | "organisation">;

const ORGANISATION = sql`coalesce(${firstOrganisationOf(sql`p.id`)}, '')`;

async function listAnswers(_actor: MemberActor, meetingId: number): Promise<Row[]> {
  return [
    ...(await db.execute<Row>(sql`
      select p.name, ${ORGANISATION} as organisation, a.state, a.sitting_id::int as "sittingId", case when a.answered_by <> a.member_id then (select name from members where id = a.answered_by) end as by,
        (select coalesce(json_agg(json_build_object('label', q.label, 'body', r.body) order by q.position), '[]'::json) from meeting_replies r join meeting_questions q on q.id = r.question_id where r.answer_id = a.id) as replies
      from meeting_answers a join members p on p.id = a.member_id where a.meeting_id = ${meetingId} order by a.queue, organisation, lower(p.name), p.id limit 1000`)),
  ];
}

/** Those of whom an answer may be expected: active, no guest; the silent are named to the committee alone. */
async function listSilent(_actor: MemberActor, meetingId: number): Promise<(Person & { called: boolean })[]> {
  return [
    ...(await db.execute<Person & { called: boolean }>(sql`
      select p.name, ${ORGANISATION} as organisation, exists (select 1 from meeting_notices n where n.meeting_id = ${meetingId} and n.member_id = p.id and n.kind = 'invitation') as called
      from members p where p.state = 'active' and p.guest_until is null and not exists (select 1 from meeting_answers a where a.meeting_id = ${meetingId} and a.member_id = p.id)
      order by organisation, lower(p.name), p.id limit 1000`)),
  ];
}

/** Who comes without being a member. */
async function listGuests(_actor: MemberActor, meetingId: number): Promise<{ sittingId: number; name: string; organisation: string }[]> {
  return [
    ...(await db.execute<{ sittingId: number; name: string; organisation: string }>(sql`
      select g.sitting_id::int as "sittingId", g.name, g.organisation from sitting_guests g join sittings s on s.id = g.sitting_id and s.meeting_id = ${meetingId} order by lower(g.name), g.id limit 500`)),
  ];
}

/** « CPE Les Cerfs-volants »: Nadège, Maude. */
function byOrganisation<One extends Person>(people: readonly One[]): { organisation: string; people: One[] }[] {
  const groups = new Map<string, One[]>();
  for (const person of people) groups.set(person.organisation, [...(groups.get(person.organisation) ?? []), person]);
  return [...groups].map(([organisation, members]) => ({ organisation: organisation || "Sans organisation", people: members }));
}

const called = ({ name, by }: Row): { name: string; by: string | null } => ({ name, by });

/** The page of all the answers; null while the meeting is a draft. */
export async function answersPage(actor: MemberActor, meetingId: number) {
  mayPlan(actor);
  const [zone, meeting, facts, answers, silent, guests] = await Promise.all([
    communityTimeZone(),
    findMeeting(actor, meetingId),
    findAnswering(actor, meetingId),
    listAnswers(actor, meetingId),
    listSilent(actor, meetingId),
    listGuests(actor, meetingId),
  ]);
  const at = now();
  const seats = new Map(facts?.sittings.map((sitting) => [sitting.id, sitting]));
  const shown = shownMeeting(meeting, zone, at).sittings;
  const of = (id: number, ...states: AnswerState[]) => answers.filter(({ sittingId, state }) => sittingId === id && states.includes(state));
  return {
    id: meetingId,
    title: meeting.title,
    opened: meeting.opened,
    open: facts !== null && shownAnswering({ ...facts, mine: null }, at).some((sitting) => sitting.open),
    sittings: shown.map(({ id, pole, day, hours, state }) => {
      const own = seats.get(id);
      const coming = of(id, "coming");
      return {
        id,
        name: pole ?? day,
        when: pole ? `${day}, ${hours}` : hours,
        state,
        seats: own && state === "planned" ? seatWords(own) : null,
        coming: coming.length,
        guests: guests.filter(({ sittingId }) => sittingId === id).map((guest) => [guest.name, guest.organisation].filter(Boolean).join(", ")),
        groups: byOrganisation(coming).map(({ organisation, people }) => ({ organisation, people: people.map(called) })),
        offered: of(id, "offered").map(called),
        waiting: of(id, "waiting").map(called),
        maybe: of(id, "maybe").map(called),
        replies: coming.filter(({ replies }) => replies.length > 0).map(({ name, replies }) => ({ name, replies })),
      };
    }),
    refusals: refusalWords(facts?.refusals ?? []),
    refused: answers.filter(({ state }) => state === "no").length,
    silent: byOrganisation(silent).map(({ organisation, people }) => ({ organisation, names: people.map(({ name }) => name) })),
    silentCount: silent.length,
    uncalled: silent.filter((one) => !one.called).length,
    questions: facts?.questions.map(({ label }) => label).join("\n") ?? "",
  };
}
