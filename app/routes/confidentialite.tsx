import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/kit/guard.server";
import { unscopedNoticeFacts } from "~/features/community/queries.server";
import { PrivacyNotice } from "~/features/privacy/components/notice";
import { PageFrame } from "~/features/shell/components/page-frame";
import { useFrame } from "~/features/shell/use-frame";
import { PageHeader } from "~/ui/page-header";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Confidentialité – Le Fil" }];

export const loader = asVisitor("the law asks that the privacy page be public", async () => unscopedNoticeFacts());

const lead = "Qui peut lire quoi, où cela se trouve, combien de temps, et à qui s’adresser.";

export default function Privacy() {
  const facts = useLoaderData<typeof loader>();
  const frame = useFrame();
  const notice = <PrivacyNotice facts={facts} />;
  if (frame?.me?.member) {
    return (
      <PageFrame>
        <PageHeader title="Confidentialité" lead={lead} />
        {notice}
      </PageFrame>
    );
  }
  return (
    <PlainPage brand={frame?.community ?? "Le Fil"} title="Confidentialité" lead={lead} knot="event">
      {notice}
    </PlainPage>
  );
}
