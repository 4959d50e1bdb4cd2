import { z } from "zod";
import { line, optionalText, ticked } from "~/kit/fields";
import { MAX_INTRO, MAX_TITLE } from "./model";

const typedDay = z.string().trim().max(20).default("");

const contentFields = {
  titre: line(MAX_TITLE, "Donnez un titre à ce sondage."),
  presentation: optionalText(MAX_INTRO),
  promesse: z.enum(["named", "confidential", "anonymous"], { error: "Choisissez ce que vous promettez à qui répond." }),
  public: z.enum(["tous", "partie"], { error: "Choisissez à qui ce sondage s’adresse." }),
  ouvre: typedDay,
  ferme: typedDay,
  croisement: z.string().max(24).default("none"),
  version: z.coerce.number().int().default(0),
};

/** What is asked about a survey as a whole, with a box for each of those it can be for. */
export const contentInput = (boxes: readonly string[]) => z.object({ ...contentFields, ...Object.fromEntries(boxes.map((name) => [name, ticked()])) });

/** As read; the boxes stand under their names. */
export type Content = z.infer<z.ZodObject<typeof contentFields>>;

export const sequelInput = z.object({ suite: optionalText(MAX_INTRO) });
