import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Progress } from "~/ui/progress";
import { NO_FILE_SENTENCE, TRANSFERS } from "../model";

type Sending = { part: number; words: string };

/**
 * Sends the archive. Without scripts the browser does so; with them, only the texts of groups leave the device, and
 * it is said how much has gone.
 */
export function BringForm() {
  const problem = useProblem();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [sentence, setSentence] = useState<string>();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const error = sentence ?? problem?.fields?.archive;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    const file = box.current?.files?.[0];
    if (!file) {
      setSentence(NO_FILE_SENTENCE);
      box.current?.focus();
      return;
    }
    setSentence(undefined);
    setSending({ part: 0, words: "Préparation" });
    const { sendArchive } = await import("./send-archive");
    const outcome = await sendArchive(file, (part) => setSending({ part, words: `${Math.round(part * 100)}\u00a0%` }));
    if ("to" in outcome) return navigate(outcome.to);
    setSending(null);
    setSentence(outcome.sentence);
    box.current?.focus();
  };

  return (
    <form method="post" action={TRANSFERS} encType="multipart/form-data" className="form archive-send" noValidate onSubmit={ready ? (event) => void send(event) : undefined}>
      <FormKey name="archive" />
      {sentence ? null : <ProblemSummary problem={problem} />}
      <Field name="archive" label="Archive de Meta" hint="Un fichier zip, 100&nbsp;Mo au plus. Il est effacé dès qu’il est lu." error={error}>
        {(described) => <input {...described} ref={box} className="input" type="file" name="archive" accept=".zip,application/zip" required />}
      </Field>
      {sending ? <Progress id="envoi" label="Envoi de l’archive" value={Math.round(sending.part * 100)} words={sending.words} /> : null}
      <Button pending={sending !== null} pendingText="Envoi en cours…">
        Envoyer l’archive
      </Button>
    </form>
  );
}
