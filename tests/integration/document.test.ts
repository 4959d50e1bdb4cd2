import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { documentsPage } from "~/features/document/pages.server";
import * as documentsRoute from "~/routes/documents";
import { openThreadWorld, type Answer, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant", { organisation: "CPE Le Ruisseau" });
});
afterAll(() => world.close());

type Data = Awaited<ReturnType<typeof documentsPage>>;
const open = (search = "", person = ines): Promise<Answer> => person.get(documentsRoute.loader, `/documents${search}`);
const namesIn = ({ markup }: Answer): string[] => [...(markup.get("documents") ?? "").matchAll(/class="file-name">([^<]+)</g)].map(([, name]) => name ?? "");

/** A message with a document, as the owner puts it there. */
async function share(person: Person, name: string, ago = 0): Promise<{ threadId: number; messageId: number }> {
  const threadId = await world.begin(person, `Avec ${name}`);
  const [message] = await world.sql`select id from messages where thread_id = ${threadId}`;
  await world.sql`insert into files (uploader_id, received_hash, kind, name, size, hash, message_id, place, attached_at)
    values (${person.id}, repeat('a', 64), 'pdf', ${name}, 1000, repeat('b', 64), ${message?.id}, 0, now() - make_interval(mins => ${ago}))`;
  return { threadId, messageId: Number(message?.id) };
}

describe("the list of documents", () => {
  it("says what it is for while nothing is shared", async () => {
    expect((await open()).data).toMatchObject({ none: true, narrowed: false, older: null });
  });

  it("leads back to the message, in three statements", async () => {
    const { threadId, messageId } = await share(ines, "premier.pdf", 100);
    await open();
    const answer = await open();
    expect(answer.markup.get("documents")).toContain(`href="/discussions/${threadId}?depuis=1#message-${messageId}"`);
    expect(answer.statements).toBe(3);
  });

  it("is narrowed to a subject, an organisation and a person, among those who shared something", async () => {
    const { threadId } = await share(karine, "ruisseau.pdf", 50);
    const [topic] = await world.sql`insert into topics (name) values ('Motricité') returning id`;
    await world.sql`insert into thread_topics (thread_id, topic_id) values (${threadId}, ${topic?.id})`;
    const [organisation] = await world.sql`select id from organisations where name = 'CPE Le Ruisseau'`;
    for (const search of [`?sujet=${topic?.id}`, `?organisation=${organisation?.id}`, `?personne=${karine.id}`]) expect(namesIn(await open(search))).toEqual(["ruisseau.pdf"]);
    expect(namesIn(await open(`?sujet=${topic?.id}&personne=${ines.id}`))).toEqual([]);
    expect(namesIn(await open("?sujet=abc&organisation=-1&avant=x"))).toHaveLength(2);
    const { choices } = (await open()).data as Data;
    expect(choices.topics.map(({ name }) => name)).toEqual(["Motricité"]);
    expect(choices.organisations.map(({ name }) => name)).toEqual(["CPE Le Ruisseau", "Maison Le Pommier"]);
    expect(choices.people.map(({ name }) => name)).toEqual(["Inès Benkhelil", "Karine Tousignant"]);
  });

  it("names nobody who left their name out, neither in a row nor in a choice", async () => {
    const secret = await world.join("Personne Discrète", { organisation: "Organisation Discrète" });
    const { threadId } = await share(secret, "sans-nom.pdf", 40);
    await world.sql`update messages set author_id = null where thread_id = ${threadId}`;
    await world.sql`update threads set author_id = null, last_author_id = null where id = ${threadId}`;
    const answer = await open();
    expect(answer.markup.get("documents")).toContain("Une personne membre");
    expect(`${answer.markup.get("documents")} ${JSON.stringify(answer.data)}`).not.toMatch(/Discrète/);
    expect(namesIn(await open(`?personne=${secret.id}`))).toEqual([]);
  });

  it("leaves out what was removed with its thread or deleted with its message", async () => {
    const removed = await share(karine, "retiré.pdf");
    const deleted = await share(karine, "supprimé.pdf");
    await world.sql`update threads set removed_at = now(), removed_by = ${ines.id} where id = ${removed.threadId}`;
    await world.sql`update messages set body = '', html = '', deleted_at = now(), deleted_by = ${karine.id} where id = ${deleted.messageId}`;
    expect(namesIn(await open())).toEqual(["sans-nom.pdf", "ruisseau.pdf", "premier.pdf"]);
  });

  it("goes on page after page, each file once, also when they were shared in the same instant", async () => {
    const threadId = await world.begin(ines, "Beaucoup");
    const [message] = await world.sql`select id from messages where thread_id = ${threadId}`;
    await world.sql`insert into files (uploader_id, received_hash, kind, name, size, hash, message_id, place, attached_at)
      select ${ines.id}, repeat('a', 64), 'pdf', 'f' || n || '.pdf', 1000, repeat('b', 64), ${message?.id}, n, '2026-01-01T00:00:00Z' from generate_series(1, 70) n`;
    const seen: string[] = [];
    for (let path: string | null = "/documents"; path; ) {
      const answer: Answer = await open(path.slice("/documents".length));
      seen.push(...namesIn(answer));
      path = (answer.data as Data).older;
    }
    expect(seen).toHaveLength(73);
    expect(new Set(seen).size).toBe(73);
  });
});
