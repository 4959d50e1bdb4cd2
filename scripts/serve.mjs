// Starts what was built, and builds nothing: for the container.
import "./lean.mjs";
import module from "node:module";
import { join } from "node:path";

process.env.NODE_ENV = "production";
module.enableCompileCache?.(join(import.meta.dirname, "../build/compiled"));
const { main } = await import("../build/server/server.js");
await main();
