import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type postgres from "postgres";
import type { MemberActor } from "~/kit/actor";
import { inTransaction } from "~/kit/transaction.server";
import { castBallot } from "~/features/survey/answer/mutations.server";
import { mayAnswerSurvey } from "~/features/survey/policy";
import { keptWriteOf } from "~/features/sign-in/kept-write.server";
import * as answerRoute from "~/routes/sondages.$id.anonyme";
import { openSurveyWorld, question, type SurveyWorld } from "./survey-world";

let world: SurveyWorld;
beforeAll(async () => {
  world = await openSurveyWorld();
});
afterAll(() => world.close());

/**
 * Whoever holds the whole database: what a table says of its rows beside what stands in them.
 * `secret` is what only the test knows: each person's ballot carries a number of theirs.
 */
type Seen = { participants: { member: number; xmin: string }[]; ballots: { secret: number; xmin: string }[] };

const RUNS = 1_000;
const PEOPLE = 4;

async function answerInRandomOrder(surveyId: number, questionId: number, actors: readonly MemberActor[], chance: () => number): Promise<number[]> {
  const order = [...actors].map((actor) => ({ actor, at: chance() })).sort((a, b) => a.at - b.at).map(({ actor }) => actor);
  for (const actor of order) {
    const proof = mayAnswerSurvey(actor, { id: surveyId, promise: "anonymous", asked: true });
    await inTransaction((tx) => castBallot(tx, proof, { [questionId]: [actors.indexOf(actor) + 1] }));
  }
  return order.map((actor) => actor.memberId);
}

