import { requestContext } from "./request-context.server";

/** Leaves markup for the page being made, or returns it where a script asked for data. */
export function leaveMarkup(name: string, html: string): string | null {
  const context = requestContext();
  if (context.isData) return html;
  context.markup.set(name, html);
  return null;
}
