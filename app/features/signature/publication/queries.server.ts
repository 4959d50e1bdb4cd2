import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { grouped } from "~/features/charter/said.server";
import { redline } from "~/features/message/redline.server";
import type { Piece } from "~/features/message/model";
import { mayPublish } from "../policy";
import type { Reader } from "../sql.server";
import { changesBetween, type ArticleChange, type VersionArticle } from "./model";

/** The articles of a version whose text no longer moves. */
export async function articlesOf(reader: Reader, version: number): Promise<VersionArticle[]> {
  return [...(await reader.execute<VersionArticle>(sql`
    select p.article_id::int as "articleId", p.position, p.title, p.body, p.matter from version_articles p join charter_versions v on v.id = p.version_id
    where v.number = ${version} order by p.position`))];
}

/** What differs from one version to another, whatever lies between them. */
export async function changesFrom(reader: Reader, before: number | null, after: number): Promise<ArticleChange[]> {
  const [earlier, later] = await Promise.all([before === null ? [] : articlesOf(reader, before), articlesOf(reader, after)]);
  return changesBetween(earlier, later);
}

/** A change as it is shown: words put in and taken out, or the whole of an article. */
export type ShownChange = { articleId: number; is: ArticleChange["is"]; matter: ArticleChange["matter"]; title: string; place: number | null; titlePieces: Piece[]; pieces: Piece[] };

export const shownChange = ({ articleId, is, matter, before, after }: ArticleChange): ShownChange => {
  const [was, now] = [before?.body ?? "", after?.body ?? ""];
  return {
    articleId, is, matter,
    title: (after ?? before)?.title ?? "",
    place: after?.position ?? null,
    titlePieces: before && after && before.title !== after.title ? grouped(redline(before.title, after.title)) : [],
    pieces: is === "added" ? [{ is: "added", text: now }] : is === "removed" ? [{ is: "removed", text: was }] : grouped(redline(was, now)),
  };
};

/** What has changed since the version that somebody signed, to the one that is in force. */
export const changesSince = async (_actor: MemberActor, signed: number, current: number): Promise<ShownChange[]> => (await changesFrom(db, signed, current)).map(shownChange);

export type WaitingRequest = { id: number; reasons: string; askedBy: number; name: string; at: string };

/** The version that was adopted and waits to be put in force, the one it would replace, and what a second person was asked. */
export async function findAdopted(actor: MemberActor): Promise<{ number: number; title: string; current: number | null; request: WaitingRequest | null } | null> {
  mayPublish(actor);
  const [row] = await db.execute<{ number: number; title: string; current: number | null; request: WaitingRequest | null }>(sql`
    select v.number, v.title, (select c.number from charter_versions c where c.state = 'in-force') as current,
      (select json_build_object('id', r.id, 'reasons', r.reasons, 'askedBy', r.asked_by, 'name', m.name, 'at', r.asked_at)
        from publication_requests r join members m on m.id = r.asked_by where r.version = v.number and r.decided_at is null) as request
    from charter_versions v where v.state = 'adopted'`);
  return row ?? null;
}

/** Every version that is or was in force, the latest first, with how each was published. */
export async function listPublished(_actor: MemberActor): Promise<{ number: number; kind: "form" | "substance"; reasons: string; at: string; by: string; confirmedBy: string | null }[]> {
  return [...(await db.execute<{ number: number; kind: "form" | "substance"; reasons: string; at: string; by: string; confirmedBy: string | null }>(sql`
    select l.version as number, l.body::jsonb ->> 'nature' as kind, l.body::jsonb ->> 'reasons' as reasons, l.at, l.body::jsonb #>> '{by,name}' as by, l.body::jsonb #>> '{confirmed_by,name}' as "confirmedBy"
    from charter_log l where l.event = 'published' order by l.number desc limit 50`))];
}
