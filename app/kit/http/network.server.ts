import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * The network a request comes from, for limits. Forwarded addresses count only
 * behind the configured number of trusted hops; an IPv6 address stands for its
 * /64, since one household holds them all.
 */
export function networkOf(request: IncomingMessage, trustedHops: number): string {
  const direct = request.socket.remoteAddress ?? "";
  const header = request.headers["x-forwarded-for"];
  const forwarded = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").map((entry) => entry.trim());
  const claimed = trustedHops > 0 ? forwarded[forwarded.length - trustedHops] : undefined;
  return prefixOf((claimed || direct).replace(/^::ffff:/, ""));
}

function prefixOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":") + "::/64";
}
