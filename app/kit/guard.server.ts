import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { hasRole, isMember, isParticipant, type Actor, type MemberActor, type ParticipantActor } from "./actor";
import { MINUTE } from "./clock.server";
import { answerFault } from "./faults.server";
import { DomainError, problemOf, type ErrorCode, type Problem } from "./errors";
import { Form } from "./form.server";
import { isFormKey, isKeyOf } from "./form-key.server";
import { requestContext } from "./request-context.server";
import { limit } from "./limits.server";
import { currentSession, noteSeen } from "./session.server";

/**
 * Every loader and action is exported through one of these wrappers; server.ts
 * refuses to listen otherwise. A wrapper reads the session, decides who may come
 * in at all, parses the form and turns errors into answers. Finer rights are the
 * policies' matter.
 */
type Arguments<By> = { actor: By; request: Request; params: Record<string, string | undefined>; form: Form };
type Work<By, Result> = (args: Arguments<By>) => Promise<Result>;
type Guarded<Result> = (args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<Result>;

type Options = {
  /** A poll, a draft: it does not count as the person being here. */
  quiet?: boolean;
  /** Posting it again changes nothing by nature, so it carries no key. */
  repeatable?: boolean;
  /** Open to people whose participation is paused, even to write. */
  evenPaused?: boolean;
  /** Takes files along with the form. They are received for someone who is signed in only, and lie on the disk until the answer. */
  files?: boolean;
  /** What one of these files may weigh, where that is more than usual; bytes. */
  largest?: number;
};

const GUARD = Symbol.for("le-fil.guard");
const TAKES_FILES = Symbol.for("le-fil.takes-files");

/** Whether this action takes files: only then is its body let in as it comes, and may it be large. */
export const takesFiles = (exported: unknown): boolean =>
  typeof exported === "function" && (exported as { [TAKES_FILES]?: boolean })[TAKES_FILES] === true;

/** How a loader or action is guarded, or undefined when it is bare. */
export const guardOf = (exported: unknown): string | undefined =>
  typeof exported === "function" ? (exported as { [GUARD]?: string })[GUARD] : undefined;

/** Errors that the page of the form shows in place, with what was typed. */
const SHOWN_IN_PLACE = new Set<ErrorCode>([
  "input.invalid", "discretion.asked", "discretion.refused", "key.reused", "code.wrong", "rate.exceeded", "state.moved", "draft.moved", "message.concealed", "thread.closed", "poll.closed",
  "administrator.last", "invitation.already-member", "organisation.exists",
  "pole.exists", "meeting.moved", "meeting.without-date", "sitting.ended", "sitting.too-early",
  "date-poll.closed", "date-poll.moved", "date-poll.running", "date-poll.slot-gone", "date-poll.without-slot", "date-poll.over",
  "attendance.too-early", "attendance.off", "notes.moved", "minutes.moved", "minutes.state-moved", "minutes.adopted", "correction.settled", "card.too-early", "card.settled", "follow-up.moved", "follow-up.person-gone",
  "topic.not-waiting", "topic.votes-taken", "topic.moved",
  "charter.frozen", "charter.begun", "article.moved", "article.gone",
  "survey.empty", "survey.full", "survey.without-end", "survey.nobody", "survey.too-few", "survey.answered", "survey.moved", "survey.closed", "survey.other-question",
  "sitting.overfull", "answer.closed", "answer.own", "seats.none-left",
  "duty.moved", "duty.taken", "duty.already-there", "duty.person-gone", "duty.over", "swap.ended", "kit.moved",
  "signing.text-moved", "signing.text-altered", "signing.reminded", "signing.shared-mailbox", "signing.held-threads", "signing.held-posts",
  "body.too-large", "database.away",
]);

const NO_FORM = Form.empty();

type Entry<By> = (actor: Actor | null, request: Request) => By;

function guarded<By extends Actor | null, Result>(label: string, enter: Entry<By>, work: Work<By, Result>, options: Options = {}): Guarded<Result> {
  const run = async ({ request, params }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Result> => {
    const writing = request.method !== "GET" && request.method !== "HEAD";
    let form = NO_FORM;
    try {
      const { refusal } = requestContext();
      if (refusal) throw new DomainError(refusal.code, refusal.retryAfter === undefined ? {} : { retryAfter: refusal.retryAfter });
      if (writing && !options.files) form = await Form.read(request);
      const session = await currentSession(request).catch(async (thrown: unknown) => {
        // The text is read all the same: it stands on the page that says that this did not get through.
        if (writing && options.files) form = await Form.receive(request, null);
        throw thrown;
      });
      if (writing && options.files) form = await Form.receive(request, session && requestContext().settings.dataDir, options.largest);
      const actor = enter(session?.actor ?? null, request);
      if (session && !options.quiet) await noteSeen(session);
      if (writing && actor) checkWriting(actor, form, options);
      return await work({ actor, request, params, form });
    } catch (thrown) {
      return answer(thrown, request, form, writing) as Result;
    } finally {
      if (writing && options.files) {
        requestContext().unsent = form.unsent;
        await form.dispose();
      }
    }
  };
  return Object.assign(run, { [GUARD]: label, ...(options.files ? { [TAKES_FILES]: true } : {}) });
}

/** Writes per minute and person: far above what anyone types, far below what a script could do. */
const MOST_WRITES = 600;

function checkWriting(actor: Actor, form: Form, { repeatable, evenPaused }: Options): void {
  limit("write", actor.memberId, MOST_WRITES, MINUTE);
  if (actor.standing === "paused" && !evenPaused) throw new DomainError("member.paused");
  if (repeatable) return;
  if (!isFormKey(form.key)) throw new DomainError("request.malformed");
  if (!isKeyOf(actor, form.key)) throw new DomainError("form.of-another");
}

function answer(thrown: unknown, request: Request, form: Form, writing: boolean): unknown {
  if (thrown instanceof Response) throw thrown;
  const fault = thrown instanceof DomainError ? null : answerFault(thrown);
  const error = thrown instanceof DomainError ? thrown : fault;
  if (!error) throw thrown;
  if (error.code === "session.absent" && !writing) {
    const { pathname, search } = new URL(request.url);
    const back = pathname === "/" ? "" : `?retour=${encodeURIComponent(pathname + search)}`;
    throw redirect(`/connexion${back}`);
  }
  const problem: Problem = { ...problemOf(error, requestContext().reference), values: { ...form.values, ...error.details.values } };
  if (error.code === "session.absent") problem.state = interrupted(request, form);
  const init = { status: problem.status };
  // On the request itself: Remix drops the headers of what a loader throws.
  if (problem.retryAfter !== undefined) requestContext().headers["Retry-After"] = String(problem.retryAfter);
  if (writing && SHOWN_IN_PLACE.has(error.code)) {
    requestContext().memo.set(ANSWERED_IN_PLACE, Promise.resolve());
    return data({ problem }, init);
  }
  throw data(problem, init);
}

/** What the sign-in form needs to carry a write through: where it was going, what it held, and the page it came from. */
const interrupted = (request: Request, form: Form) => {
  const { origin, pathname } = new URL(request.url);
  const page = request.headers.get("Referer") ?? "";
  const from = page.startsWith(`${origin}/`) ? page.slice(origin.length) : "/";
  return { path: pathname, key: form.key, entries: JSON.stringify(form.entries), from };
};

const signedIn = (actor: Actor | null): Actor => {
  if (!actor) throw new DomainError("session.absent");
  return actor;
};

const participant = (actor: Actor | null): ParticipantActor => {
  const someone = signedIn(actor);
  if (isParticipant(someone)) return someone;
  throw redirect("/inscription");
};

const member = (actor: Actor | null): MemberActor => {
  const someone = participant(actor);
  if (isMember(someone)) return someone;
  throw new DomainError("thing.absent");
};

const withRole = (role: "committee" | "administrator") => (actor: Actor | null) => {
  const someone = member(actor);
  if (!hasRole(someone, role)) throw new DomainError("thing.absent");
  return someone;
};

/** Open to anybody, for a reason that can be read here. */
export const asVisitor = <Result>(reason: string, work: Work<Actor | null, Result>) =>
  guarded<Actor | null, Result>(`visitor: ${reason}`, (actor) => actor, work, { repeatable: true, evenPaused: true });

/** Anyone signed in, also before joining is finished: one's own session and one's own joining. */
export const asSignedIn = <Result>(work: Work<Actor, Result>, options?: Options) => guarded("signed-in", signedIn, work, options);

/** Members and guests; what a guest may see is the query's matter. */
export const asParticipant = <Result>(work: Work<ParticipantActor, Result>, options?: Options) => guarded("participant", participant, work, options);

export const asMember = <Result>(work: Work<MemberActor, Result>, options?: Options) => guarded("member", member, work, options);

export const asCommittee = <Result>(work: Work<MemberActor, Result>, options?: Options) => guarded("committee", withRole("committee"), work, options);

export const asAdministrator = <Result>(work: Work<MemberActor, Result>, options?: Options) => guarded("administrator", withRole("administrator"), work, options);

/** Set once an action's answer is to be shown by the page it was posted to. */
const ANSWERED_IN_PLACE = "answered in place";

/**
 * For an address that only takes POST. After an action that answers in place the
 * page is made all the same: in the same request, or by a fetch of its script.
 */
export const onlyPosted = guarded("visitor: nothing to see here", (actor) => actor, async (): Promise<null> => {
  const { isData, memo } = requestContext();
  if (!isData && !memo.has(ANSWERED_IN_PLACE)) throw new DomainError("method.unknown");
  return null;
});

/** What is absent, or invisible to this person. */
export const thingAbsent = (): Promise<null> => {
  throw new DomainError("thing.absent");
};

/** The number in an address, or the same 404 as a number that does not exist. */
export function idOf(params: Record<string, string | undefined>, name = "id"): number {
  const text = params[name] ?? "";
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new DomainError("thing.absent");
  return Number(text);
}
