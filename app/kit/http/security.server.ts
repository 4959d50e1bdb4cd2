import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import helmet from "helmet";
import type { Settings } from "../env.server";

const NONCE = "{nonce}";

/** The headers of every answer, files and refusals included, for the nonce of that answer alone. */
export function securityHeaders({ origin }: Pick<Settings, "origin">): (nonce: string) => Record<string, string> {
  const { protocol, host } = new URL(origin);
  // 'self' does not cover web sockets in every browser.
  const socket = `${protocol === "https:" ? "wss" : "ws"}://${host}`;
  const dress = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [`'nonce-${NONCE}'`, "'strict-dynamic'"],
        styleSrc: ["'self'", `'nonce-${NONCE}'`],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", socket],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: protocol === "https:" ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  const fixed: Record<string, string> = {
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-robots-tag": "noindex, nofollow",
  };
  // Helmet's answer is the same each time but for the nonce, so it is asked once.
  const worn = new ServerResponse(new IncomingMessage(new Socket()));
  dress(worn.req, worn, () => {});
  for (const name of worn.getHeaderNames()) fixed[name] = String(worn.getHeader(name));
  const policy = fixed["content-security-policy"] ?? "";
  return (nonce) => ({ ...fixed, "content-security-policy": policy.replaceAll(NONCE, nonce) });
}