/** Chance that can be drawn again from the same seed. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) & 0xffffff) / 0x1000000;
  };
}

describe("an anonymous answer", () => {
  it(`cannot be given back to who gave it by their order, transactions or places: over ${RUNS} runs no better than chance`, async () => {
    const actors = (await Promise.all(world.people.slice(0, PEOPLE).map((person) => person.actor()))) as MemberActor[];
    const owners = new Map(actors.map((actor, index) => [actor.memberId, index + 1]));
    /** By each way of reading the rows, how often a person got their own ballot. */
    const right = { place: 0, arrival: 0, transaction: 0, backwards: 0 };
    const hits = (members: readonly number[], secrets: readonly number[]) => members.filter((member, index) => owners.get(member) === secrets[index]).length;
    const byXmin = <Row extends { xmin: string }>(rows: Row[]): Row[] => [...rows].sort((a, b) => Number(a.xmin) - Number(b.xmin));
    const lane = async (runs: number, seed: number): Promise<void> => {
      const { id, questions } = await world.ask([question("several")]);
      const questionId = questions[0] ?? 0;
      const chance = drawn(seed);
      for (let run = 0; run < runs; run += 1) {
        const arrived = await answerInRandomOrder(id, questionId, actors, chance);
        const { participants, ballots } = await look(world.sql, id, questionId);
        // All rows of both sides carry one and the same transaction.
        expect(new Set([...participants, ...ballots].map(({ xmin }) => xmin)).size).toBe(1);
        const secrets = ballots.map(({ secret }) => secret);
        right.place += hits(participants.map(({ member }) => member), secrets);
        // The order of the visits can be known from elsewhere: sessions, a log, a look over a shoulder.
        right.arrival += hits(arrived, secrets);
        right.backwards += hits([...arrived].reverse(), secrets);
        right.transaction += hits(byXmin(participants).map(({ member }) => member), byXmin(ballots).map(({ secret }) => secret));
        await world.sql`with list as (delete from survey_participations where survey_id = ${id}) delete from survey_ballots where survey_id = ${id}`;
      }
    };
    await Promise.all([lane(RUNS / 2, 20261124), lane(RUNS / 2, 421162)]);
    // A random pairing gives one right person a run on average, with a variance of one: five standard errors.
    const bound = 5 * Math.sqrt(RUNS);
    for (const [way, count] of Object.entries(right)) expect([way, Math.abs(count - RUNS) < bound]).toEqual([way, true]);
  }, 60_000);

  const look = async (sql: postgres.Sql, id: number, questionId: number): Promise<Seen> => {
    const [seen] = await sql<Seen[]>`select
      (select json_agg(json_build_object('member', member_id, 'xmin', xmin::text) order by ctid) from survey_participations where survey_id = ${id}) as participants,
      (select json_agg(json_build_object('secret', answers -> ${String(questionId)} -> 0, 'xmin', xmin::text) order by ctid) from survey_ballots where survey_id = ${id}) as ballots`;
    if (!seen) throw new Error("nothing was seen");
    return seen;
  };

  it("leaves no row anywhere beside the list and the box: no key, sheet, job, mail, audit entry or text kept for a sign-in", async () => {
    const [ines] = world.people;
    if (!ines) throw new Error("nobody");
    const { id, questions } = await world.ask([question("long")]);
    const everything = async () =>
      Object.fromEntries(
        (await world.sql<{ name: string; n: number; moved: number }[]>`
          select schemaname || '.' || relname as name, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(schemaname) || '.' || quote_ident(relname), false, true, '')))[1]::text::int as n
          from pg_stat_user_tables where schemaname in ('public', 'pgboss')`).map(({ name, n }) => [name, n]),
      );
    const sequences = async () => Object.fromEntries((await world.sql<{ name: string; last: string }[]>`select sequencename as name, last_value::text as last from pg_sequences`).map(({ name, last }) => [name, last]));
    const [rows, numbers] = [await everything(), await sequences()];
    const answer = await ines.post(answerRoute.action, `/sondages/${id}/anonyme`, { cle: await ines.key(), [`q${questions[0]}`]: "Un mot que l’on retrouverait" }, { id: String(id) });
    expect(answer.location).toBe(`/sondages/${id}?fait=depot`);
    const after = await everything();
    expect(Object.entries(after).filter(([name, n]) => n !== rows[name]).sort()).toEqual([["public.survey_participations", (rows["public.survey_participations"] ?? 0) + 1], ["public.survey_ballots", (rows["public.survey_ballots"] ?? 0) + 1]].sort());
    expect(await sequences()).toEqual(numbers);
    const [columns] = await world.sql<{ names: string[] }[]>`select array_agg(column_name::text order by column_name) as names from information_schema.columns where table_name = 'survey_ballots'`;
    expect(columns?.names).toEqual(["answers", "promise", "survey_id"]);
  });

  it("is not kept beside an address that asks for a code, when a session ended on the way", async () => {
    const [ines] = world.people;
    if (!ines) throw new Error("nobody");
    const fields: [string, string][] = [["q1", "Un mot"]];
    const key = await ines.key();
    const keptAt = async (path: string) => {
      let kept: unknown;
      await ines.get(async () => {
        kept = keptWriteOf({ suite_chemin: path, suite_cle: key, suite_champs: fields } as unknown as Parameters<typeof keptWriteOf>[0]);
        return null;
      }, "/");
      return kept;
    };
    expect(await keptAt("/sondages/12")).toMatchObject({ path: "/sondages/12" });
    for (const path of ["/sondages/12/anonyme", "/sondages/12/anonyme?x=1", "/sondages/12/anonyme.data", "/sondages/../sondages/12/anonyme"]) expect([path, await keptAt(path)]).toEqual([path, null]);
  });

  it("counts once: the second one is told so, and the box stays as it was", async () => {
    const [, karine] = world.people;
    if (!karine) throw new Error("nobody");
    const { id, questions } = await world.ask([question("one")]);
    const post = async (value: string) => karine.post(answerRoute.action, `/sondages/${id}/anonyme`, { cle: await karine.key(), [`q${questions[0]}`]: value }, { id: String(id) });
    const both = await Promise.all([post("1"), post("2")]);
    expect(both.map(({ location }) => location).sort()).toEqual([`/sondages/${id}?fait=deja`, `/sondages/${id}?fait=depot`]);
    expect((await post("3")).location).toBe(`/sondages/${id}?fait=deja`);
    expect(await world.sql`select 1 from survey_ballots where survey_id = ${id}`).toHaveLength(1);
  });

  it("leaves no former version of a row unswept, from the first one on", async () => {
    const options = await world.sql<{ name: string; options: string[] }[]>`select relname as name, reloptions as options from pg_class where relname in ('survey_ballots', 'survey_participations') order by 1`;
    for (const { options: set } of options) expect(set).toEqual(expect.arrayContaining(["autovacuum_vacuum_threshold=0", "autovacuum_vacuum_scale_factor=0"]));
    expect(options).toHaveLength(2);
  });

  it("is refused by the database where a survey promised something else, and the promise can no longer change", async () => {
    const { id, questions } = await world.ask([question("one")], { promise: "named" });
    await expect(world.sql`insert into survey_ballots (survey_id, answers) values (${id}, '{}')`).rejects.toThrow("survey_ballots_survey");
    await world.sql`insert into survey_participations (survey_id, member_id, promise) values (${id}, ${world.people[0]?.id ?? 0}, 'named')`;
    await expect(world.sql`update surveys set promise = 'anonymous' where id = ${id}`).rejects.toThrow("survey_participations_survey");
    await expect(world.sql`update survey_questions set label = 'Autre' where id = ${questions[0] ?? 0}`).rejects.toThrow("what was asked stays");
    await expect(world.sql`insert into survey_audiences (survey_id, role) values (${id}, 'committee')`).rejects.toThrow("what was asked stays");
    await expect(world.sql`update surveys set crossing = 'organisation' where id = ${id}`).rejects.toThrow("what was asked stays");
  });
});
