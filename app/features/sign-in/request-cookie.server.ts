import { MINUTE } from "~/kit/clock.server";
import { requestContext } from "~/kit/request-context.server";

/**
 * What the browser keeps between the question and the code: a token that ties the
 * code to this browser, and the address as typed, to show it again. Neither ever
 * becomes a session.
 */
const REQUEST = "__Host-demande";
const ADDRESS = "__Host-adresse";

/** How long a browser may wait for its code; milliseconds. */
export const REQUEST_LIVES = 30 * MINUTE;

const flags = "Path=/; Secure; HttpOnly; SameSite=Lax";
const set = (name: string, value: string, seconds: number) => requestContext().cookies.push(`${name}=${value}; Max-Age=${seconds}; ${flags}`);

export function rememberRequest(token: string, address: string): void {
  set(REQUEST, token, REQUEST_LIVES / 1_000);
  set(ADDRESS, Buffer.from(address).toString("base64url"), REQUEST_LIVES / 1_000);
}

export function forgetRequest(): void {
  set(REQUEST, "", 0);
  set(ADDRESS, "", 0);
}

const read = (request: Request, name: string, value: string): string | null =>
  new RegExp(`(?:^|;\\s*)${name}=(${value})(?:;|$)`).exec(request.headers.get("Cookie") ?? "")?.[1] ?? null;

/** The token of this browser's question, or null where none has the right form. */
export const requestToken = (request: Request): string | null => read(request, REQUEST, "[\\w-]{43}");

/** The address typed in this browser. It comes back from there, so it is only shown, or asked with again. */
export function requestAddress(request: Request): string {
  const address = Buffer.from(read(request, ADDRESS, "[\\w-]{1,350}") ?? "", "base64url").toString("utf8");
  return /^[^\s\p{Cc}]+@[^\s\p{Cc}]+$/u.test(address) && address.length <= 254 ? address : "";
}
