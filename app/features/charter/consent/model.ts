/** How a round of consent is answered, and what comes of it. */

export type Stance = "adhere" | "reserve" | "object";

/** Of a reserve or an objection. */
export const MAX_REASON = 2_000;

export const STANCE_NAMES: Record<Stance, string> = { adhere: "J’adhère", reserve: "J’ai une réserve", object: "Je m’oppose" };

/** Said before the round opens, and not changed after. Quorums are parts of a hundred, 0 for none. */
export type Rule = { objectionsBlock: boolean; peoplePercent: number; organisationsPercent: number };

export type Answer = { memberId: number; stance: Stance; withdrawn: boolean; organisationIds: readonly number[] };

/** Who could answer: active members, and the organisations they belong to. */
export type Electorate = { people: number; organisations: number };

export type Tally = { adhere: number; reserve: number; object: number; withdrawn: number; people: number; organisations: number };

export function tallyOf(answers: readonly Answer[]): Tally {
  const count = (stance: Stance, withdrawn: boolean) => answers.filter((answer) => answer.stance === stance && answer.withdrawn === withdrawn).length;
  return {
    adhere: count("adhere", false),
    reserve: count("reserve", false),
    object: count("object", false),
    withdrawn: count("object", true),
    people: answers.length,
    organisations: new Set(answers.flatMap(({ organisationIds }) => organisationIds)).size,
  };
}

/** So many of them are asked for: a part that is not whole is rounded up, and of nobody it is nobody. */
export const quorumOf = (percent: number, all: number): number => Math.ceil((percent * all) / 100);

export type Check = { met: boolean; sentence: string };
export type Result = { adopted: boolean; checks: Check[] };

const people = (count: number): string => (count < 2 ? `${count} personne` : `${count} personnes`);
const organisations = (count: number): string => (count < 2 ? `${count} organisation` : `${count} organisations`);

/**
 * What comes of a round, and why: one sentence per condition of its rule. It is adopted when each
 * of them is met and somebody answered; an objection that was taken back does not stand in the way.
 */
export function resultOf(rule: Rule, tally: Tally, all: Electorate): Result {
  const checks: Check[] = [{ met: tally.people > 0, sentence: tally.people > 0 ? `${people(tally.people)} sur ${all.people} se ${tally.people < 2 ? "prononce" : "prononcent"}.` : "Personne ne s’est prononcé." }];
  if (rule.objectionsBlock) {
    const taken = tally.withdrawn > 0 ? ` (${tally.withdrawn < 2 ? "une a été retirée" : `${tally.withdrawn} ont été retirées`})` : "";
    checks.push({
      met: tally.object === 0,
      sentence: tally.object === 0 ? `Aucune objection ne demeure${taken}.` : `${tally.object < 2 ? "Une objection demeure" : `${tally.object} objections demeurent`}${taken}\u00a0: la règle demande qu’il n’en reste aucune.`,
    });
  }
  const quorum = (percent: number, given: number, of: number, say: (count: number) => string) => {
    if (percent === 0) return;
    const needed = quorumOf(percent, of);
    const met = given >= needed;
    checks.push({ met, sentence: met ? `Quorum atteint\u00a0: ${say(given)} sur ${of}, il en fallait ${needed}.` : `Quorum non atteint\u00a0: ${say(given)} sur ${of}, il en faut ${needed}.` });
  };
  quorum(rule.peoplePercent, tally.people, all.people, people);
  quorum(rule.organisationsPercent, tally.organisations, all.organisations, organisations);
  return { adopted: checks.every(({ met }) => met), checks };
}

/** The rule, as it is said before and during the round. */
export function ruleSentences({ objectionsBlock, peoplePercent, organisationsPercent }: Rule): string[] {
  return [
    objectionsBlock ? "Aucune objection ne doit demeurer." : "Les objections sont lues; elles n’empêchent pas l’adoption.",
    peoplePercent > 0 ? `Au moins ${peoplePercent}\u00a0% des personnes doivent se prononcer.` : "",
    organisationsPercent > 0 ? `Au moins ${organisationsPercent}\u00a0% des organisations doivent être représentées parmi elles.` : "",
  ].filter(Boolean);
}
