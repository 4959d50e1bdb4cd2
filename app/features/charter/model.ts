/** What the Charte de collaboration is made of, the steps it goes through, and the addresses that lead to it. */

export const MAX_TITLE = 160;
export const MAX_ARTICLE = 20_000;
export const MAX_SHORT = 6_000;
export const MAX_ARTICLES = 60;
/** The longest text that can be pasted at once. */
export const MAX_PASTED = 400_000;

export type VersionState = "drafting" | "reviewing" | "consenting" | "adopted" | "in-force" | "replaced";

export const STATE_NAMES: Record<VersionState, string> = {
  drafting: "En rédaction",
  reviewing: "Devant les gestionnaires",
  consenting: "Ouverte au consentement",
  adopted: "Adoptée",
  "in-force": "En vigueur",
  replaced: "Remplacée",
};

export const STATES = Object.keys(STATE_NAMES) as VersionState[];

/** Until consent opens the text may still move; what people then answer to is what stands. */
export const isOpenText = (state: VersionState): boolean => state === "drafting" || state === "reviewing";
export const isUnderWay = (state: VersionState): boolean => isOpenText(state) || state === "consenting" || state === "adopted";

/** Where a version may go from each state. The way back to the draft is open until it is adopted. */
const NEXT: Record<VersionState, readonly VersionState[]> = {
  drafting: ["reviewing", "consenting"],
  reviewing: ["drafting", "consenting"],
  consenting: ["drafting", "adopted"],
  adopted: ["in-force"],
  "in-force": ["replaced"],
  replaced: [],
};
export const mayFollow = (from: VersionState, to: VersionState): boolean => NEXT[from].includes(to);

/** What an article is about: changing commitments or confidentiality is never a matter of form alone. */
export type Matter = "general" | "commitments" | "confidentiality";

export const MATTER_NAMES: Record<Matter, string> = {
  general: "Fonctionnement",
  commitments: "Engagements",
  confidentiality: "Confidentialité",
};

export type Article = { title: string; body: string };

/** One form for every way of typing the same text: Unicode NFC, LF at the end of lines, no empty lines around it. */
export const normalised = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .normalize("NFC")
    .replace(/^\n+|\n+$/g, "");

/**
 * The text that is agreed to and signed: the title, then each article under its number,
 * in UTF-8, NFC, with LF. What shows the same is the same, byte for byte.
 */
export function canonicalText(title: string, articles: readonly Article[]): string {
  const parts = articles.map((article, index) => `Article ${index + 1}. ${normalised(article.title)}\n\n${normalised(article.body)}`);
  return `${[normalised(title), ...parts].join("\n\n\n")}\n`;
}

export const CHARTER = "/charte";
export const DRAFTING = "/charte/redaction";
export const CONSENT = "/charte/consentement";
export const REVIEW = "/charte/gestionnaires";
export const reviewPath = (organisationId: number): string => `${REVIEW}/${organisationId}`;
/** Where the committee leads it from. */
export const COMMITTEE = "/comite/charte";
export const versionPath = (number: number): string => `/charte/versions/${number}`;
export const articlePath = (id: number): string => `/charte/articles/${id}`;
export const proposalPath = (id: number): string => `/charte/propositions/${id}`;
export const articleAnchor = (position: number): string => `article-${position}`;
