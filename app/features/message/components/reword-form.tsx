import { Form } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { FileField } from "~/features/file/components/file-field";
import type { SharedFile } from "~/features/file/model";
import { Discretion, DISCRETION } from "~/features/thread/components/discretion";
import { useHydrated } from "~/features/thread/components/use-hydrated";
import { FormKey } from "~/features/shell/components/form-key";
import { WritingBox } from "~/features/writing/components/writing-box";
import { MAX_BODY, messageActsPath } from "~/features/thread/model";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";

type Props = { message: { threadId: number; messageId: number; body: string; version: number; files: readonly SharedFile[] }; problem: Problem | undefined };

/** One's message, to be worded anew, with its files. Where it changed meanwhile, both texts stand here and one's own goes on. */
export function RewordForm({ message: { threadId, messageId, body, version, files }, problem }: Props) {
  const hydrated = useHydrated();
  const action = `${messageActsPath(threadId, messageId)}/modification`;
  const moved = problem?.code === "state.moved" ? problem.state : undefined;
  const fields = problem?.fields ?? {};
  const wrong = Object.entries(fields).map(([name, message]) => ({ name, message }));
  return (
    <Form method="post" action={action} encType={hydrated ? undefined : "multipart/form-data"} noValidate>
      {/* Another key for the second try: it publishes something else. */}
      <FormKey name={`reword-${messageId}-${String(moved?.version ?? version)}`} early="texte" />
      <input type="hidden" name="version" value={String(moved?.version ?? version)} />
      <div className="stack">
        {problem && !moved ? <ErrorSummary title="Ce n’est pas encore publié" problems={wrong} general={wrong.length > 0 ? [] : [problem.sentence]} /> : null}
        {moved ? (
          <Notice tone="honey" title="Ce message a été modifié ailleurs entre-temps" role="alert">
            <p>Voici le texte qui est publié. Le vôtre est conservé dans la boîte{"\u00a0"}: reprenez-en ce que vous voulez, puis publiez.</p>
            <blockquote className="redline">{String(moved.body)}</blockquote>
          </Notice>
        ) : null}
        <WritingBox
          name="texte"
          label="Votre message"
          hint={DISCRETION}
          most={MAX_BODY}
          value={problem?.values?.texte ?? body}
          error={fields.texte}
          threadId={threadId}
          attached={<FileField problem={problem} hydrated={hydrated} own={files} />}
        />
        <Acts>
          <Button>Publier la modification</Button>
          <ButtonLink look="quiet" to={messageActsPath(threadId, messageId)}>
            Annuler
          </ButtonLink>
        </Acts>
        <Discretion />
      </div>
    </Form>
  );
}
