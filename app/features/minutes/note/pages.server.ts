import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatShortDate, formatTime, formatWhen } from "~/kit/format";
import { renderMarkdown } from "~/kit/markdown.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { minutesPath, writingPath } from "../model";
import { mayKeepNotes } from "../policy";
import { findNotes, type NotedSitting, type NoteFacts } from "./queries.server";

/** What the box of notes knows when the page is made; revision 0 says that there are none. */
export type KnownNotes = { body: string; revision: number; savedAt: string | null; by: string | null };

const known = (note: NoteFacts | null, zone: string): KnownNotes => {
  if (!note) return { body: "", revision: 0, savedAt: null, by: null };
  const at = new Date(note.at);
  const today = formatShortDate(at, zone) === formatShortDate(now(), zone);
  return { body: note.body, revision: note.revision, savedAt: today ? `à ${formatTime(at, zone)}` : `le ${formatShortDate(at, zone)}`, by: note.by };
};

const nameOf = ({ pole, startsAt, zone }: NotedSitting): string => pole ?? formatShortDate(new Date(startsAt), zone);

const shownNote = (sitting: NotedSitting, zone: string) => ({
  id: sitting.id,
  name: nameOf(sitting),
  html: sitting.note ? renderMarkdown(sitting.note.body).html : "",
  written: sitting.note ? `${sitting.note.by}, ${formatWhen(new Date(sitting.note.at), now(), zone)}` : null,
});

/** The notes of one sitting, with those of its sisters to be read beside them. @throws DomainError thing.absent */
export async function notesPage(actor: MemberActor, meetingId: number, sittingId: number) {
  const [zone, { title, sittings }] = await Promise.all([communityTimeZone(), findNotes(actor, meetingId)]);
  const own = sittings.find(({ id }) => id === sittingId);
  if (!own) throw new DomainError("thing.absent");
  mayKeepNotes(actor, { meetingId, sittingId }, own);
  return { meetingId, sittingId, title, me: actor.memberId, name: sittings.length > 1 ? nameOf(own) : null, known: known(own.note, zone) };
}

/** What all sittings have in common, with the notes of each side by side. @throws DomainError thing.absent */
export async function synthesisPage(actor: MemberActor, meetingId: number) {
  const [zone, { title, responsible, synthesis, adopted, sittings }] = await Promise.all([communityTimeZone(), findNotes(actor, meetingId)]);
  mayKeepNotes(actor, { meetingId, sittingId: null }, { responsible });
  return { meetingId, title, me: actor.memberId, forward: adopted ? minutesPath(meetingId) : writingPath(meetingId), known: known(synthesis, zone), notes: sittings.filter(({ off, note }) => !off || note).map((sitting) => shownNote(sitting, zone)) };
}
