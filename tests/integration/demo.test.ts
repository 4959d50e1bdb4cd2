import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.server";
import { CONVERSATIONS } from "#db/demo/conversations";
import { MEETING_CONVERSATIONS } from "#db/demo/meetings";
import { PERSONAS, PEOPLE } from "#db/demo/cast";
import { FILES } from "#db/demo/files";
import { RENDERER_VERSION } from "~/kit/markdown.server";
import { fillDemo } from "~/features/demo/fill.server";
import { cloneDatabase, type TestDatabase } from "../support/postgres";

let database: TestDatabase;
let sql: postgres.Sql;
let printed = "";

beforeAll(async () => {
  database = await cloneDatabase();
  sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  openDatabase(database.appUrl);
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  await fillDemo();
  stdout.mockRestore();
});

afterAll(async () => {
  closeDatabase();
  await sql.end();
  await database.drop();
});

const count = async (query: postgres.PendingQuery<postgres.Row[]>): Promise<number> => Number((await query)[0]?.count);
const emailOf = (key: string) => PEOPLE.find((person) => person.key === key)?.email ?? "";

describe("the demo's community", () => {
  it("is filled as the role with fewer rights, and says on the console that it is thrown away", () => {
    expect(printed).toBe("Démonstration\u00a0: tout ce qui s’y écrit est effacé à l’arrêt, et les personnes sont inventées.\n");
  });

  it("has everyone of the cast in their state, in their organisations and with their roles", async () => {
    const states = await sql`select state, count(*)::int from members where guest_until is null group by state order by state`;
    expect(states.map(({ state, count }) => [state, count])).toEqual([["active", 50], ["invited", 3], ["left", 1], ["paused", 2], ["removed", 1]]);
    expect(await count(sql`select count(*) from members where guest_until > now() and state = 'active'`)).toBe(3);
    expect(await count(sql`select count(*) from organisations`)).toBe(10);
    expect(await count(sql`select count(*) from organisation_managers`)).toBe(PEOPLE.filter(({ roles }) => roles.includes("manager")).length);
    expect(await count(sql`select count(*) from member_roles where role = 'administrator'`)).toBe(2);
    expect(await count(sql`select count(*) from members m where state <> 'invited' and guest_until is null and not exists (select 1 from memberships s where s.member_id = m.id)`)).toBe(0);
  });

  it("knows how each person came: by an invitation of somebody who was there, with the privacy notice read", async () => {
    expect(await count(sql`select count(*) from members m where state <> 'invited' and not exists (select 1 from privacy_acknowledgements p where p.member_id = m.id)`)).toBe(0);
    expect(await count(sql`select count(*) from invitations i join members m on m.id = i.invited_by where m.joined_at > i.created_at or i.accepted_at < i.created_at`)).toBe(0);
    expect(await count(sql`select count(*) from invitations where accepted_at is null and expires_at > now()`)).toBe(3);
  });

  it("has papers and drawings in the messages that speak of them, whole, and pictures with consent", async () => {
    const rows = await sql`select f.name, f.kind, f.size, f.hash, f.description, m.author_id = f.uploader_id as own, encode(sha256(c.bytes), 'hex') as real, octet_length(c.bytes) as weight
      from files f join messages m on m.id = f.message_id join file_chunks c on c.file_id = f.id and c.variant = 'whole'`;
    expect(rows).toHaveLength(FILES.length);
    for (const { size, hash, own, real, weight } of rows) expect({ size, hash, own }).toEqual({ size: weight, hash: real, own: true });
    expect(await count(sql`select count(*) from files where width is not null and (consent_by is null or description = '')`)).toBe(0);
    expect(await count(sql`select count(*) from file_chunks where variant = 'thumbnail'`)).toBe(3);
  });

  it("leaves its invited personas something to accept, and its guests their one thread", async () => {
    const roxanne = await sql`select i.expires_at from invitations i join members m on m.id = i.member_id where m.email = ${emailOf("roxanne")} and i.accepted_at is null`;
    expect(roxanne).toHaveLength(1);
    expect(await count(sql`select count(*) from thread_guests g join members m on m.id = g.member_id where g.until = m.guest_until`)).toBe(3);
  });

  it("sends nothing to anybody", async () => {
    expect(await count(sql`select count(*) from outbox_mails where parked_at is null`)).toBe(0);
    expect(await count(sql`select count(*) from pgboss.job`)).toBe(0);
  });
});

