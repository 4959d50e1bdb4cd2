import { and, eq, sql } from "drizzle-orm";
import { preparedQuery } from "#db/client.server";
import { files } from "#db/schema/file";
import { members } from "#db/schema/member";
import { messages, threads } from "#db/schema/thread";
import type { MemberActor } from "~/kit/actor";
import type { SharedFile } from "~/features/file/model";
import { organisationOf } from "~/features/thread/list-queries.server";
import { formatCursor, type ListCursor } from "~/features/thread/model";
import { UNNAMED } from "~/features/thread/sql.server";
import { PER_PAGE, type Filter } from "./model";

const topic = sql`${sql.placeholder("topic")}::bigint`;
const organisation = sql`${sql.placeholder("organisation")}::bigint`;
const person = sql`${sql.placeholder("person")}::bigint`;

/** By the message's author, never by who sent the file: a name that was left out must not come back here. */
const listQuery = preparedQuery((database) =>
  database
    .select({
      file: { id: files.id, name: files.name, kind: files.kind, size: files.size, width: files.width, height: files.height, description: files.description },
      sharedAt: files.attachedAt,
      micros: sql<string>`(extract(epoch from files.attached_at) * 1000000)::bigint`.mapWith(String),
      messageId: messages.id,
      position: messages.position,
      threadId: threads.id,
      threadTitle: threads.title,
      author: sql<string>`coalesce(${members.name}, ${UNNAMED})`,
      organisation: organisationOf(sql`messages.author_id`),
    })
    .from(files)
    .innerJoin(messages, eq(messages.id, files.messageId))
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .leftJoin(members, eq(members.id, messages.authorId))
    .where(
      and(
        sql`threads.removed_at is null and (files.attached_at, files.id) < ('epoch'::timestamptz + ${sql.placeholder("micros")}::float8 * interval '1 microsecond', ${sql.placeholder("before")}::bigint)`,
        sql`(${topic} is null or exists (select 1 from thread_topics t where t.thread_id = threads.id and t.topic_id = ${topic}))`,
        sql`(${organisation} is null or exists (select 1 from memberships s where s.member_id = messages.author_id and s.organisation_id = ${organisation}))`,
        sql`(${person} is null or messages.author_id = ${person})`,
      ),
    )
    // As the index says, or every file would be sorted.
    .orderBy(sql`files.attached_at desc nulls last, files.id desc nulls last`)
    .limit(PER_PAGE + 1)
    .prepare("document_list"),
);

export type ListedDocument = {
  file: SharedFile;
  sharedAt: Date;
  messageId: number;
  position: number;
  threadId: number;
  threadTitle: string;
  author: string;
  organisation: { id: number; name: string } | null;
};

/** Before this nothing is left out: the year 2200, in microseconds. */
const EVERYTHING: ListCursor = { micros: "7258118400000000", id: "1" };

/** What was shared in the community's discussions, the latest first, and where the list goes on. Every member may read all of it. */
export async function listDocuments(_actor: MemberActor, filter: Filter, cursor: ListCursor | null): Promise<{ documents: ListedDocument[]; next: string | null }> {
  const { micros, id } = cursor ?? EVERYTHING;
  const rows = await listQuery().execute({ ...filter, micros, before: id });
  const documents = rows.slice(0, PER_PAGE).map((row) => ({ ...row, sharedAt: row.sharedAt ?? new Date(0) }));
  const last = rows[PER_PAGE - 1];
  return { documents, next: rows.length > PER_PAGE && last ? formatCursor({ micros: last.micros, id: String(last.file.id) }) : null };
}

export type Choice = { id: number; name: string };
export type Choices = { topics: Choice[]; organisations: Choice[]; people: Choice[] };

const named = (what: ReturnType<typeof sql>, from: ReturnType<typeof sql>) =>
  sql<Choice[]>`(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by lower(c.name)), '[]'::json) from (select distinct ${what} from shared ${from}) c)`;

const choicesQuery = preparedQuery((database) => {
  const shared = database.$with("shared").as(
    database
      .selectDistinct({ threadId: sql<number>`messages.thread_id`.as("thread_id"), authorId: sql<number | null>`messages.author_id`.as("author_id") })
      .from(files)
      .innerJoin(messages, eq(messages.id, files.messageId))
      .innerJoin(threads, eq(threads.id, messages.threadId))
      .where(sql`threads.removed_at is null`),
  );
  return database
    .with(shared)
    .select({
      topics: named(sql`t.id, t.name`, sql`join thread_topics tt on tt.thread_id = shared.thread_id join topics t on t.id = tt.topic_id`),
      organisations: named(sql`o.id, o.name`, sql`join memberships s on s.member_id = shared.author_id join organisations o on o.id = s.organisation_id`),
      people: named(sql`m.id, m.name`, sql`join members m on m.id = shared.author_id`),
    })
    .from(sql`(select 1) one`)
    .prepare("document_choices");
});

/** What the list can be narrowed to: only where something was shared. */
export async function findChoices(_actor: MemberActor): Promise<Choices> {
  const [row] = await choicesQuery().execute();
  return row ?? { topics: [], organisations: [], people: [] };
}
