import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ErrorRequestHandler, RequestHandler, Response as ExpressResponse } from "express";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { statementCount } from "#db/client.server";
import type { Settings } from "../env.server";
import type { ErrorCode } from "../errors";
import { answerFault } from "../faults.server";
import { MOST_FIELDS } from "../arrivals.server";
import { Form } from "../form.server";
import type { Ground } from "../ground.server";
import { log, loggablePath } from "../log.server";
import { withContext, type RequestContext } from "../request-context.server";
import { addressOf, BodyTooLarge, BodyTooSlow, readBody, sendWebResponse, toWebRequest } from "./bridge.server";
import { addressesOfFiles, handlersOf } from "./handlers.server";
import { networkOf } from "./network.server";
import { isByKeyAlone, isOurOwnWrite, safePath } from "./origin.server";
import { plainPage, type UnsentForm } from "./plain-page.server";

/** No page or form waits longer than this for the database; milliseconds. */
const DEADLINE = 5_500;
/** A form that carries files has this long to arrive and be looked through; server.ts cuts what arrives for longer than five minutes. */
const DEADLINE_OF_FILES = 400_000;
const READS_ON = 20_000;
/** Seconds after which it is worth trying again when the database is away. */
const TRY_AGAIN_AFTER = 15;
/** Why a request is over once it was answered; said once, because making an error for each costs more than it says. */
const ANSWERED = new Error("answered");
/** How long a sender may go on after having been refused; milliseconds. */
const LINGER = 10_000;

export type PagesOptions = {
  settings: Settings;
  ground: Ground;
  build: ServerBuild | (() => Promise<ServerBuild>);
  stylesheet: string | undefined;
  /** Tells each answer how many statements it took, for tests and the bench. */
  countStatements: boolean;
};

type Refuse = (response: ExpressResponse, code: ErrorCode, unsent?: UnsentForm) => void;

const refusalIn = (stylesheet: string | undefined): Refuse => (response, code, unsent) => {
  if (response.headersSent) return void response.destroy();
  const reference = response.locals.reference as string;
  const { status, headers, body } = plainPage(code, { reference, stylesheet, unsent, ...(code === "database.away" ? { retryAfter: TRY_AGAIN_AFTER } : {}) });
  response.status(status).set(headers).set("Content-Length", String(Buffer.byteLength(body)));
  const { req: request } = response;
  if (request.complete || request.method === "HEAD") return void response.end(body);
  // A connection cut while its sender still sends loses the answer: what is left is taken off the line first, for a while.
  response.write(body);
  const done = () => response.end();
  request.once("close", done).once("end", done).resume();
  setTimeout(done, LINGER).unref();
};

