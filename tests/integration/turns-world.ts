import type { ActionFunctionArgs } from "@remix-run/node";
import { sendMail } from "~/features/mail/mutations.server";
import type { Mail } from "~/kit/mail.server";
import { readSettings } from "~/kit/env.server";
import { postOffice } from "~/features/worker.server";
import { openThreadWorld, type Answer, type Person, type ThreadWorld } from "./thread-world";
import * as namingRoute from "../../app/routes/comite.moments.$id.rencontres.$sitting.responsables";
import * as turnRoute from "../../app/routes/moments.responsables.$duty";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;

/** A community with meetings, whose turns are asked and taken through the real routes. */
export type TurnsWorld = ThreadWorld & {
  /** A sitting so many days from now; several in one meeting with the same `meeting`. */
  sitting(inDays: number, options?: { meeting?: number; pole?: string; draft?: boolean }): Promise<{ meetingId: number; sittingId: number }>;
  /** Posts one act of the committee; the version is the one that a fresh page would carry. */
  name(committee: Person, where: { meetingId: number; sittingId: number }, act: string, role: string, person?: Person | null, version?: number): Promise<Answer>;
  /** Posts one act about a turn. */
  turn(person: Person, dutyId: number, act: string, fields?: Record<string, string>): Promise<Answer>;
  duty(sittingId: number, role: string): Promise<{ id: number; state: string; member_id: number | null; planned_id: number | null; revision: number }>;
  /** What one of the pages shows. */
  see(person: Person, route: "naming" | "turn", params: Record<string, string>): Promise<Answer>;
  deliver(): Promise<Mail[]>;
};

export const problemCode = ({ data }: Answer): string | undefined => (data as { problem?: { code: string }; code?: string } | null)?.problem?.code ?? (data as { code?: string } | null)?.code;

export async function openTurnsWorld(): Promise<TurnsWorld> {
  const world = await openThreadWorld();
  const { sql } = world;
  const [author] = await sql`insert into members (email, name, state, joined_at) values ('planif@exemple.test', 'Planificatrice', 'left', now()) returning id`;
  const by = Number(author?.id);
  const bernard = await world.join("Bernard Administre");
  await sql`insert into member_roles (member_id, role) values (${bernard.id}, 'administrator')`;

  const sitting: TurnsWorld["sitting"] = async (inDays, { meeting, pole, draft = false } = {}) => {
    let meetingId = meeting;
    if (meetingId === undefined) {
      const [thread] = draft ? [] : await sql`insert into threads (title, author_id, last_message_at) values ('Moment', ${by}, now()) returning id`;
      const [row] = await sql`insert into meetings (title, renderer_version, created_by, opened_at, opened_by, thread_id)
        values ('Le sommeil', 1, ${by}, ${draft ? null : new Date()}, ${draft ? null : by}, ${draft ? null : Number(thread?.id)}) returning id`;
      meetingId = Number(row?.id);
    }
    const [poleRow] = pole ? await sql`insert into poles (name, zone) values (${pole}, 'America/Toronto') on conflict (lower(name)) do update set name = excluded.name returning id` : [];
    const [row] = await sql`
      with moment as (select date_trunc('minute', now()) + make_interval(days => ${inDays}) as at)
      insert into sittings (meeting_id, pole_id, local_start, zone, starts_at) select ${meetingId}, ${poleRow ? Number(poleRow.id) : null}, at at time zone 'America/Toronto', 'America/Toronto', at from moment returning id`;
    return { meetingId, sittingId: Number(row?.id) };
  };

  const duty: TurnsWorld["duty"] = async (sittingId, role) => {
    const [row] = await sql`select id::int, state, member_id::int, planned_id::int, revision from duties where sitting_id = ${sittingId} and role = ${role}`;
    return row as Awaited<ReturnType<TurnsWorld["duty"]>>;
  };

  return {
    ...world,
    sitting,
    duty,
    name: async (committee, { meetingId, sittingId }, act, role, person, version) => {
      const known = version ?? (await duty(sittingId, role))?.revision ?? 0;
      const fields = { geste: act, role, version: String(known), ...(person ? { personne: String(person.id) } : {}), cle: await committee.key() };
      return committee.post(namingRoute.action as Handler, `/comite/moments/${meetingId}/rencontres/${sittingId}/responsables`, fields, { id: String(meetingId), sitting: String(sittingId) });
    },
    turn: async (person, dutyId, act, fields = {}) =>
      person.post(turnRoute.action as Handler, `/moments/responsables/${dutyId}`, { geste: act, ...fields, cle: await person.key() }, { duty: String(dutyId) }),
    see: (person, route, params) => person.get((route === "naming" ? namingRoute : turnRoute).loader as Handler, "/", params),
    deliver: async () => {
      const mails: Mail[] = [];
      const settings = readSettings({ NODE_ENV: "test", APP_ORIGIN: "http://localhost:3998" });
      const office = { ...postOffice(settings), mailer: { send: async (mail: Mail) => void mails.push(mail) } };
      for (const { id } of await sql`select id from outbox_mails where sent_at is null and parked_at is null order by created_at`) await sendMail(office, String(id), { last: false });
      return mails;
    },
  };
}
