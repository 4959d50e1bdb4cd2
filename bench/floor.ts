/**
 * What the same pages cost without a framework: node:http, postgres.js and
 * template strings, on the same tables and rows. Started by bench/run.ts.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 10 });
const compress = promisify(gzip);

const escape = (text: unknown) => String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
const page = (title: string, body: string) =>
  `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>${escape(title)}</title><link rel="stylesheet" href="/app.css"></head><body><header><a href="/discussions">Discussions</a></header><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

const sessionId = (cookie = "") => createHash("sha256").update(/__Host-session=([\w-]+)/.exec(cookie)?.[1] ?? "").digest("hex");
const findMember = async (cookie: string | undefined) =>
  (await sql`select m.id, m.name from sessions s join members m on m.id = s.member_id where s.id = ${sessionId(cookie)} and s.expires_at > now()`)[0];
const findThread = async (id: number) =>
  (await sql`select t.id, t.title, t.created_at, t.last_position, m.name as author from threads t join members m on m.id = t.author_id where t.id = ${id}`)[0];
const listMessages = (id: number) =>
  sql`select x.id, x.html, x.created_at, m.id as author_id, m.name, m.title from messages x join members m on m.id = x.author_id where x.thread_id = ${id} and x.position > 0 order by x.position limit 30`;
const listThreads = () =>
  sql`select t.id, t.title, t.last_message_at, t.last_position, m.name as author from threads t join members m on m.id = t.author_id order by t.last_message_at desc, t.id desc limit 30`;
const addReply = (memberId: number, threadId: number, text: string) =>
  sql`with t as (update threads set last_message_at = now(), last_position = last_position + 1, revision = revision + 1 where id = ${threadId} returning last_position, revision)
      insert into messages (thread_id, position, revision, author_id, body, html, renderer_version)
      select ${threadId}, last_position, revision, ${memberId}, ${text}, ${`<p>${escape(text)}</p>`}, 0 from t returning id`;

const messageRow = (m: postgres.Row) =>
  `<article id="m${m.id as number}"><header><a href="/p/${m.author_id as number}">${escape(m.name)}</a> ${escape(m.title)} <time datetime="${(m.created_at as Date).toISOString()}">${(m.created_at as Date).toISOString().slice(0, 16)}</time></header><div>${m.html as string}</div></article>`;
const threadRow = (t: postgres.Row) =>
  `<li><a href="/discussions/${t.id as number}">${escape(t.title)}</a> ${escape(t.author)} ${t.last_position as number} <time>${(t.last_message_at as Date).toISOString()}</time></li>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = Number((request.url ?? "").split("/")[2]);
  const member = await findMember(request.headers.cookie);
  if (!member) return void response.writeHead(401).end();
  if (request.method === "POST") {
    const text = new URLSearchParams(await bodyOf(request)).get("texte") ?? "";
    const [made] = await addReply(member.id as number, id, text);
    return void response.writeHead(303, { Location: `/discussions/${id}#message-${made?.id as number}` }).end();
  }
  let html: string;
  if (Number.isNaN(id)) html = page("Discussions", (await listThreads()).map(threadRow).join(""));
  else {
    const [thread, messages] = await Promise.all([findThread(id), listMessages(id)]);
    html = page(String(thread?.title), messages.map(messageRow).join(""));
  }
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Encoding", "gzip");
  response.end(await compress(html, { level: 1 }));
}

// A load generator that stops leaves requests half-way; that is not the floor's fault.
createServer((request, response) => void answer(request, response).catch(() => response.destroy())).listen(Number(process.env.PORT), "127.0.0.1");
