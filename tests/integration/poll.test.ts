import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { messagePage } from "~/features/message/pages.server";
import type { CatchUp } from "~/features/thread/since-queries.server";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as closeThreadRoute from "~/routes/discussions.$id.fermeture";
import * as pageRoute from "~/routes/discussions.$id.messages.$message._index";
import * as endRoute from "~/routes/discussions.$id.messages.$message.fin-du-sondage";
import * as deleteRoute from "~/routes/discussions.$id.messages.$message.suppression";
import * as voteRoute from "~/routes/discussions.$id.messages.$message.vote";
import * as newsRoute from "~/routes/discussions.$id.nouveautes";
import * as startRoute from "~/routes/discussions.nouvelle";
import { inviteInto, openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let ines: Person;
let karine: Person;
let odile: Person;

beforeAll(async () => {
  world = await openThreadWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
  odile = await world.join("Odile Marchand");
  await world.sql`insert into member_roles (member_id, role) values (${odile.id}, 'committee')`;
});
afterAll(() => world.close());

type Poll = { thread: number; message: number; choices: number[] };

const at = ({ thread, message }: Poll) => ({ id: String(thread), message: String(message) });
const read = async (person: Person, poll: Poll) =>
  (await person.get(pageRoute.loader, `/discussions/${poll.thread}/messages/${poll.message}`, at(poll))).data as Awaited<ReturnType<typeof messagePage>>;
const news = async (person: Person, { thread }: Poll, since = 1) =>
  JSON.parse((await person.get(newsRoute.loader, `/discussions/${thread}/nouveautes?since=${since}`, { id: String(thread) })).body) as CatchUp;
const problemIn = ({ data }: { data: unknown }) => (data as { problem: { code: string; fields?: Record<string, string> } }).problem;

const ask = async (fields: Record<string, string>, person = ines) => person.post(startRoute.action, "/discussions/nouvelle", { cle: await person.key(), texte: "Quel jour vous convient?", ...fields });

async function asked(several = false): Promise<Poll> {
  const { location } = await ask({ choix: "mardi\n\n jeudi \nvendredi", ...(several ? { plusieurs: "oui" } : {}) });
  const thread = Number(/\d+/.exec(location ?? "")?.[0]);
  const rows = await world.sql`select m.id as message, c.id as choice from messages m join polls p on p.message_id = m.id join poll_choices c on c.poll_id = p.id where m.thread_id = ${thread} order by c.place`;
  return { thread, message: Number(rows[0]?.message), choices: rows.map(({ choice }) => Number(choice)) };
}

async function vote(person: Person, poll: Poll, chosen: readonly number[], more: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ cle: await person.key(), ...more })) form.append(name, value);
  for (const choice of chosen) form.append("choix", String(choice));
  return person.post(voteRoute.action, `/discussions/${poll.thread}/messages/${poll.message}/vote`, form, at(poll));
}
const end = async (person: Person, poll: Poll) => person.post(endRoute.action, "/", { cle: await person.key() }, at(poll));
const votesOf = async ({ message }: Poll) => Number((await world.sql`select count(*) as n from poll_votes v join polls p on p.id = v.poll_id where p.message_id = ${message}`)[0]?.n);

describe("a quick poll", () => {
  it("comes with a discussion or a reply in one gesture, one line a choice", async () => {
    const poll = await asked();
    const { data, markup } = await ines.get(threadRoute.loader, `/discussions/${poll.thread}`, { id: String(poll.thread) });
    expect(data).toMatchObject({ id: poll.thread });
    const html = markup.get("messages") ?? "";
    for (const word of ["mardi", "jeudi", "vendredi", "Personne n’a encore voté", "un seul choix"]) expect(html).toContain(word);
    const answer = await karine.post(threadRoute.action, `/discussions/${poll.thread}`, { cle: await karine.key(), texte: "Et l’heure?", choix: "9 h\n13 h", plusieurs: "oui" }, { id: String(poll.thread) });
    expect(answer.status).toBe(303);
    expect((await news(ines, poll)).html).toContain("plusieurs choix possibles");
  });

  it.each([
    ["one choice", "un seul"],
    ["nine choices", "123456789".split("").join("\n")],
    ["the same choice twice", "mardi\nMardi"],
    ["a choice that is too long", `court\n${"x".repeat(121)}`],
  ])("with %s is refused beside its field, and nothing is published", async (_, choix) => {
    const before = await world.sql`select count(*) as n from threads`;
    const refused = await ask({ choix });
    expect([refused.status, Object.keys(problemIn(refused).fields ?? {})]).toEqual([422, ["choix"]]);
    expect(await world.sql`select count(*) as n from threads`).toEqual(before);
  });

  it("is checked like any text before it is published", async () => {
    const refused = await ask({ choix: "Mon numéro est le 123 456 782\nnon" });
    expect([refused.status, problemIn(refused).code]).toEqual([422, "discretion.refused"]);
  });

  it("shows each choice as words, never as markup", async () => {
    const { location } = await ask({ choix: "<img src=x onerror=alert(1)>\n\"><script>alert(1)</script>" });
    const id = String(/\d+/.exec(location ?? "")?.[0]);
    const { markup } = await ines.get(threadRoute.loader, `/discussions/${id}`, { id });
    expect(markup.get("messages")).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(markup.get("messages")).not.toMatch(/<(img|script)/);
  });
});

