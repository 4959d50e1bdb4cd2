import type { ReactNode } from "react";
import { formatFileSize } from "~/kit/format";
import { TextField } from "~/ui/field";
import { FIELDS, isPicture, KINDS, MAX_DESCRIPTION, thumbnailOf, thumbnailPath, type SharedFile } from "../model";

/** A file that has arrived and waits for its message: what it is, what it shows, and how to leave it out. */
export function KeptFile({ file, act }: { file: SharedFile; act: ReactNode }) {
  return (
    <li className="attached-file">
      <input type="hidden" name={FIELDS.ids} value={file.id} />
      <div className="attached-head">
        {isPicture(file) ? <img src={thumbnailPath(file.id)} alt="" {...thumbnailOf(file)} /> : <span className="file-kind">{KINDS[file.kind].extensions[0].toUpperCase()}</span>}
        <span className="file-name">{file.name}</span>
        <span className="file-size">{formatFileSize(file.size)}</span>
        <span className="attached-act">{act}</span>
      </div>
      {isPicture(file) ? (
        <TextField
          name={FIELDS.described}
          id={`description-${file.id}`}
          label={
            <>
              Ce que montre l’image<span className="visually-hidden"> {file.name}</span>
            </>
          }
          hint="Pour les personnes qui ne la voient pas."
          defaultValue={file.description}
          maxLength={MAX_DESCRIPTION}
          autoComplete="off"
        />
      ) : (
        <input type="hidden" name={FIELDS.described} value="" />
      )}
    </li>
  );
}
