import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetLimits } from "~/kit/limits.server";
import type { SearchData } from "~/features/search/pages.server";
import { learnWords } from "~/features/search/words.server";
import * as removeRoute from "~/routes/discussions.$id.messages.$message.suppression";
import * as rewordRoute from "~/routes/discussions.$id.messages.$message.modification";
import * as newRoute from "~/routes/discussions.nouvelle";
import * as searchRoute from "~/routes/recherche";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let omar: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Doré", { organisation: "Maison Le Pommier" });
  omar = await world.join("Omar Diallo", { organisation: "CPE Les Cerfs-volants" });
});
afterAll(() => world.close());
beforeEach(() => forgetLimits());

const search = async (query: string, person = ines): Promise<SearchData> => (await person.get(searchRoute.loader, `/recherche?${query}`)).data as SearchData;
const titles = async (typed: string, more = "", person = ines): Promise<string[]> =>
  (await search(`q=${encodeURIComponent(typed)}${more}`, person)).groups.flatMap(({ place, results }) => results.map(({ title }) => `${place}: ${title.map(({ text }) => text).join("")}`));
const lastMessage = async (thread: number): Promise<string> => String((await world.sql`select max(id)::text as id from messages where thread_id = ${thread}`)[0]?.id);

describe("a search", () => {
  it.each([
    ["accents and capitals", "TRANSITION ECOLE"],
    ["plurals", "transitions"],
    ["plurals of every vowel", "doudou ami"],
    ["elisions, with either apostrophe", "l’école"],
    ["elisions typed straight", "l'ecole"],
    ["ligatures", "coeur"],
    ["hyphens", "sage femme"],
    ["hyphens where there are none", "petite-enfance"],
    ["0-5", "0-5 ans"],
    ["an acronym of two letters", "TS"],
    ["what an acronym stands for", "trouble développemental du langage"],
  ])("minds no %s", async (_what, typed) => {
    await world.begin(ines, "La transition vers l’école, avec cœur. La sage-femme et la TS accueillent les 0-5 ans de la petite enfance; deux amis ont un TDL et des doudous.", "Transition vers l’école");
    expect(await titles(typed)).toContain("messages: Transition vers l’école");
  });

  it("forgives a slip of the finger, and says so", async () => {
    await world.begin(omar, "La psychomotricité fine se travaille avec des pinces.", "Motricité fine");
    expect(await titles("psichomotricité")).toEqual([]);
    await learnWords();
    const found = await search("q=psichomotricité&dans=messages");
    expect(found.near).toBe(true);
    expect(found.groups[0]?.results[0]?.snippet.find(({ found: mark }) => mark)?.text).toBe("psychomotricité");
  });

  it("forgives a slip of the finger in a name, and in what stands outside of discussions", async () => {
    await world.sql`insert into topics (name, asked_at) values ('La pataugeoire municipale', now())`;
    await learnWords();
    expect(await titles("dialo")).toContain("personnes: Omar Diallo");
    expect(await titles("patogeoire")).toContain("sujets: La pataugeoire municipale");
  });

  it("finds minutes once they are adopted", async () => {
    const thread = await world.begin(ines, "On se prépare", "On se prépare");
    const [meeting] = await world.sql`insert into meetings (title, renderer_version, created_by, opened_at, opened_by, thread_id) values ('Souper d’octobre', 1, ${ines.id}, now(), ${ines.id}, ${thread}) returning id`;
    await world.sql`insert into minutes (meeting_id, body, html, renderer_version, written_by, written_at) values (${String(meeting?.id)}, 'On retient le paravent.', '', 1, ${ines.id}, now())`;
    expect(await titles("paravent")).toEqual([]);
    await world.sql`update minutes set opened_at = now(), opened_by = ${ines.id}, closes_at = now() + interval '7 days'`;
    expect(await titles("paravent")).toEqual([]);
    await world.sql`update minutes set adopted_at = now(), number = 1`;
    expect((await titles("paravents")).map((line) => line.split(": ")[1])).toEqual(["Souper d’octobre"]);
  });

  it("marks each word of what is joined, and a plural that French stems leave alone", async () => {
    await world.begin(ines, "Une sage-femme parle des 0-5 ans, de l'alphabet, de deux bijoux et de travaux.", "Un mot");
    const marked = async (typed: string) => (await search(`q=${encodeURIComponent(typed)}&dans=messages`)).groups[0]?.results[0]?.snippet.filter(({ found }) => found).map(({ text }) => text);
    expect(await marked("sages femmes")).toEqual(["sage", "femme"]);
    expect(await marked("0-5 alphabet")).toEqual(["0", "5", "alphabet"]);
    expect(await marked("bijou travail")).toEqual(["bijoux", "travaux"]);
    expect((await search("q=alphabet&dans=messages")).groups[0]?.results[0]?.snippet.map(({ text }) => text).join("")).toBe("Une sage-femme parle des 0-5 ans, de l’alphabet, de deux bijoux et de travaux");
  });

  it("shows the words that it found, and only as text", async () => {
    await world.begin(omar, "Un <script>alert(1)</script> et des **comptines** à [chanter](https://exemple.test)", "Comptines");
    const [result] = (await search("q=comptine&dans=messages")).groups[0]?.results ?? [];
    expect(result?.snippet).toEqual([
      { text: "Un ‹script›alert(1)‹/script› et des ", found: false },
      { text: "comptines", found: true },
      { text: " à chanter", found: false },
    ]);
  });

  it("narrows by person, organisation and day, with or without words", async () => {
    await world.begin(ines, "Le jardin potager", "Potager d’Inès");
    await world.begin(omar, "Le jardin potager", "Potager d’Omar");
    expect(await titles("potager", `&personne=${omar.id}&dans=messages`)).toEqual(["messages: Potager d’Omar"]);
    expect(await titles("", `&personne=${omar.id}&dans=messages`)).toContain("messages: Potager d’Omar");
    const [organisation] = await world.sql`select id from organisations where name = 'CPE Les Cerfs-volants'`;
    expect(await titles("potager", `&organisation=${String(organisation?.id)}&dans=messages`)).toEqual(["messages: Potager d’Omar"]);
    expect(await titles("potager", "&du=2099-01-01")).toEqual([]);
  });

  it("finds people and organisations by their names", async () => {
    expect(await titles("omar")).toContain("personnes: Omar Diallo");
    expect(await titles("cerfs volants")).toContain("personnes: CPE Les Cerfs-volants");
  });

  it("goes on in pages that miss nothing and show nothing twice", async () => {
    const thread = await world.begin(ines, "Premier", "Une longue discussion");
    await world.sql`update messages set body = 'girouette ' || position where thread_id = ${thread}`;
    await world.fill(thread, ines.id, 45);
    await world.sql`update messages set body = 'girouette ' || position where thread_id = ${thread}`;
    const keys: string[] = [];
    for (let next: string | null = "/recherche?q=girouette&dans=messages"; next; ) {
      const { groups } = (await ines.get(searchRoute.loader, next)).data as SearchData;
      keys.push(...(groups[0]?.results.map(({ key }) => key) ?? []));
      next = groups[0]?.more ?? null;
    }
    expect([keys.length, new Set(keys).size]).toEqual([46, 46]);
  });

  it("costs as many statements for a common word as for a rare one", async () => {
    const statements = async (typed: string) => (await ines.get(searchRoute.loader, `/recherche?q=${typed}`)).statements;
    expect(await statements("girouette")).toBe(await statements("psychomotricité"));
    expect(await statements("girouette")).toBeLessThanOrEqual(6);
  });
});

