import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOUR, setClock } from "~/kit/clock.server";
import * as homeRoute from "~/routes/_index";
import * as keepersRoute from "~/routes/comite.anonymat";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as authorRoute from "~/routes/discussions.$id.auteur";
import * as closeRoute from "~/routes/discussions.$id.fermeture";
import * as removeRoute from "~/routes/discussions.$id.messages.$message.suppression";
import * as newRoute from "~/routes/discussions.nouvelle";
import { openThreadWorld, type Person, type ThreadWorld } from "./thread-world";

let world: ThreadWorld;
let omar: Person;
let ines: Person;
let keepers: [Person, Person];
let third: Person;

const ofCommittee = async (name: string): Promise<Person> => {
  const person = await world.join(name);
  await world.sql`insert into member_roles (member_id, role) values (${person.id}, 'committee')`;
  return person;
};

beforeAll(async () => {
  world = await openThreadWorld();
  [omar, ines] = [await world.join("Omar Diallo"), await world.join("Inès Doré")];
  keepers = [await ofCommittee("Odile Marchand"), await ofCommittee("Paul Gagnon")];
  third = await ofCommittee("Lise Roy");
  await world.sql`insert into member_roles (member_id, role) values (${third.id}, 'administrator')`;
});
afterAll(() => world.close());
beforeEach(() => setClock(() => new Date()));

const nameThem = async (by: Person, [one, other]: readonly [Person, Person]) =>
  by.post(keepersRoute.action, "/comite/anonymat", { cle: await by.key(), premiere: String(one.id), deuxieme: String(other.id) });
const askUnnamed = async (texte: string, more: Record<string, string> = {}) => omar.post(newRoute.action, "/discussions/nouvelle", { cle: await omar.key(), texte, sans_nom: "oui", ...more });
const begin = async (): Promise<number> => Number(/\d+/.exec((await askUnnamed("Je ne sais plus quoi faire avec mon équipe.")).location ?? "")?.[0]);
const read = async (person: Person, id: number) => {
  const { data, markup } = await person.get(threadRoute.loader, `/discussions/${id}`, { id: String(id) });
  return JSON.stringify(data) + (markup.get("messages") ?? "");
};
const ask = async (person: Person, id: number, raison = "Une situation à signaler") => person.post(authorRoute.action, `/discussions/${id}/auteur`, { cle: await person.key(), raison }, { id: String(id) });
const look = (person: Person, id: number) => person.get(authorRoute.loader, `/discussions/${id}/auteur`, { id: String(id) });

describe("a question without a name", () => {
  it("cannot be asked before two people keep the names, and nothing is lost", async () => {
    const answer = await askUnnamed("Un texte à garder");
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain("Un texte à garder");
  });

  it("has two different keepers, both of the committee", async () => {
    expect((await nameThem(third, [keepers[0], keepers[0]])).status).toBe(422);
    expect((await nameThem(third, [keepers[0], ines])).status).toBe(422);
    expect((await nameThem(third, keepers)).status).toBe(303);
    expect(await world.sql`select 1 from anonymity_keepers`).toHaveLength(2);
  });

  it("carries its author's name nowhere, in the question, the answers and what its author does to it", async () => {
    const id = await begin();
    await ines.post(threadRoute.action, `/discussions/${id}`, { cle: await ines.key(), texte: "Courage." }, { id: String(id) });
    await omar.post(threadRoute.action, `/discussions/${id}`, { cle: await omar.key(), texte: "Merci." }, { id: String(id) });
    const [last] = await world.sql`select id from messages where thread_id = ${id} order by position desc limit 1`;
    await omar.post(removeRoute.action, "/", { cle: await omar.key() }, { id: String(id), message: String(last?.id) });
    expect((await omar.post(closeRoute.action, "/", { cle: await omar.key(), etat: "oui" }, { id: String(id) })).status).toBe(303);
    for (const person of [ines, third]) {
      const seen = await read(person, id);
      expect(seen).toContain("Une personne membre");
      expect(seen).not.toContain("Omar");
    }
    expect(await world.sql`select 1 from messages where thread_id = ${id} and author_id = ${omar.id}`).toHaveLength(0);
    expect(await world.sql`select 1 from threads where id = ${id} and (author_id = ${omar.id} or last_author_id = ${omar.id})`).toHaveLength(0);
    expect(await world.sql`select act, actor_id from audit_entries where act like 'thread.%' and subject_id = ${id}`).toEqual([{ act: "thread.closed", actor_id: null }]);
    expect(await world.sql`select 1 from notifications where thread_id = ${id} and member_id = ${omar.id} and kind = 'reply'`).toHaveLength(0);
  });

  it("is still its author's to lead", async () => {
    const id = await begin();
    expect(await read(omar, id)).toContain('"mayLead":true');
    expect(await read(ines, id)).toContain('"mayLead":false');
  });
});

describe("who wrote", () => {
  it("is a page for its author and the two keepers alone", async () => {
    const id = await begin();
    for (const [person, status] of [[omar, 200], [keepers[0], 200], [keepers[1], 200], [third, 404], [ines, 404]] as const) expect((await look(person, id)).status).toBe(status);
    expect((await ask(third, id)).status).toBe(404);
    expect((await ask(omar, id)).status).toBe(404);
  });

  it("is shown to a keeper by an act that is noted, for an hour, and the author sees it", async () => {
    const id = await begin();
    expect(JSON.stringify((await look(keepers[0], id)).data)).not.toContain("Omar");
    expect((await ask(keepers[0], id, "")).status).toBe(422);
    expect((await ask(keepers[0], id)).status).toBe(303);
    expect((await look(keepers[0], id)).data).toMatchObject({ name: "Omar Diallo" });
    expect((await look(keepers[1], id)).data).toMatchObject({ name: null });
    expect(await world.sql`select act from audit_entries where act = 'author.asked' and subject_id = ${id} and actor_id = ${keepers[0].id}`).toHaveLength(1);
    expect((await look(omar, id)).data).toMatchObject({ disclosures: [{ by: "Odile Marchand", reason: "Une situation à signaler" }] });
    expect(JSON.stringify((await omar.get(homeRoute.loader, "/")).data)).toContain("Odile Marchand a demandé votre nom");
    setClock(() => new Date(Date.now() + HOUR + 1_000));
    expect((await look(keepers[0], id)).data).toMatchObject({ name: null });
  });

  it("is not for someone who is not here now, and the list of questions cannot be changed", async () => {
    const id = await begin();
    await ask(keepers[1], id);
    await world.sql`update members set state = 'paused' where id = ${keepers[1].id}`;
    expect((await look(keepers[1], id)).status).toBe(404);
    expect((await askUnnamed("Encore")).status).toBe(422);
    await expect(world.sql`delete from author_disclosures`).rejects.toThrow("only grows");
  });
});
