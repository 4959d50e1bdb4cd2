import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDate, formatDateTime, formatList, formatShortDate, formatTime, plural } from "~/kit/format";
import { countPresent, findCards, findDayStamp, listDay } from "~/features/attendance/queries.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { noonOf } from "~/features/follow-up/model";
import { findFollowUps } from "~/features/follow-up/queries.server";
import { findMeeting } from "~/features/meeting/queries.server";
import { redline } from "~/features/message/redline.server";
import { answeringOf } from "./correction/forms.server";
import { corrected, correctionPath, correctionsPath, minutesPath, minutesStateOf, minutesTemplate, notesPath, outcomeNames, stateNames, synthesisPath, versionPath, writingPath } from "./model";
import { findNotes } from "./note/queries.server";
import { isWriter, mayCorrect, mayWriteMinutes } from "./policy";
import { findLine, findMinutes, findVersion, type CorrectionFacts, type FoundMinutes } from "./queries.server";

/** What the pages of minutes are made from. */

const daysOf = ({ days }: FoundMinutes): string => formatList(days.map(({ startsAt, zone, pole }) => [formatDate(new Date(startsAt), zone), pole].filter(Boolean).join(", ")));

const shownCorrection = (one: CorrectionFacts, { meetingId, zone, answers }: { meetingId: number; zone: string; answers: boolean }) => ({
  id: one.id,
  words: one.words,
  instead: one.instead,
  by: [one.by, one.organisation].filter(Boolean).join(", "),
  at: formatShortDate(new Date(one.at), zone),
  outcome: one.outcome && outcomeNames[one.outcome],
  accepted: one.outcome === "accepted",
  reason: one.reason,
  settledBy: one.settledBy,
  to: answers && one.outcome === null ? correctionPath(meetingId, one.id) : null,
  withdraw: one.mine && one.outcome === null ? `${correctionPath(meetingId, one.id)}/retrait` : null,
});

/** The minutes of a meeting, to be read and corrected. @throws DomainError thing.absent where there are none to read */
export async function minutesPage(actor: MemberActor, meetingId: number) {
  const [zone, found, stamp] = await Promise.all([communityTimeZone(), findMinutes(actor, meetingId), findDayStamp(actor, meetingId)]);
  const { title, part, minutes } = found;
  if (!minutes) throw new DomainError("thing.absent");
  const state = minutesStateOf(minutes);
  const active = actor.standing === "active";
  const committee = hasRole(actor, "committee");
  const writes = active && (state === "adopted" ? committee : isWriter(actor, part));
  const { id, html, revision, closesAt, adoptedAt, adoptedBy, number, versions, corrections } = minutes;
  return {
    ...{ id, meetingId, stamp, title, html, revision, state, number },
    stateName: stateNames[state],
    when: daysOf(found),
    until: closesAt && state === "open" ? formatDateTime(new Date(closesAt), zone) : null,
    adopted: adoptedAt && `${formatShortDate(new Date(adoptedAt), zone)}${adoptedBy ? `, par ${adoptedBy}` : ", au bout de sept jours"}`,
    versions: versions.length > 1 ? versions.map((one) => ({ to: versionPath(meetingId, one.number), number: one.number, at: formatShortDate(new Date(one.at), zone), reason: one.reason, by: one.by })) : [],
    corrections: corrections.map((one) => shownCorrection(one, { meetingId, zone, answers: writes })),
    write: writes ? writingPath(meetingId) : null,
    mayOpen: writes && state === "draft",
    mayAdopt: active && committee && state === "open",
    correct: active && state === "open" && (part.tookPart || isWriter(actor, part)) ? correctionsPath(meetingId) : null,
    waiting: corrections.filter(({ outcome }) => outcome === null).length,
  };
}

/** What the meeting knows of itself, for the first draft. */
async function materialOf(actor: MemberActor, meetingId: number): Promise<string> {
  const [meeting, present, notes, cards, { followUps }] = await Promise.all([findMeeting(actor, meetingId), countPresent(actor, meetingId), findNotes(actor, meetingId), findCards(actor, meetingId), findFollowUps(actor, meetingId)]);
  return minutesTemplate({
    present,
    topics: meeting.topics.length > 0 ? meeting.topics : meeting.agenda.map(({ title }) => title),
    synthesis: notes.synthesis?.body ?? "",
    notes: notes.sittings.flatMap(({ pole, startsAt, zone: clocks, note }) => (note?.body.trim() ? [{ name: pole ?? formatShortDate(new Date(startsAt), clocks), body: note.body }] : [])),
    cards: cards.sittings.flatMap((sitting) => sitting.cards.map(({ body }) => body)),
    followUps: followUps.filter(({ done }) => !done).map(({ body, name, due }) => ({ body, name, due: formatShortDate(noonOf(due), "UTC") })),
  });
}

