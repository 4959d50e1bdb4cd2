/** Each kind of mail, and what its subject_ref names. */
export const MAIL_KINDS = ["sign-in-code", "new-device", "invitation", "guest", "told", "summary", "receipt", "charter-head", "meeting-invitation", "meeting-seat", "meeting-reminder", "date-poll"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** How long a mail that was sent, or could not be, stays listed. */
export const KEPT_DAYS = 30;

/**
 * What a mail says. No letter carries a title or a text of a discussion, an image
 * or an address of anyone but ours.
 */
export type Letter = {
  subject: string;
  paragraphs: readonly string[];
  /** A code to read and type, on a line of its own. */
  code?: string;
  /** After the code or the paragraphs. */
  link?: { before?: string; label: string; href: string };
  after?: readonly string[];
  /** Several things, each with where it is read; after the link. */
  list?: readonly { text: string; href: string }[];
  /** The answer to « Pourquoi ce courriel? ». */
  why: string;
  /** The page where one asks for fewer of these, without signing in. */
  fewer?: string;
  /** A document to keep. */
  attached?: { name: string; content: Buffer };
  /** An invitation for the calendar, or its end. */
  calendar?: { method: "REQUEST" | "CANCEL"; text: string };
  /** What mails belong together with this one: a name for it, such as « discussion-12 ». */
  about?: string;
};

const NBSP = "\u00a0";
const WHY = "Pourquoi ce courriel?";
const FEWER = "Recevoir moins de courriels comme celui-ci";

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? sign);

/** The two forms of a letter: plain text, and HTML that needs nothing from anywhere. */
export function compose(letter: Letter, community: string) {
  const { subject, about, fewer, attached, calendar } = letter;
  const extras = { ...(about ? { about } : {}), ...(fewer ? { fewer } : {}), ...(attached ? { attached } : {}), ...(calendar ? { calendar } : {}) };
  return { subject, text: asText(letter, community), html: asHtml(letter, community), ...extras };
}

function asText({ paragraphs, code, link, list = [], after = [], why, fewer }: Letter, community: string): string {
  const blocks = [
    "Bonjour,",
    ...paragraphs,
    ...(code ? [`    ${code}`] : []),
    ...(link ? [[link.before ?? link.label, link.href].join("\n")] : []),
    ...(list.length > 0 ? [list.map(({ text, href }) => `- ${text}\n  ${href}`).join("\n")] : []),
    ...after,
    `${WHY}\n${why}`,
    ...(fewer ? [`${FEWER}${NBSP}:\n${fewer}`] : []),
    `${community}, sur Le Fil`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

// Mail programs keep few styles, and only those written on the element.
const STYLE = {
  body: "margin:0;padding:24px;background:#fbf8f2;color:#26211c;font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5",
  sheet: "max-width:560px;margin:0 auto",
  code: "margin:24px 0;font-family:Consolas,Menlo,monospace;font-size:32px;letter-spacing:6px;font-weight:bold",
  link: "color:#9b2f26",
  list: "margin:16px 0;padding-left:20px",
  item: "margin:8px 0",
  foot: "margin-top:32px;padding-top:12px;border-top:1px solid #d8cfc2;color:#5d554c;font-size:14px",
};

function asHtml({ paragraphs, code, link, list = [], after = [], why, fewer, subject }: Letter, community: string): string {
  const paragraph = (text: string) => `<p>${escape(text)}</p>`;
  const linked = link
    ? `<p>${link.before ? `${escape(link.before)}<br>` : ""}<a href="${escape(link.href)}" style="${STYLE.link}">${escape(link.label)}</a></p>`
    : "";
  const items = list.map(({ text, href }) => `<li style="${STYLE.item}"><a href="${escape(href)}" style="${STYLE.link}">${escape(text)}</a></li>`);
  return `<!doctype html>
<html lang="fr-CA"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="${STYLE.body}"><div style="${STYLE.sheet}">
<p>Bonjour,</p>
${paragraphs.map(paragraph).join("\n")}
${code ? `<p style="${STYLE.code}">${escape(code)}</p>` : ""}
${linked}
${items.length > 0 ? `<ul style="${STYLE.list}">${items.join("")}</ul>` : ""}
${after.map(paragraph).join("\n")}
<div style="${STYLE.foot}"><p><strong>${WHY}</strong><br>${escape(why)}</p>
${fewer ? `<p><a href="${escape(fewer)}" style="${STYLE.link}">${FEWER}</a></p>` : ""}
<p>${escape(community)}, sur Le Fil</p></div>
</div></body></html>
`;
}
