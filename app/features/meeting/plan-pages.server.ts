import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { wallTimeAt, dayName } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { listPoles } from "~/features/pole/queries.server";
import { findTopic, listTopicNames } from "~/features/topic/queries.server";
import { agendaText } from "./model";
import { shownMeeting } from "./pages.server";
import { mayPlan } from "./policy";
import { findMeeting, type FoundMeeting } from "./queries.server";
import { DEFAULT_DURATION } from "./sitting/model";
import type { SittingFacts } from "./sitting/sql.server";
import { listAccounts } from "./speaker/queries.server";

/** What the committee's pages about meetings are made from. */

const contentValues = ({ title, topics, objectives, question, agenda }: FoundMeeting) => ({
  titre: title,
  sujets: topics.join(", "),
  objectifs: objectives,
  question,
  ordre: agendaText(agenda),
});

const dayIn = (instant: string, zone: string): string => dayName(wallTimeAt(new Date(instant), zone));

const sittingValues = (facts: SittingFacts): Record<string, string> => ({
  pole: String(facts.pole_id ?? ""),
  date: facts.local_start.slice(0, 10),
  heure: facts.local_start.slice(11, 16),
  fuseau: facts.zone,
  duree: String(facts.duration),
  lieu: facts.place,
  lien: facts.link,
  places: String(facts.capacity ?? ""),
  limite: facts.deadline ? dayIn(facts.deadline, facts.zone) : "",
});

const poleChoices = async (actor: MemberActor) => (await listPoles(actor)).map(({ id, name, zone }) => ({ value: String(id), label: name, zone }));

/** The page of a new meeting, with what most of them have. */
export async function newMeetingPage(actor: MemberActor, request: Request) {
  mayPlan(actor);
  const asked = new URL(request.url).searchParams.get("sujet") ?? "";
  const [zone, poles, topics, topic] = await Promise.all([communityTimeZone(), poleChoices(actor), listTopicNames(actor), /^[1-9]\d{0,14}$/.test(asked) ? findTopic(actor, Number(asked)) : null]);
  const about = topic ? { titre: topic.name, sujets: topic.name, objectifs: topic.wish } : {};
  return { values: { fuseau: zone, duree: String(DEFAULT_DURATION), heure: "13:30", ...about } as Record<string, string>, poles, topics };
}

/** The page where a meeting is put together. */
export async function planPage(actor: MemberActor, id: number) {
  mayPlan(actor);
  const [zone, meeting, topics] = await Promise.all([communityTimeZone(), findMeeting(actor, id), listTopicNames(actor)]);
  const shown = shownMeeting(meeting, zone, now());
  return { ...shown, opened: meeting.opened, values: contentValues(meeting), version: meeting.revision, topicNames: topics, speakers: meeting.speakers.map(({ name }) => name) };
}

/** One sitting's page; without a sitting, the page of another date. */
export async function sittingPage(actor: MemberActor, id: number, sittingId: number | null) {
  mayPlan(actor);
  const [zone, meeting, poles] = await Promise.all([communityTimeZone(), findMeeting(actor, id), poleChoices(actor)]);
  const found = sittingId === null ? null : meeting.sittings.find((sitting) => sitting.id === sittingId);
  if (found === undefined) throw new DomainError("thing.absent");
  const at = now();
  const model = found ?? meeting.sittings.at(-1);
  const values: Record<string, string> = model ? sittingValues(model) : { fuseau: zone, duree: String(DEFAULT_DURATION), heure: "13:30" };
  const kept = found?.pole_id && !poles.some(({ value }) => value === String(found.pole_id)) ? [{ value: String(found.pole_id), label: `${found.pole ?? ""} (terminé)`, zone: found.zone }] : [];
  return {
    id,
    title: meeting.title,
    shown: found ? (shownMeeting(meeting, zone, at).sittings.find((sitting) => sitting.id === found.id) ?? null) : null,
    values: found ? values : { ...values, pole: "", date: "", limite: "" },
    version: found?.revision ?? 0,
    poles: [...poles, ...kept],
    sisters: meeting.sittings.filter((sitting) => sitting.id !== sittingId && !sitting.cancelled && !sitting.held).length,
  };
}

/** The page that repeats the first sitting in the poles where there is none. */
export async function repeatPage(actor: MemberActor, id: number) {
  mayPlan(actor);
  const [zone, meeting, poles] = await Promise.all([communityTimeZone(), findMeeting(actor, id), listPoles(actor)]);
  const [model] = meeting.sittings;
  const taken = new Set(meeting.sittings.filter(({ cancelled }) => !cancelled).map(({ pole_id }) => pole_id));
  const shown = shownMeeting(meeting, zone, now());
  return {
    id,
    title: meeting.title,
    model: shown.sittings[0] ?? null,
    hour: model?.local_start.slice(11, 16) ?? "13:30",
    poles: poles.filter((pole) => !taken.has(pole.id)).map((pole) => ({ id: pole.id, name: pole.name })),
  };
}

/** The people who speak: one of them to change, and the accounts to choose from. */
export async function speakersPage(actor: MemberActor, id: number, speakerId: number | null) {
  mayPlan(actor);
  const [meeting, accounts] = await Promise.all([findMeeting(actor, id), listAccounts(actor)]);
  const found = speakerId === null ? null : meeting.speakers.find((speaker) => speaker.id === speakerId);
  if (found === undefined) throw new DomainError("thing.absent");
  return {
    id,
    title: meeting.title,
    accounts,
    speakers: meeting.speakers.map(({ id: key, name, title, organisation }) => ({ key, name, role: [title, organisation].filter(Boolean).join(", ") })),
    values: (found
      ? { compte: String(found.member_id ?? ""), nom: found.name, fonction: found.title, organisation: found.organisation, presentation: found.bio }
      : {}) as Record<string, string>,
    speakerId,
  };
}
