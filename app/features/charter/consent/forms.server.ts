import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { instantOf, parseWallTime } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { COMMITTEE, CONSENT } from "../model";
import { mayContribute, mayLead } from "../policy";
import { answerConsent, closeConsent, openConsent, withdrawObjection } from "./mutations.server";
import { answerInput, closeInput, openInput } from "./schema";

/** The end of a day that somebody chose, on the community's clocks. @throws DomainError input.invalid when it is over already */
export async function endOfDay(day: string, form: Form): Promise<Date> {
  const wall = parseWallTime(day, "23:59");
  const at = wall ? instantOf(wall, await communityTimeZone()) : now();
  if (at <= now()) throw new DomainError("input.invalid", { fields: { date: "Choisissez un jour à venir." }, values: form.values });
  return at;
}

export async function openFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const { date, objections: objectionsBlock, personnes: peoplePercent, organisations: organisationsPercent } = form.parse(openInput);
  const closesAt = await endOfDay(date, form);
  return writeOnce(actor, form, async (tx) => {
    await openConsent(tx, proof, { objectionsBlock, peoplePercent, organisationsPercent }, closesAt);
    return `${CONSENT}?fait=ouverture`;
  });
}

export async function answerFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  const { avis: stance, raison: reason } = form.parse(answerInput);
  return writeOnce(actor, form, async (tx) => {
    await answerConsent(tx, proof, { stance, reason });
    return `${CONSENT}?fait=reponse`;
  });
}

export async function withdrawFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayContribute(actor);
  return writeOnce(actor, form, async (tx) => {
    await withdrawObjection(tx, proof);
    return `${CONSENT}?fait=retrait`;
  });
}

export async function closeFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayLead(actor);
  const { suite } = form.parse(closeInput);
  return writeOnce(actor, form, async (tx) => {
    const { adopted } = await closeConsent(tx, proof, suite === "redaction");
    return adopted ? `${CONSENT}?fait=adoption` : `${COMMITTEE}?fait=cloture`;
  });
}
