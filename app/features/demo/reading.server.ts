import type { DemoPerson } from "#db/demo/cast";
import { typographic } from "#db/demo/conversation";
import { drafts, threadGuests, threadReads } from "#db/schema/thread";
import { after, DAY, HOUR, MINUTE } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { chance } from "./chance.server";
import type { WrittenThread } from "./conversations.server";
import { guestUntil, inviterOf, type Cast } from "./people.server";

/** Hours since the personas were here, so that each finds something new; the others came by within three weeks. */
const LAST_HERE: Record<string, number> = { nadege: 46, marjolaine: 50, emilie: 150, chantal: 280, audrey: 26, bernard: 75, helene: 60, mireille: 19 * 24 };

/** Long threads that somebody left in the middle: the last position they read. */
const LEFT_IN_THE_MIDDLE: Record<string, number> = { "nadege moment-langage-organisation": 17 };

/** Texts under way: by whom, and in which thread (none: a new discussion). */
const DRAFTS: readonly { by: string; thread: string | null; title: string; text: string }[] = [
  {
    by: "nadege",
    thread: "morsures",
    title: "",
    text: "Chez nous, on s'est entendus sur deux phrases, une pour chaque famille, et tout le monde les dit de la même façon. La première",
  },
  {
    by: "audrey",
    thread: null,
    title: "Préparer l'accueil des familles de janvier",
    text: "Bonjour tout le monde. J'aimerais qu'on se donne une liste courte, une seule page, de ce qu'une famille qui arrive chez nous a besoin de savoir la première semaine. Je pense à :\n\n- qui appeler, et pour quoi\n- ",
  },
];

const readsThreads = (person: DemoPerson): boolean => person.state === "active" || person.state === "paused" || person.state === "guest";

const lastHere = (person: DemoPerson, today: Date): Date =>
  after(today, -(LAST_HERE[person.key] ?? 2 + chance("here", person.key) ** 2 * 21 * 24) * HOUR);

/** How far each person has read, the guests' invitations, and the texts under way. */
export async function fillReading(tx: Tx, cast: Cast, written: WrittenThread[], today: Date): Promise<void> {
  const guests = cast.people.filter((person) => person.state === "guest");
  await tx.insert(threadGuests).values(
    guests.map((guest) => ({
      memberId: cast.idOf(guest.key),
      threadId: threadOf(written, guest.guestOf ?? "").id,
      until: guestUntil(guest, today) ?? today,
      invitedBy: cast.idOf(inviterOf(guest)),
      invitedAt: after(today, -guest.joinedDaysAgo * DAY),
    })),
  );
  await tx.insert(threadReads).values(
    cast.people.filter(readsThreads).flatMap((person) =>
      written
        .filter((thread) => person.state !== "guest" || thread.key === person.guestOf)
        .map((thread) => ({ memberId: cast.idOf(person.key), threadId: thread.id, ...readingOf(person, thread, today) }))
        .filter((reading) => reading.lastPosition > 0),
    ),
  );
  const personOf = (key: string) => cast.people.filter((person) => person.key === key);
  await tx.insert(drafts).values(
    DRAFTS.flatMap(({ by, thread, title, text }) =>
      personOf(by).map((person) => ({
        memberId: cast.idOf(by),
        threadId: thread === null ? null : threadOf(written, thread).id,
        title: typographic(title),
        body: typographic(text),
        savedAt: breakOff(thread === null ? written : [threadOf(written, thread)], lastHere(person, today)),
      })),
    ),
  );
}

/** Shortly after the last thing that was there to read at the last visit. */
function breakOff(read: readonly WrittenThread[], visit: Date): Date {
  const times = read.flatMap(({ instants }) => instants.filter((instant) => instant <= visit).map(Number));
  return after(new Date(Math.max(...times)), 18 * MINUTE);
}

function threadOf(written: WrittenThread[], key: string): WrittenThread {
  const thread = written.find((one) => one.key === key);
  if (!thread) throw new Error(`No conversation is known as ${key}.`);
  return thread;
}

/** Up to what was there at the last visit, or at an earlier one for whoever did not open this thread again. */
function readingOf(person: DemoPerson, { key, authors, instants }: WrittenThread, today: Date) {
  const visit = lastHere(person, today);
  const earlier = chance("skipped", person.key, key) < 0.12 ? after(visit, -chance("since", person.key, key) * 6 * DAY) : visit;
  const there = instants.filter((instant) => instant <= earlier).length;
  const own = authors.lastIndexOf(person.key) + 1;
  const middle = LEFT_IN_THE_MIDDLE[`${person.key} ${key}`];
  if (middle !== undefined && middle < there) return { lastPosition: Math.max(middle, own), readAt: after(visit, 20 * MINUTE) };
  const lastPosition = Math.max(there, own);
  const lastRead = instants[lastPosition - 1] ?? visit;
  const opened = after(lastRead, (0.2 + chance("opened", person.key, key) * 40) * HOUR);
  return { lastPosition, readAt: opened < visit ? opened : lastRead > visit ? lastRead : visit };
}
