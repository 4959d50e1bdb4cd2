import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { after, DAY, HOUR, setClock } from "~/kit/clock.server";
import { forgetLimits } from "~/kit/limits.server";
import { folderOfArchives, readTransfer } from "~/features/archive/reading.server";
import { sweepTransfers } from "~/features/archive/sweep.server";
import type { bringPage } from "~/features/archive/transfer/pages.server";
import * as transferRoute from "~/routes/archive.apports.$id._index";
import * as dropRoute from "~/routes/archive.apports.$id.abandon";
import * as groupRoute from "~/routes/archive.apports.$id.groupe";
import * as bringRoute from "~/routes/archive.apports._index";
import { GROUP, metaArchive, secondsOf } from "../support/meta-archive";
import { docx, zip } from "../support/sample-files";
import { at, bring, chooseGroup, clear, DATA_DIR, keep, send, transfer } from "./archive-world";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  rmSync(folderOfArchives(DATA_DIR), { recursive: true, force: true });
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
});
afterEach(async () => {
  forgetLimits();
  setClock(() => new Date());
  await clear(world);
  rmSync(folderOfArchives(DATA_DIR), { recursive: true, force: true });
});
afterAll(() => world.close());

const WHO = "Inès Benkhelil";
const POSTS = [{ day: "2021-03-01", text: "Où trouver des mitaines d’extérieur?" }, { day: "2022-05-04", text: "Recettes de pâte à modeler", group: "Cuisine d’ici" }];
const files = (): string[] => (existsSync(folderOfArchives(DATA_DIR)) ? readdirSync(folderOfArchives(DATA_DIR)) : []);
const finds = () => world.sql`select * from archive_finds order by id`;
const sentence = ({ data }: { data: unknown }) => (data as { problem: { fields?: Record<string, string> } }).problem.fields?.archive;
const groupFile = (content: string) => zip([{ name: "groups/group_posts_and_comments.json", content }]);

