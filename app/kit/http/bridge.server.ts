import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { RequestContext } from "../request-context.server";

/** More than any form of ours weighs; those that carry files are read as they come, within limits of their own. */
export const LARGEST_BODY = 1_200_000;
/** A form without files arrives within this time; milliseconds. */
const ARRIVES_WITHIN = 60_000;
/** What is still taken off the line, and thrown away, so that the sender gets to read the refusal. */
const MOST_DISCARDED = 100_000_000;

export class BodyTooLarge extends Error {}
export class BodyTooSlow extends Error {}

/** The address asked for, on our own origin: neither Host, an absolute address nor a leading // decides where we are. */
export function addressOf(request: IncomingMessage, origin: string): URL {
  const asked = (request.url ?? "/").replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "");
  return new URL(origin + (asked.startsWith("/") ? asked : `/${asked}`));
}

/**
 * Everything that was posted, before anything is done with it: a slow sender keeps
 * no connection of the database waiting.
 * @throws BodyTooLarge past LARGEST_BODY (what follows is discarded), BodyTooSlow when it is not there in time.
 */
export function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) {
    request.resume();
    return Promise.reject(new BodyTooLarge());
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received <= LARGEST_BODY) return void chunks.push(chunk);
      chunks = [];
      reject(new BodyTooLarge());
      if (received > MOST_DISCARDED) request.destroy();
    });
    const late = setTimeout(() => reject(new BodyTooSlow()), ARRIVES_WITHIN);
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("close", () => {
      clearTimeout(late);
      reject(new Error("The sender left before the end."));
    });
  });
}

/**
 * Node's request as the web's. Forwarded headers are left out, so that no one
 * outside decides what we are called (Remix would believe X-Forwarded-Host).
 */
export function toWebRequest(request: IncomingMessage, origin: string, body: Buffer<ArrayBuffer> | "as it comes" | null, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith("x-forwarded-") || name.startsWith(":")) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  headers.set("host", new URL(origin).host);
  const sent = body === "as it comes" ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: "half" as const } : { body };
  return new Request(addressOf(request, origin), { method: request.method ?? "GET", headers, signal, ...sent });
}

const compress = promisify(gzip);
/** Below this many bytes, compressing costs more than it spares. */
const WORTH_COMPRESSING = 1_024;

/**
 * Sends a web response through Node's. Most answers are short and already finished, so
 * they go out whole: compressed in one piece at the quickest level, with a length.
 * One that states its length itself is a file, and passes piece by piece.
 */
export async function sendWebResponse(request: IncomingMessage, response: ServerResponse, answer: Response, context: Pick<RequestContext, "headers" | "cookies" | "page">): Promise<void> {
  const passes = answer.body !== null && answer.headers.has("Content-Length");
  const whole = context.page !== undefined ? Buffer.from(context.page) : (answer.body && !passes ? Buffer.from(await answer.arrayBuffer()) : null);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  for (const [name, value] of Object.entries(context.headers)) response.setHeader(name, value);
  const cookies = [...answer.headers.getSetCookie(), ...context.cookies];
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (passes) return pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response);
  response.appendHeader("Vary", "Accept-Encoding");
  if (!whole || answer.status === 304) return void response.end();
  const shorter = whole.length >= WORTH_COMPRESSING && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (shorter) response.setHeader("Content-Encoding", "gzip");
  const sent = shorter ? await compress(whole, { level: 1 }) : whole;
  response.setHeader("Content-Length", sent.length);
  response.end(sent);
}
