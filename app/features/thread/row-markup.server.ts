import { formatShortDate, formatTime } from "~/kit/format";
import { escapeText } from "~/kit/markup.server";
import { initialsOf, tintOf } from "~/ui/person";
import { messageAnchor, threadPath, windowPath } from "./model";
import { filesMarkup } from "./row-files.server";
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
 * was sanitised when it was written.
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
    `<a class="message-time" href="${windowPath(threadId, message.position)}#${anchor}"><time class="time" datetime="${at.toISOString()}">${writtenAt(at, zone)}</time></a></header>` +
    `<div class="prose">${message.html}</div>${filesMarkup(message.files)}` +
    `<footer class="message-foot"><a href="${threadPath(threadId)}?citer=${message.id}#repondre" data-quote="${message.id}">Citer<span class="visually-hidden"> le message de ${name}</span></a></footer>` +
    `</article></li>`
  );
}

/** Says from where on the messages are new to the person who opens the page. */
export const newDivider = (): string => `<li class="yarn-new" id="nouveau"><span>Nouveau depuis votre dernière visite</span></li>`;
