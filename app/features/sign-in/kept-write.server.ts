import { db } from "#db/client.server";
import { eq } from "drizzle-orm";
import { pendingWrites } from "#db/schema/session";
import { isKeyOf, KEY_FIELD, isFormKey } from "~/kit/form-key.server";
import { safePath } from "~/kit/http/origin.server";
import { requestContext } from "~/kit/request-context.server";
import type { Entered } from "./enter.server";
import type { KeptWrite } from "./model";
import { dropKept } from "./mutations.server";
import { findUnpublishedText, keptFrom } from "./queries.server";
import type { Asked } from "./schema";

/** Where a text that did not go through is shown again. */
const SHOWN_AT = "/connexion/suite";
export const OF_ANOTHER = `${SHOWN_AT}?autre=oui`;

/** The write that came with the question, if it can be one of ours. */
export function keptWriteOf({ suite_chemin: path, suite_cle: key, suite_champs: fields }: Asked): KeptWrite | null {
  if (!path || !key || !fields || !isFormKey(key)) return null;
  const { origin } = requestContext().settings;
  const { pathname } = new URL(safePath(path, origin), origin);
  // An anonymous answer is kept nowhere but in its box, and least of all beside an address that asks for a code.
  return pathname === "/" || /^\/(connexion|deconnexion|demonstration)(\/|$)|^\/sondages\/\d+\/anonyme/.test(pathname) ? null : { path: pathname, key, fields };
}

/** Publishes a text as the person who has just signed in, through the same route and the same checks as ever. */
export async function publish({ actor, cookie }: Entered, kept: KeptWrite, returnTo: string): Promise<{ location: string; done: boolean }> {
  if (!isKeyOf(actor, kept.key)) return { location: OF_ANOTHER, done: true };
  const { settings, dispatch, userAgent } = requestContext();
  const { origin } = settings;
  const body = new URLSearchParams([...kept.fields.map(([name, value]): [string, string] => [name, value]), [KEY_FIELD, kept.key]]);
  const headers = {
    Cookie: cookie,
    Origin: origin,
    Host: new URL(origin).host,
    "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
    "User-Agent": userAgent,
  };
  const answer = await dispatch(new Request(origin + kept.path, { method: "POST", headers, body }));
  await answer.body?.cancel();
  const location = answer.headers.get("Location");
  if (answer.status >= 400) return { location: SHOWN_AT, done: false };
  return { location: location ? safePath(location, origin) : returnTo, done: true };
}

/** Publishes the text that waited on a challenge, if there is one. Returns where to go. */
export async function publishWaiting(entered: Entered, requestHash: string, returnTo: string): Promise<string> {
  const [row] = await db.select({ path: pendingWrites.path, fields: pendingWrites.fields }).from(pendingWrites).where(eq(pendingWrites.requestHash, requestHash));
  if (!row) return returnTo;
  const { location, done } = await publish(entered, keptFrom(row), returnTo);
  if (!done) return location;
  await dropKept(requestHash);
  // An earlier text of the same browser may wait as well: it is shown rather than forgotten.
  return location !== OF_ANOTHER && (await findUnpublishedText(entered.actor)) ? SHOWN_AT : location;
}
