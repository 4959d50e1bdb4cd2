import { folded } from "~/features/mention/model";

/** What topics are made of, and the addresses that lead to them. */

export const MAX_NAME = 80;
export const MAX_WISH = 600;
export const MAX_REASON = 500;
export const MAX_RAISED_REASON = 300;

/** Topics that one thread can have: more would say nothing. */
export const MOST_PER_THREAD = 3;
/** Votes that a member holds at one time. */
export const VOTES = 5;

export type TopicState = "proposed" | "kept" | "planned" | "discussed" | "deepen" | "merged" | "dismissed";

export const topicStateNames: Record<TopicState, string> = {
  proposed: "Proposé",
  kept: "Retenu",
  planned: "Planifié",
  discussed: "Discuté",
  deepen: "À approfondir",
  merged: "Fusionné",
  dismissed: "Écarté",
};

/** Whether it waits to be talked about, and so takes votes. */
export const waits = (state: TopicState): boolean => state === "proposed" || state === "kept" || state === "deepen";

/** After so long, what was discussed or set aside can be asked for again. */
const REST = 365 * 86_400_000;

/** From when on a topic that does not wait can be asked for again; null while it is planned, or became another. */
export function askableFrom(state: TopicState, since: Date): Date | null {
  if (waits(state)) return since;
  return state === "discussed" || state === "dismissed" ? new Date(since.getTime() + REST) : null;
}

export const TOPICS = "/sujets";
export const topicPath = (id: number): string => `${TOPICS}/${id}`;
/** Where a discussion becomes a topic, in one act. */
export const proposeFromPath = (threadId: number): string => `${TOPICS}/nouveau?discussion=${threadId}`;
export const leadTopicPath = (id: number): string => `/comite/sujets/${id}`;

export const tidyName = (name: string): string => name.replace(/\s+/g, " ").trim();

/** It has letters to be found by. */
export const isName = (name: string): boolean => folded(name).length >= 2;
export const NO_NAME = "Un sujet a au moins deux lettres.";

/** The names that were given, each once whatever its capitals and accents. */
export function namesIn({ sujet1, sujet2, sujet3 }: { sujet1: string; sujet2: string; sujet3: string }): string[] {
  const names = new Map<string, string>();
  for (const name of [sujet1, sujet2, sujet3]) if (name && !names.has(folded(name))) names.set(folded(name), name);
  return [...names.values()];
}
