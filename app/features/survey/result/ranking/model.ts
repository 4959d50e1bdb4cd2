/**
 * Borda's method, in the form in which every person ranks every option: an option gets a point
 * for each option that stands below it, in each ranking, and the points are added up.
 * (J.-C. de Borda, « Mémoire sur les élections au scrutin », 1781; H. P. Young, « Condorcet’s
 * Theory of Voting », American Political Science Review 82, 1988.)
 * It is the one that can be said in a sentence and reckoned again by hand.
 */
export type Ranked = { option: number; points: number; place: number };

/**
 * @param rankings of each person, the options from the one they like best on, counted from 1
 * @returns the options from the first on; those with as many points share their place
 */
export function rankByPoints(options: number, rankings: readonly (readonly number[])[]): Ranked[] {
  const points = Array.from({ length: options }, () => 0);
  for (const ranking of rankings) ranking.forEach((option, at) => (points[option - 1] = (points[option - 1] ?? 0) + options - 1 - at));
  const sorted = points.map((sum, index) => ({ option: index + 1, points: sum })).sort((a, b) => b.points - a.points || a.option - b.option);
  return sorted.map((one) => ({ ...one, place: sorted.findIndex(({ points: sum }) => sum === one.points) + 1 }));
}

/** The option that beats each other one, compared two by two, where there is one (Condorcet). */
export function winnerOfPairs(options: number, rankings: readonly (readonly number[])[]): number | null {
  const prefer = (a: number, b: number) => rankings.filter((ranking) => ranking.indexOf(a) < ranking.indexOf(b)).length;
  const all = Array.from({ length: options }, (_, index) => index + 1);
  return all.find((a) => all.every((b) => a === b || prefer(a, b) > prefer(b, a))) ?? null;
}

export const RANKING_METHOD = "Méthode de Borda\u00a0: dans chaque réponse, un choix reçoit un point pour chacun des choix placés après lui; les points s’additionnent.";
