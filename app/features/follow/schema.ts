import { z } from "zod";
import { FOLLOW_CHOICES, FOLLOW_LEVELS, type FollowChoice } from "./model";

const UNKNOWN = "Ce choix n’existe pas.";

export const threadFollowInput = z.object({ niveau: z.enum(FOLLOW_LEVELS, UNKNOWN) });

/** « 12.following »: a topic, and what was chosen for it. */
const topicChoice = z
  .string()
  .regex(new RegExp(`^[1-9]\\d{0,14}\\.(${FOLLOW_CHOICES.join("|")})$`), UNKNOWN)
  .transform((value): [number, FollowChoice] => {
    const [id, choice] = value.split(".");
    return [Number(id), choice as FollowChoice];
  });

/** One choice for everything, and one for each topic whose list was on the page. */
export const followsInput = z.object({
  tout: z.enum(FOLLOW_CHOICES, UNKNOWN).default("usual"),
  sujets: z
    .union([z.array(topicChoice), topicChoice.transform((one) => [one])], UNKNOWN)
    .default([])
    .transform((choices) => new Map(choices)),
});
