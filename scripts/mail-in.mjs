// Takes one mail on standard input, as a mail server hands it over: `npm run mail:in < courriel.eml`.
// Exits with 0 when its calendar reply was taken, 65 when there was nothing to take, 75 when it may be tried again.
import { Buffer } from "node:buffer";

process.env.NODE_ENV = "production";
// What `npm start` built; nothing is built while a mail waits.
const { takeMailOnce } = await import("../build/server/server.js");
const parts = [];
for await (const part of process.stdin) parts.push(part);
process.exit(await takeMailOnce(Buffer.concat(parts)));
