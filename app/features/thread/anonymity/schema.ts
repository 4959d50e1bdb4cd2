import { z } from "zod";
import { line, rowId } from "~/kit/fields";
import { MOST_REASON } from "./model";

const CHOOSE = "Choisissez une personne.";

export const keepersInput = z
  .object({ premiere: rowId(CHOOSE), deuxieme: rowId(CHOOSE) })
  .refine(({ premiere, deuxieme }) => premiere !== deuxieme, { path: ["deuxieme"], message: "Choisissez une autre personne : il en faut deux." });

export const disclosureInput = z.object({ raison: line(MOST_REASON, "Dites pourquoi : la personne le lira.") });
