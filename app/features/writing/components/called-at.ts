import type { EditorState } from "@tiptap/pm/state";

/** « @nad » before the caret: what was typed, and from where to where it stands. */
export type Call = { typed: string; from: number; to: number };

const CALL = /(?:^|[\s([«"'’])@((?:[\p{L}\p{N}][\p{L}\p{N}’'.-]*(?: [\p{L}\p{N}’'.-]*){0,3})?)$/u;

/** Whom the writer is about to call, if anyone: at most four words, in one line. */
export function calledAt({ selection }: EditorState): Call | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, "\n", "\ufffc");
  const [, typed] = CALL.exec(before) ?? [];
  return typed === undefined ? null : { typed, from: $from.pos - typed.length - 1, to: $from.pos };
}
