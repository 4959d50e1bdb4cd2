import { Form } from "@remix-run/react";
import { useEffect, useImperativeHandle, useRef, useState, type ComponentType, type FormEvent, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Problem } from "~/kit/errors";
import { ServerMarkup } from "~/kit/markup";
import type { ChoiceProps } from "~/features/draft/components/draft-choice";
import { DraftNote } from "~/features/draft/components/draft-note";
import { useDraft } from "~/features/draft/components/use-draft";
import { typedIn, typedOf, type KnownDraft } from "~/features/draft/model";
import { FileField } from "~/features/file/components/file-field";
import { FormKey } from "~/features/shell/components/form-key";
import { useFrame } from "~/features/shell/use-frame";
import { WritingBox, type WritingHandle } from "~/features/writing/components/writing-box";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/field";
import { MAX_BODY, MAX_TITLE } from "../model";
import { Discretion, DISCRETION } from "./discretion";
import { PollFields } from "./poll-fields";
import { useHydrated } from "./use-hydrated";
import { usePreview } from "./use-preview";
import { usePublishing } from "./use-publishing";

export type ComposerHandle = { insertQuote: (text: string, messageId: string) => void };

type Props = {
  /** Where publishing posts to. */
  action: string;
  /** The thread replied to; null for a new discussion, which may have a title. */
  threadId: number | null;
  label: string;
  draft: KnownDraft;
  quotation?: { id: number; text: string } | null;
  problem?: Problem | undefined;
  /** What a preview page shows again, with its markup. */
  previewed?: { title: string; body: string; quotedId: number | null; html: string; poll: Record<string, string> };
  handle?: Ref<ComposerHandle>;
  /** What is said besides the text: fields of its own, under the box. */
  besides?: ReactNode;
};

const CLOSE_TO_THE_END = 2_000;

/** What the box holds when the page is made: what was refused, what was previewed, else the draft and the quote asked for. */
function startingText({ problem, previewed, draft, quotation }: Props): { title: string; body: string } {
  const typed = problem?.values;
  if (typed?.texte !== undefined) return { title: typed.titre ?? "", body: typed.texte };
  if (previewed) return previewed;
  if (!quotation || draft.body.includes(quotation.text.trim())) return draft;
  return { title: draft.title, body: draft.body ? `${draft.body.trimEnd()}\n\n${quotation.text}` : quotation.text };
}

/** The sheet one writes on, for a reply and for a new discussion. Works as a plain form; scripts add the tools. */
export function Composer(props: Props) {
  const { action, threadId, label, draft, quotation, problem, previewed, handle, besides } = props;
  const me = useFrame()?.me?.id ?? 0;
  const form = useRef<HTMLFormElement>(null);
  const writing = useRef<WritingHandle>(null);
  const quoted = useRef<HTMLInputElement>(null);
  const start = useRef(startingText(props)).current;
  const [round, setRound] = useState(0);
  const [left, setLeft] = useState(MAX_BODY - start.body.length);
  const hydrated = useHydrated();
  const { keeper, status } = useDraft(form, `${me}.${threadId ?? "nouvelle"}`, draft, typedOf(problem || previewed ? draft : { ...draft, ...start }));
  const [Choice, setChoice] = useState<ComponentType<ChoiceProps>>();
  const moved = status.is === "moved";
  useEffect(() => {
    if (moved) void import("~/features/draft/components/draft-choice").then(({ DraftChoice }) => setChoice(() => DraftChoice));
  }, [moved]);
  const { preview, toggle, close } = usePreview(form);
  const text = (name: string) => String(new FormData(form.current ?? undefined).get(name) ?? "");
  const count = () => setLeft(MAX_BODY - text("texte").length);
  const published = () => {
    keeper.current?.published();
    if (quoted.current) quoted.current.value = "";
    close();
    count();
    // The next message begins without a poll and without files.
    setRound((before) => before + 1);
  };
  const { pending, onSubmit } = usePublishing({ action, keeper, problem, published });
  useImperativeHandle(handle, () => ({
    insertQuote: (text, messageId) => {
      if (quoted.current) quoted.current.value = messageId;
      writing.current?.insertQuote(text);
    },
  }));

  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => onSubmit(event);
  const fields = problem?.fields ?? {};
  const wrong = Object.entries(fields).map(([name, message]) => ({ name, message }));

  return (
    <Form method="post" action={action} encType={hydrated ? undefined : "multipart/form-data"} ref={form} onSubmit={submit} onKeyDown={press} onInput={count} noValidate>
      <FormKey name={threadId ? `reply-${threadId}` : "thread"} early="titre texte choix" />
      {threadId ? <input type="hidden" name="discussion" value={threadId} /> : null}
      <input type="hidden" name="citation" ref={quoted} defaultValue={problem?.values?.citation ?? previewed?.quotedId ?? quotation?.id ?? ""} />
      <input type="hidden" name="version" defaultValue={draft.revision} />
      <div className="stack">
        {problem ? <ErrorSummary title="Ce n’est pas encore publié" problems={wrong} general={wrong.length > 0 ? [] : [problem.sentence]} /> : null}
        {status.is === "moved" && Choice ? (
          <Choice other={status.other} mine={() => typedIn(new FormData(form.current ?? undefined))} settle={(...choice) => keeper.current?.settle(...choice)} />
        ) : null}
        <WritingBox
          name="texte"
          label={label}
          value={start.body}
          most={MAX_BODY}
          hint={DISCRETION}
          error={fields.texte}
          threadId={threadId}
          handle={writing}
          before={
            threadId ? null : (
              <TextField name="titre" label="Titre" labelAside="(facultatif)" hint="Sans titre, la première ligne de votre message en tient lieu." maxLength={MAX_TITLE} defaultValue={start.title} error={fields.titre} autoComplete="off" />
            )
          }
          preview={previewOf(preview, previewed?.html)}
          attached={
            <>
              <FileField key={`${round} files`} problem={problem} hydrated={hydrated} kept={round > 0 ? [] : draft.files} />
              <PollFields key={round} values={round > 0 ? {} : (problem?.values ?? previewed?.poll ?? draft.besides)} errors={fields} />
              {besides}
            </>
          }
          saved={
            <>
              {left < CLOSE_TO_THE_END ? <span>{leftWords(left)}</span> : null}
              <DraftNote status={status} />
            </>
          }
          acts={
            <>
              <Button pending={pending} pendingText="Publication…">
                Publier
              </Button>
              <Button look="quiet" formAction="/apercu" aria-expanded={hydrated ? preview !== null : undefined} onClick={(event) => (event.preventDefault(), void toggle())}>
                {preview ? "Fermer l’aperçu" : "Aperçu"}
              </Button>
              {hydrated ? (
                <span className="keys-hint">Ctrl + Entrée publie</span>
              ) : (
                <Button look="quiet" formAction="/brouillons">
                  Enregistrer le brouillon
                </Button>
              )}
            </>
          }
        />
        <Discretion />
      </div>
    </Form>
  );
}

function previewOf(preview: ReturnType<typeof usePreview>["preview"], made?: string) {
  if (preview && "sentence" in preview) return <p role="status">{preview.sentence}</p>;
  const html = preview?.html ?? made;
  return html === undefined ? null : <ServerMarkup name="apercu" html={html} className="prose" />;
}

const leftWords = (left: number): string => {
  const number = String(Math.abs(left)).replace(/(\d)(?=\d{3}$)/, "$1\u00a0");
  return left < 0 ? `${number} caractères de trop. ` : `Il reste ${number} caractères. `;
};
