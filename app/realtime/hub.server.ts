import type { Server } from "node:http";
import type { Settings } from "~/kit/env.server";

export type Hub = { listen(databaseUrl: string): Promise<void>; close(): void };

export function openHub(_server: Server, _settings: Settings, _isReady: () => boolean): Hub {
  return { listen: async () => {}, close: () => {} };
}
