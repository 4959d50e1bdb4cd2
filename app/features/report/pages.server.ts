import { hasRole, isMember, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { HOUR, now } from "~/kit/clock.server";
import { findInText } from "~/kit/discretion/check";
import { DomainError } from "~/kit/errors";
import { formatDateTime, formatList, formatWhen, plural } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { limit } from "~/kit/limits.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { findIncidentOf } from "~/features/incident/queries.server";
import { messagePlace, threadPath } from "~/features/thread/model";
import { ACTS, CAUSE_WORDS, casePath, isSubject, KIND_WORDS, LETTER_WORDS, OUTCOME_WORDS, REDACTED, SUBJECTS, type CaseAct, type Subject } from "./model";
import { reportThing } from "./mutations.server";
import { mayReport } from "./policy";
import { findCase, findOwnCase, findReportable, listReports, type Case, type ListedReport } from "./queries.server";
import { reportInput } from "./schema";

/** What the routes of reports do, once the guard has let someone in. */

/** Reports per hour and person: far above what anyone sees, and enough to stop who plays with it. */
const MOST_PER_HOUR = 30;

const subjectOf = (text: string | undefined): Subject => {
  if (text === undefined || !isSubject(text)) throw new DomainError("thing.absent");
  return text;
};

/** The loader's data of the page where something is reported. */
export async function reportPage(actor: ParticipantActor, subject: string | undefined, id: number) {
  const kind = SUBJECTS[subjectOf(subject)];
  const found = await findReportable(actor, kind, id);
  return { ...found, subject: subjectOf(subject), id, kind, kindWord: KIND_WORDS[kind], mayWrite: actor.standing !== "paused" };
}

/** Reports something, and returns to its discussion. */
export async function reportFrom(actor: ParticipantActor, subject: string | undefined, id: number, form: Form): Promise<string> {
  const kind = SUBJECTS[subjectOf(subject)];
  const proof = mayReport(actor);
  const { motif, precision } = form.parse(reportInput);
  const { threadId } = await findReportable(actor, kind, id);
  limit("report", actor.memberId, MOST_PER_HOUR, HOUR);
  return writeOnce(actor, form, async (tx) => {
    await reportThing(tx, proof, { kind, id, cause: motif, note: precision });
    return subject === "message" ? messagePlace(threadId, id) : threadPath(threadId);
  });
}

const listed = ({ id, kind, cause, at, settledAt, outcome, title, author }: ListedReport, zone: string) => ({
  id,
  to: casePath(id),
  what: `${KIND_WORDS[kind]} de ${author}`,
  cause: CAUSE_WORDS[cause],
  personal: cause === "personal-information",
  title,
  when: formatWhen(new Date(settledAt ?? at), now(), zone),
  outcome: outcome && OUTCOME_WORDS[outcome],
});

/** The loader's data of the committee's queue. */
export async function queuePage(actor: MemberActor) {
  const [{ waiting, settled }, zone] = await Promise.all([listReports(actor), communityTimeZone()]);
  return { waiting: waiting.map((report) => listed(report, zone)), settled: settled.map((report) => listed(report, zone)) };
}

/** Which acts a case is open to, in the order in which they are offered. */
function actsOf({ kind, cause, outcome, concealed, gone }: Case): CaseAct[] {
  const open = outcome === null || outcome === "concealed";
  const there = open && !gone;
  return [
    ...(there && kind !== "file" ? (["caviardage"] as const) : []),
    ...(open && concealed ? (["retablissement"] as const) : []),
    ...(there && kind !== "title" ? (["suppression"] as const) : []),
    ...(there && !concealed && cause !== "personal-information" ? (["masquage"] as const) : []),
    ...(outcome === null && !concealed ? (["cloture"] as const) : []),
    "mot",
  ];
}

/** The text with what gives someone away already taken out, as far as that can be seen. */
function suggested(text: string): string {
  let result = text;
  for (const { start, end } of findInText(text).reverse()) result = result.slice(0, start) + REDACTED + result.slice(end);
  return result;
}

/** The loader's data of one case. */
export async function casePage(actor: MemberActor, id: number) {
  const [found, zone, incident] = await Promise.all([findCase(actor, id), communityTimeZone(), findIncidentOf(actor, id)]);
  const { kind, cause, at, settledAt, settledBy, outcome, publishedAt, threadId, messageId, letters, mailed, echoes, text } = found;
  return {
    ...found,
    incident,
    acts: actsOf(found).map((act) => ({ act, to: `${casePath(id)}/${act}`, ...ACTS[act] })),
    kindWord: KIND_WORDS[kind],
    causeWord: CAUSE_WORDS[cause],
    when: formatWhen(new Date(at), now(), zone),
    published: formatDateTime(new Date(publishedAt), zone),
    settled: outcome && settledAt ? `${OUTCOME_WORDS[outcome]} par ${settledBy ?? ""}, ${formatWhen(new Date(settledAt), now(), zone)}` : null,
    place: messageId === null ? threadPath(threadId) : messagePlace(threadId, messageId),
    mailedWords: mailed.length > 0 ? formatList(mailed) : null,
    echoWords: echoes > 0 ? plural(echoes, "message qui le reprend est masqué aussi", "messages qui le reprennent sont masqués aussi") : null,
    suggestion: suggested(text),
    letters: letters.map(({ id: key, act, body, at: on }) => ({ key, act: LETTER_WORDS[act], body, when: formatWhen(new Date(on), now(), zone) })),
  };
}

/** The loader's data of what the committee wrote to someone about a thing of theirs. */
export async function ownCasePage(actor: MemberActor, id: number) {
  const [{ kind, threadId, messageId, letters, concealed, text }, zone] = await Promise.all([findOwnCase(actor, id), communityTimeZone()]);
  return {
    kindWord: KIND_WORDS[kind],
    place: messageId === null ? threadPath(threadId) : messagePlace(threadId, messageId),
    text: concealed ? text : "",
    letters: letters.map(({ id: key, act, body, at }) => ({ key, act: LETTER_WORDS[act], body, when: formatWhen(new Date(at), now(), zone) })),
    committee: isMember(actor) && hasRole(actor, "committee"),
  };
}
