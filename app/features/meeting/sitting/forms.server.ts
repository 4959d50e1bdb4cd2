import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce, type Tx } from "~/kit/transaction.server";
import { meetingPath, planPath } from "../model";
import { mayPlan } from "../policy";
import { findMeeting } from "../queries.server";
import { listPoles } from "~/features/pole/queries.server";
import { isRefused, readDeadline, readStart, type Start } from "./model";
import { addSittings, cancelSittings, holdSitting, postponeSittings, reviseSitting, type Scope, type Sitting } from "./mutations.server";
import { reasonInput, repeatInput, sittingInput, sittingRevisionInput, type SittingInput } from "./schema";
import type { SittingFacts } from "./sql.server";

/** Takes the committee's forms about sittings to their effect; each returns where to go. */

/**
 * What a form says of a sitting.
 * @param kept the start it had: an unchanged one may lie in the past
 * @throws DomainError input.invalid with a sentence beside the field
 */
export function sittingOf(input: SittingInput, form: Form, kept?: SittingFacts): Sitting {
  const refuse = (field: string, sentence: string) => new DomainError("input.invalid", { fields: { [field]: sentence }, values: form.values });
  const unchanged = kept !== undefined && kept.local_start === `${input.date}T${input.heure}` && kept.zone === input.fuseau && !input.laquelle;
  const start = unchanged ? keptStart(kept) : readStart({ ...input, ...(input.laquelle ? { laquelle: input.laquelle } : {}) }, now());
  if (isRefused(start)) throw refuse(start.field, start.sentence);
  const read = readDeadline(input.limite, start, unchanged ? new Date(0) : now());
  if (isRefused(read)) throw refuse(read.field, read.sentence);
  const { pole, duree, lieu, lien, places } = input;
  return { ...start, poleId: pole, durationMinutes: duree, place: lieu, link: lien, capacity: places, answerDeadline: read };
}

const keptStart = (kept: SittingFacts): Start => ({ localStart: `${kept.local_start.replace("T", " ")}:00`, zone: kept.zone, startsAt: new Date(kept.starts_at) });

/** A pole is chosen among those that have not ended, or is the one it had. */
export async function checkPole(actor: MemberActor, { pole }: { pole: number | null }, form: Form, kept?: number | null): Promise<void> {
  if (pole === null || pole === kept || (await listPoles(actor)).some(({ id }) => id === pole)) return;
  throw new DomainError("input.invalid", { fields: { pole: "Ce pôle est terminé. Choisissez-en un autre." }, values: form.values });
}

export async function addSittingFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const input = form.parse(sittingInput);
  await checkPole(actor, input, form);
  const sitting = sittingOf(input, form);
  return writeOnce(actor, form, async (tx) => {
    await addSittings(tx, proof, meetingId, [sitting]);
    return `${planPath(meetingId)}?fait=date`;
  });
}

/** What fits a changed sitting to those who are registered, in the transaction that changes it. */
export type Fit = (tx: Tx, sitting: Sitting, scope: Scope) => Promise<Sitting>;

export async function reviseSittingFrom(actor: MemberActor, meetingId: number, sittingId: number, form: Form, fit: Fit): Promise<string> {
  const proof = mayPlan(actor);
  const { version, portee, ...input } = form.parse(sittingRevisionInput);
  const kept = (await findMeeting(actor, meetingId)).sittings.find(({ id }) => id === sittingId);
  if (!kept) throw new DomainError("thing.absent");
  await checkPole(actor, input, form, kept.pole_id);
  const sitting = sittingOf(input, form, kept);
  return writeOnce(actor, form, async (tx) => {
    await reviseSitting(tx, proof, { meetingId, sittingId }, { version, scope: portee }, await fit(tx, sitting, portee));
    return `${planPath(meetingId)}?fait=date`;
  });
}

/** « Répéter dans les pôles »: a sister sitting for each line with a date, like the first one in all else. */
export async function repeatFrom(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { pole, date, heure, lieu } = form.parse(repeatInput);
  const [model] = (await findMeeting(actor, meetingId)).sittings;
  if (!model) throw new DomainError("meeting.without-date");
  const zones = new Map((await listPoles(actor)).map(({ id, zone }) => [String(id), zone]));
  const fields: Record<string, string> = {};
  const sisters = pole.flatMap((id, line): Sitting[] => {
    if (!date[line]) return [];
    const zone = zones.get(id);
    if (!zone) return ((fields[`date.${line}`] = "Ce pôle est terminé. Effacez sa date."), []);
    const start = readStart({ date: date[line], heure: heure[line] ?? "", fuseau: zone }, now());
    if (isRefused(start)) {
      const twice = start.field === "laquelle" ? "Cette heure vient deux fois ce jour-là. Donnez-en une autre ici; vous pourrez préciser ensuite." : start.sentence;
      return ((fields[`date.${line}`] = twice), []);
    }
    const place = (lieu[line] ?? "").trim();
    if (place.length > 200 || /\p{Cc}/u.test(place)) return ((fields[`date.${line}`] = "Le lieu tient sur une ligne de 200 caractères au plus."), []);
    return [{ ...start, poleId: Number(id), durationMinutes: model.duration, place, link: model.link, capacity: model.capacity, answerDeadline: null }];
  });
  if (sisters.length === 0 && Object.keys(fields).length === 0) fields.date = "Donnez une date à un pôle au moins.";
  if (Object.keys(fields).length > 0) {
    throw new DomainError("input.invalid", { fields, values: { ...form.values, lignes: JSON.stringify({ pole, date, heure, lieu }) } });
  }
  return writeOnce(actor, form, async (tx) => {
    await addSittings(tx, proof, meetingId, sisters);
    return `${planPath(meetingId)}?fait=poles`;
  });
}

export async function cancelFrom(actor: MemberActor, meetingId: number, sittingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { raison, portee } = form.parse(reasonInput);
  return writeOnce(actor, form, async (tx) => {
    await cancelSittings(tx, proof, { meetingId, sittingId }, portee, raison);
    return `${meetingPath(meetingId)}?fait=annulation`;
  });
}

export async function postponeFrom(actor: MemberActor, meetingId: number, sittingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { raison, portee } = form.parse(reasonInput);
  return writeOnce(actor, form, async (tx) => {
    await postponeSittings(tx, proof, { meetingId, sittingId }, portee, raison);
    return `${meetingPath(meetingId)}?fait=report`;
  });
}

export async function holdFrom(actor: MemberActor, meetingId: number, sittingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await holdSitting(tx, proof, { meetingId, sittingId });
    return `${meetingPath(meetingId)}?fait=tenue`;
  });
}
