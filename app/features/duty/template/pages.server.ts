import { hasRole, type MemberActor } from "~/kit/actor";
import { formatShortDate, plural } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { FIRST_STEPS } from "../first-steps.server";
import { dayLabel, stepPath, TEMPLATE_DESK, type Step } from "../kit/model";
import { roleNames } from "../model";
import { mayName } from "../policy";
import { countWaitingNotes, findStep, listChanges, listNotes, listSteps, type ChangeFacts, type NoteFacts } from "./queries.server";

/** The community's list of tasks, in words: as everybody reads it, and as the committee changes it. */

const shownStep = ({ days, role, title, message }: Step) => ({ label: dayLabel(days), roleName: roleNames[role], title, message });

const shownNote = ({ id, stepId, stepTitle, body, by, at, outcome }: NoteFacts, zone: string) => ({ id, stepTitle, body, by, outcome, when: formatShortDate(new Date(at), zone), to: stepId === null ? null : stepPath(stepId) });

const ACTS = { added: "a ajouté", reworded: "a changé", retired: "a retiré", returned: "a remis" };

/** « Audrey a changé « Réserver la salle ». Avant : J-35 · Coordination · Réserver ». */
function shownChange({ id, stepId, act, by, at, title, days, role, message, now }: ChangeFacts, zone: string) {
  const before = act === "reworded" ? [dayLabel(days), roleNames[role], title].join(" · ") : null;
  return { id, stepId, by, verb: ACTS[act], title: act === "reworded" ? now : title, before, message: act === "reworded" ? message : "", when: formatShortDate(new Date(at), zone) };
}

/** The loader's data of the list, for everybody; `asked` is a step that somebody would change. */
export async function templatePage(actor: MemberActor, request: Request) {
  const [zone, steps, notes, changes] = await Promise.all([communityTimeZone(), listSteps(actor), listNotes(actor), listChanges(actor)]);
  const kept = steps.filter(({ retired }) => !retired);
  const asked = new URL(request.url).searchParams.get("etape") ?? "";
  return {
    steps: steps.length > 0 ? kept.map((step) => ({ key: step.id, ...shownStep(step) })) : FIRST_STEPS.map((step, index) => ({ key: -1 - index, ...shownStep(step) })),
    choices: kept.map(({ id, days, title }) => ({ value: String(id), label: `${dayLabel(days)} · ${title}` })),
    asked: kept.some(({ id }) => String(id) === asked) ? asked : "",
    notes: notes.filter(({ mine }) => mine).map((note) => shownNote(note, zone)),
    changes: changes.map((change) => shownChange(change, zone)),
    mayChange: hasRole(actor, "committee"),
    mayPropose: actor.standing === "active",
  };
}

/** The loader's data of the same list as the committee changes it. */
export async function templateDesk(actor: MemberActor) {
  mayName(actor);
  const [zone, steps, notes] = await Promise.all([communityTimeZone(), listSteps(actor), listNotes(actor)]);
  return {
    own: steps.length > 0,
    steps: steps.filter(({ retired }) => !retired).map((step) => ({ key: step.id, to: stepPath(step.id), ...shownStep(step) })),
    retired: steps.filter(({ retired }) => retired).map((step) => ({ key: step.id, ...shownStep(step) })),
    notes: notes.filter(({ outcome }) => outcome === null).map((note) => shownNote(note, zone)),
  };
}

/** The loader's data of one step, to be worded anew. */
export async function stepPage(actor: MemberActor, id: number) {
  mayName(actor);
  const [zone, step, notes] = await Promise.all([communityTimeZone(), findStep(actor, id), listNotes(actor)]);
  const { days, role, title, message, revision, retired } = step;
  return {
    id,
    retired,
    version: revision,
    values: { jours: String(Math.abs(days)), sens: days > 0 ? "apres" : "avant", role, titre: title, message },
    shown: shownStep(step),
    notes: notes.filter(({ stepId, outcome }) => stepId === id && outcome === null).map((note) => shownNote(note, zone)),
  };
}

/** That proposals wait for the committee, as a line of « À faire ». */
export async function notesWaiting(actor: MemberActor) {
  if (!hasRole(actor, "committee")) return [];
  const { count, since } = await countWaitingNotes(actor);
  if (since === null) return [];
  return [{ key: "kit-notes", text: "Des personnes proposent de changer la trousse des responsables", note: plural(count, "proposition", "propositions"), to: TEMPLATE_DESK, act: "Voir", since: new Date(since).toISOString() }];
}
