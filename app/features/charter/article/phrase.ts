import type { Piece } from "~/features/message/model";

const LONGEST = 180;
const MOST = 4;
/** Two changes with no more than this between them are one change to whoever reads it. */
const NEAR = 12;

const cut = (text: string): string => {
  const one = text.replace(/\s+/g, " ").trim();
  return `«\u00a0${one.length <= LONGEST ? one : `${one.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`}\u00a0»`;
};

/** The same comparison as a person would mark it: words that follow each other are struck together, and what replaces them stands behind. */
export function grouped(pieces: readonly Piece[]): Piece[] {
  const marked: Piece[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    if (removed) marked.push({ is: "removed", text: removed });
    if (added) marked.push({ is: "added", text: added });
    removed = added = "";
  };
  pieces.forEach(({ is, text }, index) => {
    if (is === "removed") removed += text;
    else if (is === "added") added += text;
    else if ((removed || added) && index < pieces.length - 1 && /^[ \u00a0]+$/.test(text)) {
      removed += text;
      added += text;
    } else {
      close();
      marked.push({ is, text });
    }
  });
  close();
  return marked;
}

type Change = { was: string; becomes: string; after: string };

function changesOf(pieces: readonly Piece[]): Change[] {
  const changes: Change[] = [];
  let open: Change | null = null;
  let read = "";
  pieces.forEach(({ is, text }, index) => {
    if (is === "same") {
      const last = index === pieces.length - 1;
      if (open && !last && text.length <= NEAR && !text.includes("\n")) {
        open.was += text;
        open.becomes += text;
      } else open = null;
      read = text;
      return;
    }
    if (!open) changes.push((open = { was: "", becomes: "", after: read }));
    open[is === "removed" ? "was" : "becomes"] += text;
  });
  return changes.filter(({ was, becomes }) => was.trim() !== becomes.trim());
}

/** What a proposal asks for, in words: one sentence per change, and how many more there are. */
export function phrasesOf(pieces: readonly Piece[]): string[] {
  const changes = changesOf(pieces);
  const told = changes.slice(0, MOST).map(({ was, becomes, after }) => {
    if (was.trim() === "") {
      const words = after.trim().split(/\s+/).slice(-5).join(" ");
      return words === "" ? `Ajouter au début ${cut(becomes)}` : `Ajouter ${cut(becomes)} après ${cut(words)}`;
    }
    return becomes.trim() === "" ? `Retirer ${cut(was)}` : `Remplacer ${cut(was)} par ${cut(becomes)}`;
  });
  const more = changes.length - told.length;
  return more > 0 ? [...told, more === 1 ? "Et un autre changement, ci-dessous" : `Et ${more} autres changements, ci-dessous`] : told;
}
