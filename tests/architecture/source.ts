import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

export const ROOT = resolve(import.meta.dirname, "../..");

export type SourceFile = { path: string; text: string; lines: number; imports: string[] };

const walk = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });

/** Where an import leads, as a path of the project; null for a package. */
function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`;
  if (specifier.startsWith("#db/")) return `db/${specifier.slice(4)}`;
  if (specifier.startsWith(".")) return relative(ROOT, resolve(dirname(join(ROOT, from)), specifier));
  return null;
}

/** The TypeScript files under a folder, with what they import; tests are left out unless asked for. */
export function sourcesUnder(folder: string, withTests = false): SourceFile[] {
  return walk(join(ROOT, folder))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && (withTests || !/\.test\.tsx?$/.test(path)))
    .map((absolute) => {
      const path = relative(ROOT, absolute);
      const text = readFileSync(absolute, "utf8");
      const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => resolveImport(path, fileName.split("?")[0] ?? "") ?? fileName);
      return { path, text, lines: text.split("\n").length - 1, imports };
    });
}
