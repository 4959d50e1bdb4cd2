/** What signing the charter is: who stands where, what is said when one signs, and the addresses that lead to it. */

export const SIGNING = "/charte/signature";
export const WITHDRAWAL = "/charte/signature/retrait";
export const VERIFICATION = "/charte/verification";
export const FOLLOW_UP = "/comite/charte/signatures";
export const organisationSigningPath = (id: number): string => `/charte/signature/organisations/${id}`;
export const receiptPath = (code: string): string => `/charte/recus/${code}`;
export const receiptPdfPath = (code: string): string => `/charte/recus/${code}/pdf`;

export const MAX_NAME = 120;
export const MAX_TITLE = 120;

/** How one who signs wants to appear. */
export type Signer = { name: string; title: string; organisation: string | null };

const known = ({ name, title, organisation }: Signer): string => [name, title, organisation].filter(Boolean).join(", ");

/** The exact sentence that is agreed to, for oneself. */
export const sentenceFor = (signer: Signer, version: number): string =>
  `Moi, ${known(signer)}, j’ai lu la Charte de collaboration, version\u00a0${version}, et je m’engage à la respecter.`;

/** The same for an organisation, by who manages it. */
export const organisationSentenceFor = ({ name, title, organisation }: Signer, version: number): string =>
  `Au nom de l’organisation ${organisation ?? ""}, moi, ${[name, title].filter(Boolean).join(", ")}, j’ai lu la Charte de collaboration, version\u00a0${version}, et j’engage l’organisation à la respecter.`;

/** What is asked of everybody now: the version in force, the last one that had to be signed anew, and the yearly campaign. */
export type Asked = { version: number; substance: number; campaign: number };

/** The signature that someone has not withdrawn. */
export type Standing = "to-sign" | "behind" | "to-renew" | "signed";

/** Versions « de forme » leave a signature as good as it was. */
export function standingOf(signed: { version: number; campaign: number } | null, { substance, campaign }: Asked): Standing {
  if (!signed) return "to-sign";
  if (signed.version < substance) return "behind";
  return signed.campaign < campaign ? "to-renew" : "signed";
}

export const STANDING_NAMES: Record<Standing, string> = { signed: "À jour", "to-sign": "À signer", behind: "Nouvelle version à signer", "to-renew": "À renouveler" };

/** How long one may take to sign, as long as the community chose nothing else. */
export const USUAL_GRACE_DAYS = 30;

/** Words that stand for an office and not for somebody. */
const OFFICES = new Set(
  "accueil admin administration adjointe bureau cisss ciusss comite communication communications contact coordination courriel cpe css direction equipe famille garderie gestion halte info infos information mdf mission pediatrie poste reception reservation secretariat service services soutien tous".split(" "),
);

/** « info@ », « direction.cpe@ », « cpe-les-pommiers@ »: read by several people, so nobody signs from it. */
export function isSharedMailbox(email: string): boolean {
  const [first = ""] = (email.split("@")[0] ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^a-z]+/);
  return OFFICES.has(first);
}

/** A code as it was typed, with or without its dashes, or null when it is none. O is read as 0, I and L as 1. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(signs) ? signs.replace(/.{4}(?=.)/g, "$&-") : null;
}
