import { lazy, Suspense, useState } from "react";
import { Tool, Toolbar } from "~/ui/toolbar";
import { TOOLS, type Tool as ToolName } from "./tools";

/** Without the network a choice cannot be fetched; the text that is being written must not suffer from it. */
const Unreachable = () => (
  <p className="hint writing-panel" role="status">
    Ce choix ne peut pas être affiché hors ligne.
  </p>
);
const EmojiChoice = lazy(() => import("./emoji-choice").catch(() => ({ default: Unreachable })));
const LinkChoice = lazy(() => import("./link-choice").catch(() => ({ default: Unreachable })));

type Props = {
  boxId: string;
  /** What is on where the caret stands; null in the plain box. */
  on: ReadonlySet<ToolName> | null;
  /** The address of the link under the caret. */
  link: string | null;
  plain: boolean;
  onUse: (tool: ToolName) => void;
  onLink: (address: string | null) => void;
  onInsert: (text: string) => void;
  onPlain: (plain: boolean) => void;
  onReturn: () => void;
};

/** The tools over the box, each named by its word; they exist where scripts run. */
export function WritingTools({ boxId, on, link, plain, onUse, onLink, onInsert, onPlain, onReturn }: Props) {
  const [shown, show] = useState<"link" | "emoji" | null>(null);
  const close = () => show(null);
  return (
    <>
      <Toolbar label="Mise en forme" controls={boxId}>
        {TOOLS.map(([name, word, keys]) =>
          name === "link" && on ? (
            <Tool key={name} aria-expanded={shown === "link"} onClick={() => show(shown === "link" ? null : "link")}>
              {word}
            </Tool>
          ) : (
            <Tool key={name} title={keys} pressed={on?.has(name)} onClick={() => onUse(name)}>
              {word}
            </Tool>
          ),
        )}
        <Tool aria-expanded={shown === "emoji"} onClick={() => show(shown === "emoji" ? null : "emoji")}>
          Émojis
        </Tool>
        <Tool title={plain ? "Écrire avec la mise en forme sous les yeux" : "Écrire dans une boîte de texte simple, avec des signes comme **gras**"} onClick={() => (close(), onPlain(!plain))}>
          {plain ? "Boîte enrichie" : "Boîte simple"}
        </Tool>
      </Toolbar>
      <Suspense>
        {shown === "link" && on ? <LinkChoice id={`${boxId}-link`} address={link} onChoose={(address) => (close(), onLink(address))} onClose={() => (close(), onReturn())} /> : null}
        {shown === "emoji" ? <EmojiChoice onChoose={onInsert} onClose={() => (close(), onReturn())} /> : null}
      </Suspense>
    </>
  );
}
