/**
 * The whole catalogue of what can be announced. An event says that something
 * changed and never what: the page fetches it, with its own rights.
 */
export type Audience = "members" | "participants-of-thread" | "person" | "nobody";

export const EVENTS = {
  /** Something in a thread moved to a new revision. id: the thread. */
  "thread.moved": { audience: "participants-of-thread" },
  /** A meeting or one of its sittings changed. id: the meeting. */
  "meeting.moved": { audience: "members" },
  /** What is said of a date that is sought changed, or it was chosen. id: the poll. */
  "date-poll.moved": { audience: "members" },
  /** Somebody was ticked at the door. id: the sitting. */
  "attendance.moved": { audience: "members" },
  /** Cards, notes, minutes or follow-ups of a meeting changed. id: the meeting. */
  "minutes.moved": { audience: "members" },
  /** The charter or what is said of it changed. id: the number of the version. */
  "charter.moved": { audience: "members" },
  /** A topic changed: its votes, its state. id: the topic. */
  "topic.moved": { audience: "members" },
  /** A survey was opened, closed or changed, or the results of one with names moved. id: the survey. */
  "survey.moved": { audience: "members" },
  /** Something was taken out of sight: open pages are made anew at once. id: the report. */
  "passage.masked": { audience: "members" },
  /** What waits for a person changed. id: the member. */
  "todo.changed": { audience: "person" },
  /** A person was told of something, or has read of it elsewhere. id: the member. */
  "told.changed": { audience: "person" },
  /** A person's sockets must close: removal, change of role, sign-out everywhere. id: the member. */
  "member.rights-changed": { audience: "nobody" },
  /** A mail waits in the outbox. id: 0. */
  "mail.queued": { audience: "nobody" },
} as const satisfies Record<string, { audience: Audience }>;

export type EventType = keyof typeof EVENTS;

export type AnnouncedEvent = { type: EventType; id: number };

/** The channel of PostgreSQL that carries events between processes. */
export const CHANNEL = "le_fil";

/** Reads an event off the wire, or null when it is none of ours. */
export function parseEvent(payload: string): AnnouncedEvent | null {
  try {
    const { type, id } = JSON.parse(payload) as Partial<AnnouncedEvent>;
    return typeof type === "string" && type in EVENTS && typeof id === "number" ? { type, id } : null;
  } catch {
    return null;
  }
}
