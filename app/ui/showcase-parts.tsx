import { Acts, Button } from "./button";
import { DefinitionList } from "./definition-list";
import { Dialog, DialogOpener } from "./dialog";
import { Disclosure } from "./disclosure";
import { Icon, iconNames } from "./icon";
import { LiveChip } from "./live-chip";
import { Menu } from "./menu";
import { Notice } from "./notice";
import { Pager } from "./pager";
import { Person, type Tint } from "./person";
import { Progress } from "./progress";
import { Prose } from "./prose";
import { StatusRegion } from "./status-region";
import { type Column, Table } from "./table";
import { Tag } from "./tag";

type Sitting = { id: string; place: string; day: string; seats: number; state: "moss" | "honey" | "slate" };

const stateWords = { moss: "Confirmé", honey: "Attend une responsable", slate: "Clos" } as const;

const sittings: readonly Sitting[] = [
  { id: "1", place: "Saint-Alban", day: "18 mars, 13\u00a0h\u00a030", seats: 12, state: "moss" },
  { id: "2", place: "Rivière-Claire", day: "25 mars, 9\u00a0h", seats: 8, state: "honey" },
  { id: "3", place: "Val-des-Pins", day: "11 février, 9\u00a0h", seats: 104, state: "slate" },
];

const columns: readonly Column<Sitting>[] = [
  { key: "place", label: "Pôle", cell: (row) => row.place },
  { key: "day", label: "Date", cell: (row) => row.day },
  { key: "seats", label: "Places", cell: (row) => row.seats, number: true },
  { key: "state", label: "État", cell: (row) => <Tag tone={row.state}>{stateWords[row.state]}</Tag> },
];

const tints: readonly Tint[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function People() {
  return (
    <section className="section stack">
      <h2>Personnes</h2>
      <Person size="large" name="Noémie Aubé-Pinard" title="orthophoniste" organisation="Centre scolaire des Saules" tint={8} />
      <Person name="Réal Courchesne" title="intervenant" organisation="Maison du Ruisseau" tint={0} href="#real" />
      <Person size="small" name="Farida Belkacem" organisation="Bureau coordonnateur" tint={5} />
      <div className="row">
        {tints.map((tint) => (
          <span key={tint} className={`person-label tint-${tint}`}>
            {tint}
          </span>
        ))}
      </div>
    </section>
  );
}

function Statuses() {
  return (
    <section className="section stack">
      <h2>États et avis</h2>
      <div className="row">
        <Tag tone="thread">Nouveau</Tag>
        <Tag tone="moss">Accepté</Tag>
        <Tag tone="honey">Attend votre réponse</Tag>
        <Tag tone="slate">Clos</Tag>
      </div>
      <div className="row">
        <LiveChip state="live">En direct</LiveChip>
        <LiveChip state="slow">Mise à jour aux 30 s</LiveChip>
        <LiveChip state="offline">{"Hors ligne\u00a0: votre texte est conservé"}</LiveChip>
      </div>
      <Notice tone="thread" title="La page a changé depuis que vous l’avez ouverte">
        <p>Votre texte est conservé.</p>
      </Notice>
      <Notice tone="moss" title="Votre présence est notée" />
      <Notice
        tone="honey"
        title="Votre organisation attend votre signature"
        acts={
          <Button type="button" look="plain" small>
            Lire la charte
          </Button>
        }
      >
        <p>La version 3 est en vigueur depuis le 1er septembre 2026.</p>
      </Notice>
      <Notice tone="slate" title="Cette discussion est close" />
      <StatusRegion>Deux nouveaux messages</StatusRegion>
      <Progress id="envoi-fichier" label="Envoi du document" value={12} max={40} words="12 sur 40 Mo" />
    </section>
  );
}

function Reading() {
  return (
    <section className="section">
      <h2>Ce qui se lit lentement</h2>
      <Prose reading>
        <h3>Article 1. La confidentialité</h3>
        <p>
          {"«\u00a0Ce qui est dit ici reste ici\u00a0»\u00a0: "}chaque personne membre veille à ce qu’aucun récit ne permette de
          reconnaître une famille.
        </p>
        <ol>
          <li>Les situations sont racontées sans nom.</li>
          <li>
            Les <em>lieux</em> sont changés.
          </li>
        </ol>
      </Prose>
    </section>
  );
}

export function ShowcaseParts() {
  return (
    <>
      <People />
      <Statuses />
      <section className="section">
        <h2>Tableau</h2>
        <Table caption="Moments d’échange du printemps" columns={columns} rows={sittings} rowKey={(row) => row.id} />
        <Pager label="Autres Moments" older={{ to: "?avant", label: "Plus anciens" }} newer={{ to: "?apres", label: "Plus récents" }} />
        <DefinitionList
          facts={[
            { term: "Lieu", value: "Centre communautaire, salle 2" },
            { term: "Durée", value: "Deux heures" },
          ]}
        />
      </section>
      <section className="section">
        <h2>Ce qui s’ouvre</h2>
        <Disclosure summary="Qui peut lire ce que j’écris?" open>
          <p>Les personnes membres de la communauté, et elles seules.</p>
        </Disclosure>
        <div className="row">
          <Menu start summary="Autres actions">
            <li>
              <a href="#citer">Citer</a>
            </li>
            <li>
              <button type="button">Signaler</button>
            </li>
          </Menu>
          <DialogOpener dialog="retirer">Retirer ce message</DialogOpener>
        </div>
        <Dialog id="retirer" title="Retirer ce message?" closeLabel="Fermer">
          <p>Il disparaît pour tout le monde. Vous pouvez le remettre pendant 30 jours.</p>
          <Acts>
            <Button type="button" look="danger">
              Retirer
            </Button>
          </Acts>
        </Dialog>
      </section>
      <Reading />
      <section className="section">
        <h2>Dessins</h2>
        <div className="row">
          {iconNames.map((name) => (
            <span key={name} className="row">
              <Icon name={name} />
              <span className="small soft">{name}</span>
            </span>
          ))}
        </div>
      </section>
    </>
  );
}