/** The box in which they are written; begun from the template. */
export async function writingPage(actor: MemberActor, meetingId: number) {
  const { title, part, minutes } = await findMinutes(actor, meetingId);
  const state = minutes && minutesStateOf(minutes);
  mayWriteMinutes(actor, meetingId, part, state);
  const [first, ...others] = (await findNotes(actor, meetingId)).sittings.filter(({ off }) => !off);
  return {
    ...{ meetingId, title, me: actor.memberId },
    adopted: state === "adopted",
    draft: state === null || state === "draft",
    known: { title: "", body: minutes?.body ?? (await materialOf(actor, meetingId)), revision: minutes?.revision ?? 0, savedAt: null },
    notes: first ? { several: others.length > 0, to: others.length > 0 ? synthesisPath(meetingId) : notesPath(meetingId, first.id) } : null,
    back: minutes ? minutesPath(meetingId) : `/moments/${meetingId}`,
  };
}

/** The form of a correction. @throws DomainError thing.absent, right.missing */
export async function correctPage(actor: MemberActor, meetingId: number) {
  const { title, part, minutes } = await findMinutes(actor, meetingId);
  if (!minutes) throw new DomainError("thing.absent");
  mayCorrect(actor, meetingId, part);
  return { meetingId, title, html: minutes.html, open: minutesStateOf(minutes) === "open" };
}

/** One correction, to be answered: the text as it would be, where the words stand in it once. */
export async function answerPage(actor: MemberActor, meetingId: number, id: number) {
  const { title, minutes, correction } = await answeringOf(actor, meetingId, id);
  const made = corrected(minutes.body, correction);
  return {
    ...{ meetingId, id, title, revision: minutes.revision },
    words: correction.words,
    instead: correction.instead,
    by: [correction.by, correction.organisation].filter(Boolean).join(", "),
    settled: correction.outcome !== null,
    body: made ?? minutes.body,
    byHand: made === null,
    pieces: made === null ? null : redline(minutes.body, made),
  };
}

/** A version as it was adopted. */
export async function versionPage(actor: MemberActor, meetingId: number, number: number) {
  const [zone, { title, html, at, by, reason }] = await Promise.all([communityTimeZone(), findVersion(actor, meetingId, number)]);
  return { meetingId, title, number, html, at: `${formatShortDate(new Date(at), zone)} à ${formatTime(new Date(at), zone)}`, by, reason };
}

/** What the page of a meeting says of its minutes and what is to be done; nothing before it begins. */
export async function afterPart(actor: MemberActor, meetingId: number) {
  const at = now();
  const [zone, line, sittings] = await Promise.all([communityTimeZone(), findLine(actor, meetingId, at), listDay(actor, meetingId)]);
  if (!line?.over) return null;
  const writer = actor.standing === "active" && isWriter(actor, line);
  const { draft, open, adopted, readable, closesAt } = line;
  const said = adopted ? "Adopté" : open && closesAt ? `Ouvert à la correction jusqu’au ${formatDateTime(new Date(closesAt), zone)}` : draft ? "Ébauche" : null;
  return {
    minutes: readable ? { to: minutesPath(meetingId), said, adopted } : null,
    notes: sittings
      .filter((one) => !one.off && !adopted && new Date(one.startsAt) <= at && actor.standing === "active" && isWriter(actor, one))
      .map((one) => ({ id: one.id, to: notesPath(meetingId, one.id), name: sittings.length > 1 ? (one.pole ?? formatShortDate(new Date(one.startsAt), one.zone)) : null })),
    begin: writer && !draft && !open && !adopted ? writingPath(meetingId) : null,
    synthesis: writer && !adopted && sittings.length > 1 ? synthesisPath(meetingId) : null,
    // Before anything is entrusted, only those who may entrust are led there.
    followUps: line.followUps > 0 || writer ? { to: `/moments/${meetingId}/suites`, said: line.followUps === 0 ? "aucune" : line.openFollowUps === 0 ? "toutes faites" : plural(line.openFollowUps, "à faire", "à faire") } : null,
  };
}
export type AfterPart = Awaited<ReturnType<typeof afterPart>>;
