import type { MemberActor } from "~/kit/actor";
import { DAY, now } from "~/kit/clock.server";
import { formatDate, formatShortDate, formatTime, plural } from "~/kit/format";
import { requestContext } from "~/kit/request-context.server";
import { dayName, onDay, wallTimeAt } from "~/kit/wall-time";
import { meetingPath, whereOf } from "~/features/meeting/model";
import { roleNames, ROLES, type Role } from "../model";
import { shownDuty, shownSitting, type ShownPerson } from "../shown.server";
import { dayLabel, fillMessage, kitPath, timeOf, type Blank, type TaskTime } from "./model";
import { findKit, findKitStamp, listDueTasks, type FoundKit, type HandoverFacts, type TaskFacts } from "./queries.server";

/** The kit of a sitting in words: what is due and whose it is, ready messages, and what others left. */

const NEAR_DAYS = 7;

export type ShownTask = {
  id: number;
  stepId: number | null;
  title: string;
  label: string;
  day: string;
  time: TaskTime;
  role: Role;
  roleName: string;
  owner: ShownPerson | null;
  mine: boolean;
  message: string;
  done: { by: string; day: string } | null;
};

/** A day of a calendar, at its noon, so that no zone can move it. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

export async function kitPage(actor: MemberActor, meetingId: number, sittingId: number) {
  const kit = await findKit(actor, meetingId, sittingId);
  const at = now();
  const here = wallTimeAt(at, kit.zone);
  const [today, near] = [dayName(here), dayName(onDay(here, NEAR_DAYS, 0))];
  const known = factsOf(kit);
  const holders = new Map(kit.duties.map(shownDuty).flatMap(({ role, state, person }) => (state === "accepted" && person ? [[role, person] as const] : [])));
  const tasks = kit.tasks.map((task) => shownTask(task, { today, near, known, owner: holders.get(task.role) ?? null, me: actor.memberId, zone: kit.zone }));
  return {
    ...{ meetingId, sittingId, stamp: kit.stamp, sitting: shownSitting(kit), begun: new Date(kit.startsAt) <= at, over: kit.cancelled },
    mayWrite: actor.standing === "active",
    tasks,
    done: plural(tasks.filter(({ time }) => time === "done").length, "faite", "faites"),
    roles: ROLES.map((role) => ({ value: role, label: [roleNames[role], holders.get(role)?.name].filter(Boolean).join(" · ") })),
    holders: ROLES.map((role) => ({ role, name: roleNames[role], person: holders.get(role) ?? null })),
    handover: kit.handover && shownHandover(kit.handover),
    earlier: kit.earlier.map(shownHandover),
  };
}

export type KitPage = Awaited<ReturnType<typeof kitPage>>;

/** What the blanks of messages become. The link of a sitting is for those registered: it is in none. */
function factsOf({ meetingId, title, startsAt, zone, duration, place, byLink, pole, deadline, opened }: FoundKit): Record<Blank, string> {
  const start = new Date(startsAt);
  return {
    moment: title,
    date: formatDate(start, zone),
    heures: `${formatTime(start, zone)} à ${formatTime(new Date(start.getTime() + duration * 60_000), zone)}`,
    lieu: [whereOf({ place, byLink }), pole && `pôle ${pole}`].filter(Boolean).join(", "),
    limite: deadline ? formatShortDate(new Date(deadline), zone) : "",
    page: opened ? requestContext().settings.origin + meetingPath(meetingId) : "",
  };
}

type Around = { today: string; near: string; known: Record<Blank, string>; owner: ShownPerson | null; me: number; zone: string };

const shownTask = ({ id, stepId, title, message, days, day, role, done }: TaskFacts, { today, near, known, owner, me, zone }: Around): ShownTask => ({
  ...{ id, stepId, title, role, owner, mine: owner?.id === me },
  label: dayLabel(days),
  day: formatDate(noonOf(day), "UTC"),
  time: timeOf({ done: done !== null, day }, today, near),
  roleName: roleNames[role],
  message: message && fillMessage(message, known),
  done: done && { by: done.by, day: formatShortDate(new Date(done.at), zone) },
});

const shownHandover = ({ startsAt, zone, title, pole, ...words }: HandoverFacts) => ({ ...words, from: [title, pole, formatShortDate(new Date(startsAt), zone)].filter(Boolean).join(" · ") });
export type ShownHandover = ReturnType<typeof shownHandover>;

/** What an open kit asks for. */
export const kitNews = async (actor: MemberActor, meetingId: number, sittingId: number): Promise<{ stamp: string }> => ({ stamp: await findKitStamp(actor, meetingId, sittingId) });

/** What is due of someone as a responsable, as lines of « À faire ». */
export async function tasksWaiting(actor: MemberActor) {
  return (await listDueTasks(actor)).map(({ meetingId, sittingId, title, pole, begun, tasks, first, day }) => ({
    key: `tasks-${sittingId}`,
    text: tasks > 1 ? `${first}, et ${plural(tasks - 1, "autre tâche", "autres tâches")}` : first,
    note: [begun ? "Après le Moment d’échange" : "Avant le Moment d’échange", title, pole].filter(Boolean).join(" · "),
    to: kitPath(meetingId, sittingId),
    act: "Ouvrir la trousse",
    since: noonOf(day).toISOString(),
    deadline: new Date(noonOf(day).getTime() + DAY / 2).toISOString(),
  }));
}
