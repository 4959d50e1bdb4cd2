import { formatShortDate, plural } from "~/kit/format";
import { topicPath } from "./model";
import type { FoundTopic, TopicStep } from "./queries.server";

/** A topic as one thread, from the first wish to the minutes: its stages, and each step that was taken. */

export type Stage = { label: string; state: "done" | "current" | "planned"; stateLabel: string };

const ORDER = ["proposed", "kept", "planned", "discussed"] as const;
const LABELS: Record<(typeof ORDER)[number], string> = { proposed: "Souhait", kept: "Retenu", planned: "Planifié", discussed: "Discuté" };

/** The latest step of a kind since the topic waits anew. */
function latest(steps: readonly TopicStep[], kind: string): TopicStep | undefined {
  const anew = steps.findLastIndex((step) => step.kind === "reopened" || step.kind === "deepen");
  const kinds = kind === "proposed" ? ["proposed", "reopened", "deepen"] : [kind];
  const since = steps.slice(Math.max(0, anew)).filter((step) => kinds.includes(step.kind));
  // It is wished for from the first on, whatever survey asks for it again.
  return kind === "proposed" ? since[0] : since.at(-1);
}

/** The five stages: what is done has its day, what is in hand says so, and the others are still to sew. */
export function stagesOf({ state, steps, meetings }: FoundTopic, zone: string): Stage[] {
  const reached = state === "deepen" ? "proposed" : state;
  const at = ORDER.indexOf(reached as (typeof ORDER)[number]);
  const stages = ORDER.map((kind, index): Stage => {
    const step = latest(steps, kind);
    const day = step ? formatShortDate(new Date(step.at), zone) : null;
    if (index < at || (index === at && state === "discussed")) return { label: LABELS[kind], state: "done", stateLabel: day ?? "sans cette étape" };
    if (index === at) return { label: kind === "proposed" && state === "deepen" ? "À approfondir" : LABELS[kind], state: "current", stateLabel: day ?? "en ce moment" };
    return { label: LABELS[kind], state: "planned", stateLabel: "à venir" };
  });
  return [...stages, { label: "Compte rendu", ...minutesStage(state === "discussed" ? meetings : [], zone) }];
}

/** The minutes of the last meeting about it that has some: adopted, or open to correction. */
function minutesStage(meetings: FoundTopic["meetings"], zone: string): Omit<Stage, "label"> {
  const written = meetings.flatMap(({ minutes }) => minutes ?? []).at(-1);
  if (!written) return { state: "planned", stateLabel: "à venir" };
  return written.adoptedAt ? { state: "done", stateLabel: formatShortDate(new Date(written.adoptedAt), zone) } : { state: "current", stateLabel: "ouvert à la correction" };
}

const VERBS: Record<string, string> = {
  proposed: "Proposé",
  kept: "Retenu par le comité",
  planned: "Un Moment d’échange est planifié",
  discussed: "Discuté",
  deepen: "À approfondir",
  merged: "Fusionné",
  dismissed: "Écarté",
  reopened: "Demandé de nouveau",
  raised: "Placé en tête par le comité",
  lowered: "Remis à son rang",
};

/** Whose name stands with a step: what the members do is theirs, the committee decides as one. */
const NAMED = new Set(["proposed", "reopened"]);

const wordsOf = ({ kind, by, meeting, surveyed, people }: TopicStep): string => {
  if (surveyed) return `${kind === "reopened" ? "Demandé de nouveau" : "Demandé"} dans un sondage${people ? ` par ${plural(people, "personne", "personnes")}` : ""}`;
  if (kind === "kept" && meeting) return "Son Moment d’échange n’a pas lieu\u00a0: le sujet attend de nouveau";
  if (kind === "proposed" && meeting) return "Demandé sur une carte";
  const who = NAMED.has(kind) ? (by === null ? (kind === "proposed" ? " sans nom" : "") : ` par ${by}`) : "";
  return `${VERBS[kind] ?? kind}${who}`;
};

const linkOf = ({ meeting, survey, other }: TopicStep, name: string): { to: string; label: string } | null => {
  if (meeting) return { to: `/moments/${meeting.id}`, label: meeting.title };
  if (survey) return { to: `/sondages/${survey.id}/resultats`, label: survey.title };
  return other && other.name !== name ? { to: topicPath(other.id), label: other.name } : null;
};

type Knotted = { at: string; words: string; when: string; note: string | null; reason: string; reasonName: string; link: { to: string; label: string } | null; knot: "done" | "planned" | "event" };
const plain = { note: null, reason: "", reasonName: "", knot: "event" as const };

/** All that happened to it, on one thread: its steps, the discussions about it, and the minutes of its meetings. */
export function historyOf(topic: FoundTopic, zone: string): Knotted[] {
  const dated = (at: string) => ({ at, when: formatShortDate(new Date(at), zone) });
  const discussions = topic.threadList.map(({ id, title, messages, startedAt }) => ({
    ...plain, ...dated(startedAt), words: "Une discussion", note: plural(messages, "message", "messages"), link: { to: `/discussions/${id}#nouveau`, label: title },
  }));
  // While they are open to correction, only those who were there may read them.
  const minutes = topic.meetings.flatMap(({ id, title, minutes: written }) =>
    written ? [{ ...plain, ...dated(written.adoptedAt ?? written.openedAt), words: written.adoptedAt ? "Compte rendu adopté" : "Compte rendu ouvert à la correction", link: { to: written.adoptedAt ? `/moments/${id}/compte-rendu` : `/moments/${id}`, label: title }, knot: written.adoptedAt ? ("done" as const) : ("event" as const) }] : [],
  );
  const steps = topic.steps.map((step) => ({ ...plain, ...stepWords(step, topic, zone), at: step.at }));
  return [...steps, ...discussions, ...minutes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function stepWords(step: TopicStep, { name, state }: Pick<FoundTopic, "name" | "state">, zone: string) {
  const { kind, at, reason, topic } = step;
  const as = topic === name ? "" : `, sous le nom «\u00a0${topic}\u00a0»`;
  return {
    words: `${wordsOf(step)}${as}`,
    when: formatShortDate(new Date(at), zone),
    reason,
    reasonName: kind === "deepen" ? "Ce qui reste à voir" : "Raison",
    link: linkOf(step, name),
    knot: kind === "discussed" ? ("done" as const) : kind === "planned" && state === "planned" ? ("planned" as const) : ("event" as const),
  };
}

