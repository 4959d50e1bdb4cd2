import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant, reference } from "./columns";
import { members } from "./member";
import { messages } from "./thread";

/** A quick poll: the choices under the message that asks. It goes when its message is deleted. */
export const polls = pgTable(
  "polls",
  {
    id: identity(),
    messageId: reference("message_id").notNull(),
    /** One choice per person, or several. */
    single: boolean("single").notNull(),
    closedAt: instant("closed_at"),
    closedBy: reference("closed_by"),
  },
  (t) => [
    unique("polls_one_per_message").on(t.messageId),
    unique("polls_of_kind").on(t.id, t.single),
    foreignKey({ name: "polls_message", columns: [t.messageId], foreignColumns: [messages.id] }).onDelete("cascade"),
    foreignKey({ name: "polls_closed_by", columns: [t.closedBy], foreignColumns: [members.id] }),
    check("polls_closed_by_someone", sql`(${t.closedAt} is null) = (${t.closedBy} is null)`),
  ],
);

export const pollChoices = pgTable(
  "poll_choices",
  {
    id: identity(),
    pollId: reference("poll_id").notNull(),
    place: smallint("place").notNull(),
    label: text("label").notNull(),
  },
  (t) => [
    unique("poll_choices_one_per_place").on(t.pollId, t.place),
    unique("poll_choices_of_poll").on(t.pollId, t.id),
    foreignKey({ name: "poll_choices_poll", columns: [t.pollId], foreignColumns: [polls.id] }).onDelete("cascade"),
    check("poll_choices_eight_at_most", sql`${t.place} between 1 and 8`),
    check("poll_choices_label_is_one_line", sql`${t.label} !~ '[[:cntrl:]]' and length(${t.label}) between 1 and 120`),
  ],
);

/** Who chose what, always with their name. `single` repeats what the poll says, so that the database itself holds one choice to one. */
export const pollVotes = pgTable(
  "poll_votes",
  {
    pollId: reference("poll_id").notNull(),
    choiceId: reference("choice_id").notNull(),
    memberId: reference("member_id").notNull(),
    single: boolean("single").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "poll_votes_once", columns: [t.choiceId, t.memberId] }),
    uniqueIndex("poll_votes_one_choice").on(t.pollId, t.memberId).where(sql`single`),
    foreignKey({ name: "poll_votes_choice", columns: [t.pollId, t.choiceId], foreignColumns: [pollChoices.pollId, pollChoices.id] }).onDelete("cascade"),
    foreignKey({ name: "poll_votes_kind", columns: [t.pollId, t.single], foreignColumns: [polls.id, polls.single] }).onDelete("cascade"),
    foreignKey({ name: "poll_votes_member", columns: [t.memberId], foreignColumns: [members.id] }),
    index("poll_votes_by_poll").on(t.pollId, t.memberId),
  ],
);
