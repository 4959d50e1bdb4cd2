import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { formatDate } from "~/kit/format";
import { writeOnce } from "~/kit/transaction.server";
import { parseWallTime, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { listPoles } from "~/features/pole/queries.server";
import { CLOSINGS, holidaysOf, MOST_DAYS } from "./model";
import { addClosing, removeClosing } from "./mutations.server";
import { mayKeepClosings } from "./policy";
import { listKeptClosings } from "./queries.server";
import { closingInput } from "./schema";

const DAY_MS = 86_400_000;
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const inWords = (day: string): string => formatDate(noon(day), "UTC");

/** The loader's data of the list, with the holidays that nobody has to enter. */
export async function closingsPage(actor: MemberActor) {
  const [closings, poles, zone] = await Promise.all([listKeptClosings(actor), listPoles(actor), communityTimeZone()]);
  const { year } = wallTimeAt(now(), zone);
  const today = now().toISOString().slice(0, 10);
  return {
    closings: closings.map(({ id, label, firstDay, lastDay, pole }) => ({ id, label, pole, when: firstDay === lastDay ? inWords(firstDay) : `du ${inWords(firstDay)} au ${inWords(lastDay)}` })),
    poles: poles.map(({ id, name }) => ({ value: String(id), label: name })),
    holidays: [...holidaysOf(year), ...holidaysOf(year + 1)].filter(({ day }) => day >= today).map(({ day, name }) => ({ day, when: inWords(day), name })),
  };
}

export async function addClosingFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayKeepClosings(actor);
  const { quoi, pole, du, jusquau } = form.parse(closingInput);
  const lastDay = jusquau || du;
  const fields: Record<string, string> = {};
  const absent = (day: string): boolean => parseWallTime(day, "00:00") === null;
  if (du === "") fields.du = "Choisissez un jour.";
  else if (absent(du)) fields.du = "Cette date n’existe pas dans le calendrier.";
  else if (absent(lastDay)) fields.jusquau = "Cette date n’existe pas dans le calendrier.";
  else if (lastDay < du) fields.jusquau = "Ce jour tombe avant le premier. Choisissez le même jour ou un jour plus tard.";
  else if ((noon(lastDay).getTime() - noon(du).getTime()) / DAY_MS > MOST_DAYS) fields.jusquau = "Une fermeture dure un an au plus.";
  if (pole !== null && !(await listPoles(actor)).some(({ id }) => id === pole)) fields.pole = "Ce pôle est terminé. Choisissez-en un autre.";
  if (Object.keys(fields).length > 0) throw new DomainError("input.invalid", { fields, values: form.values });
  return writeOnce(actor, form, async (tx) => {
    await addClosing(tx, proof, { label: quoi, firstDay: du, lastDay, poleId: pole });
    return `${CLOSINGS}?fait=ajout`;
  });
}

export async function removeClosingFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayKeepClosings(actor);
  return writeOnce(actor, form, async (tx) => {
    await removeClosing(tx, proof, id);
    return `${CLOSINGS}?fait=retrait`;
  });
}
