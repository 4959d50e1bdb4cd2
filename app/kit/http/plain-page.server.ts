import { sentenceOf, statusOf, type ErrorCode } from "../errors";

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? sign);

/** A form that did not get through, to be sent again from the page that says so. */
export type UnsentForm = { action: string; fields: readonly [string, string][] };

export type PlainAnswer = { status: number; headers: Record<string, string>; body: string };

/** A page made without the database, React or anything that could be away. */
export function plainPage(code: ErrorCode, options: { reference: string; stylesheet?: string | undefined; retryAfter?: number; unsent?: UnsentForm | undefined }): PlainAnswer {
  const { reference, stylesheet, retryAfter, unsent } = options;
  const sheet = stylesheet ? `<link rel="stylesheet" href="${escape(stylesheet)}">` : "";
  const body = `<!doctype html>
<html lang="fr-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(TITLES[statusOf(code)] ?? "Un empêchement")} – Le Fil</title>${sheet}<link rel="icon" href="/favicon.svg"></head>
<body><div class="plain"><main class="plain-main" id="contenu"><p class="plain-brand">Le Fil</p>
<h1>${escape(TITLES[statusOf(code)] ?? "Un empêchement")}</h1>
<p class="plain-lead">${escape(sentenceOf(code))}</p>
${unsent ? formAgain(unsent) : `<p><a href="/">Réessayer</a></p>`}
<p><small>Référence\u00a0: ${escape(reference)}</small></p></main></div></body></html>`;
  return {
    status: statusOf(code),
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
    },
    body,
  };
}

/** What reads like a text is shown, so that it can be copied too; the rest goes along unseen. */
function formAgain({ action, fields }: UnsentForm): string {
  const inputs = fields.map(([name, value], place) =>
    /\s/.test(value)
      ? // The line break after the tag is not part of the text (HTML 13.2.6.4.7): without it, one of the text's own would be lost.
        `<div class="field"><label class="label" for="t${place}">Votre texte</label><textarea class="input" id="t${place}" name="${escape(name)}" rows="8" readonly>\n${escape(value)}</textarea></div>`
      : `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return `<form class="form" method="post" action="${escape(action)}">${inputs.join("")}<div class="acts"><button class="button button-main">Réessayer</button></div></form>`;
}

const TITLES: Record<number, string> = {
  400: "Demande incomprise",
  403: "Demande refusée",
  404: "Page introuvable",
  405: "Rien à voir ici",
  408: "Demande incomplète",
  413: "C’est trop lourd",
  429: "Un instant",
  431: "C’est trop lourd",
  500: "Un problème est survenu",
  503: "Le Fil revient dans un instant",
};
