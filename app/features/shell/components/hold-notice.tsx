import { Link, useLocation } from "@remix-run/react";
import type { SigningHold } from "~/kit/actor";
import { Notice } from "~/ui/notice";

const SIGNING = "/charte/signature";

/** What somebody still may do, and what waits, said in one sentence. */
const MEANING: Record<SigningHold, string> = {
  reminder: "Rien n’est fermé pour autant.",
  "no-new-threads": "D’ici là, vous lisez et répondez comme avant; une nouvelle discussion attendra que vous ayez signé.",
  "reading-only": "D’ici là, vous lisez tout comme avant; écrire dans les discussions attendra que vous ayez signé.",
};

/** On every page of those whose days to sign the charter are over, but where they sign it, and where its own notice says more. */
export function HoldNotice({ hold }: { hold: SigningHold | null }) {
  const { pathname } = useLocation();
  if (hold === null || pathname === SIGNING || (hold !== "reminder" && pathname === "/discussions/nouvelle")) return null;
  return (
    <Notice tone="honey" title="La Charte attend votre signature" acts={<Link to={SIGNING}>Lire et signer la Charte</Link>}>
      <p>{MEANING[hold]}</p>
    </Notice>
  );
}
