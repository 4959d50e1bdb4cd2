import type { MemberActor, ParticipantActor } from "~/kit/actor";
import { HOUR, now } from "~/kit/clock.server";
import { findInText } from "~/kit/discretion/check";
import { DomainError } from "~/kit/errors";
import { elide, formatDateTime, formatList, formatWhen, plural } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { limit } from "~/kit/limits.server";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { findIncidentOf } from "~/features/incident/queries.server";
import { messagePlace, threadPath } from "~/features/thread/model";
import { ACTS, CAUSE_WORDS, casePath, isSubject, KIND_WORDS, LETTER_WORDS, OUTCOME_WORDS, REDACTED, SUBJECTS, type CaseAct, type Subject, type ThreadKind } from "./model";
import { reportThing } from "./mutations.server";
import { mayReport } from "./policy";
import { findCase, findOwnCase, findReportable, listReports, type Case, type ListedReport } from "./queries.server";
import { reportInput, textReportInput } from "./schema";
import { isTextSubject, MASKED_LINE, TEXT_SUBJECTS, TEXT_WORDS, type TextKind } from "./text/model";
import { PLACES } from "./text/places.server";
import { findTextCase, listReportable, titlesOf } from "./text/queries.server";

/** What the routes of reports do, once the guard has let someone in. */

/** Reports per hour and person: far above what anyone sees, and enough to stop who plays with it. */
const MOST_PER_HOUR = 30;

const subjectOf = (text: string | undefined): Subject => {
  if (text === undefined || !isSubject(text)) throw new DomainError("thing.absent");
  return text;
};

/** The loader's data of the page where something is reported. */
export async function reportPage(actor: ParticipantActor, asked: string | undefined, id: number) {
  const subject = subjectOf(asked);
  const mayWrite = actor.standing !== "paused";
  if (isTextSubject(subject)) return { ...(await textPage(actor, TEXT_SUBJECTS[subject], id)), mayWrite };
  const kind = SUBJECTS[subject];
  const { threadId, title, author, text, concealed } = await findReportable(actor, kind, id);
  return { title, back: threadPath(threadId), what: `${KIND_WORDS[kind]} ${elide("de", author)}`, text, passages: [], chosen: null, concealed, none: false, fixed: false, mayWrite };
}

/** More than anybody reads to find one: the rest of a long survey is said by its beginning. */
const MOST_QUOTED = 300;

/** The texts of a thing to choose from. The first that gives somebody away, as far as that can be seen, is chosen already. */
async function textPage(actor: ParticipantActor, kind: TextKind, id: number) {
  const found = await listReportable(actor, { kind, id });
  if (!found) throw new DomainError("thing.absent");
  const passages = found.passages
    .filter(({ text }) => !text.startsWith(MASKED_LINE))
    .map(({ part, label, text }) => ({ part, label, text: text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text, risky: findInText(text).length > 0 }));
  // With nothing that gives somebody away, which is meant is theirs to say: a title is not masked by a slip.
  const chosen = passages.find(({ risky }) => risky) ?? (passages.length === 1 ? passages[0] : undefined);
  return { title: found.title, back: found.path, what: TEXT_WORDS[kind], text: passages.length === 1 ? (passages[0]?.text ?? "") : null, passages, chosen: chosen?.part ?? null, concealed: passages.length === 0, none: found.passages.length === 0, fixed: found.fixed };
}

/** Reports something, and returns to where it stands. */
export async function reportFrom(actor: ParticipantActor, asked: string | undefined, id: number, form: Form): Promise<string> {
  const subject = subjectOf(asked);
  const proof = mayReport(actor);
  if (isTextSubject(subject)) {
    const kind = TEXT_SUBJECTS[subject];
    const { motif, precision, passage } = form.parse(textReportInput);
    const found = await listReportable(actor, { kind, id });
    if (!found) throw new DomainError("thing.absent");
    limit("report", actor.memberId, MOST_PER_HOUR, HOUR);
    return writeOnce(actor, form, async (tx) => {
      await reportThing(tx, proof, { kind: "text", text: { kind, id, part: passage }, cause: motif, note: precision });
      return found.path;
    });
  }
  const kind: ThreadKind = SUBJECTS[subject];
  const { motif, precision } = form.parse(reportInput);
  const { threadId } = await findReportable(actor, kind, id);
  limit("report", actor.memberId, MOST_PER_HOUR, HOUR);
  return writeOnce(actor, form, async (tx) => {
    await reportThing(tx, proof, { kind, id, cause: motif, note: precision });
    return subject === "message" ? messagePlace(threadId, id) : threadPath(threadId);
  });
}

