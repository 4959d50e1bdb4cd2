import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { addAbsence, endAbsence } from "../absence/mutations.server";
import { SEASON_PLAN, TURNS } from "../model";
import { mayName, mayTakeTurns } from "../policy";
import { absenceInput, removalInput, seasonInput } from "../schema";
import { adjustSeason, askSeason, dropSeason, proposeSeason } from "./mutations.server";
import { planOf, reasonsOf } from "./pages.server";
import { seasonAsked } from "./span.server";

/** Takes the forms about a season to their effect; each returns where to go. */

export async function planSeasonFrom(actor: MemberActor, request: Request, form: Form): Promise<string> {
  const proof = mayName(actor);
  const { geste, ligne } = form.parse(seasonInput);
  const season = await seasonAsked(request);
  const here = `${SEASON_PLAN}?saison=${season.year}&fait=${geste}`;
  if (geste === "proposer") {
    const plan = await planOf(actor, season);
    return writeOnce(actor, form, async (tx) => {
      await dropSeason(tx, proof, season.from, season.until);
      await proposeSeason(tx, proof, plan);
      return here;
    });
  }
  if (geste === "effacer") return writeOnce(actor, form, async (tx) => (await dropSeason(tx, proof, season.from, season.until), here));
  const reasons = geste === "demander" ? await reasonsOf(actor, season) : new Map<string, string>();
  return writeOnce(actor, form, async (tx) => {
    await adjustSeason(tx, proof, ligne);
    if (geste === "demander") await askSeason(tx, proof, season.from, season.until, reasons);
    return here;
  });
}

export async function awayFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayTakeTurns(actor);
  const removing = form.entries.some(([name, value]) => name === "geste" && value === "retour");
  if (removing) {
    const { absence } = form.parse(removalInput);
    return writeOnce(actor, form, async (tx) => (await endAbsence(tx, proof, absence), `${TURNS}?fait=retour`));
  }
  const { debut, fin, genre } = form.parse(absenceInput);
  return writeOnce(actor, form, async (tx) => (await addAbsence(tx, proof, { kind: genre, from: debut, until: fin || null }), `${TURNS}?fait=absence`));
}
