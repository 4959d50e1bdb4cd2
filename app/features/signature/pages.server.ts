import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { formatDateTime, formatShortDate } from "~/kit/format";
import { shown, type ReadVersion } from "~/features/charter/pages.server";
import { findCharter } from "~/features/charter/queries.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { codeOf } from "./log/entries";
import { isSharedMailbox, type Asked, type Standing } from "./model";
import { maySignFor } from "./policy";
import { changesSince } from "./publication/queries.server";
import { countSigned, findAskedNow, findOwnSigning, type OwnSigning } from "./queries.server";

/** What the pages of signing are made from. */

export type ShownHolding = { version: number; on: string; code: string } | null;
const shownHolding = (held: OwnSigning["held"], zone: string): ShownHolding => held && { version: held.version, on: formatShortDate(held.at, zone), code: codeOf(held.hash) };

/** The text in force as it is read, and what is asked; null before a version is in force. */
async function inForce(actor: MemberActor, zone: string): Promise<{ text: ReadVersion & { sha256: string }; asked: Asked } | null> {
  const [asked, version] = await Promise.all([findAskedNow(actor), findCharter(actor)]);
  if (!asked || version?.sha256 !== asked.sha256) return null;
  return { text: { ...shown(version, zone), sha256: asked.sha256 }, asked };
}

export type ShownOrganisation = { id: number; name: string; manages: boolean; standing: Standing; held: ShownHolding };

/** The loader's data of the page where one signs. */
export async function signingPage(actor: MemberActor) {
  const zone = await communityTimeZone();
  const current = await inForce(actor, zone);
  if (!current) return { text: null };
  const { text, asked } = current;
  const [own, count] = await Promise.all([findOwnSigning(actor, asked), countSigned(actor)]);
  return {
    text,
    changes: own.held && own.held.version < asked.version ? await changesSince(actor, own.held.version, asked.version) : [],
    standing: own.standing,
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
  return {
    text: current.text,
    organisation: { ...one, held: shownHolding(one.held, zone) } satisfies ShownOrganisation,
    signer: { name: actor.name, title: actor.title },
    paused: actor.standing === "paused",
  };
}

/** What one takes back, and when it was given. */
export async function withdrawalPage(actor: MemberActor) {
  const [zone, asked] = await Promise.all([communityTimeZone(), findAskedNow(actor)]);
  const own = asked && (await findOwnSigning(actor, asked));
  return { held: own?.held ? { version: own.held.version, on: formatDateTime(own.held.at, zone), code: codeOf(own.held.hash) } : null };
}
