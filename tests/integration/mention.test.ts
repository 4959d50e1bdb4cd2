import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Suggestion } from "~/features/mention/model";
import { settleMentions } from "~/features/mention/mutations.server";
import { inTransaction } from "~/kit/transaction.server";
import * as mentionsRoute from "~/routes/mentions";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as previewRoute from "~/routes/apercu.rendu";
import * as threadRoute from "~/routes/discussions.$id._index";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let eloise: Person;
let left: Person;
let thread: number;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil", { organisation: "CPE Les Cœurs-Volants" });
  karine = await world.join("Karine Tousignant", { title: "Éducatrice" });
  eloise = await world.join("Éloïse Saint-Fleur");
  left = await world.join("Odette Partie", { state: "left" });
  await world.join("Marie Roy");
  await world.join("Marie Roy");
  thread = await world.begin(ines, "Question");
});
afterAll(() => world.close());

const write = async (texte: string, person = ines, id = thread) => {
  const answer = await person.post(threadRoute.action, `/discussions/${id}`, { cle: await person.key(), texte }, { id: String(id) });
  expect(answer.status).toBe(303);
  const messageId = Number(/message-(\d+)$/.exec(answer.location ?? "")?.[1]);
  const [message] = await world.sql`select body, html from messages where id = ${messageId}`;
  const called = await world.sql`select member_id, organisation_id from mentions where message_id = ${messageId} order by member_id nulls last`;
  return { messageId, body: String(message?.body), html: String(message?.html), people: called.flatMap(({ member_id }) => (member_id ? [Number(member_id)] : [])), organisations: called.filter(({ organisation_id }) => organisation_id).length, statements: answer.statements };
};
const suggest = async (texte: string, person: Person = ines, id: number | null = thread) => {
  const answer = await person.get(mentionsRoute.loader, `/mentions?${new URLSearchParams({ texte, discussion: String(id ?? "") })}`);
  return { names: (JSON.parse(answer.body) as { suggestions: Suggestion[] }).suggestions.map(({ name }) => name), statements: answer.statements };
};

describe("a mention chosen from the list", () => {
  it("is kept with the message, shown as a name, and makes one row", async () => {
    const { body, html, people } = await write(`Merci @[Karine Tousignant](personne:${karine.id})!`);
    expect(body).toBe(`Merci @[Karine Tousignant](personne:${karine.id})!`);
    expect(html).toBe('<p>Merci <span class="mention">@Karine Tousignant</span>!</p>');
    expect(people).toEqual([karine.id]);
  });

  it("takes the name of whoever its number says, whatever stands in its brackets", async () => {
    const { html } = await write(`@[La directrice](personne:${karine.id}) a dit oui.`);
    expect(html).toContain("@Karine Tousignant");
    expect(html).not.toContain("directrice");
  });

  it("makes one row however often it stands in the text, and none for what is quoted", async () => {
    expect((await write(`@[K](personne:${karine.id}) et encore @[K](personne:${karine.id})`)).people).toEqual([karine.id]);
    expect((await write("> @Karine Tousignant a écrit\n\nD’accord.")).people).toEqual([]);
  });

  it("keeps the name and calls nobody when the person left, or never was", async () => {
    const { html, people, body } = await write(`@[Odette Partie](personne:${left.id}) et @[Personne](personne:999999)`);
    expect(body).toBe("@Odette Partie et @Personne");
    expect(html).toBe("<p>@Odette Partie et @Personne</p>");
    expect(people).toEqual([]);
  });

  it("calls an organisation", async () => {
    const [organisation] = await world.sql`select id from organisations where name = 'CPE Les Cœurs-Volants'`;
    const { html, organisations } = await write(`Avis à @[x](organisation:${organisation?.id})`);
    expect(html).toContain('<span class="mention">@CPE Les Cœurs-Volants</span>');
    expect(organisations).toBe(1);
  });

  it("begins a discussion too", async () => {
    const answer = await ines.post(newRoute.action, "/discussions/nouvelle", { cle: await ines.key(), titre: "", texte: `@[K](personne:${karine.id}) que dites-vous?` });
    const id = Number(/\/discussions\/(\d+)/.exec(answer.location ?? "")?.[1]);
    const rows = await world.sql`select t.title, n.member_id from mentions n join messages m on m.id = n.message_id join threads t on t.id = m.thread_id where t.id = ${id}`;
    expect(rows.map(({ title, member_id }) => [title, Number(member_id)])).toEqual([["@Karine Tousignant que dites-vous?", karine.id]]);
  });
});

