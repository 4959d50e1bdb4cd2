import { z } from "zod";
import { line, notSpeech, optionalLine, optionalRowId, rowId } from "~/kit/fields";
import { MAX_ACTS, MAX_CARD, OLDEST_ACT_MS } from "./model";

const several = z.union([z.string(), z.array(z.string())]).default([]).transform((typed) => [typed].flat());

/** The list as a page without a script sends it: who is ticked, and who was when it was made. */
export const listInput = z.object({ present: several, avant: several });

/** What a phone has to say, an act a line. */
export const actsInput = z.object({ acte: notSpeech("ticks of a list, with numbers only", several.refine((acts) => acts.length <= MAX_ACTS, "C’est trop à la fois.")) });

/** Someone without an account. acte, age: of a phone that sends later. */
export const visitorInput = z.object({
  nom: line(120, "Écrivez son nom."),
  organisation: optionalLine(120),
  acte: notSpeech("the key of an act", z.uuid("Rouvrez la page, puis réessayez.").optional()),
  age: notSpeech("milliseconds", z.coerce.number().int().min(0).max(OLDEST_ACT_MS).default(0)),
});

export const cardInput = z.object({ rencontre: rowId("Choisissez la rencontre."), carte: line(MAX_CARD, "Écrivez quelques mots.") });

/** A card becomes a new subject of that name, or joins one that is there. */
export const gatherInput = z.object({ nom: optionalLine(80), sujet: optionalRowId() });
