import { requestContext } from "./request-context.server";

/** Leaves markup for the page being made, or returns it where a script asked for data. */
export function leaveMarkup(name: string, html: string): string | null {
  const context = requestContext();
  if (context.isData) return html;
  context.markup.set(name, html);
  return null;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in markup, between tags or in a quoted attribute. */
export const escapeText = (text: string): string => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign) : text);
