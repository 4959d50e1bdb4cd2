import { z } from "zod";
import { REACTIONS } from "~/features/thread/model";

const UNKNOWN = "Choisissez une des quatre réactions.";

/** Says what to have, and not « the other way round »: pressing twice changes nothing the second time. */
export const reactionInput = z.object({
  reaction: z.enum(REACTIONS, { error: UNKNOWN }),
  etat: z.enum(["oui", "non"], { error: UNKNOWN }),
});