describe("the demo's threads", () => {
  it("are forty and those of the meetings, with every message of their texts, rendered by today's renderer", async () => {
    expect(await count(sql`select count(*) from threads`)).toBe(40 + MEETING_CONVERSATIONS.length);
    expect(await count(sql`select count(*) from messages`)).toBe(CONVERSATIONS.flatMap(({ messages }) => messages).length + MEETING_CONVERSATIONS.length);
    expect(await count(sql`select count(*) from messages where (html = '' and concealed_at is null) or renderer_version <> ${RENDERER_VERSION}`)).toBe(0);
  });

  it("have positions and revisions without a gap, up to what the thread says", async () => {
    const broken = await sql`
      select t.id from threads t join messages m on m.thread_id = t.id group by t.id
      having count(*) <> max(m.position) or min(m.position) <> 1 or count(*) <> max(m.revision)
        or t.last_position <> max(m.position) or t.revision <> max(m.revision)`;
    expect(broken).toEqual([]);
  });

  it("say when and by whom they were begun and last written in", async () => {
    const broken = await sql`
      select t.id from threads t
      join messages first on first.thread_id = t.id and first.position = 1
      join messages last on last.thread_id = t.id and last.position = t.last_position
      where t.created_at <> first.created_at or t.author_id <> first.author_id or t.last_message_at <> last.created_at or t.last_author_id <> last.author_id`;
    expect(broken).toEqual([]);
  });

  it("go forward in time within a thread and in the numbers of all messages, and never past now", async () => {
    expect(await count(sql`select count(*) from messages a join messages b on b.thread_id = a.thread_id and b.position = a.position + 1 where b.created_at <= a.created_at`)).toBe(0);
    expect(await count(sql`select count(*) from (select created_at < lag(created_at) over (order by id) as back from messages) m where back`)).toBe(0);
    expect(await count(sql`select count(*) from messages where created_at > now()`)).toBe(0);
  });

  it("quote earlier messages of the same thread, in the reply's own text too", async () => {
    const quotes = await sql`
      select reply.body like '> **' || author.name || '**%' as told, quoted.thread_id = reply.thread_id and quoted.position < reply.position as earlier
      from messages reply join messages quoted on quoted.id = reply.quoted_message_id join members author on author.id = quoted.author_id`;
    expect(quotes.length).toBeGreaterThan(5);
    expect(quotes.filter(({ told, earlier }) => !told || !earlier)).toEqual([]);
  });
});

describe("what its people have read and begun", () => {
  it("stays within each thread, and covers what they wrote themselves", async () => {
    expect(await count(sql`select count(*) from thread_reads r join threads t on t.id = r.thread_id where r.last_position not between 1 and t.last_position or r.read_at > now()`)).toBe(0);
    const unread = await sql`
      select m.id from messages m join members a on a.id = m.author_id left join thread_reads r on r.thread_id = m.thread_id and r.member_id = m.author_id
      where a.state in ('active', 'paused') and coalesce(r.last_position, 0) < m.position`;
    expect(unread).toEqual([]);
  });

  it("leaves each persona of the community something new, and not everything", async () => {
    const members = PERSONAS.map(({ person }) => PEOPLE.find(({ key }) => key === person)).filter((person) => person?.state === "active");
    for (const person of members) {
      const unread = await count(sql`
        select count(*) from threads t left join thread_reads r on r.thread_id = t.id and r.member_id = (select id from members where email = ${person?.email ?? ""})
        where coalesce(r.last_position, 0) < t.last_position`);
      expect([person?.key, unread > 0 && unread < 15]).toEqual([person?.key, true]);
    }
  });

  it("holds two texts under way", async () => {
    const drafts = await sql`select m.email, d.thread_id is null as fresh, d.saved_at < now() as past from drafts d join members m on m.id = d.member_id order by m.email`;
    expect(drafts.map(({ email, fresh, past }) => [email, fresh, past])).toEqual([[emailOf("audrey"), true, true], [emailOf("nadege"), false, true]]);
  });

  it("is left alone by a second filling", async () => {
    const before = await sql`select (select count(*) from members) as members, (select count(*) from messages) as messages, (select count(*) from thread_reads) as reads`;
    vi.spyOn(process.stdout, "write").mockReturnValueOnce(true);
    await fillDemo();
    vi.restoreAllMocks();
    expect(await sql`select (select count(*) from members) as members, (select count(*) from messages) as messages, (select count(*) from thread_reads) as reads`).toEqual(before);
  });

  it("has told people of what concerns them, and leaves its personas something to read", async () => {
    const unread = await sql`select m.email, count(*)::int as n, count(*) filter (where kind = 'mention')::int as mentions from notifications n join members m on m.id = n.member_id where read_at is null group by m.email`;
    const of = (key: string) => unread.find(({ email }) => email === emailOf(key));
    expect(Number(of("nadege")?.n)).toBeGreaterThan(0);
    expect(unread.reduce((sum, { mentions }) => sum + Number(mentions), 0)).toBeGreaterThan(0);
    expect(await count(sql`select count(*) from notifications n join members m on m.id = n.member_id where m.state <> 'active' or n.mailed_at is null`)).toBe(0);
    expect(await count(sql`select count(*) from notifications n join thread_reads r on r.thread_id = n.thread_id and r.member_id = n.member_id join messages m on m.id = n.message_id where (n.read_at is null) = (m.position <= r.last_position)`)).toBe(0);
  });
});

describe("the demo's meetings", () => {
  it("are a past season of six, one cancelled, one to come in four poles, a draft and an idea", async () => {
    const rows = await sql<{ state: string; n: number }[]>`
      select case when opened_at is null then 'draft' when bool_and(s.cancelled_at is not null) then 'cancelled' when bool_and(s.held_at is not null) then 'held' else 'open' end as state,
        count(s.id)::int as n
      from meetings m left join sittings s on s.meeting_id = m.id group by m.id order by m.id`;
    expect(rows.filter(({ state }) => state === "held")).toHaveLength(6);
    expect(rows.filter(({ state }) => state === "cancelled")).toHaveLength(1);
    expect(rows.filter(({ state }) => state === "draft").map(({ n }) => n)).toEqual([1, 0]);
    expect(rows.filter(({ state }) => state === "open").map(({ n }) => n)).toEqual([4]);
    expect(await count(sql`select count(*) from sittings where held_at is null and cancelled_at is null and starts_at < now()`)).toBe(0);
    expect(await count(sql`select count(*) from meetings m where opened_at is not null and not exists (select 1 from threads t where t.id = m.thread_id)`)).toBe(0);
  });
});
