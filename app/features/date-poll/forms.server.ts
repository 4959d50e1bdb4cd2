import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { whyOff } from "~/features/closing-day/model";
import { communityTimeZone } from "~/features/community/queries.server";
import { checkPole } from "~/features/meeting/forms.server";
import { planPath } from "~/features/meeting/model";
import { mayPlan } from "~/features/meeting/policy";
import { listPoles } from "~/features/pole/queries.server";
import { mayStartThread } from "~/features/thread/policy";
import { chooseSlot } from "./choosing.server";
import { deskPath, isRefused, readSlot, readUntil } from "./model";
import { addPerson, addSlots, dropPoll, openPoll, removePerson, removeSlot, renewGuestLink, reviseRequest, startPoll } from "./mutations.server";
import { findPoll, type PollFacts } from "./queries.server";
import { remindMissing } from "./reminders.server";
import { choiceInput, personInput, repeatInput, requestInput, slotInput, startInput } from "./schema";

/** Takes the committee's forms about a date that is sought to their effect; each returns where to go. */

export type Where = { meetingId: number; pollId: number };

const refuse = (form: Form, fields: Record<string, string>) => new DomainError("input.invalid", { fields, values: form.values });

/** The poll of an address, which names its meeting too. @throws DomainError thing.absent */
export async function pollAt(actor: MemberActor, { meetingId, pollId }: Where): Promise<PollFacts> {
  const poll = await findPoll(actor, pollId);
  if (poll.meetingId !== meetingId) throw new DomainError("thing.absent");
  return poll;
}

/** A refused form keeps every box that was ticked: of a name given several times, the values hold the last alone. */
async function keepingTicks(form: Form, work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const organisations = JSON.stringify(form.entries.filter(([name]) => name === "organisation").map(([, value]) => value));
    throw new DomainError(error.code, { ...error.details, values: { ...form.values, ...error.details.values, organisations } });
  }
}

function untilOf(limite: string, zone: string, form: Form): Date {
  const until = readUntil(limite, zone, now());
  if (isRefused(until)) throw refuse(form, { limite: until.sentence });
  return until;
}

export const startFrom = (actor: MemberActor, meetingId: number, form: Form): Promise<string> => keepingTicks(form, () => start(actor, meetingId, form));

async function start(actor: MemberActor, meetingId: number, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { pole, note, limite, organisation } = form.parse(startInput);
  await checkPole(actor, { pole }, form);
  const zone = (await listPoles(actor)).find(({ id }) => id === pole)?.zone ?? (await communityTimeZone());
  const answerUntil = untilOf(limite, zone, form);
  return writeOnce(actor, form, async (tx) => `${deskPath(meetingId, await startPoll(tx, proof, meetingId, { poleId: pole, zone, note, answerUntil, organisationIds: organisation }))}/heures?fait=debut`);
}

export const reviseRequestFrom = (actor: MemberActor, where: Where, form: Form): Promise<string> => keepingTicks(form, () => revise(actor, where, form));

async function revise(actor: MemberActor, { meetingId, pollId }: Where, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { note, limite, organisation, avant } = form.parse(requestInput);
  const { zone } = await pollAt(actor, { meetingId, pollId });
  const answerUntil = untilOf(limite, zone, form);
  return writeOnce(actor, form, async (tx) => {
    await reviseRequest(tx, proof, meetingId, pollId, avant, { note, answerUntil, organisationIds: organisation });
    return `${deskPath(meetingId, pollId)}?fait=demande`;
  });
}

/** A day that is off is proposed only by someone who has read why it is. */
function checkDay(poll: PollFacts, day: string, meant: boolean, form: Form): void {
  const why = whyOff(day, poll.closings);
  if (why.length > 0 && !meant) throw refuse(form, { meme: `${why.join(". ")}. Cochez cette case si vous proposez ce jour tout de même.` });
}

