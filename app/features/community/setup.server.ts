import type { Settings } from "~/kit/env.server";

export async function announceSetup(_settings: Settings): Promise<void> {}
