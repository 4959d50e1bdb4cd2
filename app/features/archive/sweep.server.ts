import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { HOUR } from "~/kit/clock.server";
import { ZIP_KEPT } from "./model";
import { forgetOldTransfers } from "./transfer/mutations.server";
import { dropArchive, folderOfArchives } from "./reading.server";

/** Forgets archives that nobody could read in time, what a process that was killed left on the disk, and finds that nobody came back to. */
export async function sweepTransfers(dataDir: string): Promise<void> {
  for (const place of await forgetOldTransfers()) await dropArchive(dataDir, place);
  for (const place of await readdir(folderOfArchives(dataDir)).catch(() => [])) {
    const { mtimeMs } = await stat(join(folderOfArchives(dataDir), place)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > (ZIP_KEPT - 1) * HOUR) await dropArchive(dataDir, place);
  }
}
