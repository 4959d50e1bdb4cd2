import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef, type FormEvent, type MutableRefObject, type ReactNode } from "react";
import { useProblem } from "~/features/community/components/problem";
import type { DraftStatus } from "~/features/draft/components/draft-keeper";
import { useDraft } from "~/features/draft/components/use-draft";
import type { OtherDraft } from "~/features/draft/model";
import { FormKey } from "~/features/shell/components/form-key";
import { WritingBox } from "~/features/writing/components/writing-box";
import type { Problem } from "~/kit/errors";
import { Acts, Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { MAX_TEXT } from "../model";

type Known = { body: string; revision: number; savedAt: string | null };
type Props = {
  action: string;
  /** Where the script keeps the text every few seconds; null where only the button does. */
  keeps: string | null;
  /** Tells this text apart in the browser's own copies. */
  place: string;
  known: Known;
  label: string;
  hint: string;
  verb: string;
  fields?: (problem: Problem | undefined) => ReactNode;
  way?: ReactNode;
};

const MOVED = new Set(["notes.moved", "minutes.moved"]);
/** The sheet on which notes and minutes are written: kept by itself, and two people at once both keep their words. */
export function SheetForm(props: Props) {
  const problem = useProblem();
  // What the script has kept since the page was made, the button goes on from.
  const kept = useRef(props.known.revision);
  return <Sheet {...props} key={`${props.known.revision}-${problem ? "again" : "new"}`} problem={problem} kept={kept} />;
}

function Sheet({ action, keeps, place, known, label, hint, verb, fields, way, problem, kept }: Props & { problem: Problem | undefined; kept: MutableRefObject<number> }) {
  const form = useRef<HTMLFormElement>(null);
  const version = useRef<HTMLInputElement>(null);
  const going = useRef(false);
  const moved = problem && MOVED.has(problem.code) ? (problem.state as OtherDraft | undefined) : undefined;
  const revision = moved ? Number(moved.revision) : Math.max(known.revision, kept.current);
  const start = problem?.values?.texte ?? known.body;
  const { keeper, status } = useDraft(form, place, { revision, savedAt: known.savedAt }, { texte: moved?.body ?? known.body }, keeps);
  const { state } = useNavigation();
  useEffect(() => {
    if (state !== "idle" || !going.current) return;
    going.current = false;
    keeper.current?.resume();
  }, [state, keeper]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { current } = keeper;
    if (!current || going.current) return;
    // A save under way goes first, and the button goes on from its revision.
    event.preventDefault();
    const own = event.currentTarget;
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    going.current = true;
    void current.hold().then(() => {
      kept.current = Math.max(revision, current.revision);
      if (version.current) version.current.value = String(kept.current);
      own.requestSubmit(submitter);
    });
  };
  const wrong = Object.entries(problem?.fields ?? {}).map(([name, message]) => ({ name, message }));
  return (
    <Form method="post" action={action} ref={form} onSubmit={submit} className="sheet-form" noValidate>
      <FormKey name={`texte-${revision}-${problem ? "encore" : "neuf"}`} early="texte" />
      <input type="hidden" name="version" ref={version} defaultValue={revision} />
      <div className="stack">
        {problem && !moved ? <ErrorSummary title="Ce n’est pas encore enregistré" problems={wrong} general={wrong.length > 0 ? [] : [problem.sentence]} /> : null}
        {moved ? <Meanwhile other={moved} /> : null}
        {status.is === "moved" ? <Choice other={status.other} mine={() => textIn(form.current)} onChoose={(body) => keeper.current?.settle(status.other, { texte: body })} /> : null}
        <WritingBox name="texte" label={label} hint={hint} value={start} most={MAX_TEXT} error={problem?.fields?.texte} saved={keeps === null ? null : <SheetNote status={status} />} />
        {fields?.(problem)}
        <Acts>
          <Button>{verb}</Button>
          {way}
        </Acts>
      </div>
    </Form>
  );
}

const textIn = (form: HTMLFormElement | null): string => String(new FormData(form ?? undefined).get("texte") ?? "");

/** What became of the text. Only what went wrong is said aloud. */
function SheetNote({ status }: { status: DraftStatus }) {
  if (status.is === "saved") return <span>Enregistré {status.at}</span>;
  if (status.is === "offline") return <span role="status">{status.copied ? "Hors ligne\u00a0: votre texte est conservé dans ce navigateur." : "Hors ligne\u00a0: gardez cette page ouverte, votre texte y est conservé."}</span>;
  if (status.is === "ended") return <span role="status">Votre session est terminée. Votre texte est conservé dans ce navigateur; enregistrez-le pour vous reconnecter.</span>;
  if (status.is === "refused") return <span role="status">Ce texte n’est pas enregistré de lui-même. Appuyez sur le bouton{"\u00a0"}: il dira ce qu’il faut regarder.</span>;
  return null;
}

/** Somebody else saved meanwhile: both texts are there, and one's own goes on. */
function Meanwhile({ other }: { other: OtherDraft }) {
  return (
    <Notice tone="honey" title="Ce texte a changé ailleurs entre-temps" role="alert">
      <p>Voici celui qui est enregistré. Le vôtre est conservé dans la boîte{"\u00a0"}: reprenez-en ce que vous voulez, puis enregistrez.</p>
      <blockquote className="redline">{String(other.body)}</blockquote>
    </Notice>
  );
}

function Choice({ other, mine, onChoose }: { other: OtherDraft; mine: () => string; onChoose: (body: string) => void }) {
  const acts = (
    <>
      <Button type="button" look="plain" small onClick={() => onChoose(mine())}>
        Garder mon texte
      </Button>
      <Button type="button" look="plain" small onClick={() => onChoose(other.body)}>
        Prendre l’autre
      </Button>
      <Button type="button" look="quiet" small onClick={() => onChoose(`${mine()}\n\n${other.body}`)}>
        Garder les deux
      </Button>
    </>
  );
  return (
    <Notice tone="honey" role="alert" title="Ce texte a changé ailleurs" acts={acts}>
      <p>Votre texte est dans la boîte. Voici l’autre{"\u00a0"}:</p>
      <blockquote className="prose typed-text">{other.body}</blockquote>
    </Notice>
  );
}
