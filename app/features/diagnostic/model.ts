import { formatFileSize, formatNumber } from "~/kit/format";

/** What a person's own browser tries, in this order. */
export const TRIALS = [
  { id: "reach", label: "Rejoindre Le Fil (HTTPS)" },
  { id: "cookies", label: "Garder votre session (témoins)" },
  { id: "clock", label: "L’heure de votre appareil" },
  { id: "polling", label: "En direct, par requêtes ordinaires" },
  { id: "upgrade", label: "En direct, par WebSocket" },
  { id: "upload", label: "Envoyer 1\u00a0Mo" },
] as const;

export type TrialId = (typeof TRIALS)[number]["id"];
/** hampered: Le Fil does without it, or something is to be watched. */
export type Verdict = "good" | "hampered" | "blocked";
export type Result = { verdict: Verdict; detail: string };
export type Results = Partial<Record<TrialId, Result>>;

export const VERDICT_WORDS: Record<Verdict, string> = { good: "Ça passe", hampered: "À surveiller", blocked: "Bloqué" };

/** What the upload weighs, in bytes, and what is received at most. */
export const UPLOAD_SIZE = 1_000_000;
export const LARGEST_UPLOAD = 1_100_000;

const NBSP = "\u00a0";
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** « 84 ms », « 1,2 s », from milliseconds. */
export const inWords = (milliseconds: number): string =>
  milliseconds < SECOND ? `${Math.round(milliseconds)}${NBSP}ms` : `${formatNumber(milliseconds / SECOND, 1)}${NBSP}s`;

export function judgeReach(secure: boolean, tookMs: number): Result {
  if (!secure) return { verdict: "hampered", detail: "La réponse arrive, mais sans chiffrement." };
  return { verdict: tookMs > 3 * SECOND ? "hampered" : "good", detail: `Réponse en ${inWords(tookMs)}` };
}

/** @param aheadMs how far the device's clock is ahead of the server's, or behind when negative */
export function judgeClock(aheadMs: number): Result {
  const apart = Math.abs(aheadMs);
  if (apart < 5 * SECOND) return { verdict: "good", detail: "À l’heure" };
  const by = apart < 2 * MINUTE ? inWords(apart) : `${formatNumber(apart / MINUTE, 0)}${NBSP}min`;
  const detail = `${by} ${aheadMs > 0 ? "d’avance" : "de retard"}`;
  return { verdict: apart < MINUTE ? "good" : "hampered", detail };
}

export const judgeUpload = (received: number, tookMs: number): Result =>
  received === UPLOAD_SIZE
    ? { verdict: tookMs > 20 * SECOND ? "hampered" : "good", detail: `${formatFileSize(received)} en ${inWords(tookMs)}` }
    : { verdict: "blocked", detail: `${formatFileSize(received)} reçus sur ${formatFileSize(UPLOAD_SIZE)}` };

export const isComplete = (results: Results): boolean => TRIALS.every(({ id }) => results[id] !== undefined);

/** What the results mean to the person, in one or two sentences. */
export function meaningOf(results: Results): { tone: "moss" | "honey" | "thread"; title: string; text: string } {
  const blocked = (id: TrialId) => results[id]?.verdict === "blocked";
  if (blocked("reach")) {
    return { tone: "thread", title: "Le Fil ne répond pas d’ici", text: "Rouvrez cette page dans quelques minutes. Si rien ne change, envoyez le texte ci-dessous." };
  }
  if (blocked("cookies")) {
    return { tone: "thread", title: "Vous ne pourrez pas vous connecter d’ici", text: "Votre navigateur refuse les témoins. Permettez-les pour cette adresse, puis recommencez." };
  }
  if (blocked("polling") && blocked("upgrade")) {
    return { tone: "honey", title: "Le direct ne passe pas", text: "Vous pouvez tout lire et tout écrire. Les nouveautés arrivent aux 30\u00a0s, sans rien perdre." };
  }
  if (blocked("upload")) {
    return { tone: "honey", title: "Les envois lourds ne passent pas", text: "Vous pouvez tout lire et tout écrire. Un fichier pourrait être refusé en chemin." };
  }
  if (blocked("upgrade") || blocked("polling")) {
    return { tone: "moss", title: "Le Fil fonctionne d’ici", text: "Les nouveautés arrivent en direct, par l’autre chemin. Vous n’avez rien à faire." };
  }
  return { tone: "moss", title: "Tout passe d’ici", text: "Les nouveautés vous arrivent en direct. Vous n’avez rien à faire." };
}

export type Place = { origin: string; testedAt: string };

/** The paragraph to send to one's IT desk: what failed, and what to let through. */
export function letterToDesk({ origin, testedAt }: Place, results: Results): string {
  const { hostname, port, protocol } = new URL(origin);
  const secure = protocol === "https:";
  const number = port || (secure ? "443" : "80");
  const tried = TRIALS.flatMap(({ id, label }) => {
    const result = results[id];
    return result ? [`- ${label}${NBSP}: ${VERDICT_WORDS[result.verdict].toLowerCase()} (${lowerFirst(result.detail)})`] : [];
  });
  return [
    "À l’attention du soutien informatique",
    "",
    `Pour son travail, l’équipe utilise Le Fil, l’espace privé de sa communauté de pratique, à l’adresse ${origin}. Tout passe par ce seul domaine${NBSP}: aucun autre n’est appelé.`,
    ...(tried.length > 0 ? ["", `Essais faits depuis ce poste, ${testedAt}${NBSP}:`, ...tried] : []),
    "",
    `Merci de laisser passer, pour ${hostname} sur le port ${number}${NBSP}:`,
    `- les requêtes ${secure ? "HTTPS" : "HTTP"} ordinaires, y compris celles qui attendent jusqu’à 30${NBSP}secondes leur réponse, sans mise en mémoire tampon;`,
    `- les connexions WebSocket (${secure ? "wss" : "ws"}://${hostname}${port ? `:${port}` : ""}/socket.io/), sans les couper avant 60${NBSP}secondes de silence;`,
    `- les envois d’au moins 1${NBSP}Mo;`,
    `- les témoins (cookies) de ce domaine.`,
    "",
    "Sans WebSocket, Le Fil fonctionne quand même, par requêtes ordinaires.",
  ].join("\n");
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
