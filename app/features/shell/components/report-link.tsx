import { Link } from "@remix-run/react";

/** What can be reported outside of a discussion's own messages, as the address says it. */
export type Reportable = "resume" | "choix" | "moment" | "article" | "charte" | "commentaire" | "proposition" | "consentement" | "sondage" | "reponses" | "sujet" | "archive";

type Props = { of: Reportable; id: number; /** Whose or which, where several stand on one page. */ which?: string };

/** Leads to where something is reported: one way, wherever people write. */
export function ReportLink({ of, id, which }: Props) {
  return (
    <Link to={`/signaler/${of}/${id}`} className="report-link">
      Signaler un renseignement personnel{which ? <span className="visually-hidden">{which}</span> : null}
    </Link>
  );
}
