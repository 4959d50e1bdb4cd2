import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { charterArticles } from "./charter";
import { identity, instant, reference } from "./columns";
import { members } from "./member";

export const PROPOSAL_STATES = ["open", "accepted", "accepted-in-part", "declined", "withdrawn"] as const;

/**
 * What members say of an article, or of words in it. The words stand with what is around them;
 * they follow the text as long as they are in it, and adrift_at says since when they are not.
 * Moved, split or joined, an article takes along what was said of it.
 */
export const charterComments = pgTable(
  "charter_comments",
  {
    id: identity(),
    articleId: reference("article_id").notNull(),
    authorId: reference("author_id").notNull(),
    /** Who said it at a meeting, on paper; empty when the author speaks. */
    spokenFor: text("spoken_for").notNull().default(""),
    body: text("body").notNull(),
    html: text("html").notNull(),
    rendererVersion: smallint("renderer_version").notNull(),
    quote: text("quote").notNull().default(""),
    before: text("before").notNull().default(""),
    after: text("after").notNull().default(""),
    adriftAt: instant("adrift_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    settledAt: instant("settled_at"),
    settledBy: reference("settled_by"),
  },
  (t) => [
    foreignKey({ name: "charter_comments_article", columns: [t.articleId], foreignColumns: [charterArticles.id] }),
    foreignKey({ name: "charter_comments_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "charter_comments_settled_by", columns: [t.settledBy], foreignColumns: [members.id] }),
    check("charter_comments_bounded", sql`length(${t.body}) between 1 and 4000 and length(${t.quote}) <= 600 and length(${t.before}) <= 60 and length(${t.after}) <= 60`),
    check("charter_comments_spoken_is_one_line", sql`${t.spokenFor} !~ '[[:cntrl:]]' and length(${t.spokenFor}) <= 160`),
    check("charter_comments_settled_by_someone", sql`(${t.settledAt} is null) = (${t.settledBy} is null)`),
    index("charter_comments_of_article").on(t.articleId, t.id),
    index("charter_comments_by_author").on(t.authorId),
  ],
);

/**
 * Another wording of an article: body, against base_body, the article as it stands. When the
 * article moves, both are carried over to its new text; where that cannot be done without
 * guessing, they stay as they were and adrift_at says since when somebody has to look.
 */
export const charterProposals = pgTable(
  "charter_proposals",
  {
    id: identity(),
    articleId: reference("article_id").notNull(),
    authorId: reference("author_id").notNull(),
    spokenFor: text("spoken_for").notNull().default(""),
    baseBody: text("base_body").notNull(),
    body: text("body").notNull(),
    reason: text("reason").notNull().default(""),
    /** Asked for by a manager in the review, for the organisation of that name. */
    askedFor: text("asked_for").notNull().default(""),
    state: text("state", { enum: PROPOSAL_STATES }).notNull().default("open"),
    adriftAt: instant("adrift_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    decidedBy: reference("decided_by"),
    decisionReason: text("decision_reason").notNull().default(""),
    /** The revision of the article that took it up. */
    articleVersion: integer("article_version"),
  },
  (t) => [
    foreignKey({ name: "charter_proposals_article", columns: [t.articleId], foreignColumns: [charterArticles.id] }),
    foreignKey({ name: "charter_proposals_author", columns: [t.authorId], foreignColumns: [members.id] }),
    foreignKey({ name: "charter_proposals_decided_by", columns: [t.decidedBy], foreignColumns: [members.id] }),
    check("charter_proposals_state_known", sql`${t.state} in ('open', 'accepted', 'accepted-in-part', 'declined', 'withdrawn')`),
    check("charter_proposals_bounded", sql`length(${t.body}) between 1 and 42000 and length(${t.reason}) <= 2000 and length(${t.decisionReason}) <= 2000`),
    check("charter_proposals_say_something", sql`${t.body} <> ${t.baseBody}`),
    check("charter_proposals_one_line", sql`${t.spokenFor} !~ '[[:cntrl:]]' and length(${t.spokenFor}) <= 160 and ${t.askedFor} !~ '[[:cntrl:]]' and length(${t.askedFor}) <= 160`),
    check("charter_proposals_decided_by_someone", sql`(${t.state} = 'open') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`),
    check("charter_proposals_taken_up", sql`(${t.state} in ('accepted', 'accepted-in-part')) = (${t.articleVersion} is not null)`),
    check("charter_proposals_answered_with_a_reason", sql`${t.state} not in ('accepted-in-part', 'declined') or ${t.decisionReason} <> ''`),
    index("charter_proposals_of_article").on(t.articleId, t.id),
    index("charter_proposals_by_author").on(t.authorId),
  ],
);

/** Who supports a proposal, and who objects to it and why. One voice each, which may change. */
export const proposalVoices = pgTable(
  "proposal_voices",
  {
    proposalId: reference("proposal_id").notNull(),
    memberId: reference("member_id").notNull(),
    stance: text("stance", { enum: ["support", "object"] }).notNull(),
    reason: text("reason").notNull().default(""),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "proposal_voices_once", columns: [t.proposalId, t.memberId] }),
    foreignKey({ name: "proposal_voices_proposal", columns: [t.proposalId], foreignColumns: [charterProposals.id] }),
    foreignKey({ name: "proposal_voices_member", columns: [t.memberId], foreignColumns: [members.id] }),
    check("proposal_voices_known", sql`${t.stance} in ('support', 'object')`),
    check("proposal_voices_object_with_a_reason", sql`length(${t.reason}) <= 1000 and (${t.stance} = 'support' or ${t.reason} <> '')`),
    index("proposal_voices_by_member").on(t.memberId),
  ],
);