describe("an archive that is brought", () => {
  it("waits on the disk, is read, and is gone from the disk; its texts are its owner's alone, with their letters put right", async () => {
    const { id, location } = await send(ines, metaArchive(WHO, POSTS, [{ day: "2021-03-02", text: "Merci à tous ❤️" }]));
    expect(location).toBe(`/archive/apports/${id}`);
    expect(files()).toHaveLength(1);
    expect(await transfer<"reading">(ines, id)).toMatchObject({ state: "reading", part: 0 });
    await readTransfer(id, DATA_DIR);
    expect(files()).toEqual([]);
    const { groups } = await transfer<"group">(ines, id);
    expect(groups.map(({ name, note }) => [name, note])).toEqual([
      [GROUP, "1 publication et 1 commentaire, du 1er mars 2021 au 2 mars 2021"],
      ["Cuisine d’ici", "1 publication, du 4 mai 2022 au 4 mai 2022"],
    ]);
    expect((await finds()).map(({ body }) => body)).toEqual(["Où trouver des mitaines d’extérieur?", "Recettes de pâte à modeler", "Merci à tous ❤️"]);
    expect((await karine.get(transferRoute.loader, `/archive/apports/${id}`, at(id))).status).toBe(404);
  });

  it("leaves no name of anybody in the database", async () => {
    await bring(ines, metaArchive(WHO, POSTS, [{ day: "2021-03-02", text: "Bravo", on: "Josiane Quelconque" }]));
    expect(JSON.stringify(await finds())).not.toMatch(/Josiane|Étiquetée|Benkhelil/);
    expect((await finds())[2]).toMatchObject({ about_kind: "post", own: true });
  });

  it("is read where it has its old names, in parts, and lists that stand deeper", async () => {
    const entry = (text: string) => ({ timestamp: secondsOf("2019-01-01"), title: `${WHO} posted in ${GROUP}.`, data: [{ post: text }] });
    const old = zip([
      { name: "groups/your_posts_and_comments_in_groups.json", content: JSON.stringify({ group_posts: { activity_log_data: [entry("Un")] } }) },
      { name: "x/groups/group_posts_and_comments_2.json", content: JSON.stringify([entry("Deux")]) },
      { name: "groups/your_posts_in_groups.json", content: `\uFEFF${JSON.stringify({ group_posts_v2: [entry("Trois")] })}` },
    ]);
    await bring(ines, old);
    expect((await finds()).map(({ body }) => body)).toEqual(["Un", "Deux", "Trois"]);
  });

  it("sent twice by a double click waits once", async () => {
    const form = async (key: string) => {
      const data = new FormData();
      data.append("cle", key);
      data.append("archive", new Blob([new Uint8Array(metaArchive(WHO, POSTS))]), "a.zip");
      return ines.post(bringRoute.action, "/archive/apports", data);
    };
    const key = await ines.key();
    const [one, two] = await Promise.all([form(key), form(key)]);
    expect(one.location).toBe(two.location);
    expect(await world.sql`select 1 from archive_transfers`).toHaveLength(1);
    expect(files()).toHaveLength(1);
  });

  it("is given up in one act, read or not, and a second time is the same", async () => {
    const { id } = await send(ines, metaArchive(WHO, POSTS));
    const drop = async () => (await ines.post(dropRoute.action, `/archive/apports/${id}/abandon`, { cle: await ines.key() }, at(id))).location;
    expect([await drop(), await drop()]).toEqual(["/archive/apports?fait=abandon", "/archive/apports?fait=abandon"]);
    expect(files()).toEqual([]);
    expect(await world.sql`select 1 from archive_transfers`).toHaveLength(0);
  });

  it("is forgotten after a day where it could not be read, and its texts after two weeks", async () => {
    const { id } = await send(ines, metaArchive(WHO, POSTS));
    setClock(() => after(new Date(), DAY - HOUR + 1_000));
    await sweepTransfers(DATA_DIR);
    expect(files()).toEqual([]);
    expect(await transfer<"failed">(ines, id)).toMatchObject({ state: "failed", what: "Cette archive n’a pas pu être lue à temps, et a été effacée." });
    setClock(() => new Date());
    await bring(ines, metaArchive(WHO, POSTS));
    setClock(() => after(new Date(), 15 * DAY));
    await sweepTransfers(DATA_DIR);
    expect(await finds()).toHaveLength(0);
    expect(((await ines.get(bringRoute.loader, "/archive/apports")).data as Awaited<ReturnType<typeof bringPage>>).transfers).toEqual([]);
  });
});

describe("a broken archive", () => {
  it.each([
    ["that is no zip", "not-a-zip", () => Buffer.from("Ceci n’est pas une archive")],
    ["that is cut", "cut", () => metaArchive(WHO, POSTS).subarray(0, -40)],
    ["that is damaged within", "cut", () => Buffer.concat([metaArchive(WHO, POSTS).subarray(0, 200), randomBytes(60), metaArchive(WHO, POSTS).subarray(260)])],
    ["that a password locks", "locked", () => zip([{ name: "groups/group_posts_and_comments.json", content: "{}" }], { flags: 1 })],
    ["with a path that climbs", "climbs", () => metaArchive(WHO, POSTS, [], [{ name: "../../etc/passwd", content: "x" }])],
    ["with a path from the root", "climbs", () => metaArchive(WHO, POSTS, [], [{ name: "/etc/passwd", content: "x" }])],
    ["that unpacks to 60 MB of text", "too-heavy", () => groupFile(" ".repeat(60_000_000))],
    ["whose part lies about its size", "cut", () => zip([{ name: "groups/group_posts_and_comments.json", content: " ".repeat(5_000_000), claimed: 10 }])],
    ["in HTML", "as-html", () => zip([{ name: "groups/group_posts_and_comments.html", content: "<html>" }, { name: "index.html", content: "<html>" }])],
    ["without groups", "without-groups", () => zip([{ name: "your_facebook_activity/posts/your_posts_1.json", content: "[]" }])],
    ["that is another document", "without-groups", () => docx()],
    ["whose file is no JSON", "not-json", () => groupFile('{"group_posts_v2": [')],
    ["of a shape that is not known", "other-shape", () => groupFile(JSON.stringify([{ label_values: [], fbid: "1" }]))],
    ["without a text", "without-texts", () => metaArchive(WHO, [])],
    ["with a text longer than any", "too-long", () => metaArchive(WHO, [{ day: "2021-01-01", text: "a".repeat(70_001) }])],
  ] as const)("%s says what is wrong, and keeps nothing", async (_what, failure, content) => {
    const id = await bring(ines, content());
    expect(await world.sql`select failure, place, read_at from archive_transfers`).toMatchObject([{ failure, place: null, read_at: null }]);
    const page = await transfer<"failed">(ines, id);
    expect(page.state).toBe("failed");
    expect(`${page.what} ${page.then}`).toMatch(/^[A-ZÉ].+\. [A-ZÉ].+\.$/);
    expect(await finds()).toHaveLength(0);
    expect(files()).toEqual([]);
  });

  it("of more than 100 MB is refused with a sentence, and so are an empty one and none", async () => {
    const large = await send(ines, Buffer.alloc(101_000_000));
    expect([large.status, sentence(large)]).toEqual([422, expect.stringMatching(/^Cette archive dépasse 100\u00a0Mo/)]);
    expect(sentence(await send(ines, Buffer.alloc(0)))).toMatch(/^Ce fichier est vide/);
    expect(sentence(await ines.post(bringRoute.action, "/archive/apports", { cle: await ines.key() }))).toBe("Choisissez l’archive que Meta vous a remise.");
    expect(files()).toEqual([]);
    expect(readdirSync(`${DATA_DIR}/arrivals`)).toEqual([]);
  });
});

