import type { MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asParticipant } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PreviewView } from "~/features/thread/components/preview-view";
import { preview } from "~/features/thread/pages.server";

export const meta: MetaFunction = () => [{ title: "Aperçu – Le Fil" }];

export const action = asParticipant(async ({ actor, form }) => ({ previewed: await preview(actor, form) }), { quiet: true, repeatable: true, files: true });

/** After a POST the page is made with its loader too, so it cannot refuse GET. */
export const loader = asParticipant(async () => null);

type Answer = { previewed?: Awaited<ReturnType<typeof preview>>; problem?: Problem };

export default function Preview() {
  const { previewed, problem } = (useActionData() ?? {}) as Answer;
  return (
    <PageFrame>
      <PreviewView previewed={previewed} problem={problem} />
    </PageFrame>
  );
}
