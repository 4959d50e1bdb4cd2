import { z } from "zod";
import { LARGEST_UPLOAD } from "./model";

/** A weight and nothing else; it is counted and thrown away. */
export const trialUpload = z.object({ charge: z.string().max(LARGEST_UPLOAD) });
