import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** More than any form of ours weighs; uploads will have a limit of their own. */
export const LARGEST_BODY = 1_200_000;

export class BodyTooLarge extends Error {}

/**
 * Node's request as the web's. The address is built from the configured origin,
 * and forwarded headers are left out, so that no one outside decides what we are
 * called (Remix would believe X-Forwarded-Host).
 */
export function toWebRequest(request: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith("x-forwarded-") || name.startsWith(":")) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  headers.set("host", new URL(origin).host);
  const method = request.method ?? "GET";
  const init: RequestInit & { duplex?: "half" } = { method, headers, signal };
  if (method !== "GET" && method !== "HEAD") {
    init.body = createReadableStreamFromReadable(limited(request));
    init.duplex = "half";
  }
  return new Request(new URL(request.url ?? "/", origin), init);
}

function limited(request: IncomingMessage): Readable {
  let received = 0;
  return Readable.from(
    (async function* () {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        received += chunk.length;
        if (received > LARGEST_BODY) throw new BodyTooLarge();
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
}

/** Sends a web response through Node's. */
export async function sendWebResponse(response: ServerResponse, answer: Response, extra: Record<string, string>, cookies: readonly string[]): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
  const allCookies = [...answer.headers.getSetCookie(), ...cookies];
  if (allCookies.length > 0) response.setHeader("Set-Cookie", allCookies);
  if (!answer.body) {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body as never), response);
}
