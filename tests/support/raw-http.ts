import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; ms: number };
export type Asked = { method?: string; path?: string; headers?: Record<string, string | string[]>; body?: string | Buffer };

/**
 * One request on a connection of its own, with headers that fetch would not let
 * through. A server that answers and closes before everything is sent has answered.
 */
export function ask(port: number, { method = "GET", path = "/", headers = {}, body }: Asked = {}): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers, agent: false }, (received) => {
      const chunks: Buffer[] = [];
      received.on("data", (chunk: Buffer) => chunks.push(chunk));
      received.once("error", reject);
      received.once("end", () => resolve({ status: received.statusCode ?? 0, headers: received.headers, text: Buffer.concat(chunks).toString(), ms: performance.now() - begun }));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Bytes as they are, and all that comes back until the server closes. */
export function speak(port: number, bytes: string | Buffer, within = 5_000): Promise<{ status: number; text: string; ms: number }> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(within, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk)).on("error", () => {});
    socket.once("close", () => {
      const text = Buffer.concat(chunks).toString();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text, ms: performance.now() - begun });
    });
  });
}

/** What every page of ours is, errors above all: French, one heading, a way on. */
export function isFrenchPage(text: string): boolean {
  return /<html lang="fr-CA"/.test(text) && (text.match(/<h1[ >]/g) ?? []).length === 1 && /<(a [^>]*href=|form )/.test(text) && /<title>[^<]+ – Le Fil<\/title>/.test(text);
}
