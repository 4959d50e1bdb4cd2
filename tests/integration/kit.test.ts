import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "~/kit/actor";
import { reviseSitting } from "~/features/meeting/sitting/mutations.server";
import { mayPlan } from "~/features/meeting/policy";
import { inTransaction } from "~/kit/transaction.server";
import { notesWaiting, tasksWaiting } from "~/features/duty/waiting.server";
import type { KitPage } from "~/features/duty/kit/pages.server";
import type { stepPage, templateDesk, templatePage } from "~/features/duty/template/pages.server";
import * as desk from "~/routes/comite.trousse._index";
import * as step from "~/routes/comite.trousse.$step._index";
import * as retire from "~/routes/comite.trousse.$step.retrait";
import * as putBack from "~/routes/comite.trousse.$step.remise";
import * as settle from "~/routes/comite.trousse.propositions.$note";
import * as kit from "~/routes/moments.$id.trousse.$sitting._index";
import * as tick from "~/routes/moments.$id.trousse.$sitting.$task._index";
import * as hand from "~/routes/moments.$id.trousse.$sitting.$task.role";
import * as drop from "~/routes/moments.$id.trousse.$sitting.$task.retrait";
import * as word from "~/routes/moments.$id.trousse.$sitting.mot";
import * as open from "~/routes/moments.$id.trousse.$sitting.ouverture";
import * as template from "~/routes/moments.trousse";
import type { Answer, Person } from "./thread-world";
import { openTurnsWorld, problemCode, type TurnsWorld } from "./turns-world";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;
type Where = { meetingId: number; sittingId: number };

let world: TurnsWorld;
let committee: Person;
let ines: Person;
let karine: Person;
let luc: Person;

beforeAll(async () => {
  world = await openTurnsWorld();
  committee = await world.join("Audrey Comité");
  await world.sql`insert into member_roles (member_id, role) values (${committee.id}, 'committee')`;
  [ines, karine, luc] = [await world.join("Inès Un"), await world.join("Karine Deux"), await world.join("Luc Trois")];
});
afterAll(() => world.close());

const paramsOf = ({ meetingId, sittingId }: Where) => ({ id: String(meetingId), sitting: String(sittingId) });
const see = (person: Person, where: Where): Promise<Answer> => person.get(kit.loader as Handler, "/", paramsOf(where));
const pageOf = async (person: Person, where: Where): Promise<KitPage> => (await see(person, where)).data as KitPage;
const act = async (person: Person, route: { action: unknown }, where: Where, fields: Record<string, string>, taskId?: number): Promise<Answer> =>
  person.post(route.action as Handler, "/", { ...fields, cle: await person.key() }, { ...paramsOf(where), ...(taskId === undefined ? {} : { task: String(taskId) }) });
const onStep = async (person: Person, route: { action: unknown }, id: number, fields: Record<string, string> = {}): Promise<Answer> => person.post(route.action as Handler, "/", { ...fields, cle: await person.key() }, { step: String(id) });
const todo = async (person: Person) => tasksWaiting((await person.actor()) as MemberActor);

/** A sitting that Inès coordinates and Luc takes notes in. */
async function prepared(inDays: number): Promise<Where> {
  const where = await world.sitting(inDays);
  await world.name(committee, where, "accord", "coordination", ines);
  await world.name(committee, where, "accord", "notes", luc);
  return where;
}
const taskOf = async (where: Where, title: string) => {
  const found = (await pageOf(committee, where)).tasks.find((task) => task.title === title);
  if (!found) throw new Error(`No task « ${title} ».`);
  return found;
};

