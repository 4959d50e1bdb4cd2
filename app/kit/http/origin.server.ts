import type { IncomingHttpHeaders } from "node:http";

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

const originOf = (url: string): string | undefined => {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
};

/** Where the key in the address is the right: mail programs post there by themselves (RFC 8058), with nothing that a browser adds. */
const BY_KEY_ALONE = /^\/courriels\/[\w.-]{1,200}$/;

export const isByKeyAlone = (path: string, headers: IncomingHttpHeaders): boolean =>
  BY_KEY_ALONE.test(path) && [headers["sec-fetch-site"], headers.origin, headers.referer, headers.cookie].every((said) => first(said) === undefined);

/**
 * Whether a write comes from a page of ours (OWASP CSRF cheat sheet, fetch
 * metadata first). Browsers too old for Sec-Fetch-Site are known by Origin, then
 * by Referer; a request with none of the three is refused. The reference is the
 * configured origin, never the Host header.
 */
export function isOurOwnWrite(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = first(headers["sec-fetch-site"]);
  const stated = first(headers.origin);
  if (site !== undefined && site !== "same-origin") return false;
  if (stated !== undefined) return stated === origin;
  if (site !== undefined) return true;
  const referer = first(headers.referer);
  return referer !== undefined && originOf(referer) === origin;
}

/**
 * Whether a socket may be opened: a stated Origin must be ours, an upgrade must
 * state one, and polling GETs may omit it, as browsers do on their own origin.
 */
export function isOurOwnSocket(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = first(headers["sec-fetch-site"]);
  if (site !== undefined && site !== "same-origin") return false;
  const stated = first(headers.origin);
  if (stated !== undefined) return stated === origin;
  return first(headers.upgrade) === undefined;
}

/**
 * Where a person may be sent after signing in: an address of ours, as a path.
 * Anything else, whatever trick it tries, is the home page.
 */
export function safePath(wanted: string | null | undefined, origin: string): string {
  // Control characters and backslashes are resolved by browsers in surprising ways: "/\t/evil.example" leaves the site.
  if (!wanted || !wanted.startsWith("/") || /[\p{Cc}\s\\]/u.test(wanted)) return "/";
  let url: URL;
  try {
    url = new URL(wanted, origin);
  } catch {
    return "/";
  }
  if (url.origin !== origin) return "/";
  return url.pathname.replace(/^\/+/, "/") + url.search + url.hash;
}
