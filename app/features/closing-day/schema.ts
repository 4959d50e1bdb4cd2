import { z } from "zod";
import { line, optionalRowId } from "~/kit/fields";
import { MAX_LABEL } from "./model";

const typedDay = z.string().trim().max(20).default("");

/** jusquau left empty: a single day. */
export const closingInput = z.object({ quoi: line(MAX_LABEL, "Dites pourquoi c’est fermé, par exemple «\u00a0Journée pédagogique\u00a0»."), pole: optionalRowId(), du: typedDay, jusquau: typedDay });

export type ClosingInput = z.infer<typeof closingInput>;
