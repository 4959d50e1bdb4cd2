import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDate, formatTime } from "~/kit/format";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { monthName, monthPath, monthsAway, parseMonth, seasonOf, weeksOf } from "./model";
import { shownMeeting } from "./pages.server";
import { mayPlan } from "./policy";
import { listMonth, listSeason, type MonthSitting } from "./queries.server";
import { sittingStateOf } from "./sitting/model";

const UTC = "UTC";
const dayOf = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day, 12));

/** « mars 2027 » */
const monthWords = ({ year, month }: { year: number; month: number }): string => formatDate(dayOf(year, month, 2), UTC).split(" ").slice(2).join(" ");

const eventOf = (sitting: MonthSitting) => ({
  key: sitting.id,
  to: `/moments/${sitting.meetingId}`,
  title: sitting.title,
  pole: sitting.pole,
  hour: formatTime(new Date(`${sitting.local_start}:00Z`), UTC),
  state: sittingStateOf(sitting),
});

/** The loader's data of a month: its weeks, each day with what is held on it. */
export async function monthPage(actor: MemberActor, asked: string | undefined) {
  const month = parseMonth(asked);
  if (!month) throw new DomainError("thing.absent");
  const [sittings, zone] = await Promise.all([listMonth(actor, month), communityTimeZone()]);
  const today = dayName(wallTimeAt(now(), zone));
  return {
    name: monthWords(month),
    weeks: weeksOf(month).map((week) =>
      week.map((day) => {
        if (day === null) return null;
        const date = `${monthName(month)}-${String(day).padStart(2, "0")}`;
        return {
          day,
          words: formatDate(dayOf(month.year, month.month, day), UTC),
          today: date === today,
          events: sittings.filter(({ local_start }) => local_start.startsWith(date)).map(eventOf),
        };
      }),
    ),
    empty: sittings.length === 0,
    previous: linkTo(monthsAway(month, -1)),
    next: linkTo(monthsAway(month, 1)),
  };
}

const linkTo = (month: { year: number; month: number }) => ({ to: monthPath(month), label: monthWords(month) });

/** The loader's data of a season at a glance, for the committee. */
export async function seasonPage(actor: MemberActor, request: Request) {
  mayPlan(actor);
  const zone = await communityTimeZone();
  const at = now();
  const asked = new URL(request.url).searchParams.get("saison") ?? "";
  const season = /^20\d{2}$/.test(asked) ? Number(asked) : seasonOf(wallTimeAt(at, zone));
  const meetings = (await listSeason(actor, season)).map((meeting) => shownMeeting(meeting, zone, at));
  const linked = (year: number) => ({ to: `/comite/moments?saison=${year}`, label: `Saison ${year}-${year + 1}` });
  return {
    name: `${season}-${season + 1}`,
    dated: meetings.filter(({ sittings }) => sittings.length > 0),
    ideas: meetings.filter(({ sittings }) => sittings.length === 0),
    previous: linked(season - 1),
    next: linked(season + 1),
  };
}
