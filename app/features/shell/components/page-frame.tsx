import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { Shell, type Place } from "~/ui/shell";
import type { FrameData } from "../frame.server";
import { useFrame } from "../use-frame";
import { useUnread, type Unread } from "../use-unread";
import { FormKey } from "./form-key";
import { HoldNotice } from "./hold-notice";
import { LiveStatus } from "./live-status";
import { SearchBox } from "./search-box";

const placesOf = (me: NonNullable<FrameData["me"]>, unread: Unread): { places: Place[]; more: Place[] } => {
  const told: Place[] = me.participant ? [{ to: "/notifications", label: "Notifications", icon: "bell", ...(unread ? { news: unread } : {}) }] : [];
  if (!me.member) return { places: told, more: [{ to: "/reglages/appareils", label: "Mes appareils", icon: "sliders" }] };
  const more: Place[] = [{ to: "/reglages", label: "Réglages", icon: "sliders" }];
  if (me.committee) more.unshift({ to: "/comite", label: "Comité", icon: "needle" });
  if (me.administrator) more.unshift({ to: "/administration", label: "Administration", icon: "key" });
  return {
    places: [
      { to: "/", label: "Accueil", icon: "home", end: true },
      { to: "/discussions", label: "Discussions", icon: "voices" },
      { to: "/moments", label: "Moments", icon: "gathering" },
      { to: "/charte", label: "Charte", icon: "sheet", later: true },
      { to: "/sondages", label: "Sondages", icon: "tally", later: true },
      { to: "/sujets", label: "Sujets", icon: "sprout", later: true },
      { to: "/documents", label: "Documents", icon: "folder", later: true },
      ...told,
    ],
    more,
  };
};

type Props = { children: ReactNode; beside?: ReactNode; status?: ReactNode; wide?: boolean };

/** The shell with the places that this person has. */
export function PageFrame({ children, beside, status, wide }: Props) {
  const frame = useFrame();
  const unread = useUnread(frame?.me ?? null);
  if (!frame?.me) return <main id="contenu">{children}</main>;
  const { places, more } = placesOf(frame.me, unread);
  return (
    <Shell
      brand={{ name: frame.community, to: "/" }}
      labels={{ skip: "Aller au contenu", places: "Les lieux", morePlaces: "Pour vous", plus: "Plus", beside: "À côté" }}
      places={places}
      morePlaces={more}
      search={frame.me.member ? <SearchBox /> : null}
      status={status ?? <LiveStatus />}
      person={<Leave name={frame.me.name} />}
      beside={beside}
      wide={wide}
      foot={
        <ul role="list">
          <li>
            <Link to="/confidentialite">Confidentialité</Link>
          </li>
          <li>
            <Link to="/diagnostic">Vérifier votre connexion</Link>
          </li>
        </ul>
      }
    >
      <HoldNotice hold={frame.me.hold} />
      {children}
    </Shell>
  );
}

function Leave({ name }: { name: string }) {
  return (
    <Form method="post" action="/deconnexion" reloadDocument>
      <FormKey name="deconnexion" />
      <p>{name}</p>
      <Button look="quiet" small>
        Se déconnecter
      </Button>
    </Form>
  );
}
