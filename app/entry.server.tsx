import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { answerFault } from "./kit/faults.server";
import { MarkupProvider } from "./kit/markup";
import { NonceContext } from "./kit/nonce";

/** Milliseconds after which a page that is still being made is given up. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    // Held no longer than needed: a timer keeps the whole page in memory.
    const late = setTimeout(() => abort(), streamTimeout + 1_000);
    const { pipe, abort } = renderToPipeableStream(
      <MarkupProvider markup={context.markup}>
       <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} />
       </NonceContext.Provider>
      </MarkupProvider>,
      {
        nonce: context.nonce,
        // The whole page is ready at once, since nothing in it is deferred: it is kept in one piece.
        onAllReady() {
          clearTimeout(late);
          headers.set("Content-Type", "text/html; charset=utf-8");
          const pieces: Buffer[] = [];
          const whole = new Writable({
            write: (piece: Buffer, _encoding, done) => (pieces.push(piece), done()),
            final: (done) => {
              context.page = Buffer.concat(pieces);
              resolve(new Response(null, { status, headers }));
              done();
            },
          });
          pipe(whole);
        },
        onShellError(error) {
          clearTimeout(late);
          reject(error as Error);
        },
      },
    );
  });
}

/** What reaches here was not thrown on purpose. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  answerFault(error);
};
