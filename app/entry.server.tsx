import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { answerFault } from "./kit/faults.server";
import { MarkupProvider } from "./kit/markup";
import { NonceContext } from "./kit/nonce";

/** Milliseconds after which a page that is still being made is given up. */
export const streamTimeout = 5_000;

/**
 * Makes a page in one go. Nothing in our pages is deferred, so what Remix would stream to
 * the browser is read first; React then has nothing to wait for, and makes the page as a
 * string, in about half the time that its streams take.
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  await readAhead(remix);
  const page = renderToString(
    <MarkupProvider markup={context.markup}>
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} />
      </NonceContext.Provider>
    </MarkupProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  context.page = `<!DOCTYPE html>${page}`;
  return new Response(null, { status, headers });
}

/** Puts the page's data where Remix's own component would have kept them once read. */
async function readAhead(remix: EntryContext): Promise<void> {
  if (!remix.serverHandoffStream) return;
  const reader = remix.serverHandoffStream.getReader();
  const decoder = new TextDecoder();
  let value = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) value += decoder.decode(read.value, { stream: true });
  reader.releaseLock();
  remix.renderMeta = { ...remix.renderMeta, streamCache: { 0: Object.assign(Promise.resolve(), { result: { done: true, value } }) } };
}

/** What reaches here was not thrown on purpose. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  answerFault(error);
};
