import { MAX_ARTICLE, MAX_ARTICLES, MAX_TITLE, type Article } from "../model";

/** What a text that was pasted from somewhere else becomes. */

const BULLET = /^[ \t]*[•·▪◦‣\uf0b7][ \t]*/;

/** Takes out what word processors leave behind: odd line breaks and spaces, soft hyphens, bullets of their own. */
export const cleaned = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, "\n")
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .split("\n")
    .map((line) => (BULLET.test(line) ? `- ${line.replace(BULLET, "")}` : line).replace(/\t/g, " ").replace(/ +$/, ""))
    .join("\n")
    .replace(/\p{Cc}/gu, (control) => (control === "\n" ? control : ""))
    .normalize("NFC")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** « Article 3 – Valeurs », « 3. Valeurs », « Article 3 : Valeurs »; its number and its title. */
const NUMBERED = /^(?:#{1,4} *)?(?:(?:article|art\.?|chapitre|section) +)?(\d{1,2}) *(?:[.):–—-]|\u00a0:)? +(.{2,160})$/i;
const HEADED = /^#{1,4} +(.{1,160})$/;

const plain = (title: string): string => title.replace(/\*\*|__/g, "").replace(/[\s\u00a0]*[:.]$/, "").trim();

/** A heading reads as one: the number that comes next, after an empty line, and no sentence. */
function headingOf(line: string, alone: boolean, next: number): string | null {
  const headed = HEADED.exec(line);
  const numbered = NUMBERED.exec(line);
  if (numbered && Number(numbered[1]) === next && alone && !/[;,]$/.test(line)) return plain(numbered[2] ?? "");
  return headed && !numbered ? plain(headed[1] ?? "") : null;
}

/**
 * Reads a charter as people write one: numbered headings begin articles, and what stands before
 * the first is the preamble. A text without any heading is one article, to be split by hand.
 */
export function parseCharter(pasted: string): Article[] {
  const articles: { title: string; lines: string[] }[] = [];
  const before: string[] = [];
  let numbered = 0;
  let emptyAbove = true;
  for (const line of cleaned(pasted).split("\n")) {
    const title = headingOf(line.trim(), emptyAbove, numbered + 1);
    emptyAbove = line.trim() === "";
    if (title) {
      articles.push({ title, lines: [] });
      numbered += 1;
      emptyAbove = true;
    } else (articles.at(-1)?.lines ?? before).push(line);
  }
  const preamble = before.join("\n").trim();
  const read = articles.map(({ title, lines }) => ({ title, body: lines.join("\n").trim() || "[à écrire]" }));
  if (preamble === "") return read;
  return [{ title: articles.length > 0 ? "Préambule" : "Texte de la charte", body: preamble }, ...read];
}

/** What keeps a text from being taken as a charter, as a sentence; null when nothing does. */
export function faultOf(articles: readonly Article[]): string | null {
  if (articles.length === 0) return "Collez le texte de votre charte.";
  if (articles.length > MAX_ARTICLES) return `Ce texte a ${articles.length} articles. Il peut en avoir ${MAX_ARTICLES} au plus\u00a0: collez-le en plus petites parties.`;
  const long = articles.find(({ body }) => body.length > MAX_ARTICLE);
  if (!long) return articles.some(({ title }) => title.length > MAX_TITLE) ? `Un titre a ${MAX_TITLE} caractères au plus.` : null;
  return `L’article «\u00a0${long.title}\u00a0» a ${long.body.length.toLocaleString("fr-CA")} caractères. Il peut en avoir ${MAX_ARTICLE.toLocaleString("fr-CA")} au plus\u00a0: séparez-le par un titre numéroté («\u00a02. Nos valeurs\u00a0»), sur sa propre ligne.`;
}
