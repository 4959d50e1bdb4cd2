/** Tables as a spreadsheet set to Québec French opens them: semicolons, decimal commas, and a mark that says UTF-8. */

const UTF8_MARK = "\ufeff";

/** A cell that begins like a formula is shown as it is written, and not reckoned; breaks become spaces, since a cell is one line. */
const neutral = (text: string): string => (/^[\s\p{Cc}]*[=+\-@]|^\p{Cc}/u.test(text) ? `'${text}` : text);

function cell(value: string | number): string {
  if (typeof value === "number") return String(Math.round(value * 100) / 100).replace(".", ",");
  return `"${neutral(value).replace(/\p{Cc}+/gu, " ").replaceAll('"', '""')}"`;
}

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string => UTF8_MARK + rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");
