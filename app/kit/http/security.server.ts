import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Settings } from "../env.server";

/** The headers of every answer. The nonce comes from the request's context and differs each time. */
export function securityHeaders(settings: Settings, nonceOf: (response: object) => string): RequestHandler {
  const { protocol, host } = new URL(settings.origin);
  // 'self' does not cover web sockets in every browser.
  const socket = `${protocol === "https:" ? "wss" : "ws"}://${host}`;
  const common = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(_request, response) => `'nonce-${nonceOf(response)}'`, "'strict-dynamic'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
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
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    common(request, response, next);
  };
}
