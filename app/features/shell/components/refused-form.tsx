import { Link, useActionData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { ALONE } from "~/kit/sentences-alone";
import { PlainPage } from "~/ui/plain-page";

/**
 * The page of an address that only takes POST, when its form was refused. Such a
 * route needs a page: without one, Remix would answer errors as bare data.
 */
export function RefusedForm({ back, backLabel }: { back: string; backLabel: string }) {
  const problem = (useActionData() as { problem?: Problem } | undefined)?.problem;
  return (
    <PlainPage brand="Le Fil" title="Ce n’est pas fait" lead={Object.values(problem?.fields ?? {})[0] ?? problem?.sentence ?? ALONE["request.malformed"]} knot="event">
      <p>
        <Link to={back}>{backLabel}</Link>
      </p>
    </PlainPage>
  );
}
