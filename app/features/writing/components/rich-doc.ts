/** A rich text as the editor keeps it: the part of ProseMirror's JSON that our texts are made of. */
export type Mark = { type: "bold" | "italic" | "code" } | { type: "link"; attrs: { href: string } };

export type RichInline =
  | { type: "text"; text: string; marks?: readonly Mark[] }
  | { type: "hardBreak"; marks?: readonly Mark[] }
  | { type: "mention"; attrs: { kind: "personne" | "organisation"; id: number; name: string }; marks?: readonly Mark[] };

export type RichBlock =
  | { type: "paragraph"; content?: readonly RichInline[] }
  | { type: "heading"; attrs: { level: number }; content?: readonly RichInline[] }
  | { type: "codeBlock"; attrs?: { language?: string | null }; content?: readonly RichInline[] }
  | { type: "blockquote"; content?: readonly RichBlock[] }
  | { type: "bulletList"; content?: readonly RichItem[] }
  | { type: "orderedList"; attrs?: { start?: number }; content?: readonly RichItem[] };

export type RichItem = { type: "listItem"; content?: readonly RichBlock[] };
export type RichDoc = { type: "doc"; content?: readonly RichBlock[] };
