import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { verifyLog } from "../app/features/signature/log/verification";

/** `npm run charter:verify FILE [-- --head HASH]`: checks an exported log by itself, without a database. docs/charter-log.md says what it checks. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: { type: "string" } } });
const [file] = positionals;
if (file === undefined) {
  console.error("Usage\u00a0: npm run charter:verify FICHIER -- --head EMPREINTE");
  process.exit(2);
}

const verdict = verifyLog(readFileSync(file, "utf8").split("\n"), values.head);
if (verdict.holds) {
  const { links, texts, head } = verdict;
  console.log(`Le journal tient\u00a0: ${links} maillons, ${texts} textes.\nEmpreinte du dernier maillon\u00a0: ${head}`);
  if (values.head === undefined) console.log("Sans l’empreinte d’un reçu (--head), rien ne dit qu’aucun maillon ne manque à la fin.");
} else {
  const { line, why } = verdict.broken;
  console.error(`Le journal ne tient pas. Ligne ${line}\u00a0: ${why}.`);
  process.exit(1);
}
