import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const here = (path: string) => resolve(import.meta.dirname, path);

type Project = { name: string; include: string[]; workers: number | string; seconds?: number; globalSetup?: string };

// Whatever starts processes, databases or browsers of its own goes one file at a time:
// its deadlines are part of what it tests.
const PROJECTS: Project[] = [
  { name: "unit", include: ["app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"], workers: "100%" },
  { name: "architecture", include: ["tests/architecture/**/*.test.ts"], workers: "100%" },
  { name: "database", include: ["db/**/*.test.ts"], workers: 1 },
  { name: "integration", include: ["tests/integration/**/*.test.{ts,tsx}"], workers: 1, globalSetup: "tests/support/postgres-setup.ts" },
  { name: "access", include: ["tests/access/**/*.test.ts"], workers: 1 },
  { name: "realtime", include: ["tests/realtime/**/*.test.ts"], workers: 1, globalSetup: "tests/support/postgres-setup.ts" },
  { name: "e2e", include: ["tests/e2e/**/*.test.ts"], workers: 1, seconds: 90 },
];

export default defineConfig({
  resolve: { alias: { "~": here("app"), "#db": here("db") } },
  test: {
    projects: PROJECTS.map(({ name, include, workers, seconds = 30, globalSetup }, order) => ({
      extends: true,
      test: {
        name,
        include,
        environment: "node",
        retry: 0,
        maxWorkers: workers,
        testTimeout: seconds * 1_000,
        hookTimeout: 90_000,
        globalSetup: globalSetup ? [here(globalSetup)] : [],
        sequence: { groupOrder: order },
      },
    })),
  },
});
