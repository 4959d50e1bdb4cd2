import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDateTime, formatShortDate } from "~/kit/format";
import { shown, type ReadVersion } from "~/features/charter/pages.server";
import { findCharter } from "~/features/charter/queries.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { codeOf } from "./log/entries";
import { isSharedMailbox, organisationSentenceFor, sentenceFor, type Asked, type Standing } from "./model";
import { maySignFor } from "./policy";
import { changesSince } from "./publication/queries.server";
import { countSigned, findAskedNow, findOwnSigning, findReceipt, findTask, type OwnSigning } from "./queries.server";

/** What the pages of signing are made from. */

export type ShownHolding = { version: number; on: string; code: string } | null;
const shownHolding = (held: OwnSigning["held"], zone: string): ShownHolding => held && { version: held.version, on: formatShortDate(held.at, zone), code: codeOf(held.hash) };

/** The text in force as it is read, and what is asked; null before a version is in force. */
async function inForce(actor: MemberActor, zone: string): Promise<{ text: ReadVersion & { sha256: string }; asked: Asked } | null> {
  const [asked, version] = await Promise.all([findAskedNow(actor), findCharter(actor)]);
  if (!asked || version?.sha256 !== asked.sha256) return null;
  return { text: { ...shown(version, zone), sha256: asked.sha256 }, asked };
}

/** What a signature that stands is renewed by: the sentence that it would have now. */
export type Renewal = { version: number; sha256: string; name: string; title: string; organisation: number | null; sentence: string };

/** The way to renew with one button; null when something changed, or when who signs has to be said anew. */
async function ownRenewal(actor: MemberActor, own: OwnSigning, { version, sha256 }: Shown): Promise<Renewal | null> {
  if (own.standing !== "to-renew" || !own.held) return null;
  const { body } = await findReceipt(actor, codeOf(own.held.hash));
  if (body.event !== "signed") return null;
  const { name, title } = body.person;
  const organisation = own.organisations.find(({ id }) => id === body.organisation?.id) ?? null;
  if (!organisation && own.organisations.length > 0) return null;
  return { version, sha256, name, title, organisation: organisation?.id ?? null, sentence: sentenceFor({ name, title, organisation: organisation?.name ?? null }, version) };
}

type Shown = { version: number; sha256: string };

export type ShownOrganisation = { id: number; name: string; manages: boolean; standing: Standing; held: ShownHolding };

/** The loader's data of the page where one signs. */
export async function signingPage(actor: MemberActor) {
  const zone = await communityTimeZone();
  const current = await inForce(actor, zone);
  if (!current) return { text: null };
  const { text, asked } = current;
  const [own, count, task] = await Promise.all([findOwnSigning(actor, asked), countSigned(actor), findTask(actor)]);
  const changes = own.held && own.held.version < asked.version ? await changesSince(actor, own.held.version, asked.version) : [];
  return {
    text,
    changes,
    renewal: changes.length === 0 ? await ownRenewal(actor, own, { version: asked.version, sha256: text.sha256 }) : null,
    standing: own.standing,
    /** Until when it can be signed at leisure; null once it is, or was to be. */
    until: own.standing !== "signed" && task?.until && new Date(task.until) > now() ? formatShortDate(new Date(task.until), zone) : null,
    held: shownHolding(own.held, zone),
    signer: { name: actor.name, title: actor.title },
    organisations: own.organisations.map((one): ShownOrganisation => ({ ...one, held: shownHolding(one.held, zone) })),
    sharedMailbox: isSharedMailbox(actor.email),
    paused: actor.standing === "paused",
    count,
  };
}

/** The same for an organisation, for who manages it. */
export async function organisationSigningPage(actor: MemberActor, id: number) {
  const { subject } = maySignFor(actor, id);
  const zone = await communityTimeZone();
  const current = await inForce(actor, zone);
  if (!current) throw new DomainError("thing.absent");
  const own = await findOwnSigning(actor, current.asked);
  const one = own.organisations.find((organisation) => organisation.id === subject);
  if (!one) throw new DomainError("thing.absent");
  const { text, asked } = current;
  const { name, title } = actor;
  const changes = one.held && one.held.version < asked.version ? await changesSince(actor, one.held.version, asked.version) : [];
  const renews = one.standing === "to-renew" && changes.length === 0;
  return {
    text,
    changes,
    renewal: renews ? ({ version: asked.version, sha256: text.sha256, name, title, organisation: null, sentence: organisationSentenceFor({ name, title, organisation: one.name }, asked.version) } satisfies Renewal) : null,
    organisation: { ...one, held: shownHolding(one.held, zone) } satisfies ShownOrganisation,
    signer: { name, title },
    paused: actor.standing === "paused",
  };
}

/** What one takes back, and when it was given. */
export async function withdrawalPage(actor: MemberActor) {
  const [zone, asked] = await Promise.all([communityTimeZone(), findAskedNow(actor)]);
  const own = asked && (await findOwnSigning(actor, asked));
  return { held: own?.held ? { version: own.held.version, on: formatDateTime(own.held.at, zone), code: codeOf(own.held.hash) } : null };
}
