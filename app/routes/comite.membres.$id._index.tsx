import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { PersonActs } from "~/features/member/components/person-acts";
import { PersonFacts } from "~/features/member/components/person-facts";
import { findPerson } from "~/features/member/queries.server";
import { ManagerForms } from "~/features/role/components/managers";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? "Membre"} – Le Fil` }];

export const loader = asCommittee(async ({ actor, params }) => ({ person: await findPerson(actor, idOf(params)) }));

const sentences = {
  gestion: "Cette personne répond maintenant pour l’organisation.",
  "fin-gestion": "Cette personne ne répond plus pour l’organisation.",
  retrait: "Cette personne n’a plus accès à la communauté.",
  retour: "Cette personne a de nouveau accès à la communauté.",
};

export default function Person() {
  const { person } = useLoaderData<typeof loader>();
  const isHere = person.state === "active" || person.state === "paused";
  return (
    <PageFrame>
      <PageHeader title={person.name} lead={person.title} back={{ to: "/comite/membres", label: "Membres" }} />
      <div className="stack">
        <Done sentences={sentences} />
        <PersonFacts person={person} />
      </div>
      {isHere ? <ManagerForms memberId={person.id} organisations={person.organisations} /> : null}
      <section className="section">
        <h2>Sa place dans la communauté</h2>
        <PersonActs person={person} />
      </section>
    </PageFrame>
  );
}
