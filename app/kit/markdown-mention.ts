/**
 * A mention, as it stands in a text: « @[Nadège Saint-Fleur](personne:12) ». Its number says who
 * is meant; the name is what is shown, also where a text is read without being rendered.
 */
export const MENTIONED = ["personne", "organisation"] as const;
export type Mention = { kind: (typeof MENTIONED)[number]; id: number; name: string };

const TOKEN = /@\[((?:[^[\]\\\n]|\\.){1,200})\]\((personne|organisation):([1-9]\d{0,14})\)/g;
const ADDRESS = /^(personne|organisation):([1-9]\d{0,14})$/;

/** The address that stands in a mention's brackets; null for any other. */
export function mentionedAt(address: string): Omit<Mention, "name"> | null {
  const [, kind, id] = ADDRESS.exec(address) ?? [];
  return kind && id ? { kind: kind as Mention["kind"], id: Number(id) } : null;
}

export const writeMention = ({ kind, id, name }: Mention): string => `@[${name.replace(/[\\[\]`*_<&!]/g, "\\$&")}](${kind}:${id})`;

/** Writes something else in the place of each mention of a text. */
export const replaceMentions = (text: string, by: (mention: Mention) => string): string =>
  text.replace(TOKEN, (_, name: string, kind: Mention["kind"], id: string) => by({ kind, id: Number(id), name: name.replace(/\\(.)/g, "$1") }));

// Between the tree of a text and its markup a mention travels as text between these: they are no
// characters, so no text holds one, and what was typed is cleared of them.
const [OPEN, MIDDLE, CLOSE] = ["\ufdd0", "\ufdd1", "\ufdd2"];
const WRAPPED = /\ufdd0(personne|organisation):(\d+)\ufdd1([^\ufdd0-\ufdd2]*)\ufdd2/g;
export const RESERVED = /[\ufdd0-\ufdef]/g;

export const wrapMention = ({ kind, id, name }: Mention): string => `${OPEN}${kind}:${id}${MIDDLE}${name}${CLOSE}`;

/** The parts of a text: what is text, and what was wrapped. */
export function partsOf(text: string): (string | Mention)[] {
  const parts: (string | Mention)[] = [];
  let end = 0;
  for (const { 0: all, 1: kind, 2: id, 3: name = "", index } of text.matchAll(WRAPPED)) {
    if (index > end) parts.push(text.slice(end, index));
    parts.push({ kind: kind as Mention["kind"], id: Number(id), name });
    end = index + all.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
