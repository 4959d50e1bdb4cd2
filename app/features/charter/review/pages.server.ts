import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { formatDate, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { filePath } from "~/features/file/model";
import { reviewPath } from "../model";
import { mayLead } from "../policy";
import { findStamp, findUnderWay } from "../queries.server";
import { ANSWER_NAMES } from "./model";
import { findReview, listColleagues, listForReview } from "./queries.server";

/** The loader's data of the review: where each organisation is, and what it asked for. @throws DomainError thing.absent before the first */
export async function reviewPage(actor: MemberActor) {
  const [zone, review, stamp] = await Promise.all([communityTimeZone(), findReview(actor), findStamp(actor)]);
  const open = review.state === "reviewing";
  const done = review.organisations.filter(({ waiting }) => waiting === 0);
  return {
    number: review.number,
    open,
    deadline: formatDate(new Date(review.deadline), zone),
    progress: `${plural(done.length, "organisation a", "organisations ont")} répondu sur tous les articles, sur ${review.organisations.length}`,
    mine: open ? review.organisations.filter(({ mine }) => mine).map(({ id, name, waiting }) => ({ id, name, to: reviewPath(id), waits: waiting === 0 ? "Tout est répondu" : `${plural(waiting, "article attend", "articles attendent")} votre réponse` })) : [],
    said: review.organisations
      .map(({ id, name, said }) => ({
        id, name,
        said: said.filter(({ answer }) => answer !== "approved").map(({ articleId, position, title, answer, note, by, recorded, document, proposalId, current }) => ({
          key: `${articleId}-${answer}-${note}`, articleId, title: position === null ? title : `${position}. ${title}`, answer, answerName: ANSWER_NAMES[answer], note, proposalId, current,
          by: recorded ? `noté par ${by}, d’après ${document}` : by,
        })),
      }))
      .filter(({ said }) => said.length > 0),
    /** Documents that recorded answers were read on; none for anyone but the committee. */
    scans: review.organisations.flatMap(({ id, name, said }) => [...new Map(said.flatMap(({ scan, document }) => (scan ? [[scan.id, { key: `${id}-${scan.id}`, of: name, document, to: filePath(scan) }] as const] : []))).values()]),
    committee: hasRole(actor, "committee"),
    stamp,
  };
}

/** What one organisation has before it. @throws DomainError thing.absent to who may not answer for it */
export async function organisationPage(actor: MemberActor, organisationId: number) {
  const [zone, review] = await Promise.all([communityTimeZone(), findReview(actor)]);
  const organisation = review.organisations.find(({ id }) => id === organisationId);
  if (!organisation?.mine || review.state !== "reviewing") throw new DomainError("thing.absent");
  const manager = actor.managedOrganisationIds.includes(organisationId);
  const [articles, colleagues] = await Promise.all([listForReview(actor, review.versionId, organisationId), manager ? listColleagues(actor, organisationId) : []]);
  return {
    id: organisationId,
    name: organisation.name,
    deadline: formatDate(new Date(review.deadline), zone),
    waiting: organisation.waiting,
    delegate: organisation.delegate,
    manager,
    recorded: organisation.managers.length === 0,
    colleagues,
    articles: articles.map(({ id, position, title, answer, note }) => ({ id, position, title, to: `${reviewPath(organisationId)}/${id}`, answer: answer && ANSWER_NAMES[answer], note })),
  };
}

/** One article before one organisation. @throws DomainError thing.absent */
export async function answerPage(actor: MemberActor, organisationId: number, articleId: number) {
  const review = await findReview(actor);
  const organisation = review.organisations.find(({ id }) => id === organisationId);
  if (!organisation?.mine || review.state !== "reviewing") throw new DomainError("thing.absent");
  const article = (await listForReview(actor, review.versionId, organisationId)).find(({ id }) => id === articleId);
  if (!article) throw new DomainError("thing.absent");
  return { organisation: { id: organisationId, name: organisation.name }, recorded: organisation.managers.length === 0, article };
}

/** The loader's data of the page where the committee opens the review. */
export async function openReviewPage(actor: MemberActor) {
  mayLead(actor);
  const underWay = await findUnderWay(actor);
  if (!underWay) throw new DomainError("thing.absent");
  return { number: underWay.number, state: underWay.state };
}
