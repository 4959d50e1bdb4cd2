import { z } from "zod";
import { parseWallTime } from "~/kit/wall-time";

const day = z.string({ error: "Choisissez une date." }).refine((value) => parseWallTime(value, "00:00") !== null, "Choisissez une date, comme 2027-09-01.");

export const campaignInput = z.object({ debut: day, fin: day }).superRefine(({ debut, fin }, context) => {
  if (fin <= debut) context.addIssue({ code: "custom", path: ["fin"], message: "La fin vient après le début." });
});

export type CampaignInput = z.infer<typeof campaignInput>;