describe("« @Prénom Nom » in a text", () => {
  it.each([
    ["as written", "Bonjour @Karine Tousignant, merci", "Bonjour <>, merci"],
    ["without accents or capitals", "merci @karine tousignant.", "merci <>."],
    ["followed by words", "(@Karine Tousignant peut répondre)", "(<> peut répondre)"],
  ])("calls the one person it can mean: %s", async (_, typed, expected) => {
    const { body, people } = await write(typed);
    expect(body).toBe(expected.replace("<>", `@[Karine Tousignant](personne:${karine.id})`));
    expect(people).toEqual([karine.id]);
  });

  it("knows a name of several parts without its accents and hyphens", async () => {
    expect((await write("@eloise saint fleur")).people).toEqual([eloise.id]);
  });

  it.each(["@Marie Roy", "@Karine", "@Karine Tousignantais", "moi@Karine Tousignant", "@Odette Partie", "> @Karine Tousignant", "@", "@@@", "\\@Karine Tousignant"])("stays text where it cannot tell: %s", async (typed) => {
    const { body, people } = await write(`${typed} x`);
    expect(body).toBe(`${typed} x`);
    expect(people).toEqual([]);
  });
});

describe("a text full of mentions", () => {
  it("costs one more statement, and none when it holds no « @ »", async () => {
    const without = (await write("Rien")).statements;
    expect((await write(`@Karine Tousignant @[E](personne:${eloise.id}) @Inconnue`)).statements).toBe(without + 1);
    expect(without).toBeLessThanOrEqual(5);
  });

  it("calls at most thirty, and never grows past what a message holds", async () => {
    const many = await Promise.all(Array.from({ length: 35 }, (_, n) => world.join(`Numéro Cent${n}`)));
    expect((await write(many.map(({ id }) => `@[x](personne:${id})`).join(" "))).people).toHaveLength(30);
    const long = `@Karine Tousignant ${"a".repeat(19_980)}`;
    expect((await write(long)).body).toBe(long);
  });

  it("shows in the preview what will be published", async () => {
    const answer = await ines.post(previewRoute.action, "/apercu/rendu", { texte: "@karine tousignant", discussion: String(thread) });
    expect((JSON.parse(answer.body) as { html: string }).html).toBe('<p><span class="mention">@Karine Tousignant</span></p>');
  });

  it("keeps the rows of whoever is still called after an edit", async () => {
    const { messageId } = await write("@Karine Tousignant");
    await inTransaction((tx) => settleMentions(tx, messageId, [{ kind: "personne", id: karine.id, name: "" }, { kind: "personne", id: eloise.id, name: "" }]));
    await inTransaction((tx) => settleMentions(tx, messageId, [{ kind: "personne", id: eloise.id, name: "" }]));
    expect((await world.sql`select member_id from mentions where message_id = ${messageId}`).map(({ member_id }) => Number(member_id))).toEqual([eloise.id]);
  });
});

describe("suggestions", () => {
  it.each([["kar", "Karine Tousignant"], ["TOUS", "Karine Tousignant"], ["eloise", "Éloïse Saint-Fleur"], ["saint-fl", "Éloïse Saint-Fleur"], ["Éloïse S", "Éloïse Saint-Fleur"], ["coeurs", "CPE Les Cœurs-Volants"]])("find %s", async (typed, name) => {
    const { names, statements } = await suggest(typed);
    expect(names).toEqual([name]);
    expect(statements).toBeLessThanOrEqual(2);
  });

  it("name nobody who left, nor oneself, and at most eight", async () => {
    expect((await suggest("odette")).names).toEqual([]);
    expect((await suggest("ines")).names).toEqual([]);
    expect((await suggest("numero")).names).toHaveLength(8);
  });

  it("begin with those who write in the thread, and are them alone before the first letter", async () => {
    await write("Bonjour", karine);
    expect((await suggest("")).names).toEqual(["Karine Tousignant"]);
    expect((await suggest("", ines, null)).names).toEqual([]);
  });

  it.each(["'; drop table members; --", "a & | ! ( ) :*", "%_\\", "\u0000", "@".repeat(500), "💥", "🙂 kar"])("stand %j", async (typed) => {
    expect(Array.isArray((await suggest(typed)).names)).toBe(true);
  });

  it("give a guest the people of their thread and nobody else, and their text calls nobody else", async () => {
    const other = await world.begin(eloise, "Ailleurs");
    const guest = await world.join("Gaston Invité", { guestUntil: "2099-01-01" });
    await inviteInto(world, thread, guest, karine);
    expect((await suggest("karine", guest)).names).toEqual(["Karine Tousignant"]);
    expect((await suggest("eloise", guest)).names).toEqual([]);
    expect((await suggest("coeurs", guest)).names).toEqual([]);
    expect((await suggest("eloise", guest, other)).names).toEqual([]);
    expect((await write("@Karine Tousignant et @Éloïse Saint-Fleur", guest)).people).toEqual([karine.id]);
    expect((await suggest("gaston")).names).toEqual(["Gaston Invité"]);
    expect((await suggest("gaston", ines, other)).names).toEqual([]);
  });
});
