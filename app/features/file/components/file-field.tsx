import { useEffect, useRef, useState, type ComponentType } from "react";
import type { Problem } from "~/kit/errors";
import { Checkbox } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { FieldError } from "~/ui/field";
import { ACCEPT, FIELDS, FORMATS, KEPT_FILES, keptFilesOf, MAX_PER_MESSAGE, type SharedFile } from "../model";
import { KeptFile } from "./kept-file";
import type { TrayProps } from "./file-tray";
import { useIncoming } from "./use-incoming";

const HINT = `${FORMATS}. 10\u00a0Mo au plus chacun, ${MAX_PER_MESSAGE} par message.`;

type Props = {
  problem: Problem | undefined;
  /** Scripts run: files are sent ahead, one by one. */
  hydrated: boolean;
  /** Files that were kept for this form before. */
  kept?: readonly SharedFile[];
  /** What the message has already, where it is worded anew. */
  own?: readonly SharedFile[];
};

const NONE: readonly SharedFile[] = [];

/**
 * Files to go with a message: a box of the form that works by itself. With scripts,
 * what is chosen, dropped or pasted is sent at once, by code that is loaded for it. The next message takes another key.
 */
export function FileField({ problem, hydrated, own = NONE, kept: before = own }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [kept] = useState(() => (problem?.values?.[KEPT_FILES] ? keptFilesOf(problem.values) : before));
  const incoming = useIncoming(box, hydrated);
  const [Tray, setTray] = useState<ComponentType<TrayProps>>();
  const needed = hydrated && kept.length + own.length + incoming.files.length > 0;
  useEffect(() => {
    if (needed) void import("./file-tray").then(({ FileTray }) => setTray(() => FileTray));
  }, [needed]);
  const listed = [...own.filter(({ id }) => !kept.some((file) => file.id === id)), ...kept];
  const error = problem?.fields?.[FIELDS.sent];
  const consent = <Consent error={problem?.fields?.[FIELDS.consent]} given={problem?.values?.[FIELDS.consent] === "oui"} />;
  const described = error ? "field-fichiers-error field-fichiers-hint" : "field-fichiers-hint";

  return (
    <div className="attach" ref={box}>
      {error ? (
        <FieldError id="field-fichiers-error">
          <span className="lines">{error}</span>
        </FieldError>
      ) : null}
      {hydrated ? (
        <>
          {Tray ? null : kept.map(({ id, description }) => [<input key={id} type="hidden" name={FIELDS.ids} value={id} />, <input key={-id} type="hidden" name={FIELDS.described} value={description} />])}
          {Tray ? <Tray kept={kept} own={own} files={incoming.files} box={box} consent={consent} /> : null}
          <p className="attach-act">
            <span className="attach-pick">
              <label className="button button-quiet" htmlFor="field-fichiers">
                Joindre des fichiers
              </label>
              <input type="file" id="field-fichiers" multiple accept={ACCEPT} aria-describedby={described} onChange={incoming.onChange} />
            </span>
            <span className="hint attach-drop" aria-hidden="true">
              ou déposez-les ici
            </span>
            <span className="visually-hidden" id="field-fichiers-hint">
              {HINT}
            </span>
          </p>
        </>
      ) : (
        <Disclosure summary="Joindre des fichiers ou des images" open={listed.length > 0 || error !== undefined}>
          <div className="stack">
            {listed.length > 0 ? (
              <ul className="attached" role="list">
                {listed.map((file) => (
                  <KeptFile key={file.id} file={file} act={<Checkbox name={FIELDS.leftOut} id={`retirer-${file.id}`} value={file.id} label="Retirer" defaultChecked={!kept.includes(file)} />} />
                ))}
              </ul>
            ) : null}
            <div className="field">
              <label className="label" htmlFor="field-fichiers">
                Fichiers
              </label>
              <p className="hint" id="field-fichiers-hint">
                {HINT}
              </p>
              <input className="input" type="file" id="field-fichiers" name={FIELDS.sent} multiple accept={ACCEPT} aria-describedby={described} aria-invalid={error ? true : undefined} />
            </div>
            <div className="field">
              <label className="label" htmlFor="field-descriptions">
                Ce que montrent les images
              </label>
              <p className="hint" id="field-descriptions-hint">
                Une ligne par image, dans l’ordre, pour les personnes qui ne les voient pas.
              </p>
              <textarea className="input" id="field-descriptions" name={FIELDS.lines} rows={2} aria-describedby="field-descriptions-hint" defaultValue={problem?.values?.[FIELDS.lines]} />
            </div>
            {consent}
          </div>
        </Disclosure>
      )}
    </div>
  );
}

/** What whoever publishes a picture has to say first. */
function Consent({ error, given }: { error: string | undefined; given: boolean }) {
  return (
    <Checkbox
      name={FIELDS.consent}
      value="oui"
      defaultChecked={given}
      error={error}
      label="Les personnes que l’on reconnaît sur ces images ont donné leur accord, et un parent l’a donné pour chaque enfant."
      hint="Un visage, un prénom sur un dessin ou un uniforme suffisent à reconnaître un enfant. Dans le doute, ne publiez pas l’image. Votre réponse est conservée avec elle."
    />
  );
}
