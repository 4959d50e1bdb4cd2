import { Link } from "@remix-run/react";
import { Disclosure } from "./disclosure";
import { Icon } from "./icon";
import { LiveChip } from "./live-chip";
import { Menu } from "./menu";
import { PageHeader } from "./page-header";
import { Person } from "./person";
import { PlainPage } from "./plain-page";
import { Shell, type Place } from "./shell";
import { ShowcaseControls, ShowcaseErrors } from "./showcase-controls";
import { ShowcaseParts } from "./showcase-parts";
import { ShowcaseYarn } from "./showcase-yarn";
import { Button } from "./button";
import { TextField } from "./field";

/** "erreurs" and "seule" are views of their own: one takes the focus, the other the whole page. */
export type ShowcaseView = "tout" | "erreurs" | "seule";

const places: readonly Place[] = [
  { to: "/interface", label: "Accueil", icon: "home" },
  { to: "/interface/a", label: "Discussions", icon: "voices", news: { count: "4", spoken: "4 nouveaux messages" } },
  { to: "/interface/b", label: "Moments", icon: "gathering" },
  { to: "/interface/c", label: "Charte", icon: "sheet" },
  { to: "/interface/d", label: "Sondages", icon: "tally", later: true },
];

const morePlaces: readonly Place[] = [
  { to: "/interface/e", label: "Bottin", icon: "people" },
  { to: "/interface/f", label: "Comité", icon: "needle" },
];

const labels = { skip: "Aller au contenu", places: "Lieux", morePlaces: "Autres lieux", plus: "Plus", beside: "Les autres vues" };

function Search() {
  return (
    <form className="search-box" role="search">
      <label className="visually-hidden" htmlFor="q">
        Chercher
      </label>
      <input className="input" id="q" type="search" name="q" placeholder="Chercher" />
      <button className="button button-quiet button-small">
        <Icon name="search" />
        <span className="visually-hidden">Chercher</span>
      </button>
    </form>
  );
}

function Me() {
  return (
    <Menu
      up
      summary={
        <Person size="small" name="Maude Lemire" title="éducatrice" organisation="CPE Les Ormeaux" tint={3} />
      }
    >
      <li>
        <a href="#reglages">Réglages</a>
      </li>
      <li>
        <button type="button">Quitter</button>
      </li>
    </Menu>
  );
}

function Beside() {
  return (
    <>
      <section>
        <h2>Les autres vues</h2>
        <p>
          <Link to="?vue=erreurs">Un formulaire refusé</Link>
        </p>
        <p>
          <Link to="?vue=seule">Une page sans navigation</Link>
        </p>
      </section>
      <section>
        <h2>Les mots</h2>
        <p className="small soft">Tout le texte de cette page est un exemple.</p>
        <Disclosure summary="En savoir plus">
          <p className="small">Une précision dont la plupart se passent.</p>
        </Disclosure>
      </section>
    </>
  );
}

/** Every component in every state; the text is sample text, in French. */
export function Showcase({ view = "tout" }: { view?: ShowcaseView }) {
  if (view === "seule") return <ShowcasePlain />;
  return (
    <Shell
      brand={{ name: "Petite enfance de la Rive-aux-Ormes", to: "/interface" }}
      labels={labels}
      places={places}
      morePlaces={morePlaces}
      search={<Search />}
      status={<LiveChip state="live">En direct</LiveChip>}
      person={<Me />}
      beside={<Beside />}
      foot={
        <ul role="list">
          <li>
            <a href="#confidentialite">Confidentialité</a>
          </li>
          <li>
            <a href="#diagnostic">Diagnostic</a>
          </li>
        </ul>
      }
    >
      <PageHeader title="Interface" lead="Chaque élément, dans chaque état." back={{ to: "/", label: "Accueil" }} />
      {view === "erreurs" ? (
        <ShowcaseErrors />
      ) : (
        <>
          <ShowcaseYarn />
          <ShowcaseControls />
          <ShowcaseParts />
        </>
      )}
    </Shell>
  );
}

function ShowcasePlain() {
  return (
    <PlainPage
      skip="Aller au contenu"
      brand="Petite enfance de la Rive-aux-Ormes"
      title="Entrer"
      lead="Inscrivez votre adresse courriel. Un code vous y attendra."
      foot={<a href="#confidentialite">Confidentialité</a>}
    >
      <form className="form">
        <TextField name="courriel" type="email" label="Adresse courriel" autoComplete="email" />
        <Button type="button">Recevoir un code</Button>
      </form>
    </PlainPage>
  );
}
