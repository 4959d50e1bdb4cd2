import { communityTimeZone } from "~/features/community/queries.server";
import { MINUTE, now } from "~/kit/clock.server";
import { DomainError, sentenceOf, statusOf } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { formatDateTime } from "~/kit/format";
import { limit } from "~/kit/limits.server";
import { requestContext } from "~/kit/request-context.server";
import { trialUpload } from "./schema";

/** An office of a hundred people stands behind one address. */
const MOST_UPLOADS = 60;
const PER = 10 * MINUTE;

/** What the server saw of the request that asked for the page; for those without JavaScript too. */
export async function seenByServer(request: Request) {
  const { origin } = requestContext().settings;
  return {
    origin,
    secure: origin.startsWith("https:"),
    testedAt: formatDateTime(now(), await communityTimeZone()),
    /** What a proxy of the person's own network said of itself, if it did. */
    proxy: request.headers.get("Via")?.slice(0, 100) ?? null,
  };
}

/** The server's time, in milliseconds since 1970, for the device's clock to be compared with. */
export const serverTime = (): Response => Response.json({ at: now().getTime() }, { headers: { "Cache-Control": "no-store" } });

/** Counts what arrived, and keeps nothing of it. A refusal is said to a script, so it is an answer of its own. */
export function weighUpload(form: Form): Response {
  try {
    limit("diagnostic-upload", requestContext().network, MOST_UPLOADS, PER);
    return Response.json({ received: form.parse(trialUpload).charge.length });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { retryAfter } = error.details;
    const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
    return Response.json({ sentence: sentenceOf(error.code) }, { status: statusOf(error.code), headers });
  }
}
