import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { archiveTexts } from "./archive";
import { charterArticles, charterVersions } from "./charter";
import { consentRounds } from "./charter-consent";
import { charterComments, charterProposals } from "./charter-voice";
import { identity, reference } from "./columns";
import { meetings } from "./meeting";
import { surveys } from "./survey";
import { messages, threads } from "./thread";
import { topics } from "./topic";

/** Where people write outside of messages, titles and files; « survey » is what is asked, « answer » what was written. */
export const TEXT_KINDS = ["summary", "choices", "meeting", "article", "charter", "comment", "proposal", "consent", "survey", "answer", "topic", "archive"] as const;

/**
 * A text that was reported, or that repeats one: the thing in which it stands, and which of its texts (« part »).
 * What it says is read there, or in « concealments » while it is out of sight; nothing of it is here.
 */
export const reportedTexts = pgTable(
  "reported_texts",
  {
    id: identity(),
    kind: text("kind", { enum: TEXT_KINDS }).notNull(),
    part: text("part").notNull(),
    threadId: reference("thread_id"),
    messageId: reference("message_id"),
    meetingId: reference("meeting_id"),
    articleId: reference("article_id"),
    versionId: reference("version_id"),
    commentId: reference("comment_id"),
    proposalId: reference("proposal_id"),
    roundId: reference("round_id"),
    surveyId: reference("survey_id"),
    topicId: reference("topic_id"),
    archiveId: reference("archive_id"),
  },
  (t) => [
    foreignKey({ name: "reported_texts_thread", columns: [t.threadId], foreignColumns: [threads.id] }),
    foreignKey({ name: "reported_texts_message", columns: [t.messageId], foreignColumns: [messages.id] }),
    foreignKey({ name: "reported_texts_meeting", columns: [t.meetingId], foreignColumns: [meetings.id] }),
    foreignKey({ name: "reported_texts_article", columns: [t.articleId], foreignColumns: [charterArticles.id] }),
    foreignKey({ name: "reported_texts_version", columns: [t.versionId], foreignColumns: [charterVersions.id] }),
    foreignKey({ name: "reported_texts_comment", columns: [t.commentId], foreignColumns: [charterComments.id] }),
    foreignKey({ name: "reported_texts_proposal", columns: [t.proposalId], foreignColumns: [charterProposals.id] }),
    foreignKey({ name: "reported_texts_round", columns: [t.roundId], foreignColumns: [consentRounds.id] }),
    foreignKey({ name: "reported_texts_survey", columns: [t.surveyId], foreignColumns: [surveys.id] }),
    foreignKey({ name: "reported_texts_topic", columns: [t.topicId], foreignColumns: [topics.id] }),
    foreignKey({ name: "reported_texts_archive", columns: [t.archiveId], foreignColumns: [archiveTexts.id] }),
    check(
      "reported_texts_stand_in_one_thing",
      sql`num_nonnulls(${t.threadId}, ${t.messageId}, ${t.meetingId}, ${t.articleId}, ${t.versionId}, ${t.commentId}, ${t.proposalId}, ${t.roundId}, ${t.surveyId}, ${t.topicId}, ${t.archiveId}) = 1
        and case ${t.kind} when 'summary' then ${t.threadId} when 'choices' then ${t.messageId} when 'meeting' then ${t.meetingId} when 'article' then ${t.articleId} when 'charter' then ${t.versionId}
          when 'comment' then ${t.commentId} when 'proposal' then ${t.proposalId} when 'consent' then ${t.roundId} when 'survey' then ${t.surveyId} when 'answer' then ${t.surveyId} when 'topic' then ${t.topicId} when 'archive' then ${t.archiveId} end is not null`,
    ),
    check("reported_texts_part_named", sql`${t.part} ~ '^[a-z0-9-]{1,90}$'`),
    uniqueIndex("reported_texts_once").on(
      t.kind,
      t.part,
      sql`coalesce(thread_id, message_id, meeting_id, article_id, version_id, comment_id, proposal_id, round_id, survey_id, topic_id, archive_id)`,
    ),
  ],
);
