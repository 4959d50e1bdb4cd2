import { randomBytes, randomUUID } from "node:crypto";
import { STATUS_CODES, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "../errors";
import { log } from "../log.server";
import { plainPage } from "./plain-page.server";

type Front = {
  /** The headers of every answer, for its nonce. */
  headersFor: (nonce: string) => Record<string, string>;
  stylesheet: string | undefined;
  /** Once it leaves, no connection is kept for another request. */
  isLeaving: () => boolean;
};

/**
 * What stands before everything else, the sockets' long polls included: each
 * answer gets its reference, its nonce and its headers before anything can fail,
 * and what Node itself refuses to read gets a page too. To be called last, when
 * all who listen to requests do.
 */
export function standInFront(server: Server, { headersFor, stylesheet, isLeaving }: Front): void {
  server.prependListener("request", (_request, response: ServerResponse) => {
    const nonce = newNonce();
    Object.assign(response, { locals: { reference: newReference(), nonce } });
    for (const [name, value] of Object.entries(headersFor(nonce))) response.setHeader(name, value);
    if (isLeaving()) response.setHeader("Connection", "close");
  });

  const refused = new WeakSet<Duplex>();
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    // What still comes in after the refusal is another such error, and of no interest.
    if (refused.has(socket)) return;
    refused.add(socket);
    if (error.code === "ECONNRESET" || !socket.writable || isAnswering(socket)) return void socket.destroy();
    const reference = newReference();
    const { status, headers, body } = plainPage(CODES[error.code ?? ""] ?? "request.malformed", { reference, stylesheet });
    log.info({ reference, status, code: error.code }, "request that cannot be read");
    const lines = Object.entries({ ...headersFor(newNonce()), ...headers, "Content-Length": String(Buffer.byteLength(body)), Connection: "close" });
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`);
    // A sender who goes on sending would otherwise keep it open, and one who is cut at once never reads why.
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
}

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: "header.too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request.too-slow",
};

const newReference = (): string => randomUUID().slice(0, 8);
const newNonce = (): string => randomBytes(16).toString("base64");

/** Whether an answer is under way on this connection: a second one must not be written into it. */
const isAnswering = (socket: Duplex & { _httpMessage?: ServerResponse | null }): boolean => socket._httpMessage?.headersSent === true;
