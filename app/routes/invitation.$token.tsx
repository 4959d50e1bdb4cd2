import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/kit/guard.server";
import { OpenInvitationForm } from "~/features/invitation/components/open-form";
import { openInvitation } from "~/features/invitation/forms.server";
import { unscopedInvitationPage } from "~/features/invitation/queries.server";
import { Person, tintOf } from "~/ui/person";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Invitation de ${data.community} – Le Fil` : "Invitation – Le Fil" }];

export const loader = asVisitor("an invited person has no session yet; the key in the address is the right", async ({ actor, params }) =>
  unscopedInvitationPage(params.token ?? "", actor),
);

export const action = asVisitor("an invited person has no session yet; the key in the address is the right", async ({ request, params, form }) =>
  redirect(await openInvitation(request, params.token ?? "", form), 303),
);

export default function Invitation() {
  const { community, territory, inviter, organisation, until, other } = useLoaderData<typeof loader>();
  return (
    <PlainPage
      brand={community}
      title="Une invitation pour vous"
      lead={`${inviter.name} vous invite à rejoindre ${community} (${territory}).`}
      foot={<Link to="/confidentialite">Confidentialité</Link>}
    >
      <OpenInvitationForm other={other}>
        <Person
          size="large"
          name={inviter.name}
          title={inviter.title}
          organisation={inviter.organisation ?? ""}
          tint={tintOf(String(inviter.organisationId ?? ""))}
        />
        <p>
          C’est l’espace privé d’une communauté de pratique, celle des personnes qui travaillent auprès des tout-petits et de leurs familles{"\u00a0"}: on y pose une question, on y partage
          un outil, on s’y prépare à se rencontrer. Rien n’y est public.
        </p>
        <p>
          L’invitation est valable jusqu’au {until}.{organisation ? ` Votre organisation y est déjà indiquée\u00a0: ${organisation}.` : ""}
        </p>
      </OpenInvitationForm>
    </PlainPage>
  );
}