describe("choosing", () => {
  it("the group forgets at once what is of other groups; texts of no group come along when asked", async () => {
    const nameless = { name: "groups/group_posts_and_comments_2.json", content: JSON.stringify({ group_posts_v2: [{ timestamp: secondsOf("2020-01-01"), data: [{ post: "Sans groupe" }] }] }) };
    const id = await bring(ines, metaArchive(WHO, POSTS, [], [nameless]));
    expect((await transfer<"group">(ines, id)).unnamed).toBe("1 publication");
    await chooseGroup(ines, id, GROUP, { sansnom: "oui" });
    expect((await finds()).map(({ body }) => body)).toEqual(["Où trouver des mitaines d’extérieur?", "Sans groupe"]);
    expect((await transfer<"texts">(ines, id)).texts.map(({ body }) => body)).toEqual(["Sans groupe", "Où trouver des mitaines d’extérieur?"]);
  });

  it("refuses a group that is not there, and somebody else", async () => {
    const id = await bring(ines, metaArchive(WHO, POSTS));
    expect((await chooseGroup(ines, id, "Autre")).status).toBe(422);
    const other = await bring(karine, metaArchive("Karine Tousignant", POSTS));
    const { groups } = await transfer<"group">(karine, other);
    expect((await chooseGroup(ines, id, GROUP, { groupe: String(groups[0]?.sample) })).status).toBe(422);
    const theirs = await karine.post(groupRoute.action, `/archive/apports/${id}/groupe`, { cle: await karine.key(), groupe: "1", compte: "mien" }, at(id));
    expect(theirs.status).toBe(404);
  });

  it("texts: all of one's own are ticked, those of others are not, and what is unticked stays so", async () => {
    const id = await bring(ines, metaArchive(WHO, [{ day: "2021-03-01", text: "Le mien" }, { day: "2021-03-05", text: "Un autre" }], [{ day: "2021-03-02", text: "Une réponse", by: "Josiane Quelconque", on: WHO }]));
    await chooseGroup(ines, id, GROUP);
    const before = await transfer<"texts">(ines, id);
    expect(before.texts.map(({ body, kept, own, under }) => [body, kept, own, under])).toEqual([["Le mien", true, true, false], ["Une réponse", false, false, true], ["Un autre", true, true, false]]);
    await keep(ines, id, (body) => body !== "Un autre");
    expect((await transfer<"texts">(ines, id)).texts.map(({ kept }) => kept)).toEqual([true, true, false]);
  });
});
