import { z } from "zod";
import { notSpeech } from "~/kit/fields";
import { LARGEST_UPLOAD } from "./model";

/** A weight and nothing else; it is counted and thrown away. */
export const trialUpload = z.object({ charge: notSpeech("a weight that is thrown away", z.string().max(LARGEST_UPLOAD)) });
