import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { formatDateTime, formatList, formatShortDate, formatWhen, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { FAILURES, NOBODY_YET, PER_CHOICE, transferPath } from "../model";
import { countMine, findMyself, type Author } from "../queries.server";
import { countFinds, findFind, findOpenTransfer, findTransfer, listFinds, listGroups, listKept, listOpen, listTransfers, openPassages, type Find, type Transfer } from "./queries.server";

/** What the pages of bringing an archive over are made from. */

const wordsOf = ({ failure, readAt, group, publishedAt, published }: Transfer): { word: string; open: boolean } => {
  if (failure) return { word: FAILURES[failure].what, open: false };
  if (publishedAt) return { word: `${plural(published, "texte publié", "textes publiés")}.`, open: false };
  if (!readAt) return { word: "Lecture en cours.", open: true };
  return { word: group === null ? "Lue\u00a0: le groupe reste à choisir." : "Lue\u00a0: les textes restent à choisir et à publier.", open: true };
};

/** Where one begins, and what one brought so far. */
export async function bringPage(actor: MemberActor) {
  const [transfers, mine, zone] = [await listTransfers(actor), await countMine(actor), await communityTimeZone()];
  return {
    mayBring: actor.standing === "active",
    transfers: transfers.map((transfer) => ({ id: transfer.id, to: transferPath(transfer.id), when: formatWhen(transfer.receivedAt, now(), zone), ...wordsOf(transfer) })),
    mine: mine.texts === 0 ? null : { texts: plural(mine.texts, "texte", "textes"), waiting: mine.waiting, leftOut: mine.leftOut },
  };
}

const pageIn = (request: Request): number => Number(/^\d{1,4}$/.exec(new URL(request.url).searchParams.get("page") ?? "")?.[0] ?? 0);

/** One transfer, wherever it stands. */
export async function transferPage(actor: MemberActor, id: number, request: Request) {
  const transfer = await findTransfer(actor, id);
  const { failure, publishedAt, published, readAt, group, part } = transfer;
  if (failure) return { id, state: "failed" as const, ...FAILURES[failure] };
  if (publishedAt) return { id, state: "published" as const, count: plural(published, "texte", "textes") };
  if (!readAt) return { id, state: "reading" as const, part };
  if (group === null) return choosingGroup(actor, id);
  return choosingTexts(actor, id, group, pageIn(request));
}

/** The page of a choice of group that was refused: it holds the same list. @throws DomainError thing.absent */
export async function groupPage(actor: MemberActor, id: number) {
  const { readAt, group, publishedAt } = await findTransfer(actor, id);
  if (!readAt || group !== null || publishedAt) throw new DomainError("thing.absent");
  return choosingGroup(actor, id);
}

async function choosingGroup(actor: MemberActor, id: number) {
  const [groups, zone] = [await listGroups(actor, id), await communityTimeZone()];
  const counted = ({ posts, comments }: { posts: number; comments: number }) => formatList([...(posts > 0 ? [plural(posts, "publication", "publications")] : []), ...(comments > 0 ? [plural(comments, "commentaire", "commentaires")] : [])]);
  const unnamed = groups.find(({ name }) => name === null);
  return {
    id,
    state: "group" as const,
    groups: groups.map(({ sample, name, first, last, ...counts }) => ({
      sample,
      name: name ?? "Groupe que l’archive ne nomme pas",
      note: `${counted(counts)}, du ${formatShortDate(first, zone)} au ${formatShortDate(last, zone)}`,
    })),
    unnamed: unnamed && groups.length > 1 ? counted(unnamed) : null,
  };
}

async function choosingTexts(actor: MemberActor, id: number, group: string, page: number) {
  const [finds, { all, kept, others }, zone] = [await listFinds(actor, id, page), await countFinds(actor, id), await communityTimeZone()];
  const pages = Math.max(1, Math.ceil(all / PER_CHOICE));
  return {
    id,
    state: "texts" as const,
    group,
    kept: `${plural(kept, "texte gardé", "textes gardés")} sur ${all}`,
    others,
    page,
    pages,
    texts: finds.map(({ id: text, kind, saidAt, body, own, kept: ticked, under }) => ({ id: text, kind, when: formatShortDate(saidAt, zone), body, own, kept: ticked, under })),
  };
}

/** As a text will look. */
const lookOf = ({ id, kind, saidAt, body, own, under }: Find, mine: boolean, me: Author, zone: string) => ({
  id, kind, body, under, instant: saidAt.toISOString(), when: formatDateTime(saidAt, zone), author: own && mine ? me : null,
});
export type Look = ReturnType<typeof lookOf>;

const A_PREVIEW = 60;

export async function previewPage(actor: MemberActor, id: number, request: Request) {
  const transfer = await findOpenTransfer(actor, id);
  const after = Number(/^\d{1,6}$/.exec(new URL(request.url).searchParams.get("apres") ?? "")?.[0] ?? 0);
  const [finds, { kept }, open, me, zone] = [await listKept(actor, id, after, A_PREVIEW + 1), await countFinds(actor, id), await listOpen(actor, id, 0), await findMyself(actor), await communityTimeZone()];
  const shown = finds.slice(0, A_PREVIEW);
  return {
    id,
    group: transfer.group,
    nobody: NOBODY_YET,
    kept,
    count: plural(kept, "texte", "textes"),
    open: open.count,
    texts: shown.map((find) => lookOf(find, transfer.own, me, zone)),
    further: finds.length > A_PREVIEW ? `${transferPath(id)}/apercu?apres=${shown.at(-1)?.place ?? 0}` : null,
  };
}

/** More of them at once would not be read. */
const A_CHECK = 20;

/** The texts in which someone could be recognised, with the words. */
export async function checkPage(actor: MemberActor, id: number) {
  const { group } = await findOpenTransfer(actor, id);
  const [{ texts, count }, zone] = [await listOpen(actor, id, A_CHECK), await communityTimeZone()];
  return {
    id,
    group,
    count,
    texts: texts.map(({ id: text, body, saidAt, passages }) => ({
      id: text,
      body,
      when: formatShortDate(saidAt, zone),
      passages: passages.map(({ mark, words, why, instead }) => ({ mark, words, why, instead })),
      refused: passages.some(({ refused }) => refused),
    })),
  };
}

export async function correctionPage(actor: MemberActor, id: number, text: number) {
  await findOpenTransfer(actor, id);
  const [find, zone] = [await findFind(actor, id, text), await communityTimeZone()];
  return { id, text, when: formatShortDate(find.saidAt, zone), body: find.body, passages: openPassages(find).map(({ mark, words, why, instead }) => ({ mark, words, why, instead })) };
}
