import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

/**
 * The network a request comes from, for limits. Forwarded addresses count only
 * behind the configured number of trusted hops; an IPv6 address stands for its
 * /64, since one household holds them all.
 */
export function networkOf(request: IncomingMessage, trustedHops: number): string {
  const direct = addressIn(request.socket.remoteAddress ?? "");
  const header = request.headers["x-forwarded-for"];
  const forwarded = [header ?? ""].flat().join(",").split(",");
  const claimed = trustedHops > 0 ? addressIn(forwarded[forwarded.length - trustedHops] ?? "") : "";
  return prefixOf(isIP(claimed) ? claimed : direct);
}

/** The bare address: some proxies write a port after it, and IPv6 sockets an IPv4 address inside. */
const addressIn = (text: string): string =>
  text.trim().toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, "").replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");

function prefixOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":") + "::/64";
}
