import { z } from "zod";
import { line, rowId } from "~/kit/fields";
import { MOST_ORGANISATIONS, REMOVAL_REASONS } from "./model";

const NO_ORGANISATION = "Cochez au moins une organisation.";
const organisation = rowId(NO_ORGANISATION);

export const profileInput = z.object({
  name: line(120, "Écrivez votre nom."),
  title: line(120, "Écrivez votre titre."),
  // One box ticked arrives as a text, several as a list.
  organisations: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(organisation).min(1, NO_ORGANISATION).max(MOST_ORGANISATIONS, `Choisissez ${MOST_ORGANISATIONS} organisations au plus.`))
    .transform((ids) => [...new Set(ids)]),
});

export type ProfileInput = z.infer<typeof profileInput>;

export const removalInput = z.object({ reason: z.enum(REMOVAL_REASONS, { error: "Choisissez une raison." }) });

/** A form whose button says it all. */
export const buttonOnly = z.object({});
