import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatWhen, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { redline } from "~/features/message/redline.server";
import { articlePath, isOpenText, proposalPath, STATE_NAMES } from "../model";
import { mayDraft } from "../policy";
import { PROPOSAL_NAMES, type ProposalState } from "../proposal/model";
import { findParticipation, findStamp, findUnderWay, isDrafter } from "../queries.server";
import { phrasesOf } from "./phrase";
import { findArticle, findWorkshop, type FoundArticle, type SaidComment, type SaidProposal } from "./queries.server";

/** What the pages are made from on which the charter is written together. */

/** « 41 personnes sur 60, 9 organisations sur 10 ont consulté ou commenté » */
function takenPart({ people, ofPeople, organisations, ofOrganisations }: Awaited<ReturnType<typeof findParticipation>>): string {
  const verb = people > 1 ? "ont" : "a";
  return `${plural(people, "personne", "personnes")} sur ${ofPeople}, ${plural(organisations, "organisation", "organisations")} sur ${ofOrganisations} ${verb} consulté ou commenté`;
}

/** The loader's data of the workshop: every article, with how much is said of it. @throws DomainError thing.absent */
export async function workshopPage(actor: MemberActor) {
  const underWay = await findUnderWay(actor);
  if (!underWay) throw new DomainError("thing.absent");
  const [workshop, participation, drafter, stamp] = await Promise.all([findWorkshop(actor), findParticipation(actor, underWay.id), isDrafter(actor), findStamp(actor)]);
  return {
    number: underWay.number,
    title: underWay.title,
    state: underWay.state,
    stateName: STATE_NAMES[underWay.state],
    open: isOpenText(underWay.state),
    reviewed: underWay.reviewed,
    articles: workshop.articles.map(({ id, position, title, proposals, comments, adrift }) => ({
      id, position, title, adrift, to: articlePath(id),
      said: [proposals > 0 && plural(proposals, "proposition", "propositions"), comments > 0 && plural(comments, "commentaire", "commentaires")].filter(Boolean).join(", "),
    })),
    retired: workshop.retired,
    drafters: workshop.drafters.map(({ name }) => name),
    credited: workshop.credited,
    participation: takenPart(participation),
    drafter,
    committee: hasRole(actor, "committee"),
    stamp,
  };
}

const who = ({ author, organisation, spokenFor }: { author: string; organisation: string | null; spokenFor: string }) =>
  spokenFor === "" ? { name: author, note: organisation } : { name: spokenFor, note: `noté par ${author}` };

const shownComment = (comment: SaidComment, zone: string, drafter: boolean) => ({
  id: comment.id,
  by: who(comment),
  html: comment.html,
  quote: comment.quote,
  adrift: comment.adrift,
  at: formatWhen(new Date(comment.at), now(), zone),
  settledBy: comment.settledBy,
  maySettle: comment.settledBy === null && (drafter || comment.mine),
});

const shownProposal = (proposal: SaidProposal, zone: string) => ({
  id: proposal.id,
  to: proposalPath(proposal.id),
  by: who(proposal),
  askedFor: proposal.askedFor,
  phrases: phrasesOf(redline(proposal.base, proposal.body)),
  state: proposal.state as ProposalState,
  stateName: PROPOSAL_NAMES[proposal.state as ProposalState],
  adrift: proposal.adrift,
  at: formatWhen(new Date(proposal.at), now(), zone),
  voices: [proposal.supports > 0 && plural(proposal.supports, "appui", "appuis"), proposal.objections > 0 && plural(proposal.objections, "objection", "objections")].filter(Boolean).join(", "),
});

const headOf = ({ id, position, title, body, version, state, matter }: FoundArticle) => ({ id, position, title, body, version, matter, open: state !== null && isOpenText(state) && position !== null });

/** The loader's data of an article: its text, what is proposed, what is said. */
export async function articlePage(actor: MemberActor, id: number) {
  const [zone, article, drafter, stamp] = await Promise.all([communityTimeZone(), findArticle(actor, id), isDrafter(actor), findStamp(actor)]);
  const { html, mergedInto, last, previous, next, comments, proposals } = article;
  const shown = comments.map((comment) => shownComment(comment, zone, drafter));
  return {
    ...headOf(article),
    html,
    mergedInto,
    previous,
    next,
    first: article.position === 1,
    final: article.position === last,
    proposals: proposals.map((proposal) => shownProposal(proposal, zone)),
    comments: shown.filter(({ settledBy }) => settledBy === null),
    settled: shown.filter(({ settledBy }) => settledBy !== null),
    drafter,
    mayWrite: actor.standing === "active",
    committee: hasRole(actor, "committee"),
    stamp,
  };
}

/** The loader's data of the page where another wording is proposed. */
export async function proposePage(actor: MemberActor, id: number) {
  const article = await findArticle(actor, id);
  return { ...headOf(article), committee: hasRole(actor, "committee") };
}

/**
 * The loader's data of the pages where the drafting group writes.
 * @throws DomainError right.missing to everybody else
 */
export async function editPage(actor: MemberActor, id: number) {
  mayDraft(actor);
  const [article, drafter] = await Promise.all([findArticle(actor, id), isDrafter(actor)]);
  if (!drafter) throw new DomainError("right.missing");
  return headOf(article);
}

export async function newArticlePage(actor: MemberActor) {
  mayDraft(actor);
  if (!(await isDrafter(actor))) throw new DomainError("right.missing");
  return {};
}