export async function addSlotFrom(actor: MemberActor, where: Where, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { meme, laquelle, ...typed } = form.parse(slotInput);
  const poll = await pollAt(actor, where);
  const slot = readSlot({ ...typed, fuseau: poll.zone, ...(laquelle ? { laquelle } : {}) }, now());
  if (isRefused(slot)) throw refuse(form, { [slot.field]: slot.sentence });
  checkDay(poll, typed.date, meme, form);
  return writeOnce(actor, form, async (tx) => {
    await addSlots(tx, proof, where.meetingId, where.pollId, [slot]);
    return `${deskPath(where.meetingId, where.pollId)}/heures?fait=heure&jour=${typed.date}`;
  });
}

/** « Reprendre les heures d’un jour »: the same hours on another day; where one of them cannot be, none is added. */
export async function repeatDayFrom(actor: MemberActor, where: Where, form: Form): Promise<string> {
  const proof = mayPlan(actor);
  const { jour, vers, meme } = form.parse(repeatInput);
  const poll = await pollAt(actor, where);
  const hours = poll.slots.filter(({ localStart }) => localStart.startsWith(jour));
  if (hours.length === 0) throw new DomainError("thing.absent");
  if (vers === jour) throw refuse(form, { vers: "C’est le même jour. Choisissez-en un autre." });
  const slots = hours.map(({ localStart, duration }) => {
    const read = readSlot({ date: vers, debut: localStart.slice(11, 16), fin: endOf(localStart, duration), fuseau: poll.zone }, now());
    if (isRefused(read)) throw refuse(form, { vers: read.field === "laquelle" ? "Une de ces heures vient deux fois ce jour-là, parce que les horloges reculent. Ajoutez ce jour à la main, pour dire laquelle." : read.sentence });
    return read;
  });
  checkDay(poll, vers, meme, form);
  return writeOnce(actor, form, async (tx) => {
    await addSlots(tx, proof, where.meetingId, where.pollId, slots);
    return `${deskPath(where.meetingId, where.pollId)}/heures?fait=reprise&jour=${vers}`;
  });
}

/** The end of a slot as its form would say it: on the same day, so a whole day of clocks is enough. */
function endOf(localStart: string, duration: number): string {
  const minute = Math.min(24 * 60 - 1, Number(localStart.slice(11, 13)) * 60 + Number(localStart.slice(14, 16)) + duration);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

type Act = (actor: MemberActor, where: Where, form: Form) => Promise<string>;

export const removeSlotFrom = (slotId: number): Act => async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await removeSlot(tx, proof, meetingId, pollId, slotId);
    return `${deskPath(meetingId, pollId)}/heures?fait=retrait`;
  });
};

export const openPollFrom: Act = async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await openPoll(tx, proof, meetingId, pollId);
    return `${deskPath(meetingId, pollId)}?fait=ouverture`;
  });
};

export const remindFrom: Act = async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  await pollAt(actor, { meetingId, pollId });
  return writeOnce(actor, form, async (tx) => `${deskPath(meetingId, pollId)}?fait=${(await remindMissing(tx, proof, pollId)) > 0 ? "rappel" : "deja"}`);
};

export const dropFrom: Act = async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await dropPoll(tx, proof, meetingId, pollId);
    return `${deskPath(meetingId, pollId)}?fait=fin`;
  });
};

export const addPersonFrom: Act = async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  const input = form.parse(personInput);
  return writeOnce(actor, form, async (tx) => {
    await addPerson(tx, proof, meetingId, pollId, input);
    return `${deskPath(meetingId, pollId)}/personnes?fait=ajout`;
  });
};

export const removePersonFrom = (personId: number): Act => async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await removePerson(tx, proof, meetingId, pollId, personId);
    return `${deskPath(meetingId, pollId)}/personnes?fait=retrait`;
  });
};

export const renewLinkFrom = (personId: number): Act => async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  return writeOnce(actor, form, async (tx) => {
    await renewGuestLink(tx, proof, meetingId, pollId, personId);
    return `${deskPath(meetingId, pollId)}/personnes?fait=lien`;
  });
};

export const chooseFrom = (slotId: number): Act => async (actor, { meetingId, pollId }, form) => {
  const proof = mayPlan(actor);
  const starting = mayStartThread(actor);
  const input = form.parse(choiceInput);
  return writeOnce(actor, form, async (tx) => {
    await chooseSlot(tx, proof, { meetingId, pollId, slotId }, input, starting);
    return `${planPath(meetingId)}?fait=choix`;
  });
};
