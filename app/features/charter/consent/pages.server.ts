import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDate, formatWhen, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { mayLead } from "../policy";
import { findStamp, findUnderWay } from "../queries.server";
import { resultOf, ruleSentences, STANCE_NAMES, tallyOf } from "./model";
import { findElectorate, findRound } from "./queries.server";

/** The loader's data of the round of consent, open or over. @throws DomainError thing.absent before the first */
export async function consentPage(actor: MemberActor) {
  const [zone, round, all, stamp] = await Promise.all([communityTimeZone(), findRound(actor), findElectorate(actor), findStamp(actor)]);
  if (!round) throw new DomainError("thing.absent");
  const closed = round.closedAt !== null;
  const over = closed || new Date(round.closesAt) <= now();
  const tally = tallyOf(round.answers);
  const counted = { people: round.ofPeople ?? all.people, organisations: round.ofOrganisations ?? all.organisations };
  const own = round.answers.find(({ memberId }) => memberId === actor.memberId);
  const said = round.answers.filter(({ stance }) => stance !== "adhere");
  return {
    round: round.id,
    version: round.versionNumber,
    sha256: round.sha256,
    rule: ruleSentences(round),
    closes: formatDate(new Date(round.closesAt), zone),
    closed,
    over,
    adopted: round.adopted,
    checks: resultOf(round, tally, counted).checks,
    tally: [plural(tally.adhere, "personne adhère", "personnes adhèrent"), tally.reserve === 0 ? "personne n’a de réserve" : plural(tally.reserve, "a une réserve", "ont une réserve"), tally.object === 0 ? "personne ne s’oppose" : plural(tally.object, "s’oppose", "s’opposent")].join(", "),
    answered: `${plural(tally.people, "personne", "personnes")} sur ${counted.people} et ${plural(tally.organisations, "organisation", "organisations")} sur ${counted.organisations} se sont prononcées`,
    said: said.map(({ memberId, name, organisation, stance, reason, withdrawn, at }) => ({ key: memberId, name, organisation, stance, stanceName: stance === "object" ? "S’oppose" : "A une réserve", reason, withdrawn, at: formatWhen(new Date(at), now(), zone) })),
    own: own ? { stance: own.stance, stanceName: STANCE_NAMES[own.stance], reason: own.reason, withdrawn: own.withdrawn } : null,
    mayAnswer: !over && actor.standing === "active",
    mayWithdraw: !closed && own?.stance === "object" && !own.withdrawn && actor.standing === "active",
    committee: hasRole(actor, "committee"),
    stamp,
  };
}

/** The loader's data of the page where the committee opens a round. */
export async function openPage(actor: MemberActor) {
  mayLead(actor);
  const underWay = await findUnderWay(actor);
  if (!underWay) throw new DomainError("thing.absent");
  return { number: underWay.number, articles: underWay.articles.length, open: underWay.state === "drafting" || underWay.state === "reviewing" };
}
