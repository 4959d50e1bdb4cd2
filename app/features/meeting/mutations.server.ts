import { eq, sql } from "drizzle-orm";
import { agendaItems, meetings, meetingTopics } from "#db/schema/meeting";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { startThread } from "~/features/thread/mutations.server";
import { planTopics, releaseTopics } from "~/features/topic/meeting-mutations.server";
import { nameTopics } from "~/features/topic/mutations.server";
import { meetingPath } from "./model";
import type { Planning } from "./policy";
import type { Content } from "./schema";

const textsOf = ({ titre, objectifs, question }: Content) => {
  const { html, version } = renderMarkdown(objectifs);
  return { title: titre, objectivesBody: objectifs, objectivesHtml: html, questionBody: question, questionHtml: renderMarkdown(question).html, rendererVersion: version };
};

/** Notes a new meeting, which only the committee sees until it is opened. */
export async function planMeeting(tx: Tx, { actor }: Planning, content: Content): Promise<number> {
  const [made] = await tx.insert(meetings).values({ ...textsOf(content), createdBy: actor.memberId, createdAt: now() }).returning({ id: meetings.id });
  if (!made) throw new Error("nothing was inserted");
  await layParts(tx, actor, made.id, content);
  await tx.audit({ actor, act: "meeting.planned", subjectId: made.id });
  return made.id;
}

/** @throws DomainError thing.absent; meeting.moved when someone else changed it since the page was made */
export async function reviseMeeting(tx: Tx, { actor }: Planning, id: number, version: number, content: Content): Promise<void> {
  const meeting = await lockMeeting(tx, id);
  if (meeting.revision !== version) throw new DomainError("meeting.moved");
  await tx.update(meetings).set({ ...textsOf(content), revision: version + 1 }).where(eq(meetings.id, id));
  await tx.delete(agendaItems).where(eq(agendaItems.meetingId, id));
  const before = await tx.delete(meetingTopics).where(eq(meetingTopics.meetingId, id)).returning({ id: meetingTopics.topicId });
  await layParts(tx, actor, id, content);
  if (meeting.openedAt) {
    await releaseTopics(tx, actor, id, before.map((topic) => topic.id));
    await planFor(tx, actor, id);
  }
  await tx.audit({ actor, act: "meeting.revised", subjectId: id });
  tx.announce({ type: "meeting.moved", id });
}

async function layParts(tx: Tx, actor: MemberActor, meetingId: number, { ordre, sujets }: Content): Promise<void> {
  if (ordre.length > 0) await tx.insert(agendaItems).values(ordre.map((item, index) => ({ meetingId, position: index + 1, ...item })));
  // Topics are one list for the community: a name that is new joins it.
  const topicIds = await nameTopics(tx, actor.memberId, sujets);
  if (topicIds.length > 0) await tx.insert(meetingTopics).values(topicIds.map((topicId) => ({ meetingId, topicId })));
}

/** Its topics are planned, and whoever asked for them is told. */
async function planFor(tx: Tx, actor: MemberActor, id: number): Promise<void> {
  for (const { topicId, supporters } of await planTopics(tx, actor, id)) {
    await tellAbout(tx, supporters, { kind: "topic", subject: `topic-${topicId}-${id}`, place: meetingPath(id), by: actor.memberId });
  }
}

/**
 * Opens a meeting to everyone, and with it its discussion. Opening it twice is opening it once.
 * @throws DomainError thing.absent, meeting.without-date
 */
export async function openMeeting(tx: Tx, { actor }: Planning, id: number, starting: Proof<"thread.start", null, MemberActor>): Promise<void> {
  const meeting = await lockMeeting(tx, id);
  if (meeting.openedAt) return;
  const [dated] = await tx.execute(sql`select 1 from sittings where meeting_id = ${id} and cancelled_at is null limit 1`);
  if (!dated) throw new DomainError("meeting.without-date");
  const { threadId } = await startThread(tx, starting, { title: meeting.title, body: openingWords(meeting), draft: false });
  await tx.update(meetings).set({ openedAt: now(), openedBy: actor.memberId, threadId, revision: meeting.revision + 1 }).where(eq(meetings.id, id));
  await planFor(tx, actor, id);
  await tx.audit({ actor, act: "meeting.opened", subjectId: id });
  tx.announce({ type: "meeting.moved", id });
}

/** The first message of a meeting's discussion: what to think about beforehand. */
const openingWords = ({ id, title, questionBody }: { id: number; title: string; questionBody: string }): string =>
  [
    `Ici, on se prépare au Moment d’échange **${title.replace(/[\\`*_[\]<>&!#~]/g, "\\$&")}**, et on y revient après.`,
    questionBody ? `Pour s’y préparer\u00a0:\n\n${questionBody}` : "Qu’aimeriez-vous y entendre? Qu’avez-vous essayé dans votre milieu?",
    `Dates, lieux et ordre du jour\u00a0: ${meetingPath(id)}`,
  ].join("\n\n");

/** A new draft with the same contents and people, without dates and without answers. */
export async function copyMeeting(tx: Tx, { actor }: Planning, id: number): Promise<number> {
  const { title, objectivesBody, objectivesHtml, questionBody, questionHtml, rendererVersion } = await lockMeeting(tx, id);
  const [made] = await tx
    .insert(meetings)
    .values({ title, objectivesBody, objectivesHtml, questionBody, questionHtml, rendererVersion, copiedFrom: id, createdBy: actor.memberId, createdAt: now() })
    .returning({ id: meetings.id });
  if (!made) throw new Error("nothing was inserted");
  await tx.execute(sql`
    with points as (insert into agenda_items (meeting_id, position, title, minutes) select ${made.id}, position, title, minutes from agenda_items where meeting_id = ${id}),
      people as (insert into speakers (meeting_id, name, title, organisation, bio, member_id) select ${made.id}, name, title, organisation, bio, member_id from speakers where meeting_id = ${id} order by id)
    insert into meeting_topics (meeting_id, topic_id) select ${made.id}, topic_id from meeting_topics where meeting_id = ${id}`);
  await tx.audit({ actor, act: "meeting.copied", subjectId: made.id, details: { from: id } });
  return made.id;
}

/** One change of a meeting after the other; it also covers its sittings and people. */
export async function lockMeeting(tx: Tx, id: number): Promise<typeof meetings.$inferSelect> {
  const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, id)).for("update");
  if (!meeting) throw new DomainError("thing.absent");
  return meeting;
}

/** Says that what its page shows has changed: to open pages, and to those whose seats it may touch. */
export async function noteMoved(tx: Tx, id: number): Promise<void> {
  await tx.update(meetings).set({ revision: sql`${meetings.revision} + 1` }).where(eq(meetings.id, id));
  await tx.enqueue("meeting.changed", { meetingId: id });
  tx.announce({ type: "meeting.moved", id });
}