describe("a common word among many messages", () => {
  beforeAll(async () => {
    const thread = await world.begin(ines, "Premier", "Un an de discussions");
    // The oldest speak of one thing, all of another.
    await world.sql`insert into messages (thread_id, position, revision, author_id, body, html, renderer_version)
      select ${thread}, n, n, ${ines.id}, case when n <= 3600 then 'moulinette autrefois' else 'moulinette' end, '', 1 from generate_series(2, 12000) n`;
    await world.sql`update threads set last_position = 12000, revision = 12000 where id = ${thread}`;
    await world.sql`analyze messages`;
  });

  it.each([["is read back from the latest", "moulinette"], ["that nobody has said lately is left to the index", "autrefois"]])("%s, and goes on where it stopped", async (_how, typed) => {
    const keys: string[] = [];
    for (let next: string | null = `/recherche?q=${typed}&dans=messages`, page = 0; next && page < 3; page += 1) {
      const { groups } = (await ines.get(searchRoute.loader, next)).data as SearchData;
      keys.push(...(groups[0]?.results.map(({ key }) => key) ?? []));
      next = groups[0]?.more ?? null;
    }
    const found = await world.sql`select id from messages where search @@ to_tsquery('public.le_fil', ${typed}) and position > 1 order by id desc limit 60`;
    expect(keys).toEqual(found.map(({ id }) => `messages-${String(id)}`));
  });
});

