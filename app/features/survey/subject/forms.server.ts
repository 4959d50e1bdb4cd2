import { z } from "zod";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { proposeTopic } from "~/features/topic/mutations.server";
import { mayProposeUnsigned } from "~/features/topic/policy";
import { resultsPath, stateOf } from "../model";
import { findSurvey } from "../queries.server";
import { findResults } from "../result/pages.server";
import { candidatesIn } from "./model";

const subjectsInput = z.object({ sujet: z.union([z.string(), z.array(z.string())]).default([]).transform((chosen) => [chosen].flat()) });

/**
 * Makes subjects of what was answered, as the committee chooses among what everyone can read.
 * Nobody's name goes with them, whatever the survey promised: what was asked for is the
 * survey's, and an anonymous answer must never become a subject with a name.
 */
export async function proposeFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayProposeUnsigned(actor);
  const survey = await findSurvey(actor, id);
  if (stateOf(survey, now()) !== "closed") throw new DomainError("thing.absent");
  const { tallies } = await findResults(actor, survey);
  const { sujet } = form.parse(subjectsInput);
  const known = new Map(candidatesIn(tallies).flatMap(({ subjects }) => subjects.map(({ name, people }) => [name, people])));
  const chosen = [...new Set(sujet)].filter((name) => known.has(name));
  if (chosen.length === 0) throw new DomainError("input.invalid", { fields: { sujet: "Cochez un sujet au moins." }, values: form.values });
  return writeOnce(actor, form, async (tx) => {
    for (const name of chosen.sort()) await proposeTopic(tx, proof, { name, survey: { id, people: known.get(name) ?? null } });
    return `${resultsPath(id)}?fait=sujets`;
  });
}
