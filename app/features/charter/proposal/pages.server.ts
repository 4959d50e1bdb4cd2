import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatWhen } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { redline } from "~/features/message/redline.server";
import { isOpenText } from "../model";
import { findStamp, isDrafter } from "../queries.server";
import { mergeTexts } from "../article/merge";
import { grouped, phrasesOf } from "../article/phrase";
import { PROPOSAL_NAMES, type ProposalState } from "./model";
import { findProposal } from "./queries.server";

/** The loader's data of a proposal: what it changes, in words and in the text, and who stands where. */
export async function proposalPage(actor: MemberActor, id: number) {
  const [zone, proposal, drafter, stamp] = await Promise.all([communityTimeZone(), findProposal(actor, id), isDrafter(actor), findStamp(actor)]);
  const state = proposal.state as ProposalState;
  const pieces = grouped(redline(proposal.base, proposal.body));
  const open = state === "open" && proposal.versionState !== null && isOpenText(proposal.versionState);
  return {
    id,
    article: { id: proposal.articleId, title: proposal.articleTitle, position: proposal.position, version: proposal.articleVersion, body: proposal.articleBody },
    by: proposal.spokenFor === "" ? { name: proposal.author, note: proposal.organisation } : { name: proposal.spokenFor, note: `noté par ${proposal.author}` },
    askedFor: proposal.askedFor,
    at: formatWhen(new Date(proposal.at), now(), zone),
    reason: proposal.reason,
    body: proposal.body,
    phrases: phrasesOf(pieces),
    pieces,
    state,
    stateName: PROPOSAL_NAMES[state],
    adrift: state === "open" && proposal.adrift,
    /** Where the text moved away from it: what a person could make of both. */
    suggestion: proposal.adrift ? mergeTexts(proposal.base, proposal.articleBody, proposal.body).text : proposal.body,
    decision: proposal.decidedAt === null || state === "withdrawn" ? null : { by: proposal.decidedBy, at: formatWhen(new Date(proposal.decidedAt), now(), zone), reason: proposal.decisionReason },
    voices: proposal.voices,
    mine: proposal.mine,
    mayVoice: open && !proposal.mine && actor.standing === "active",
    mayDecide: open && drafter && actor.standing === "active",
    mayWithdraw: open && proposal.mine,
    stamp,
  };
}

/** @throws DomainError right.missing to who is not of the drafting group */
export async function decisionPage(actor: MemberActor, id: number) {
  const page = await proposalPage(actor, id);
  if (!(await isDrafter(actor))) throw new DomainError("right.missing");
  return page;
}