describe("a vote", () => {
  it("counts once with its name, changes, and is taken back, each time in open pages", async () => {
    const poll = await asked();
    const [tuesday = 0, thursday = 0] = poll.choices;
    const answers = await Promise.all(Array.from({ length: 12 }, () => vote(karine, poll, [tuesday])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await votesOf(poll)).toBe(1);
    expect((await news(ines, poll)).html).toMatch(/mardi[\s\S]*1\s?voix[\s\S]*Karine Tousignant/);
    await vote(karine, poll, [thursday]);
    const shown = (await read(karine, poll)).poll;
    expect(shown?.choices.map(({ mine, by }) => [mine, by])).toEqual([[false, ""], [true, "vous"], [false, ""]]);
    await vote(karine, poll, [thursday], { retrait: "oui" });
    expect(await votesOf(poll)).toBe(0);
    expect((await news(ines, poll)).html).toContain("Personne n’a encore voté");
  });

  it("for several choices holds where several are asked for, and nowhere else", async () => {
    const [one, several] = [await asked(), await asked(true)];
    expect((await vote(karine, several, several.choices)).status).toBe(303);
    expect(await votesOf(several)).toBe(3);
    const refused = await vote(karine, one, one.choices);
    expect([refused.status, await votesOf(one)]).toEqual([422, 0]);
    await expect(
      world.sql`insert into poll_votes (poll_id, choice_id, member_id, single, at) select poll_id, id, ${karine.id}, true, now() from poll_choices where id in ${world.sql(one.choices)}`,
    ).rejects.toMatchObject({ constraint_name: "poll_votes_one_choice" });
  });

  it("for a choice of another poll or of none is refused and leaves the earlier one", async () => {
    const [poll, other] = [await asked(), await asked()];
    await vote(karine, poll, poll.choices.slice(0, 1));
    expect((await vote(karine, poll, other.choices.slice(0, 1))).status).toBe(422);
    expect((await vote(karine, poll, [999_999])).status).toBe(422);
    expect(await votesOf(poll)).toBe(1);
  });

  it("is open to a guest of the thread, and to nobody of another one or who pauses", async () => {
    const poll = await asked();
    const guest = await world.join("Hélène Bergeron", { guestUntil: "2999-01-01T00:00:00Z" });
    expect((await vote(guest, poll, poll.choices.slice(0, 1))).status).toBe(404);
    await inviteInto(world, poll.thread, guest, odile);
    expect((await vote(guest, poll, poll.choices.slice(0, 1))).status).toBe(303);
    const paused = await world.join("Solange Petit", { state: "paused" });
    expect((await vote(paused, poll, poll.choices.slice(0, 1))).status).toBe(403);
    expect((await read(paused, poll)).poll).toMatchObject({ mayVote: false });
  });
});

describe("the end of a poll", () => {
  it("is for who asked and for the committee, and takes no vote any more", async () => {
    const [poll, other] = [await asked(), await asked()];
    expect((await end(karine, poll)).status).toBe(403);
    expect([(await end(ines, poll)).status, (await end(ines, poll)).status, (await end(odile, other)).status]).toEqual([303, 303, 303]);
    const late = await vote(karine, poll, poll.choices.slice(0, 1));
    expect([late.status, problemIn(late).code, await votesOf(poll)]).toEqual([409, "poll.closed", 0]);
    expect((await news(karine, poll)).html).toContain("sondage fermé");
    await expect(
      world.sql`insert into poll_votes (poll_id, choice_id, member_id, single, at) select poll_id, id, ${karine.id}, true, now() from poll_choices where id = ${poll.choices[0] ?? 0}`,
    ).rejects.toMatchObject({ constraint_name: "poll_votes_while_open" });
  });

  it("and the votes that race with it are in order: what was counted stays, the rest is refused", async () => {
    const poll = await asked();
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => world.join(`Personne Numéro${index}`)));
    const [ended, ...answers] = await Promise.all([end(ines, poll), ...people.map((person) => vote(person, poll, poll.choices.slice(0, 1)))]);
    expect(ended?.status).toBe(303);
    expect(await votesOf(poll)).toBe(answers.filter(({ status }) => status === 303).length);
    expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
  });

  it("comes with a closed discussion as well, and with a deleted message nothing of the poll stays", async () => {
    const [poll, gone] = [await asked(), await asked()];
    await ines.post(closeThreadRoute.action, "/", { cle: await ines.key(), etat: "oui" }, { id: String(poll.thread) });
    expect((await vote(karine, poll, poll.choices.slice(0, 1))).status).toBe(409);
    await vote(karine, gone, gone.choices.slice(0, 1));
    expect((await ines.post(deleteRoute.action, "/", { cle: await ines.key() }, at(gone))).status).toBe(303);
    expect(await world.sql`select 1 from poll_choices where id in ${world.sql(gone.choices)}`).toHaveLength(0);
    expect((await vote(karine, gone, gone.choices.slice(0, 1))).status).toBe(404);
  });
});

it("the page of a discussion with polls takes as few statements as without", async () => {
  const poll = await asked();
  await vote(karine, poll, poll.choices.slice(0, 1));
  const { statements } = await odile.get(threadRoute.loader, `/discussions/${poll.thread}`, { id: String(poll.thread) });
  expect(statements).toBeLessThanOrEqual(4);
});
