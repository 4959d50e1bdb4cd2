import type { ActionFunctionArgs } from "@remix-run/node";
import { openToldWorld, type ToldWorld } from "./told-world";
import { type Answer, type Person } from "./thread-world";
import * as startRoute from "~/routes/comite.moments.$id.dates._index";
import * as deskRoute from "~/routes/comite.moments.$id.dates.$poll._index";
import * as chooseRoute from "~/routes/comite.moments.$id.dates.$poll.choix.$slot";
import * as slotsRoute from "~/routes/comite.moments.$id.dates.$poll.heures._index";
import * as openRoute from "~/routes/comite.moments.$id.dates.$poll.ouverture";
import * as peopleRoute from "~/routes/comite.moments.$id.dates.$poll.personnes._index";
import * as pageRoute from "~/routes/moments.dates.$id._index";
import * as tapRoute from "~/routes/moments.dates.$id.reponse";
import type { deskPage, peoplePage } from "~/features/date-poll/desk-pages.server";
import type { sayingPage } from "~/features/date-poll/pages.server";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;

export type Sought = { meetingId: number; pollId: number };
export type Hour = [date: string, from: string, until: string];

/** A community whose committee seeks dates through the real routes. */
export type DateWorld = ToldWorld & {
  audrey: Person;
  /** A draft that has no date. */
  draft(title?: string): Promise<number>;
  start(meetingId: number, fields?: Record<string, string>): Promise<Answer>;
  /** A poll with hours, opened to answers. */
  seek(hours?: Hour[], options?: { meetingId?: number; fields?: Record<string, string> }): Promise<Sought>;
  act(route: { action: Handler }, where: Sought, fields?: Record<string, string>, params?: Record<string, string>, by?: Person): Promise<Answer>;
  slots(pollId: number): Promise<{ id: number; local: string; zone: string; duration: number }[]>;
  tap(person: Person, pollId: number, slotId: number, choice: string): Promise<Answer>;
  page(person: Person, pollId: number): Promise<Awaited<ReturnType<typeof sayingPage>>>;
  desk(where: Sought): Promise<Awaited<ReturnType<typeof deskPage>>>;
  people(where: Sought): Promise<Awaited<ReturnType<typeof peoplePage>>["people"]>;
  choose(where: Sought, slotId: number, fields?: Record<string, string>, by?: Person): Promise<Answer>;
};

/** A day so many days from now, as a form writes it. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The next day from then on that is neither a holiday nor at the change of the clocks: a Wednesday. */
export function plainDay(days: number): string {
  const from = new Date(Date.now() + days * 86_400_000);
  from.setUTCDate(from.getUTCDate() + ((3 - from.getUTCDay() + 7) % 7));
  const day = from.toISOString().slice(0, 10);
  return /-(06-24|07-01|12-25|01-01)$/.test(day) ? plainDay(days + 7) : day;
}

export const fieldsOf = ({ data }: Answer): Record<string, string> => (data as { problem?: { fields?: Record<string, string> } } | null)?.problem?.fields ?? {};
export const codeOf = ({ data, body }: Answer): string | undefined =>
  (data as { problem?: { code: string }; code?: string } | null)?.problem?.code ?? (data as { code?: string } | null)?.code ?? (body.startsWith("{") ? (JSON.parse(body) as { problem?: { code: string } }).problem?.code : undefined);

export async function openDateWorld(): Promise<DateWorld> {
  const world = await openToldWorld();
  const { sql } = world;
  const audrey = await world.join("Audrey Cloutier");
  await sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;

  const draft: DateWorld["draft"] = async (title = "Parler avec les tout-petits") => {
    const [row] = await sql`insert into meetings (title, renderer_version, created_by) values (${title}, 1, ${audrey.id}) returning id`;
    return Number(row?.id);
  };
  const start: DateWorld["start"] = async (meetingId, fields = {}) =>
    audrey.post(startRoute.action, "/x", { cle: await audrey.key(), pole: "", note: "", limite: dayIn(7), ...fields }, { id: String(meetingId) });
  const act: DateWorld["act"] = async (route, { meetingId, pollId }, fields = {}, params = {}, by = audrey) =>
    by.post(route.action, "/x", { cle: await by.key(), ...fields }, { id: String(meetingId), poll: String(pollId), ...params });
  const get = async (route: { loader: Handler }, { meetingId, pollId }: Sought) => (await audrey.get(route.loader, "/x", { id: String(meetingId), poll: String(pollId) })).data;

  return {
    ...world,
    audrey,
    draft,
    start,
    act,
    seek: async (hours = [[plainDay(20), "13:30", "15:30"], [plainDay(20), "09:00", "11:00"], [plainDay(27), "13:30", "15:30"]], { meetingId, fields } = {}) => {
      const id = meetingId ?? (await draft());
      const { location } = await start(id, fields);
      const where = { meetingId: id, pollId: Number(/dates\/(\d+)/.exec(location ?? "")?.[1]) };
      for (const [date, debut, fin] of hours) await act(slotsRoute, where, { date, debut, fin });
      await act(openRoute, where);
      return where;
    },
    slots: async (pollId) => [...(await sql<{ id: number; local: string; zone: string; duration: number }[]>`select id::int, to_char(local_start, 'YYYY-MM-DD HH24:MI') as local, zone, duration_minutes as duration from date_poll_slots where poll_id = ${pollId} order by starts_at, id`)],
    tap: (person, pollId, slotId, choice) => person.post(tapRoute.action, "/x", { [`c${slotId}`]: choice }, { id: String(pollId) }),
    page: async (person, pollId) => (await person.get(pageRoute.loader, "/x", { id: String(pollId) })).data as Awaited<ReturnType<typeof sayingPage>>,
    desk: async (where) => (await get(deskRoute, where)) as Awaited<ReturnType<typeof deskPage>>,
    people: async (where) => ((await get(peopleRoute, where)) as Awaited<ReturnType<typeof peoplePage>>).people,
    choose: (where, slotId, fields = {}, by = audrey) => act(chooseRoute, where, { lieu: "Salle A", lien: "", places: "", ...fields }, { slot: String(slotId) }, by),
  };
}
