// Starts what was built, and builds nothing: for the container.
process.env.NODE_ENV = "production";
const { main } = await import("../build/server/server.js");
await main();
