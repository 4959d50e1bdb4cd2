import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "~/kit/actor";
import { HOUR } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { safePath } from "~/kit/http/origin.server";
import { limit } from "~/kit/limits.server";
import { requestContext } from "~/kit/request-context.server";
import { sha256 } from "~/kit/secrets.server";
import { endSession } from "~/kit/session.server";
import { inTransaction } from "~/kit/transaction.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import { enter } from "./enter.server";
import { keptWriteOf, publish, publishWaiting } from "./kept-write.server";
import { REQUESTS_PER_NETWORK, TRIES_PER_NETWORK } from "./model";
import { answerWithCode, askForCode } from "./mutations.server";
import { listPersonas, unscopedPersona } from "./personas.server";
import { findUnpublishedText, unscopedQuestion } from "./queries.server";
import { forgetRequest, rememberRequest, requestAddress, requestToken } from "./request-cookie.server";
import { askAgainForm, askForm, codeForm, personaForm } from "./schema";

/**
 * A question is answered no sooner than this, in milliseconds: writing a mail takes
 * a little longer than writing none, and the difference would tell who is a member.
 */
let answerNoSoonerThan = 150;

/** For tests that ask many questions and do not look at the clock. */
export const setShortestAnswer = (milliseconds: number): void => {
  answerNoSoonerThan = milliseconds;
};

type Posted = { actor: Actor | null; request: Request; form: Form };

/** What the sign-in page shows: whether there is a community to enter, where one goes afterwards, and the demo's people. */
export async function signInPage(request: Request) {
  const { settings } = requestContext();
  const returnTo = safePath(new URL(request.url).searchParams.get("retour"), settings.origin);
  const founded = (await unscopedCommunity()) !== null;
  return { founded, returnTo, personas: settings.demo ? await listPersonas() : [] };
}

/**
 * Takes an address and answers the same whether it is known or not. Someone who has
 * signed in meanwhile, in another tab, sees their waiting text through at once.
 */
export async function ask({ actor, request, form }: Posted): Promise<string> {
  const { network, settings } = requestContext();
  if (actor) {
    const asked = form.parse(form.values.suite_champs ? askAgainForm : askForm);
    const kept = keptWriteOf(asked);
    const returnTo = safePath(asked.retour, settings.origin);
    if (!kept) return returnTo;
    return (await publish({ actor, cookie: request.headers.get("Cookie") ?? "" }, kept, returnTo)).location;
  }
  const asked = form.parse(askForm);
  limit("sign-in.question", network, REQUESTS_PER_NETWORK, HOUR);
  const [token] = await Promise.all([
    askForCode({
      email: asked.courriel,
      computer: asked.partage ? "shared" : "own",
      returnTo: safePath(asked.retour, settings.origin),
      kept: keptWriteOf(asked),
      earlierToken: requestToken(request),
    }),
    pause(answerNoSoonerThan),
  ]);
  rememberRequest(token, asked.courriel);
  return "/connexion/code";
}

/** What the page of the code shows, or null in a browser that asked for none. */
export async function codePage(request: Request) {
  const token = requestToken(request);
  const question = token ? await unscopedQuestion(sha256(token)) : null;
  return question && { address: requestAddress(request), shared: question.computer === "shared", returnTo: question.returnTo };
}

/** Takes a code, signs its person in, and publishes what they had written before their session ended. */
export async function answer({ request, form }: Posted): Promise<string> {
  const { code } = form.parse(codeForm);
  limit("sign-in.code", requestContext().network, TRIES_PER_NETWORK, HOUR);
  const { requestHash, memberId, computer, returnTo } = await answerWithCode(requestToken(request), code);
  const entered = await enter(request, memberId, computer);
  forgetRequest();
  return publishWaiting(entered, requestHash, returnTo);
}

/** What the page after signing in shows: one's own text that did not go through, or that another's was left alone. */
export async function afterSignIn(actor: Actor, request: Request) {
  const found = await findUnpublishedText(actor);
  const ofAnother = new URL(request.url).searchParams.has("autre");
  return { ofAnother, text: found && !ofAnother ? { path: found.path, formKey: found.key, fields: found.fields, returnTo: found.returnTo } : null };
}

/** Signs out. Its sockets close, and the browser clears what it kept. */
export async function leave(actor: Actor | null): Promise<string> {
  if (actor) {
    await endSession(actor);
    await inTransaction(async (tx) => {
      await tx.audit({ actor, act: "session.ended", subjectId: actor.memberId });
      tx.announce({ type: "member.rights-changed", id: actor.memberId });
    });
  }
  return "/connexion";
}

/** Enters as someone of the demo's cast; anywhere but in the demo, this does not exist. */
export async function enterAsPersona({ request, form }: Posted): Promise<string> {
  if (!requestContext().settings.demo) throw new DomainError("thing.absent");
  const memberId = await unscopedPersona(form.parse(personaForm).personne);
  if (memberId === null) throw new DomainError("thing.absent");
  await enter(request, memberId, "own");
  return "/";
}