const listed = ({ id, kind, cause, at, settledAt, outcome, title, author, text }: ListedReport, zone: string, titleOf: Awaited<ReturnType<typeof titlesOf>>) => ({
  id,
  to: casePath(id),
  what: text ? TEXT_WORDS[text.kind] : `${KIND_WORDS[kind as ThreadKind]} ${elide("de", author)}`,
  cause: CAUSE_WORDS[cause],
  personal: cause === "personal-information",
  title: title ?? (text ? titleOf(text) : ""),
  when: formatWhen(new Date(settledAt ?? at), now(), zone),
  outcome: outcome && OUTCOME_WORDS[outcome],
});

/** The loader's data of the committee's queue. */
export async function queuePage(actor: MemberActor) {
  const [{ waiting, settled }, zone] = await Promise.all([listReports(actor), communityTimeZone()]);
  const titleOf = await titlesOf(actor, [...waiting, ...settled].flatMap(({ text }) => (text ? [text] : [])));
  return { waiting: waiting.map((report) => listed(report, zone, titleOf)), settled: settled.map((report) => listed(report, zone, titleOf)) };
}

/** Which acts a case is open to, in the order in which they are offered. */
function actsOf({ kind, cause, outcome, concealed, gone, ref }: Case): CaseAct[] {
  const open = outcome === null || outcome === "concealed";
  const there = open && !gone && !(ref && PLACES[ref.kind].fixed);
  return [
    ...(there && kind !== "file" ? (["caviardage"] as const) : []),
    ...(open && concealed ? (["retablissement"] as const) : []),
    ...(there && (kind === "message" || kind === "file") ? (["suppression"] as const) : []),
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
  const { kind, cause, at, settledAt, settledBy, outcome, letters, echoes, concealed, ref, textId } = found;
  const about = ref && textId !== null ? ofText(found, await findTextCase(actor, ref, textId)) : ofThread(found);
  return {
    id,
    kind,
    outcome,
    concealed,
    gone: found.gone,
    note: found.note,
    reporter: found.reporter,
    files: found.files,
    incident,
    fixed: ref !== null && (PLACES[ref.kind].fixed ?? false),
    acts: actsOf(found).map((act) => ({ act, to: `${casePath(id)}/${act}`, ...ACTS[act] })),
    causeWord: CAUSE_WORDS[cause],
    when: formatWhen(new Date(at), now(), zone),
    settled: outcome && settledAt ? `${OUTCOME_WORDS[outcome]} par ${settledBy ?? ""}, ${formatWhen(new Date(settledAt), now(), zone)}` : null,
    echoWords: echoes > 0 ? plural(echoes, "passage qui le reprend est masqué aussi", "passages qui le reprennent sont masqués aussi") : null,
    ...about,
    published: about.publishedAt ? formatDateTime(new Date(about.publishedAt), zone) : null,
    what: about.author ? `${about.kindWord} ${elide("de", about.author)}` : about.kindWord,
    mailedWords: about.mailed.length > 0 ? formatList(about.mailed) : null,
    suggestion: suggested(about.text),
    letters: letters.map(({ id: key, act, body, at: on }) => ({ key, act: LETTER_WORDS[act], body, when: formatWhen(new Date(on), now(), zone) })),
  };
}

type About = { kindWord: string; where: string; title: string; author: string | null; publishedAt: string | null; text: string; mailed: string[]; place: string };

const ofThread = ({ kind, threadId, messageId, title, author, publishedAt, text, mailed }: Case): About => ({
  kindWord: KIND_WORDS[kind as ThreadKind],
  where: "Discussion",
  title: title ?? "",
  author,
  publishedAt,
  text,
  mailed,
  place: messageId === null ? threadPath(threadId ?? 0) : messagePlace(threadId ?? 0, messageId),
});

function ofText({ ref, text, concealed }: Case, found: Awaited<ReturnType<typeof findTextCase>>): About {
  const word = ref ? TEXT_WORDS[ref.kind] : "";
  return { kindWord: found?.label ?? word, where: word, title: found?.title ?? "", author: found?.author ?? null, publishedAt: found?.at ?? null, text: concealed ? text : (found?.text ?? ""), mailed: found?.mailed ?? [], place: found?.path ?? "/" };
}

/** The loader's data of what the committee wrote to someone about a thing of theirs. */
export async function ownCasePage(actor: MemberActor, id: number) {
  const [{ threadId, messageId, ref, letters, concealed, text }, zone] = await Promise.all([findOwnCase(actor, id), communityTimeZone()]);
  const thing = ref ? await listReportable(actor, ref) : null;
  return {
    place: ref ? (thing?.path ?? "/") : messageId === null ? threadPath(threadId ?? 0) : messagePlace(threadId ?? 0, messageId),
    placeWord: ref ? `Aller voir\u00a0: ${TEXT_WORDS[ref.kind].toLowerCase()}` : "Aller à la discussion",
    text: concealed ? text : "",
    letters: letters.map(({ id: key, act, body, at }) => ({ key, act: LETTER_WORDS[act], body, when: formatWhen(new Date(at), now(), zone) })),
  };
}
