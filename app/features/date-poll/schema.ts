import { z } from "zod";
import { notSpeech, optionalLine, optionalRowId, optionalSeats, optionalText, optionalWebAddress, rowId, ticked } from "~/kit/fields";
import { MAX_SEATS } from "~/features/meeting/model";
import { CHOICES, fieldOf, MAX_NOTE } from "./model";

const typedDay = z.string().trim().max(20).default("");
const several = z.union([z.string(), z.array(z.string())]).default([]).transform((typed) => [typed].flat());

/** Whom a poll asks until when, and what for. */
const requestFields = {
  note: optionalText(MAX_NOTE),
  limite: typedDay,
  organisation: several.pipe(z.array(rowId("Cette organisation n’existe plus.")).max(200)),
};

export const startInput = z.object({ pole: optionalRowId(), ...requestFields });

/** avant: a mark of what the page had read, so that two people at once do not undo each other. */
export const requestInput = z.object({ ...requestFields, avant: notSpeech("a mark of ours", z.string().max(64)) });

/** meme: the day is off, and it is meant all the same. laquelle: of an hour that comes twice. */
export const slotInput = z.object({ date: typedDay, debut: typedDay, fin: typedDay, laquelle: z.enum(["1", "2", ""]).optional(), meme: ticked() });

export const repeatInput = z.object({ jour: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), vers: typedDay, meme: ticked() });

/** Someone without whom it makes no sense, or a guest: an account, or a name. */
export const personInput = z
  .object({ compte: optionalRowId(), nom: optionalLine(120), fonction: optionalLine(160), necessaire: ticked() })
  .refine(({ compte, nom }) => compte !== null || nom !== "", { path: ["nom"], message: "Écrivez son nom, ou choisissez une personne qui a un compte." });

export type PersonInput = z.infer<typeof personInput>;

/** What the sitting needs besides its time; accord: a required person cannot, and it is chosen all the same. */
export const choiceInput = z.object({
  lieu: notSpeech("a public place", optionalLine(200)),
  lien: optionalWebAddress(500),
  places: optionalSeats(MAX_SEATS),
  ecrire: ticked(),
  accord: ticked(),
});

export type ChoiceInput = z.infer<typeof choiceInput>;

const choice = notSpeech("a choice of three", z.enum(["", ...CHOICES], { error: "Choisissez oui, au besoin ou non." }).optional());

/** The fields of these slots; toutes: none of them suits. */
export const answersInput = (slotIds: readonly number[]) =>
  z.object({ toutes: z.enum(["non"]).optional(), ...Object.fromEntries(slotIds.map((id): [string, typeof choice] => [fieldOf(id), choice])) });

export const nothing = z.object({});
