import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDateTime, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { shownMeeting } from "~/features/meeting/pages.server";
import { findMeeting } from "~/features/meeting/queries.server";
import { choiceOf, refusalWords, seatsLeft, takesAnswers, takesChanges, type AnswerState } from "./model";
import { findAnswering, listColleagues, type AnswerFacts, type MyAnswer, type SittingSeats } from "./queries.server";

/** « 12 places libres sur 26 », « Complet », or nothing where there is no limit. */
export function seatWords({ capacity, taken }: Pick<SittingSeats, "capacity" | "taken">): string | null {
  const left = seatsLeft(capacity, taken);
  if (left === null || capacity === null) return null;
  return left === 0 ? `Complet\u00a0: ${plural(capacity, "place prise", "places prises")}` : `${plural(left, "place libre", "places libres")} sur ${capacity}`;
}

/** What one sitting asks of this person, or says to them. */
export type SittingAnswering = {
  id: number;
  seats: string | null;
  full: boolean;
  /** It takes new answers. */
  open: boolean;
  /** Who answered may still change it. */
  changes: boolean;
  mine: { state: AnswerState; by: string | null; heldUntil: string | null; rank: number; passed: boolean } | null;
  /** Another sitting holds a seat for them. */
  elsewhere: boolean;
};

export function shownAnswering({ sittings, mine }: Pick<AnswerFacts, "sittings" | "mine">, at: Date): SittingAnswering[] {
  return sittings.map((sitting) => {
    const facts = { planned: sitting.planned, startsAt: new Date(sitting.startsAt), deadline: sitting.deadline === null ? null : new Date(sitting.deadline) };
    const here = mine?.sittingId === sitting.id ? mine : null;
    return {
      id: sitting.id,
      seats: sitting.planned ? seatWords(sitting) : null,
      full: seatsLeft(sitting.capacity, sitting.taken) === 0,
      open: takesAnswers(facts, at),
      changes: takesChanges(facts, at),
      mine: here && shownMine(here, sitting.zone),
      elsewhere: here === null && (mine?.state === "coming" || mine?.state === "offered"),
    };
  });
}

const shownMine = ({ state, by, heldUntil, rank, passed }: MyAnswer, zone: string) => ({ state, by, rank, passed, heldUntil: heldUntil && formatDateTime(new Date(heldUntil), zone) });

/** The part of a meeting's page where one answers; null while there is nothing to answer. */
export async function answeringPart(actor: MemberActor, meetingId: number) {
  const facts = await findAnswering(actor, meetingId);
  if (!facts) return null;
  const sittings = shownAnswering(facts, now());
  const { mine } = facts;
  return {
    meetingId,
    sittings,
    may: actor.standing === "active",
    choice: mine && choiceOf(mine.state),
    state: mine?.state ?? null,
    by: mine?.by ?? null,
    questions: mine && mine.state !== "no" ? facts.questions : [],
    /** For those who are responsible for one of its sittings. */
    replies: facts.replies,
    refusals: refusalWords(facts.refusals),
    refusal: mine?.refusal ?? null,
    manages: actor.managedOrganisationIds.length > 0,
    stamp: stampOf(sittings),
  };
}

export type AnsweringPart = NonNullable<Awaited<ReturnType<typeof answeringPart>>>;

/** What an open page compares: it changes when this person's own answer does. */
const stampOf = (sittings: readonly SittingAnswering[]): string => sittings.map(({ id, mine, open }) => `${id}${mine?.state ?? ""}${mine?.rank ?? ""}${open ? "" : "-"}`).join(" ");

/** What an open page asks for when seats move: words per sitting, and whether to look again. One statement. */
export async function seatsNews(actor: MemberActor, meetingId: number): Promise<{ seats: Record<string, string | null>; stamp: string }> {
  const facts = await findAnswering(actor, meetingId);
  const sittings = facts ? shownAnswering(facts, now()) : [];
  return { seats: Object.fromEntries(sittings.map(({ id, seats }) => [id, seats])), stamp: stampOf(sittings) };
}

/** Who may be answered for, and what was answered: by a manager for the own organisation, by the committee for everybody. */
export async function colleaguesPage(actor: MemberActor, meetingId: number) {
  const everybody = hasRole(actor, "committee");
  if (!everybody && actor.managedOrganisationIds.length === 0) throw new DomainError("thing.absent");
  const [zone, meeting, facts, colleagues] = await Promise.all([communityTimeZone(), findMeeting(actor, meetingId), findAnswering(actor, meetingId), listColleagues(actor, meetingId)]);
  if (!facts) throw new DomainError("thing.absent");
  const at = now();
  const names = new Map(shownMeeting(meeting, zone, at).sittings.map(({ id, pole, shortDay, hours }) => [id, [pole, shortDay, hours].filter(Boolean).join(", ")]));
  const open = shownAnswering({ ...facts, mine: null }, at).filter((sitting) => (everybody ? sitting.changes : sitting.open));
  return {
    everybody,
    meetingId,
    title: meeting.title,
    sittings: open.map(({ id, seats }) => ({ value: String(id), label: [names.get(id), seats].filter(Boolean).join(" · ") })),
    colleagues: colleagues.map(({ id, name, title, state, sittingId, own, mine, by }) => ({ id, by, name, title, choice: state && choiceOf(state), waits: state === "waiting" || state === "offered", where: open.length > 1 && sittingId !== null ? (names.get(sittingId) ?? null) : null, own, mine })),
  };
}

/** The page of the committee's questions to this person, for when the form on the meeting's page was refused. */
export async function repliesPage(actor: MemberActor, meetingId: number) {
  const part = await answeringPart(actor, meetingId);
  if (!part || part.questions.length === 0) throw new DomainError("thing.absent");
  return { meetingId, questions: part.questions };
}
