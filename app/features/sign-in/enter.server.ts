import type { Actor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { revokeDevice } from "~/kit/devices.server";
import { requestContext } from "~/kit/request-context.server";
import { currentSession, endSession, findSignedIn, startSession, type Computer } from "~/kit/session.server";
import { inTransaction } from "~/kit/transaction.server";
import { describeBrowser } from "~/kit/browser";
import { queueMail } from "~/features/mail/mutations.server";
import { unscopedBrowsersOf } from "./queries.server";

export type Entered = {
  actor: Actor;
  /** The Cookie header that this browser will send from now on. */
  cookie: string;
};

/**
 * Signs a person in on the browser of this request: a new session, the end of the
 * one that was there, and a letter when the browser is new to someone who has others.
 * @throws DomainError code.wrong when the person may not sign in any more.
 */
export async function enter(request: Request, memberId: number, computer: Computer): Promise<Entered> {
  await leaveEarlierSession(request, memberId);
  const browser = describeBrowser(requestContext().userAgent);
  const known = await unscopedBrowsersOf(memberId);
  const cookie = await startSession(memberId, computer, browser);
  const signedIn = await findSignedIn(cookie);
  if (!signedIn) throw new DomainError("code.wrong");
  const { actor, publicId } = signedIn;
  await inTransaction(async (tx) => {
    await tx.audit({ actor, act: "session.started", subjectId: memberId, details: { computer } });
    if (known.length > 0 && !known.includes(browser)) await queueMail(tx, { kind: "new-device", memberId, subjectRef: publicId });
  });
  return { actor, cookie };
}

/** Whoever was signed in here is so no more; someone else's copies leave the browser with them. */
async function leaveEarlierSession(request: Request, memberId: number): Promise<void> {
  const earlier = await currentSession(request);
  if (!earlier) return;
  if (earlier.actor.memberId === memberId) await revokeDevice(earlier.actor, earlier.publicId);
  else await endSession(earlier.actor);
  await inTransaction(async (tx) => tx.announce({ type: "member.rights-changed", id: earlier.actor.memberId }));
}
