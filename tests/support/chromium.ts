import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";

const ROOT = resolve(import.meta.dirname, "../..");
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const UNPACK = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';

export type Chromium = { executablePath: string; env: Record<string, string> };

/** The Chromium of the system, when there is one on the PATH. */
export function systemChromium(path = process.env.PATH ?? ""): Chromium | undefined {
  const found = path
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isExecutable);
  return found ? { executablePath: found, env: environment() } : undefined;
}

/** The Chromium that comes with the packages, with the libraries and the fonts that a bare Linux does not have. */
export async function packagedChromium(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("The browser tests need a Chromium on the PATH: the packaged one runs on Linux x64 only.");
  }
  const home = await unpackedOnce();
  return {
    executablePath: join(home, "chromium"),
    env: { ...environment(), LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_FILE: join(home, "fonts.conf") },
  };
}

/** Unpacks aside and renames, so that runs that start together never start a half-written browser. */
async function unpackedOnce(): Promise<string> {
  const manifest = await readFile(join(ROOT, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = join(ROOT, "node_modules/.cache/le-fil");
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, "unpacking-"));
  await unpack(aside, home);
  await rename(aside, home).catch(async (error: unknown) => {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

/**
 * The package unpacks into the temporary folder of its process, and its
 * libraries only where it believes to be on one of Amazon's machines: a process
 * of its own is told both, and the tests' own settings stay as they are.
 */
async function unpack(folder: string, home: string): Promise<void> {
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK], {
    cwd: ROOT,
    env: { ...environment(), TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  const directories = [join(home, "fonts"), "/usr/share/fonts"].map((path) => `<dir>${path}</dir>`).join("");
  const cache = `<cachedir>${join(tmpdir(), `le-fil-fonts-${process.getuid?.() ?? 0}`)}</cachedir>`;
  await writeFile(join(folder, "fonts.conf"), `<?xml version="1.0"?>\n<fontconfig>${directories}${cache}</fontconfig>\n`);
}

function environment(): Record<string, string> & { NODE_ENV: "test" } {
  return { NODE_ENV: "test", PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? tmpdir(), LANG: "fr_CA.UTF-8" };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
