import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { Composer as Sheet } from "~/ui/composer";
import { FieldError } from "~/ui/field";
import { mark } from "./markdown-marks";
import { optionId, SuggestionList } from "./suggestion-list";
import type { Tool } from "./tools";
import { useRichBox } from "./use-rich-box";
import { useSuggestions } from "./use-suggestions";
import { WritingTools } from "./writing-tools";

export type WritingHandle = {
  /** Puts a quotation after what is written, and the caret after it. */
  insertQuote: (text: string) => void;
};

type Props = {
  name: string;
  label: ReactNode;
  value: string;
  most: number;
  hint?: ReactNode;
  error?: string | undefined;
  /** The thread whose people are offered first after « @ ». */
  threadId?: number | null;
  before?: ReactNode;
  /** What goes with the text, such as files. */
  attached?: ReactNode;
  preview?: ReactNode;
  saved?: ReactNode;
  acts?: ReactNode;
  handle?: Ref<WritingHandle>;
};

/**
 * The box one writes a text in: a plain field of the form around it, which scripts
 * cover with the rich editor once somebody writes. The field always holds the text,
 * as Markdown; whoever writes into it by script says so with a « change » event.
 */
export function WritingBox({ name, label, value, most, hint, error, threadId = null, before, attached, preview, saved, acts, handle }: Props) {
  const id = `field-${name}`;
  const listId = `${id}-suggestions`;
  const described = [error && `${id}-error`, hint && `${id}-hint`, `${id}-keys`].filter(Boolean).join(" ");
  const pressed = useRef<(event: globalThis.KeyboardEvent) => boolean>(() => false);
  const { box, place, editor, rich, state, ready, plain, open, choosePlain, writeAll } = useRichBox({
    pressed,
    attributes: { id, role: "textbox", "aria-multiline": "true", "aria-labelledby": `${id}-label`, "aria-describedby": described, "aria-autocomplete": "list", class: "input prose writing-rich", ...(error ? { "aria-invalid": "true" } : {}) },
  });
  const { list, active, pick, look, pressed: latest } = useSuggestions({
    call: state.call,
    threadId,
    choose: (call, { kind, id: row, name: called }) => editor.current?.call(call, { kind, id: row, name: called }),
  });
  useEffect(() => {
    pressed.current = (event) => latest.current(event);
    editor.current?.describe({ "aria-controls": list.length > 0 ? listId : null, "aria-activedescendant": list.length > 0 ? optionId(listId, active) : null });
  });
  useEffect(() => {
    editor.current?.describe({ "aria-invalid": error ? "true" : null, "aria-describedby": described });
  }, [editor, error, described, rich]);

  useImperativeHandle(handle, () => ({
    insertQuote: (text) => {
      const typed = box.current?.value ?? "";
      writeAll(typed.trim() ? `${typed.trimEnd()}\n\n${text}` : text);
    },
  }));

  const back = () => (editor.current ? editor.current.focus() : box.current?.focus());
  const use = (tool: Tool) => {
    if (editor.current && tool !== "link") editor.current.use(tool);
    else if (!editor.current && box.current) mark(box.current, tool);
  };
  const insert = (text: string) => {
    if (editor.current) return editor.current.insert(text);
    box.current?.focus();
    document.execCommand("insertText", false, text);
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !box.current) return;
    const marked = ({ b: "strong", i: "emphasis" } as const)[event.key.toLowerCase()];
    if (!marked) return;
    event.preventDefault();
    mark(box.current, marked);
  };

  return (
    <Sheet
      label={label}
      boxId={id}
      rich={rich}
      before={before}
      hint={hint}
      error={error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      toolbar={ready ? <WritingTools boxId={id} on={rich ? state.on : null} link={state.link} plain={plain} onUse={use} onLink={(address) => editor.current?.link(address)} onInsert={insert} onPlain={choosePlain} onReturn={back} /> : null}
      box={
        <>
          <textarea
            className="input"
            {...(rich ? {} : { id })}
            name={name}
            ref={box}
            rows={5}
            maxLength={most}
            defaultValue={value}
            hidden={rich}
            onFocus={() => void open()}
            onKeyDown={press}
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
          />
          <div ref={place} hidden={!rich} />
          <SuggestionList id={listId} list={list} active={active} onPick={pick} onLook={look} />
          <p className="visually-hidden" role="status">
            {spoken(list.length, list[active]?.name)}
          </p>
          <p className="visually-hidden" id={`${id}-keys`}>
            {ready ? "La touche Tab quitte la boîte. Ctrl + crochets décale dans une liste. Écrivez @ pour nommer quelqu’un." : "Écrivez @Prénom Nom pour nommer quelqu’un."}
          </p>
        </>
      }
      preview={preview}
      attached={attached}
      saved={saved}
      acts={acts}
    />
  );
}

const spoken = (count: number, name: string | undefined): string => (count === 0 || !name ? "" : `${name}. ${count === 1 ? "1 proposition" : `${count} propositions`}, flèches pour choisir.`);
