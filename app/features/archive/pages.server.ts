import type { MemberActor } from "~/kit/actor";
import { formatDateTime, formatList, formatShortDate, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { listClaims } from "./claim/queries.server";
import { ARCHIVE, NOBODY_YET, textPath } from "./model";
import { countMine, findArchived, listArchived, type ArchivedText, type Before } from "./queries.server";
import { listQueue, type Queued } from "./review/queries.server";
import { digestOfName } from "./reading.server";

/** What the pages of the archive are made from. */

/** « 2021-03-01T12:00:00.000Z.17 »: the last one shown. */
function beforeIn(request: Request): Before | null {
  const [, at, id] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\.(\d{1,15})$/.exec(new URL(request.url).searchParams.get("avant") ?? "") ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id: Number(id) } : null;
}

const stateOf = ({ reviewed, leftOut }: ArchivedText): { word: string; note: string } | null => {
  if (leftOut !== null) return { word: "Laissé de côté par le comité", note: leftOut || "Seules les personnes qui l’ont écrit ou apporté le voient encore, avec le comité." };
  return reviewed ? null : { word: "Pas encore relu", note: "La recherche ne le trouve pas avant que le comité l’ait relu." };
};

/** The list, the latest first. */
export async function archivePage(actor: MemberActor, request: Request) {
  const [{ heads, next }, zone] = [await listArchived(actor, beforeIn(request)), await communityTimeZone()];
  return {
    mayBring: actor.standing === "active",
    first: beforeIn(request) === null,
    heads: heads.map((head) => ({
      id: head.id,
      to: textPath(head.id),
      kind: head.kind,
      excerpt: head.body,
      who: head.author?.name ?? NOBODY_YET,
      organisation: head.author?.organisation ?? null,
      when: formatShortDate(head.saidAt, zone),
      comments: head.comments > 0 ? plural(head.comments, "commentaire", "commentaires") : null,
      state: stateOf(head)?.word ?? null,
    })),
    older: next && `${ARCHIVE}?avant=${next.at}.${next.id}`,
  };
}

/** One post with its comments. */
export async function archivedPage(actor: MemberActor, id: number) {
  const [texts, zone] = [await findArchived(actor, id), await communityTimeZone()];
  const may = actor.standing === "active";
  return {
    id,
    group: texts[0]?.group ?? "",
    heading: texts[0]?.kind === "post" ? "Publication" : "Commentaire",
    day: texts[0] ? formatShortDate(texts[0].saidAt, zone) : "",
    texts: texts.map((text) => ({
      id: text.id,
      kind: text.kind,
      body: text.body,
      instant: text.saidAt.toISOString(),
      when: formatDateTime(text.saidAt, zone),
      author: text.author,
      state: stateOf(text),
      mayClaim: may && text.author === null && text.claim === null,
      claim: text.author === null ? text.claim : null,
      mayReport: may,
    })),
  };
}
export type Shown = Awaited<ReturnType<typeof archivedPage>>["texts"][number];

export async function takeBackPage(actor: MemberActor) {
  const { texts } = await countMine(actor);
  return { texts: texts > 0 ? plural(texts, "texte", "textes") : null };
}

const queued = ({ id, kind, saidAt, body, group, author, by }: Queued, zone: string) => ({
  id, kind, body, group, to: textPath(id), when: formatShortDate(saidAt, zone), who: author?.name ?? NOBODY_YET, by: by.length > 0 ? formatList(by) : null,
});

/** The committee's queue. */
export async function reviewPage(actor: MemberActor) {
  const [waiting, claims, zone] = [await listQueue(actor), await listClaims(actor), await communityTimeZone()];
  return {
    waiting: waiting.map((text) => queued(text, zone)),
    claims: claims.map(({ id, textId, name, body, saidAt, texts, authorHash }) => ({
      id,
      to: textPath(textId),
      name,
      body,
      when: formatShortDate(saidAt, zone),
      others: texts > 1 ? plural(texts - 1, "autre texte", "autres textes") : null,
      // What the archive called the author is not kept; that it was this name can be told all the same.
      same: authorHash !== null && authorHash === digestOfName(name),
    })),
  };
}
