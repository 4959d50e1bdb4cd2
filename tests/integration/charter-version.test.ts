import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealOf } from "~/features/charter/canonical.server";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
});
afterAll(() => world.close());

const seal = sealOf("Charte", [{ title: "Valeurs", body: "Le respect." }]);

/** A version in force with one article, as it stands once it was published. */
async function publish(number: number): Promise<number> {
  const [version] = await world.sql`
    insert into charter_versions (number, title, renderer_version, begun_by) values (${number}, 'Charte', 1, ${ines.id}) returning id`;
  const [article] = await world.sql`insert into charter_articles (position, title, body, html, renderer_version) values (${number}, 'Valeurs', 'Le respect.', '', 1) returning id`;
  await world.sql`insert into article_revisions (article_id, version, title, body, written_by, written_at) values (${article?.id}, 1, 'Valeurs', 'Le respect.', ${ines.id}, now())`;
  await world.sql`insert into version_articles (version_id, position, article_id, article_version, title, body, html, matter) values (${version?.id}, 1, ${article?.id}, 1, 'Valeurs', 'Le respect.', '', 'general')`;
  await world.sql`
    update charter_versions set state = 'in-force', canonical_text = ${seal.canonicalText}, sha256 = ${seal.sha256}, adopted_at = now(), adopted_by = ${ines.id},
      kind = 'substance', reasons = 'La première.', published_at = now(), published_by = ${ines.id} where id = ${version?.id}`;
  return Number(version?.id);
}

const refused = (work: Promise<unknown>): Promise<string> => work.then(() => "done", (error: Error) => error.message);

describe("what the database keeps of a published version", () => {
  it("keeps its text, its hash and its articles, whoever asks", async () => {
    const id = await publish(1);
    for (const attempt of [
      world.sql`update charter_versions set canonical_text = 'x' where id = ${id}`,
      world.sql`update charter_versions set sha256 = repeat('0', 64) where id = ${id}`,
      world.sql`update charter_versions set reasons = 'autre' where id = ${id}`,
      world.sql`delete from charter_versions where id = ${id}`,
    ]) expect(await refused(attempt)).toMatch(/does not change/);
    for (const attempt of [world.sql`update version_articles set body = 'x' where version_id = ${id}`, world.sql`delete from version_articles where version_id = ${id}`]) {
      expect(await refused(attempt)).toMatch(/do not change/);
    }
    expect(await refused(world.sql`update article_revisions set body = 'x'`)).toMatch(/only grows/);
  });

  it("lets it be replaced, and never come back", async () => {
    await world.sql`update charter_versions set state = 'replaced', replaced_at = now() where state = 'in-force'`;
    expect(await refused(world.sql`update charter_versions set state = 'in-force', replaced_at = null where number = 1`)).toMatch(/does not change/);
  });

  it("has one version under way at most", async () => {
    const begin = (number: number) => world.sql`insert into charter_versions (number, title, renderer_version, begun_by) values (${number}, 'Charte', 1, ${ines.id})`;
    await begin(2);
    expect(await refused(begin(3))).toMatch(/charter_versions_one_under_way/);
  });

  it("lets articles change places within one transaction", async () => {
    await world.sql`insert into charter_articles (position, title, body, html, renderer_version) values (2, 'Rôles', 'Tous.', '', 1)`;
    await world.sql`update charter_articles set position = 3 - position where position in (1, 2)`;
    expect(await refused(world.sql`update charter_articles set position = 1`)).toMatch(/charter_articles_one_per_place/);
  });
});
