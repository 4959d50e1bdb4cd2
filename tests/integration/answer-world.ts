import type postgres from "postgres";
import { lapseSeats, meetingChanged, sweepSeats } from "~/features/answer/moved.server";
import * as meetingRoute from "~/routes/moments.$id._index";
import type { Answer, Person } from "./thread-world";
import { openToldWorld, type ToldWorld } from "./told-world";

export type Place = { capacity?: number | null; inHours?: number; deadlineInHours?: number; pole?: string; link?: string };
export type Held = { id: number; sittings: number[] };

/** A community with people, and meetings that are open to answers. */
export type AnswerWorld = ToldWorld & {
  audrey: Person;
  meet(...places: Place[]): Promise<Held>;
  people(count: number, name?: string): Promise<Person[]>;
  /** Answers as the page does. */
  answer(person: Person, meeting: Held, choice: "oui" | "peut-etre" | "non", sitting?: number): Promise<Answer>;
  /** What the database holds of a sitting: who comes, for whom a seat is held, and who waits, in order. */
  seats(sittingId: number): Promise<{ coming: number[]; offered: number[]; waiting: number[] }>;
  lapse(meetingId: number): Promise<void>;
  changed(meetingId: number): Promise<void>;
  sweep(): Promise<void>;
  /** Does what the queue holds about meetings. */
  work(): Promise<void>;
};

export async function openAnswerWorld(): Promise<AnswerWorld> {
  const world = await openToldWorld();
  const { sql } = world;
  const audrey = await world.join("Audrey Cloutier");
  await sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
  return {
    ...world,
    audrey,
    meet: async (...places) => {
      const thread = await world.begin(audrey, "On se prépare", "Parler avec les tout-petits");
      const [meeting] = await sql`insert into meetings (title, renderer_version, created_by, opened_at, opened_by, thread_id)
        values ('Parler avec les tout-petits', 1, ${audrey.id}, now(), ${audrey.id}, ${thread}) returning id`;
      const id = Number(meeting?.id);
      const sittings: number[] = [];
      for (const place of places.length > 0 ? places : [{}]) sittings.push(await addSitting(sql, id, place));
      return { id, sittings };
    },
    people: async (count, name = "Personne") => {
      const people: Person[] = [];
      for (let n = 1; n <= count; n += 1) people.push(await world.join(`${name} ${n}`));
      return people;
    },
    answer: async (person, meeting, choice, sitting) =>
      person.post(meetingRoute.action, `/moments/${meeting.id}`, { cle: await person.key(), choix: choice, rencontre: String(sitting ?? meeting.sittings[0] ?? "") }, { id: String(meeting.id) }),
    seats: async (sittingId) => {
      const rows = await sql<{ member: number; state: string }[]>`select member_id::int as member, state from meeting_answers where sitting_id = ${sittingId} order by queue, answered_at, id`;
      const of = (state: string) => rows.filter((row) => row.state === state).map(({ member }) => member);
      return { coming: of("coming"), offered: of("offered"), waiting: of("waiting") };
    },
    lapse: (meetingId) => lapseSeats({ meetingId }),
    changed: (meetingId) => meetingChanged({ meetingId }),
    sweep: sweepSeats,
    work: async () => {
      const jobs = await sql<{ data: { meetingId: number } }[]>`delete from pgboss.job where name = 'meeting.changed' returning data`;
      for (const { data } of jobs) await meetingChanged(data);
    },
  };
}

async function addSitting(sql: postgres.Sql, meetingId: number, { capacity = null, inHours = 24 * 20, deadlineInHours, pole, link = "" }: Place): Promise<number> {
  const [made] = pole === undefined ? [] : await sql`insert into poles (name, zone) values (${pole}, 'America/Toronto') on conflict (lower(name)) do update set zone = excluded.zone returning id`;
  const starts = new Date(Math.floor(Date.now() / 60_000) * 60_000 + inHours * 3_600_000);
  const deadline = deadlineInHours === undefined ? null : new Date(Date.now() + deadlineInHours * 3_600_000);
  const [row] = await sql`insert into sittings (meeting_id, pole_id, local_start, zone, starts_at, place, link, capacity, answer_deadline)
    values (${meetingId}, ${made ? Number(made.id) : null}, ${starts} at time zone 'America/Toronto', 'America/Toronto', ${starts}, 'Salle A', ${link}, ${capacity}, ${deadline}) returning id`;
  return Number(row?.id);
}
