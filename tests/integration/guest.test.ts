import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { after, DAY, now } from "~/kit/clock.server";
import { guestLetter } from "~/features/guest/mail.server";
import { inTransaction } from "~/kit/transaction.server";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as endRoute from "~/routes/discussions.$id.invites.$guest.fin";
import * as guestsRoute from "~/routes/discussions.$id.invites._index";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let committee: Person;
let ines: Person;
let thread: number;

beforeAll(async () => {
  world = await openThreadWorld();
  [committee, ines] = [await world.join("Odile Marchand"), await world.join("Inès Doré")];
  await world.sql`insert into member_roles (member_id, role) values (${committee.id}, 'committee')`;
  thread = await world.begin(ines, "Une question pour une conférencière", "Titre confidentiel");
});
afterAll(() => world.close());

const dayIn = (days: number): string => after(now(), days * DAY).toISOString().slice(0, 10);
const guestFields = (more: Record<string, string> = {}) => ({ nom: "Hélène Wright", titre: "Conférencière", courriel: "helene.wright@exemple.test", jusquau: dayIn(20), ...more });
const ask = async (fields = guestFields(), person = committee, id = thread) => person.post(guestsRoute.action, `/discussions/${id}/invites`, { cle: await person.key(), ...fields }, { id: String(id) });
const rows = () => world.sql`select m.id, m.state, m.guest_until, g.until from members m join thread_guests g on g.member_id = m.id where m.email = 'helene.wright@exemple.test' and g.thread_id = ${thread}`;

describe("a guest", () => {
  it("is asked by the committee alone, into one thread, until a day", async () => {
    expect((await ask(guestFields(), ines)).status).toBe(404);
    expect((await ask()).location).toBe(`/discussions/${thread}/invites?fait=invitation`);
    const [guest] = await rows();
    expect(guest).toMatchObject({ state: "active" });
    expect((guest?.until as Date) > after(now(), 19 * DAY)).toBe(true);
  });

  it("is told by a letter with who asks, until when and a link, and no title", async () => {
    const [mail] = await world.sql`select member_id, subject_ref from outbox_mails where kind = 'guest'`;
    const letter = await inTransaction((tx) => guestLetter("https://fil.exemple.test")(tx, { memberId: Number(mail?.member_id), name: "Hélène Wright", email: "helene.wright@exemple.test" }, String(mail?.subject_ref)));
    const text = JSON.stringify(letter);
    expect(text).toContain("Odile Marchand vous invite");
    expect(text).toContain(`/connexion?retour=${encodeURIComponent(`/discussions/${thread}`)}`);
    expect(text).not.toContain("Titre confidentiel");
  });

  it("asked again, or into a second thread, is one person whose last day is the latest", async () => {
    const other = await world.begin(ines, "Autre fil");
    await ask(guestFields({ jusquau: dayIn(60) }), committee, other);
    await ask(guestFields({ jusquau: dayIn(5) }));
    const [guest] = await rows();
    expect((guest?.until as Date) < after(now(), 7 * DAY)).toBe(true);
    expect((guest?.guest_until as Date) > after(now(), 59 * DAY)).toBe(true);
    expect(await world.sql`select 1 from members where email = 'helene.wright@exemple.test'`).toHaveLength(1);
  });

  it("is no member, nor someone who was removed, nor someone of yesterday or next year", async () => {
    const [member] = await world.sql`select email from members where id = ${ines.id}`;
    const refused = async (more: Record<string, string>) => Object.keys(((await ask(guestFields(more))).data as { problem: { fields?: object } }).problem.fields ?? {});
    expect(await refused({ courriel: String(member?.email) })).toEqual(["courriel"]);
    await world.sql`insert into members (email, state, joined_at) values ('parti@exemple.test', 'removed', now())`;
    expect(await refused({ courriel: "parti@exemple.test" })).toEqual(["courriel"]);
    expect(await refused({ jusquau: dayIn(-2) })).toEqual(["jusquau"]);
    expect(await refused({ jusquau: dayIn(400) })).toEqual(["jusquau"]);
    expect(await refused({ jusquau: "2027-02-30" })).toEqual(["jusquau"]);
    expect(await refused({ nom: "a\r\nb" })).toEqual(["nom"]);
  });

  it("asked twenty times at once is asked once", async () => {
    const cle = await committee.key();
    const fields = { cle, ...guestFields({ courriel: "vingt@exemple.test" }) };
    await Promise.all(Array.from({ length: 20 }, () => committee.post(guestsRoute.action, `/discussions/${thread}/invites`, fields, { id: String(thread) })));
    const [count] = await world.sql`select count(*)::int as n from outbox_mails o join members m on m.id = o.member_id where m.email = 'vingt@exemple.test'`;
    expect(count?.n).toBe(1);
  });

  it("reads the thread no more once the committee has ended it, and what they wrote stays", async () => {
    const guest = await world.join("Paul Rioux", { guestUntil: dayIn(20) });
    await world.sql`insert into thread_guests (thread_id, member_id, until, invited_by) values (${thread}, ${guest.id}, now() + interval '20 days', ${committee.id})`;
    await guest.post(threadRoute.action, `/discussions/${thread}`, { cle: await guest.key(), texte: "Bonjour de la conférencière" }, { id: String(thread) });
    const end = async (person: Person) => person.post(endRoute.action, "/", { cle: await person.key() }, { id: String(thread), guest: String(guest.id) });
    expect((await end(ines)).status).toBe(404);
    expect((await end(committee)).status).toBe(303);
    expect((await guest.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) })).status).toBe(404);
    expect((await ines.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) })).markup.get("messages")).toContain("Bonjour de la conférencière");
  });
});