describe("what may not be read", () => {
  it("is not found once it was deleted or worded anew", async () => {
    const thread = await world.begin(omar, "Rien de spécial.", "Sans suite");
    const message = await lastMessage(thread);
    await world.sql`update messages set body = 'coquecigrue' where id = ${message}`;
    expect(await titles("coquecigrue")).toHaveLength(1);
    await omar.post(rewordRoute.action, `/discussions/${thread}/messages/${message}/modification`, { cle: await omar.key(), texte: "calembredaine", version: "1" }, { id: String(thread), message });
    expect(await titles("coquecigrue")).toEqual([]);
    expect(await titles("calembredaine")).toHaveLength(1);
    await omar.post(removeRoute.action, `/discussions/${thread}/messages/${message}/suppression`, { cle: await omar.key() }, { id: String(thread), message });
    expect(await titles("calembredaine")).toEqual([]);
  });

  it("is not found in a thread that was removed, but by its author and the committee", async () => {
    const thread = await world.begin(omar, "Un mot rarissime : zinzolin.", "À retirer");
    await world.sql`update threads set removed_at = now(), removed_by = ${omar.id} where id = ${thread}`;
    expect(await titles("zinzolin")).toEqual([]);
    expect(await titles("zinzolin", "", omar)).not.toEqual([]);
  });

  it("does not name who wrote without their name", async () => {
    const thread = await world.begin(omar, "Une question gênante sur le palindrome.", "Sans nom");
    await world.sql`insert into hidden_authors (message_id, member_id) select id, ${omar.id} from messages where thread_id = ${thread}`;
    await world.sql`update messages set author_id = null where thread_id = ${thread}`;
    await world.sql`update threads set author_id = null, last_author_id = null where id = ${thread}`;
    const found = await search("q=palindrome");
    expect(JSON.stringify(found.groups)).not.toContain("Omar");
    expect(await titles("palindrome", `&personne=${omar.id}`)).toEqual([]);
  });

  it("is a draft of a meeting, for whoever is not of the committee", async () => {
    await world.sql`insert into meetings (title, renderer_version, created_by) values ('Rencontre sur les farfadets', 1, ${ines.id})`;
    expect(await titles("farfadets")).toEqual([]);
  });
});

describe("what asks for nothing", () => {
  it.each([["%%%", "too-short"], ["a", "too-short"], ["x ".repeat(2_500), "too-long"]])("gets a sentence for %.10s", async (typed, problem) => {
    const answer = await search(`q=${encodeURIComponent(typed)}`);
    expect([answer.problem, answer.groups, answer.search.typed]).toEqual([problem, [], typed]);
  });

  it.each(["' or 1=1 --", "a & b | !c:*", "\\", "<->", "l'", "(((", "\u0002mot\u0003", "mot:*", "🧵"])("is not upset by %s", async (typed) => {
    expect((await ines.get(searchRoute.loader, `/recherche?q=${encodeURIComponent(typed)}`)).status).toBe(200);
  });

  it("is slowed when a program asks it", async () => {
    for (let n = 0; n < 60; n += 1) await search("q=mot");
    expect((await ines.get(searchRoute.loader, "/recherche?q=mot")).status).toBe(429);
  });

  it("becomes a question with the words already there", async () => {
    const { data } = await omar.get(newRoute.loader, "/discussions/nouvelle?texte=doudou%20perdu");
    expect((data as { draft: { body: string } }).draft.body).toBe("doudou perdu");
  });
});
