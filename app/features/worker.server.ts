import type { Settings } from "~/kit/env.server";
import type { JobHandlers } from "~/kit/jobs.server";

/** What each kind of job does; server.ts hands it to the queue. */
export const jobHandlers = (_settings: Settings): JobHandlers => ({
  "mail.send": async () => {},
  "night.clean": async () => {},
});
