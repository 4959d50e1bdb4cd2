// Every test of the project, or the steps named: `npm test`, `npm test -- unit access`.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const BUILT = ["integration", "access", "realtime", "e2e"];
const PROJECTS = ["unit", "architecture", "database", ...BUILT];
const STEPS = ["types", "lint", "build", ...PROJECTS];
const LONGEST_STEP = 30 * 60_000;

type Count = { passed: number; failed: number };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};

const folder = mkdtempSync(join(tmpdir(), "le-fil-results-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const total: Count = { passed: 0, failed: 0 };
for (const step of chosen(process.argv.slice(2))) {
  console.log(`\n== ${step}`);
  const count = await run(step);
  console.log(`== ${step}: ${count.passed} passed, ${count.failed} failed`);
  total.passed += count.passed;
  total.failed += count.failed;
  // What is left tests the build, and an old one would answer for it.
  if (step === "build" && count.failed > 0) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function chosen(names: string[]): string[] {
  const unknown = names.filter((name) => !STEPS.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(", ")}. There are: ${STEPS.join(", ")}.`);
    process.exit(1);
  }
  if (names.length === 0) return STEPS;
  const needsBuild = names.some((name) => BUILT.includes(name));
  return STEPS.filter((step) => names.includes(step) || (step === "build" && needsBuild));
}

async function run(step: string): Promise<Count> {
  if (step === "types") return one(await node(["node_modules/typescript/bin/tsc", "--noEmit"]));
  if (step === "lint") return one(await node(["node_modules/eslint/bin/eslint.js", "."]));
  // Building is no test, but not being able to is a failure.
  if (step === "build") return { passed: 0, failed: (await node(["scripts/build.mjs"])) === 0 ? 0 : 1 };
  const report = join(folder, `${step}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  // React and vitest read NODE_ENV, which the machine may have set for running the application.
  const code = await node(["node_modules/vitest/vitest.mjs", "run", "--project", step, ...reporters], { NODE_ENV: "test" });
  return counted(report, code);
}

function one(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counts what failed outside of a test as well: a file that does not load, a hook, a test that never ran. */
function counted(path: string, code: number): Count {
  const report = readReport(path);
  let failed = report.numFailedTests;
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === "failed");
    const notRun = file.assertionResults.filter(({ status }) => status !== "failed" && status !== "passed");
    if (file.status === "failed" && failures.length === 0) failed += 1;
    if (file.status === "passed") failed += notRun.length;
    for (const { fullName } of notRun) console.error(`Not run: ${fullName} (${file.name})`);
  }
  if (report.numPassedTests + failed === 0) {
    console.error("No test ran.");
    failed = 1;
  }
  if (code !== 0 && failed === 0) failed = 1;
  return { passed: report.numPassedTests, failed };
}

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

/** Runs a program of node's to its end, and gives its exit code; 1 when it was killed. */
function node(args: string[], environment: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
    timeout: LONGEST_STEP,
  });
  const stop = () => {
    child.kill("SIGTERM");
    process.exitCode = 1;
  };
  process.once("SIGTERM", stop);
  return new Promise((done) => {
    child.once("error", () => done(1));
    child.once("exit", (code) => {
      process.off("SIGTERM", stop);
      done(code ?? 1);
    });
  });
}