/** Every page and form: refused early where it must be, else handed to Remix under a deadline. */
export function pages(options: PagesOptions): RequestHandler {
  const { settings, ground, build, countStatements } = options;
  const handle = typeof build === "function" ? createRequestHandler(build, "development") : handlersOf(build);
  const words = new Set(typeof build === "function" ? [] : ["_root", "__manifest", ...Object.values(build.routes).flatMap((route) => route?.path?.split("/") ?? [])]);
  const mayCarryFiles = typeof build === "function" ? () => true : addressesOfFiles(build);
  const refuse = refusalIn(options.stylesheet);

  const answer = async (request: Parameters<RequestHandler>[0], response: ExpressResponse): Promise<void> => {
    const writing = request.method === "POST";
    if (!writing && request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD, POST");
      return refuse(response, "method.unknown");
    }
    if (writing && !isOurOwnWrite(request.headers, settings.origin) && !isByKeyAlone(request.path, request.headers)) return refuse(response, "origin.foreign");

    const abort = new AbortController();
    response.on("close", () => {
      if (!response.writableEnded) abort.abort();
    });
    const context: RequestContext = {
      settings,
      reference: response.locals.reference as string,
      nonce: response.locals.nonce as string,
      network: networkOf(request, settings.trustedHops),
      userAgent: (request.headers["user-agent"] ?? "").slice(0, 400),
      isData: request.path.endsWith(".data"),
      markup: new Map(),
      cookies: [],
      headers: {},
      memo: new Map(),
      // The replayed request is another one: only what it computes is new.
      dispatch: (again) => {
        const inner: RequestContext = { ...context, memo: new Map(), markup: new Map(), isData: false };
        return withContext(inner, () => handle(again, inner));
      },
    };
    // A script of ours can read nothing but what Remix writes: its refusals go through the guards.
    const refuseEither = async (code: ErrorCode): Promise<void> => {
      if (!context.isData) return refuse(response, code, unsentForm(request, settings.origin, context.unsent ?? (body && fieldsOf(request, body))));
      const refused: RequestContext = { ...context, memo: new Map(), refusal: { code, ...(code === "database.away" ? { retryAfter: TRY_AGAIN_AFTER } : {}) } };
      const said = await withContext(refused, () => handle(toWebRequest(request, settings.origin, null, abort.signal), refused));
      response.setHeader("Cache-Control", "no-store");
      return sendWebResponse(request, response, said, refused);
    };

    let body: Buffer<ArrayBuffer> | null = null;
    const streaming = writing && isMultipart(request) && mayCarryFiles(request.path);
    const asked = () => toWebRequest(request, settings.origin, streaming ? "as it comes" : body, abort.signal);
    try {
      if (writing && !streaming) body = await readBody(request);
      if (ground.state !== "ready") {
        if (streaming) context.unsent = (await Form.receive(asked(), null)).unsent;
        return await refuseEither("database.away");
      }
      const counted = { statements: 0 };
      const work = () => handle(asked(), context);
      const made = withContext(context, () => (countStatements ? statementCount.run(counted, work) : work()));
      const { away, forget } = ground.whenAway();
      const settled = await settle(made, away, streaming ? DEADLINE_OF_FILES : DEADLINE).finally(forget);
      // Whoever reads a form with files goes on to its end: the text of the page that is refused comes from there.
      if (!settled && streaming) await Promise.race([made.catch(() => {}), pause(READS_ON, undefined, { ref: false })]);
      if (!settled) return await refuseEither("database.away");
      // Remix's page of a fault would not hold what was typed.
      if (writing && settled.status >= 500 && !context.isData) return await refuseEither(settled.status === 503 ? "database.away" : "server.fault");
      response.setHeader("Cache-Control", settled.headers.get("Cache-Control") ?? "no-store");
      if (countStatements) response.setHeader("X-Statements", String(counted.statements));
      await sendWebResponse(request, response, settled, context);
    } catch (error) {
      if (error instanceof BodyTooLarge) return await refuseEither("body.too-large");
      if (error instanceof BodyTooSlow) return refuse(response, "request.too-slow");
      if (abort.signal.aborted || response.headersSent) return void response.destroy();
      await refuseEither(withContext(context, () => answerFault(error)).code);
    } finally {
      // Remix sets a timer for each page, which holds all that the page was made of for 5 s, unless the request was given up.
      abort.abort(ANSWERED);
    }
  };

  return (request, response, next) => {
    const begun = performance.now();
    response.on("finish", () => {
      log.info({ reference: response.locals.reference as string, method: request.method, path: loggablePath(request.url, words), status: response.statusCode, ms: Math.round(performance.now() - begun) }, "request");
    });
    answer(request, response).catch(next);
  };
}

/** What Express itself refuses, such as a file that is not there or an address that cannot be decoded. */
export function faults({ stylesheet }: Pick<PagesOptions, "stylesheet">): ErrorRequestHandler {
  const refuse = refusalIn(stylesheet);
  const codes: Record<number, ErrorCode> = { 404: "thing.absent", 405: "method.unknown", 413: "body.too-large" };
  return (error: { status?: unknown; name?: unknown }, _request, response, _next) => {
    const status = typeof error.status === "number" ? error.status : 500;
    if (status < 500) return refuse(response, codes[status] ?? "request.malformed");
    log.error({ reference: response.locals.reference as string, name: String(error.name) }, "fault outside of Remix");
    refuse(response, "server.fault");
  };
}

const isMultipart = ({ headers }: IncomingMessage): boolean => /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");

const fieldsOf = ({ headers }: IncomingMessage, body: Buffer): [string, string][] | null =>
  /^application\/x-www-form-urlencoded\b/i.test(headers["content-type"] ?? "") ? [...new URLSearchParams(body.toString())] : null;

/** What a form of a page carried, where it can be sent again as it was. */
function unsentForm(request: IncomingMessage, origin: string, fields: readonly [string, string][] | null): UnsentForm | undefined {
  const { pathname, search } = addressOf(request, origin);
  return !fields || fields.length > MOST_FIELDS ? undefined : { action: safePath(pathname + search, origin), fields };
}

/** The answer, or null when the database went away or the deadline passed first. */
async function settle(answer: Promise<Response>, away: Promise<void>, deadline: number): Promise<Response | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), deadline)));
  answer.catch(() => {});
  try {
    return await Promise.race([answer, away.then(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
