/** What the archive that Meta gives says of groups, read as leniently as its many shapes ask for. */

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const BEYOND_A_BYTE = /[^\0-\u00ff]/;
const BEYOND_ASCII = /[^\0-\u007f]/;

/**
 * Meta writes each byte of a letter as a letter of its own, so that « é » comes out as « Ã© ». The bytes are put
 * together again; what cannot have been broken so is left as it is.
 */
export function repair(text: string): string {
  if (!BEYOND_ASCII.test(text) || BEYOND_A_BYTE.test(text)) return text;
  try {
    return UTF8.decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Whether the texts of one file are broken: all of them are, or none. One right text beyond a byte shows that none is. */
export function areBroken(texts: readonly string[]): boolean {
  const telling = texts.filter((text) => BEYOND_ASCII.test(text));
  if (telling.some((text) => BEYOND_A_BYTE.test(text))) return false;
  return telling.filter((text) => repair(text) !== text).length * 2 > telling.length;
}

export type About = { kind: "post" | "comment"; /** Null: the writer's own. */ who: string | null };
type Title = { who: string | null; group: string | null; about: About | null };

// « Marie Tremblay posted in Les Bourgeons. », « Marie Tremblay a partagé un lien dans le groupe : Les Bourgeons. »
const POSTED = /^(.{1,200}?) (?:posted|shared|added|uploaded|asked|created|wrote|updated|published|a publié|a partagé|a ajouté|a posé|a créé|a écrit|a mis à jour)(?:.{0,200}?) (?:in|to|dans|sur)(?: the group| le groupe| groupe)? ?:? ?(.{1,300}?)\.?$/su;
const SAID = /^(.{1,200}?) (?:commented on|replied to|a commenté|a répondu)(?= )/su;
const OWN = /\b(?:his|her|their|its) own\b|\b(?:sa|son) (?:propre )?(?:publication|photo|vidéo|lien|commentaire|message)\b/u;
const OF_WHOM_ENGLISH = /^.{1,200}? (?:commented on|replied to) (.{1,200}?)['’]s? (?:post|photo|video|link|album|comment|reply|status|event|question|poll|file)/su;
const OF_WHOM_FRENCH = /^.{1,200}? (?:a commenté|a répondu) .{1,60}? (?:de |d['’])(.{1,200}?)(?: dans .{1,300})?\.?$/su;
const REPLY = /\b(?:replied to|a répondu)\b/u;
const IN_GROUP = /\b(?:post|photo|video|link|comment|publication|commentaire|vidéo|lien)\b.{0,200}? (?:in|dans) (.{1,300}?)\.?$/su;

const given = (text: string | undefined): string | null => text?.trim() || null;

/** What a title of Meta's, in English or French, says of a text: whose it is, in which group, and what it answers. */
export function readTitle(title: string, kind: "post" | "comment"): Title {
  const text = title.trim();
  if (kind === "post") {
    const posted = POSTED.exec(text);
    return { who: given(posted?.[1]), group: given(posted?.[2]), about: null };
  }
  const who = given(SAID.exec(text)?.[1]);
  const of = given((OF_WHOM_ENGLISH.exec(text) ?? OF_WHOM_FRENCH.exec(text))?.[1]);
  const on = REPLY.test(text) ? "comment" : "post";
  const about: About | null = OWN.test(text) ? { kind: on, who: null } : of ? { kind: on, who: of } : null;
  return { who, group: given(IN_GROUP.exec(text)?.[1]), about };
}

// « @[100004242:2048:Prénom Nom] » is how a mention is written: the name was typed by whom the text is of, the number is nobody's matter.
const MENTION = /@\[\d{1,20}:(?:\d{1,10}:)?([^\]\n]{0,200})\]/g;
const UNKEPT = new RegExp(String.fromCharCode(0), "g");
const HALF_A_PAIR = /\p{Cs}/gu;

/** A text as it is kept: without what no database keeps, and without the numbers of accounts. */
export const tidy = (text: string): string => text.replace(UNKEPT, "").replace(HALF_A_PAIR, "\ufffd").normalize("NFC").replace(/\r\n?/g, "\n").replace(MENTION, "$1").trim();

/** Two copies of a text are the same when their words are. */
export const sameness = (body: string): string => body.normalize("NFC").replace(/\s+/g, " ").trim();

/** A name as it is compared: without accents, capitals and doubled spaces. */
export const foldedName = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/** A text out of an archive. Names live in it only until they are made into digests. */
export type Found = { kind: "post" | "comment"; saidAt: Date; body: string; group: string | null; author: string | null; about: About | null };

/** The name that most texts of an archive are signed with: that of whom the archive is of. */
export function ownerOf(found: readonly Pick<Found, "author">[]): string | null {
  const counts = new Map<string, number>();
  for (const { author } of found) if (author) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
