import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";

/** The text of a secret file, trimmed; made with mode 0600 when absent or empty. Never half-written. */
export async function readOrMake(path: string, make: () => string): Promise<string> {
  const found = await readSecret(path);
  if (found) return found;
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${make()}\n`, { mode: 0o600, flush: true });
  try {
    // A link never replaces: of two processes the first one's secret stands.
    if (found === undefined) await link(draft, path);
    else await rename(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecret(path)) ?? "";
}

async function readSecret(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
