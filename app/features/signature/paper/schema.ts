import { z } from "zod";
import { line, notSpeech, rowId } from "~/kit/fields";
import { parseWallTime } from "~/kit/wall-time";
import { MAX_NAME, MAX_TITLE } from "../model";
import { readWhose } from "./model";

const WHOSE = "Choisissez la personne ou l’organisation.";

export const paperInput = z.object({
  acte: z.enum(["signature", "withdrawal"], { error: "Dites si la page est une signature ou un retrait." }),
  de: notSpeech("a choice in a list of ours", z.string({ error: WHOSE }).transform(readWhose).refine((whose) => whose !== null, WHOSE)),
  nom: line(MAX_NAME, "Écrivez le nom, tel qu’il est sur la page."),
  titre: line(MAX_TITLE, "Écrivez le titre, tel qu’il est sur la page."),
  version: rowId("Choisissez la version que la page nomme."),
  date: z.string({ error: "Choisissez le jour écrit sur la page." }).refine((value) => parseWallTime(value, "12:00") !== null, "Choisissez le jour écrit sur la page, comme 2027-03-01."),
});

export type PaperInput = z.infer<typeof paperInput>;