describe("the kit of a sitting", () => {
  it("is laid when somebody agrees, dated back from the sitting, each task with who holds its role", async () => {
    const where = await prepared(60);
    const { tasks, mayWrite } = await pageOf(ines, where);
    expect(tasks.map(({ label }) => label)).toEqual(["J-42", "J-35", "J-30", "J-21", "J-14", "J-7", "J-7", "J-1", "Jour J", "J+2", "J+3", "J+7", "J+7"]);
    expect(tasks.find(({ label }) => label === "J-35")).toMatchObject({ owner: { name: "Inès Un" }, mine: true, time: "later" });
    expect(tasks.find(({ label }) => label === "J-42")?.owner).toBeNull();
    expect(mayWrite).toBe(true);
    const [{ gap }] = (await world.sql`select (local_start::date - 35)::text as gap from sittings where id = ${where.sittingId}`) as unknown as [{ gap: string }];
    expect((await todo(ines)).length).toBe(0);
    expect(gap).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("fills its messages with the meeting's facts, and leaves in sight what is not known", async () => {
    const where = await prepared(61);
    const invitation = await taskOf(where, "Envoyer l’invitation");
    expect(invitation.message).toMatch(/aura lieu le \S+ \d+(er)? \S+ 20\d\d, de \d+/);
    expect(invitation.message).toContain("Le sommeil");
    expect(invitation.message).not.toMatch(/\{(date|heures|moment|lieu)\}/);
  });

  it("is there for those responsible and for the committee, and for nobody else", async () => {
    const where = await prepared(62);
    expect([(await see(ines, where)).status, (await see(committee, where)).status, (await see(karine, where)).status]).toEqual([200, 200, 404]);
    const task = await taskOf(where, "Envoyer l’invitation");
    expect((await act(karine, tick, where, { fait: "oui" }, task.id)).status).toBe(404);
    expect((await act(karine, word, where, { bien: "Tout", savoir: "", restes: "", version: "0" })).status).toBe(404);
    const other = await prepared(63);
    expect((await act(ines, tick, { ...where, sittingId: other.sittingId, meetingId: where.meetingId }, { fait: "oui" }, task.id)).status).toBe(404);
    await world.sql`update members set state = 'paused' where id = ${luc.id}`;
    expect((await see(luc, where)).status).toBe(200);
    expect((await act(luc, tick, where, { fait: "oui" }, task.id)).status).toBe(403);
    await world.sql`update members set state = 'active' where id = ${luc.id}`;
  });

  it("is ticked by whoever did it, and back; two presses at once are one", async () => {
    const where = await prepared(64);
    const { id } = await taskOf(where, "Envoyer l’invitation");
    const both = await Promise.all([act(ines, tick, where, { fait: "oui" }, id), act(committee, tick, where, { fait: "oui" }, id)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await taskOf(where, "Envoyer l’invitation")).time).toBe("done");
    expect((await world.sql`select done_by::int as by from sitting_tasks where id = ${id}`)[0]?.by).toSatisfy((by: number) => [ines.id, committee.id].includes(by));
    await act(ines, tick, where, { fait: "non" }, id);
    expect((await taskOf(where, "Envoyer l’invitation")).done).toBeNull();
  });

  it("moves with its sitting, but for what is done", async () => {
    const where = await prepared(65);
    const [done, waiting] = [await taskOf(where, "Réserver la salle et vérifier l’accès"), await taskOf(where, "Envoyer l’invitation")];
    await act(ines, tick, where, { fait: "oui" }, done.id);
    const before = await world.sql`select done_day::text as day from sitting_tasks where id = ${done.id}`;
    const [row] = await world.sql`select revision, starts_at + interval '14 days' as at from sittings where id = ${where.sittingId}`;
    const startsAt = row?.at as Date;
    const [local] = await world.sql`select to_char(${startsAt}::timestamptz at time zone 'America/Toronto', 'YYYY-MM-DD HH24:MI:SS') as local`;
    await inTransaction(async (tx) =>
      reviseSitting(tx, mayPlan((await committee.actor()) as MemberActor), where, { version: Number(row?.revision), scope: "une" }, { localStart: String(local?.local), zone: "America/Toronto", startsAt, poleId: null, durationMinutes: 120, place: "", link: "", capacity: null, answerDeadline: null }),
    );
    expect(await world.sql`select done_day::text as day from sitting_tasks where id = ${done.id}`).toEqual(before);
    const moved = await taskOf(where, "Envoyer l’invitation");
    expect(moved.label).toBe(waiting.label);
    expect(moved.day).not.toBe(waiting.day);
  });

  it("goes with the role when somebody takes over: by the committee, by a relief, by a swap", async () => {
    const where = await prepared(66);
    await world.name(committee, where, "accord", "coordination", karine);
    expect((await taskOf(where, "Envoyer l’invitation")).owner?.name).toBe("Karine Deux");
    expect((await see(ines, where)).status).toBe(404);
    const { id } = await world.duty(where.sittingId, "coordination");
    await world.turn(karine, id, "rendre");
    expect((await taskOf(where, "Envoyer l’invitation")).owner).toBeNull();
    await world.turn(ines, id, "prendre");
    expect((await taskOf(where, "Envoyer l’invitation")).owner?.name).toBe("Inès Un");
    await world.turn(ines, id, "echange", { aupres: String(karine.id) });
    await world.turn(karine, id, "offrir");
    await world.turn(ines, id, "conclure", { preneur: String(karine.id) });
    expect((await taskOf(where, "Envoyer l’invitation")).owner?.name).toBe("Karine Deux");
  });

  it("takes a task of its own, hands one to another role, and drops what does not fit; a later swap brings nothing back", async () => {
    const where = await prepared(67);
    expect((await act(ines, kit, where, { titre: "Apporter les tapis", jours: "2", sens: "avant", role: "notes" })).status).toBe(303);
    const mats = await taskOf(where, "Apporter les tapis");
    expect(mats).toMatchObject({ label: "J-2", owner: { name: "Luc Trois" }, stepId: null });
    await act(ines, hand, where, { role: "coordination" }, mats.id);
    expect((await taskOf(where, "Apporter les tapis")).owner?.name).toBe("Inès Un");
    const speaker = await taskOf(where, "Remercier la personne-ressource");
    await act(ines, drop, where, {}, speaker.id);
    await world.name(committee, where, "accord", "facilitation", karine);
    expect((await pageOf(ines, where)).tasks.map(({ title }) => title)).not.toContain("Remercier la personne-ressource");
    const refused = await act(ines, kit, where, { titre: "", jours: "400", sens: "avant", role: "notes" });
    expect([refused.status, Object.keys((refused.data as { problem: { fields: object } }).problem.fields)]).toEqual([422, ["titre", "jours"]]);
  });

  it("can be opened by the committee before anybody is named, once however often it is pressed", async () => {
    const where = await world.sitting(68);
    expect((await pageOf(committee, where)).tasks).toEqual([]);
    await Promise.all([act(committee, open, where, {}), act(committee, open, where, {})]);
    expect((await pageOf(committee, where)).tasks).toHaveLength(13);
  });

  it("named late, gathers what is past under « Tout de suite », and tells in À faire whoever holds the role, nobody else", async () => {
    const where = await prepared(5);
    const { tasks } = await pageOf(ines, where);
    expect(tasks.filter(({ time }) => time === "late").map(({ label }) => label)).toEqual(["J-42", "J-35", "J-30", "J-21", "J-14", "J-7", "J-7"]);
    const lines = (await todo(ines)).filter(({ to }) => to.endsWith(`/${where.sittingId}`));
    expect(lines.map(({ text }) => text)).toEqual(["Réserver la salle et vérifier l’accès, et 3 autres tâches"]);
    expect((await todo(luc)).filter(({ to }) => to.endsWith(`/${where.sittingId}`))).toEqual([]);
    expect((await todo(committee)).length).toBe(0);
    for (const task of tasks.filter(({ mine, time }) => mine && time === "late")) await act(ines, tick, where, { fait: "oui" }, task.id);
    expect((await todo(ines)).filter(({ to }) => to.endsWith(`/${where.sittingId}`))).toEqual([]);
  });
});

describe("the word to the next ones", () => {
  it("is found by those of a later sitting, in their kit alone, and two who write at once lose nothing", async () => {
    const [first, next] = [await prepared(70), await prepared(90)];
    expect((await act(ines, word, first, { bien: "", savoir: "", restes: "", version: "0" })).status).toBe(422);
    expect((await act(ines, word, first, { bien: "Sortir tôt", savoir: "La clé est à l’hôtel de ville", restes: "", version: "0" })).status).toBe(303);
    const clash = await act(luc, word, first, { bien: "Autre chose", savoir: "", restes: "", version: "0" });
    expect([clash.status, problemCode(clash)]).toEqual([409, "kit.moved"]);
    expect((clash.data as { problem: { values: Record<string, string> } }).problem.values.bien).toBe("Autre chose");
    expect((await pageOf(luc, next)).earlier[0]).toMatchObject({ worked: "Sortir tôt", toKnow: "La clé est à l’hôtel de ville", by: "Inès Un" });
    expect((await pageOf(luc, first)).earlier.filter(({ sittingId }) => sittingId === next.sittingId)).toEqual([]);
  });
});

describe("the community's list", () => {
  const list = async (person: Person) => (await person.get(template.loader as Handler, "/moments/trousse")).data as Awaited<ReturnType<typeof templatePage>>;
  const deskOf = async () => (await committee.get(desk.loader as Handler, "/")).data as Awaited<ReturnType<typeof templateDesk>>;

  it("is read by every member, changed by the committee, and what it was before stays to be seen", async () => {
    const where = await prepared(80);
    const before = await taskOf(where, "Fixer l’ordre du jour et la question de préparation");
    const { values, version } = (await committee.get(step.loader as Handler, "/", { step: String(before.stepId) })).data as Awaited<ReturnType<typeof stepPage>>;
    const changed = await onStep(committee, step, Number(before.stepId), { ...values, titre: "Fixer l’ordre du jour ensemble", jours: "20", version: String(version) });
    expect(changed.status).toBe(303);
    expect(await taskOf(where, "Fixer l’ordre du jour ensemble")).toMatchObject({ label: "J-20" });
    expect((await list(karine)).changes[0]).toMatchObject({ by: "Audrey Comité", verb: "a changé", before: "J-21 · Animation · Fixer l’ordre du jour et la question de préparation" });
    const late = await onStep(committee, step, Number(before.stepId), { ...values, titre: "Autre", version: String(version) });
    expect(problemCode(late)).toBe("kit.moved");
    expect((await onStep(karine, step, Number(before.stepId), { ...values, version: "2" })).status).toBe(404);
    await expect(world.sql`update kit_changes set title = 'x'`).rejects.toThrow("only grows");
  });

  it("leaves alone what is done, handed on or past when a step is worded anew or taken off", async () => {
    const [coming, past] = [await prepared(81), await prepared(82)];
    const [task, old] = [await taskOf(coming, "Vérifier la liste des personnes et imprimer ce qu’il faut"), await taskOf(past, "Vérifier la liste des personnes et imprimer ce qu’il faut")];
    await act(ines, hand, coming, { role: "notes" }, task.id);
    await world.sql`update sittings set starts_at = starts_at - interval '200 days', local_start = (starts_at - interval '200 days') at time zone zone where id = ${past.sittingId}`;
    const { values, version } = (await committee.get(step.loader as Handler, "/", { step: String(task.stepId) })).data as Awaited<ReturnType<typeof stepPage>>;
    await onStep(committee, step, Number(task.stepId), { ...values, titre: "Imprimer la liste", version: String(version) });
    expect(await taskOf(coming, "Imprimer la liste")).toMatchObject({ role: "notes" });
    expect((await pageOf(committee, past)).tasks.find(({ id }) => id === old.id)?.title).toBe("Vérifier la liste des personnes et imprimer ce qu’il faut");
    await onStep(committee, retire, Number(task.stepId));
    expect((await pageOf(committee, coming)).tasks.map(({ title }) => title)).not.toContain("Imprimer la liste");
    expect((await pageOf(committee, past)).tasks.map(({ id }) => id)).toContain(old.id);
    expect((await deskOf()).retired.map(({ title }) => title)).toContain("Imprimer la liste");
    await onStep(committee, putBack, Number(task.stepId));
    expect((await deskOf()).steps.map(({ title }) => title)).toContain("Imprimer la liste");
  });

  it("takes what any member proposes to the committee, who says what becomes of it; nobody else reads it", async () => {
    const post = async (person: Person, fields: Record<string, string>) => person.post(template.action as Handler, "/moments/trousse", { ...fields, cle: await person.key() });
    expect((await post(karine, { etape: "", proposition: " " })).status).toBe(422);
    expect((await post(karine, { etape: "", proposition: "Une tâche pour la collation." })).status).toBe(303);
    expect((await list(luc)).notes).toEqual([]);
    expect((await notesWaiting((await committee.actor()) as MemberActor)).map(({ note }) => note)).toEqual(["1 proposition"]);
    expect(await notesWaiting((await karine.actor()) as MemberActor)).toEqual([]);
    const [note] = (await deskOf()).notes;
    const settling = async (person: Person) => person.post(settle.action as Handler, "/", { suite: "taken", cle: await person.key() }, { note: String(note?.id) });
    expect((await settling(luc)).status).toBe(404);
    expect((await settling(committee)).status).toBe(303);
    expect((await list(karine)).notes[0]).toMatchObject({ outcome: "taken" });
    expect(await notesWaiting((await committee.actor()) as MemberActor)).toEqual([]);
  });

  it("gets what is added in the kits that are laid from then on", async () => {
    const before = await prepared(83);
    await committee.post(desk.action as Handler, "/comite/trousse", { titre: "Demander les allergies", jours: "8", sens: "avant", role: "coordination", message: "", cle: await committee.key() });
    const after = await prepared(84);
    const titles = async (where: Where) => (await pageOf(committee, where)).tasks.map(({ title }) => title);
    expect([(await titles(before)).includes("Demander les allergies"), (await titles(after)).includes("Demander les allergies")]).toEqual([false, true]);
  });
});
