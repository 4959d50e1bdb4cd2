import { formatShortDate, formatTime } from "~/kit/format";
import { escapeText } from "~/kit/markup.server";
import { initialsOf, tintOf } from "~/ui/person";
import { messageActsPath, messageAnchor, REACTION_WORDS, REACTIONS, threadPath, windowPath } from "./model";
import { filesMarkup } from "./row-files.server";
import { pollMarkup } from "./row-poll.server";
import type { MessageFacts } from "./sql.server";

/** « 23 novembre 2026 à 10 h 42 »: a date that stays true however long the row is kept. */
export const writtenAt = (at: Date, zone: string): string => `${formatShortDate(at, zone)} à ${formatTime(at, zone)}`;

const roleOf = ({ title, organisation, guest }: MessageFacts): string =>
  [title, organisation ?? (guest ? "personne invitée" : "")].filter(Boolean).join(", ");

/** The sewn label beside a name, tinted by organisation. */
export const labelMarkup = (name: string, organisationId: number | string | null): string =>
  `<span class="person-label tint-${tintOf(String(organisationId ?? ""))}" aria-hidden="true">${escapeText(initialsOf(name))}</span>`;

/**
 * The one maker of a message's row, for pages and for catching up; the shape is
 * the contract of ui/message-layout.tsx. It depends on the message, its author and
 * the community's time zone, and on nobody who reads it. The message's own HTML
 * was sanitised when it was written. A row is one stop for Tab: what its last
 * link opens also quotes it and leads to it.
 */
export function messageRow(threadId: number, message: MessageFacts, zone: string): string {
  const anchor = messageAnchor(message.id);
  const at = new Date(message.created_at);
  const name = escapeText(message.name);
  return (
    `<li class="yarn-item message" id="${anchor}" data-position="${message.position}" data-author="${message.author_id ?? ""}">` +
    `<svg class="knot" aria-hidden="true"><use href="#knot-loop"/></svg>` +
    `<article class="message-body" aria-label="Message de ${name}">` +
    `<header class="message-head"><span class="person">${labelMarkup(message.name, message.organisation_id)}` +
    `<span class="person-text"><span class="person-name">${name}</span><span class="person-role">${escapeText(roleOf(message))}</span></span></span>` +
    `<a class="message-time" tabindex="-1" href="${windowPath(threadId, message.position)}#${anchor}"><time class="time" datetime="${at.toISOString()}">${writtenAt(at, zone)}</time></a></header>` +
    (message.deleted_at !== null ? traceOf(message, new Date(message.deleted_at), zone) : message.concealed_at !== null ? concealedOf(threadId, message) : wordsOf(threadId, message, zone, name)) +
    `</article></li>`
  );
}

function wordsOf(threadId: number, message: MessageFacts, zone: string, name: string): string {
  const { id, html, files, poll, edited_at: edited, reactions } = message;
  const ofWhom = `<span class="visually-hidden"> le message de ${name}</span>`;
  const counts = REACTIONS.flatMap((kind) => (reactions?.[kind] ? [`<li>${REACTION_WORDS[kind]}\u00a0<b>${reactions[kind]}</b></li>`] : []));
  return (
    `<div class="prose">${html}</div>${filesMarkup(files)}${pollMarkup(threadId, id, poll, ` (sondage de ${name})`)}` +
    (counts.length > 0 ? `<ul class="message-reactions" role="list" aria-label="Réactions">${counts.join("")}</ul>` : "") +
    `<footer class="message-foot"><a href="${threadPath(threadId)}?citer=${id}#repondre" data-quote="${id}" tabindex="-1">Citer${ofWhom}</a>` +
    `<a href="${messageActsPath(threadId, id)}" data-acts="${id}">Réagir, citer, modifier…<span class="visually-hidden"> (message de ${name})</span></a>` +
    (edited ? `<span>modifié le ${writtenAt(new Date(edited), zone)}</span>` : "") +
    `</footer>`
  );
}

/** A message that was deleted keeps its place, and says so. */
const traceOf = ({ deleted_by_other: byOther }: MessageFacts, at: Date, zone: string): string =>
  `<p class="message-gone">Message supprimé le ${writtenAt(at, zone)}${byOther ? " par le comité" : ""}.</p>`;

/** A message that was taken out of sight keeps its place; who wrote it and the committee read it on its page. */
const concealedOf = (threadId: number, { id }: MessageFacts): string =>
  `<p class="message-gone">Message masqué par précaution, le temps que le comité le regarde. <a href="${messageActsPath(threadId, id)}">Savoir pourquoi</a></p>`;

/** Says from where on the messages are new to the person who opens the page. */
export const newDivider = (): string => `<li class="yarn-new" id="nouveau"><span>Nouveau depuis votre dernière visite</span></li>`;
