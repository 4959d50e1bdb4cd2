import { hasRole, type MemberActor } from "~/kit/actor";
import { formatDate } from "~/kit/format";
import { escapeText, leaveMarkup } from "~/kit/markup.server";
import { DomainError } from "~/kit/errors";
import { communityTimeZone } from "~/features/community/queries.server";
import { articleAnchor, CONSENT, DRAFTING, isOpenText, isUnderWay, STATE_NAMES } from "./model";
import { headMark } from "./mutations.server";
import { mayLead } from "./policy";
import { findCharter, findStamp, findUnderWay, findVersion, listVersions, type FoundVersion } from "./queries.server";

/** What the pages that read the charter are made from. */

/** The whole text as one piece of markup: it is long, and travels once. */
const textOf = ({ articles }: FoundVersion): string =>
  articles
    .map(({ position, title, html }) => {
      const id = articleAnchor(position);
      return `<section class="article" aria-labelledby="${id}"><h2 id="${id}"><span class="article-number">${position}.</span> ${escapeText(title)}</h2><div class="prose prose-reading">${html}</div></section>`;
    })
    .join("");

/** A version as it is read, here and where it is signed. */
export function shown(version: FoundVersion, zone: string) {
  const { id, number, state, title, shortHtml, sha256, articles, publishedAt } = version;
  return {
    id,
    number,
    state,
    stateName: STATE_NAMES[state],
    underWay: isUnderWay(state),
    title,
    hasShort: shortHtml !== "",
    sha256,
    published: publishedAt === null ? null : formatDate(new Date(publishedAt), zone),
    contents: articles.map((article) => ({ position: article.position, title: article.title })),
    text: leaveMarkup("charte", textOf(version)),
  };
}

export type ReadVersion = ReturnType<typeof shown>;

/** The loader's data of the charter: the version in force, or the one under way, or nothing yet. */
export async function charterPage(actor: MemberActor) {
  const [zone, version, underWay, versions, stamp] = await Promise.all([communityTimeZone(), findCharter(actor), findUnderWay(actor), listVersions(actor), findStamp(actor)]);
  return {
    version: version && shown(version, zone),
    revision: underWay && underWay.number !== version?.number ? { number: underWay.number, stateName: STATE_NAMES[underWay.state], to: isOpenText(underWay.state) ? DRAFTING : CONSENT } : null,
    others: versions.filter(({ number }) => number !== version?.number).map(({ number, state }) => ({ number, stateName: STATE_NAMES[state] })),
    committee: hasRole(actor, "committee"),
    stamp,
  };
}

/** One version, whatever its state. */
export async function versionPage(actor: MemberActor, number: number) {
  const [zone, version] = await Promise.all([communityTimeZone(), findVersion(actor, number)]);
  return { version: shown(version, zone), reasons: version.reasons };
}

/** The page that fits on one sheet. */
export async function shortPage(actor: MemberActor) {
  const version = await findCharter(actor);
  if (!version || version.shortHtml === "") throw new DomainError("thing.absent");
  return { title: version.title, number: version.number, stateName: STATE_NAMES[version.state], html: leaveMarkup("abrege", version.shortHtml) };
}

/** What the committee has before it: where the version under way stands, and what may come next. */
export async function leadPage(actor: MemberActor) {
  mayLead(actor);
  const [underWay, current] = await Promise.all([findUnderWay(actor), findCharter(actor)]);
  const head = underWay ?? current;
  return {
    underWay: underWay && { number: underWay.number, state: underWay.state, reviewed: underWay.reviewed },
    hasCurrent: current !== null,
    head: { title: head?.title ?? "Charte de collaboration", short: head?.shortBody ?? "", mark: headMark(head?.title ?? "", head?.shortBody ?? "") },
  };
}

/** Whether an open page is behind. */
export const newsOf = async (actor: MemberActor): Promise<{ stamp: number }> => ({ stamp: await findStamp(actor) });
