import { formatList, plural } from "~/kit/format";
import { escapeText } from "~/kit/markup.server";
import { messageActsPath } from "./model";
import type { PollFacts } from "./poll-sql.server";

/** A bar that says nothing which the words beside it do not say. */
const barOf = (votes: number, people: number): string =>
  `<svg class="poll-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="poll-all" width="100" height="6"/><rect class="poll-part" width="${people === 0 ? 0 : Math.round((100 * votes) / people)}" height="6"/></svg>`;

function namesOf(votes: number, names: readonly string[]): string {
  const others = votes - names.length;
  return escapeText(formatList(others > 0 ? [...names, plural(others, "autre personne", "autres personnes")] : names));
}

/** How a poll stands, the same for everyone who reads: choices, bars, numbers and names. */
export function pollMarkup(threadId: number, messageId: number, poll: PollFacts | null, ofWhom: string): string {
  if (!poll) return "";
  const { choices, people, single, closed_at: closed } = poll;
  const lines = choices.map(
    ({ label, votes, names }) =>
      `<li><span class="poll-choice">${escapeText(label)}</span> <span class="poll-count">${plural(votes, "voix", "voix")}</span>${barOf(votes, people)}` +
      (names.length > 0 ? `<span class="poll-names">${namesOf(votes, names)}</span>` : "") +
      `</li>`,
  );
  const facts = [people === 0 ? "Personne n’a encore voté" : `${plural(people, "personne a voté", "personnes ont voté")}`, single ? "un seul choix" : "plusieurs choix possibles", ...(closed ? ["sondage fermé"] : [])];
  return (
    `<section class="poll" aria-label="Sondage"><ul class="poll-choices" role="list">${lines.join("")}</ul>` +
    `<p class="poll-foot">${facts.join(" · ")}` +
    (closed ? "" : ` · <a href="${messageActsPath(threadId, messageId)}#sondage" data-acts="${messageId}">Voter<span class="visually-hidden">${ofWhom}</span></a>`) +
    `</p></section>`
  );
}
