import { existsSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import express, { type RequestHandler } from "express";

const TYPES: Record<string, string> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };

/** Files whose names carry their fingerprint: kept for ever, and sent as the build compressed them. */
export function hashedFiles(folder: string): RequestHandler {
  const compressed = new Set((existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(".br")));
  const serve = express.static(folder, { immutable: true, maxAge: "1y", fallthrough: false, index: false, redirect: false });
  return (request, response, next) => {
    const name = request.path.slice(1);
    response.vary("Accept-Encoding");
    if (compressed.has(`${name}.br`) && request.acceptsEncodings("br")) {
      response.setHeader("Content-Encoding", "br");
      response.setHeader("Content-Type", TYPES[extname(name)] ?? "application/octet-stream");
      request.url = request.url.replace(name, `${name}.br`);
    }
    serve(request, response, next);
  };
}

/** The few files with lasting names, such as the icon. A page's address has no extension and asks no disk. */
export function namedFiles(folder: string): RequestHandler {
  const serve = express.static(folder, { maxAge: "1h", index: false, redirect: false, dotfiles: "allow" });
  return (request, response, next) => (/\.(?!data$)[a-z\d]+$/i.test(request.path) ? serve(request, response, next) : next());
}
