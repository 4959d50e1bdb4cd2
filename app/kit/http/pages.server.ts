import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response as ExpressResponse } from "express";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { statementCount } from "#db/client.server";
import type { Settings } from "../env.server";
import type { ErrorCode } from "../errors";
import { answerFault } from "../faults.server";
import type { Ground } from "../ground.server";
import { log, loggablePath } from "../log.server";
import { withContext, type RequestContext } from "../request-context.server";
import { BodyTooLarge, LARGEST_BODY, sendWebResponse, toWebRequest } from "./bridge.server";
import { networkOf } from "./network.server";
import { isOurOwnWrite } from "./origin.server";
import { plainPage } from "./plain-page.server";

/** No page or form waits longer than this for the database; milliseconds. */
const DEADLINE = 5_500;

export type PagesOptions = {
  settings: Settings;
  ground: Ground;
  build: ServerBuild | (() => Promise<ServerBuild>);
  stylesheet: string | undefined;
  /** Tells each answer how many statements it took, for tests and the bench. */
  countStatements: boolean;
};

/** Gives each request its reference and its nonce before anything else can fail. */
export const identifyRequest: RequestHandler = (_request, response, next) => {
  response.locals.reference = randomUUID().slice(0, 8);
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
};

/** Every page and form: refused early where it must be, else handed to Remix under a deadline. */
export function pages(options: PagesOptions): RequestHandler {
  const { settings, ground, build, countStatements } = options;
  const handle = createRequestHandler(build, typeof build === "function" ? "development" : "production");

  const refuse = (response: ExpressResponse, code: ErrorCode, retryAfter?: number) => {
    if (response.headersSent) return void response.destroy();
    const answer = plainPage(code, {
      reference: response.locals.reference as string,
      stylesheet: options.stylesheet,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
    response.status(answer.status).set(answer.headers).send(answer.body);
  };

  return (request, response) => {
    const begun = performance.now();
    const writing = request.method !== "GET" && request.method !== "HEAD";
    response.on("finish", () => {
      log.info({ reference: response.locals.reference as string, method: request.method, path: loggablePath(request.url), status: response.statusCode, ms: Math.round(performance.now() - begun) }, "request");
    });
    if (writing && !isOurOwnWrite(request.headers, settings.origin)) return refuse(response, "origin.foreign");
    if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) {
      response.setHeader("Connection", "close");
      return refuse(response, "body.too-large");
    }
    if (ground.state !== "ready") return refuse(response, "database.away", 15);

    const abort = new AbortController();
    response.on("close", () => abort.abort());
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
    const counted = { statements: 0 };
    const answer = withContext(context, () => statementCount.run(counted, () => handle(toWebRequest(request, settings.origin, abort.signal), context)));
    const { away, forget } = ground.whenAway();
    void settle(answer, away).then(
      async (settled) => {
        forget();
        if (!settled) return refuse(response, "database.away", 15);
        response.setHeader("Cache-Control", settled.headers.get("Cache-Control") ?? "no-store");
        if (countStatements) response.setHeader("X-Statements", String(counted.statements));
        await sendWebResponse(response, settled, context.headers, context.cookies);
      },
    ).catch((error: unknown) => {
      forget();
      if (error instanceof BodyTooLarge) return refuse(response, "body.too-large");
      if (abort.signal.aborted) return response.destroy();
      return refuse(response, withContext(context, () => answerFault(error)).code);
    });
  };
}

/** The answer, or null when the database went away or the deadline passed first. */
async function settle(answer: Promise<Response>, away: Promise<void>): Promise<Response | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), DEADLINE)));
  answer.catch(() => {});
  try {
    return await Promise.race([answer, away.then(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
