import { z } from "zod";
import { optionalLine } from "~/kit/fields";
import { folded } from "~/features/mention/model";
import { MAX_NAME, tidyName } from "./model";

const TOO_SHORT = "Un sujet a au moins deux lettres.";

/** A topic's name that may be left out. */
export const optionalTopicName = () =>
  optionalLine(MAX_NAME)
    .transform(tidyName)
    .refine((name) => name === "" || folded(name).length >= 2, TOO_SHORT);

/** The fields of up to three topics: one name each, chosen or typed. */
export const threadTopicFields = { sujet1: optionalTopicName(), sujet2: optionalTopicName(), sujet3: optionalTopicName() };

/** The names that were given, each once whatever its capitals and accents. */
export function namesIn({ sujet1, sujet2, sujet3 }: { sujet1: string; sujet2: string; sujet3: string }): string[] {
  const names = new Map<string, string>();
  for (const name of [sujet1, sujet2, sujet3]) if (name && !names.has(folded(name))) names.set(folded(name), name);
  return [...names.values()];
}

export const threadTopicsInput = z.object(threadTopicFields);
