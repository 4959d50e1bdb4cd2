/** What the toolbar offers, in the plain box and in the rich one. */
export const TOOLS = [
  ["strong", "Gras", "Ctrl+B"],
  ["emphasis", "Italique", "Ctrl+I"],
  ["list", "Liste"],
  ["numbers", "Numéros"],
  ["quote", "Citation"],
  ["heading", "Titre"],
  ["link", "Lien"],
] as const satisfies readonly (readonly [string, string, string?])[];

export type Tool = (typeof TOOLS)[number][0];
