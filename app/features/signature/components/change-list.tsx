import { MATTER_NAMES } from "~/features/charter/model";
import { Redline } from "~/features/message/components/redline";
import { Tag } from "~/ui/tag";
import type { ShownChange } from "../publication/queries.server";

const WORDS = { reworded: "Reformulé", added: "Ajouté", removed: "Retiré" } as const;

/** The articles that differ, each with the words put in and taken out. */
export function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  return (
    <div className="changes">
      {changes.map(({ articleId, is, matter, title, place, titlePieces, pieces }) => (
        <section key={articleId} aria-labelledby={`changement-${articleId}`}>
          <h3 id={`changement-${articleId}`}>
            {place === null ? null : `${place}. `}
            {title}
          </h3>
          <p className="row">
            <Tag tone={is === "removed" ? "slate" : is === "added" ? "moss" : "thread"}>{WORDS[is]}</Tag>
            {matter === "general" ? null : <Tag tone="honey">{MATTER_NAMES[matter]}</Tag>}
          </p>
          {titlePieces.length > 0 ? <Redline pieces={titlePieces} /> : null}
          <Redline pieces={pieces} />
        </section>
      ))}
    </div>
  );
}
