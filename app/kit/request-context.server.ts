import { AsyncLocalStorage } from "node:async_hooks";
import type { Settings } from "./env.server";
import type { ErrorCode } from "./errors";

/** What belongs to one request and nobody else; also Remix's load context. */
export type RequestContext = {
  readonly settings: Settings;
  /** On the error page and in the log, so that one finds the other. */
  readonly reference: string;
  readonly nonce: string;
  /** Normalised for limits: an IPv6 address is its /64. */
  readonly network: string;
  readonly userAgent: string;
  /** A fetch by the page's own script, not a page. */
  readonly isData: boolean;
  /** Markup made on the server and not sent a second time as data, by name. */
  readonly markup: Map<string, string>;
  /** Set-Cookie lines to add to whatever the answer is. */
  readonly cookies: string[];
  /** The finished document, when the answer is one: it needs no stream. */
  page?: string;
  /** What a form with files held, once it was read: for the page that says that it did not get through. */
  unsent?: readonly [string, string][];
  /** Extra headers to add to whatever the answer is. */
  readonly headers: Record<string, string>;
  /** Runs a request through the same routes, for the same browser. */
  readonly dispatch: (request: Request) => Promise<Response>;
  /** Why no route may do anything with this request: the guards say so to the page's own script. */
  readonly refusal?: { code: ErrorCode; retryAfter?: number };
  /** Values computed once per request, by name. */
  readonly memo: Map<string, Promise<unknown>>;
};

const storage = new AsyncLocalStorage<RequestContext>();

export const withContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** @throws when called outside a request. */
export function requestContext(): RequestContext {
  const context = storage.getStore();
  if (!context) throw new Error("There is no request here.");
  return context;
}

/** Computes a value once per request. */
export function oncePerRequest<T>(name: string, compute: () => Promise<T>): Promise<T> {
  const { memo } = requestContext();
  let known = memo.get(name) as Promise<T> | undefined;
  if (!known) memo.set(name, (known = compute()));
  return known;
}

declare module "@remix-run/server-runtime" {
  // eslint cannot see that this is how Remix types its context.
  interface AppLoadContext extends RequestContext {
    readonly reference: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
