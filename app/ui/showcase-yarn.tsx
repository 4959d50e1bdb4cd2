import { Button, ButtonLink } from "./button";
import { Composer } from "./composer";
import { EmptyState } from "./empty-state";
import { MessageLayout } from "./message-layout";
import { Stepper, type Step } from "./stepper";
import { Tag } from "./tag";
import { TimeStamp } from "./time-stamp";
import { Tool, Toolbar } from "./toolbar";
import { Yarn, YarnDivider, YarnItem, YarnText } from "./yarn";

const maude = { name: "Maude Lemire", title: "éducatrice", organisation: "CPE Les Ormeaux", tint: 3 } as const;
const real = {
  name: "Réal Courchesne",
  title: "intervenant",
  organisation: "Maison de la famille du Ruisseau",
  tint: 0,
} as const;

const steps: readonly Step[] = [
  { label: "Sujet", state: "done", stateLabel: "Choisi le 3 février" },
  { label: "Moment d’échange", state: "current", stateLabel: "Jeudi 18 mars, 13\u00a0h\u00a030" },
  { label: "Compte rendu", state: "planned", stateLabel: "À venir" },
];

const foot = (
  <>
    <a href="#repondre">Citer</a>
    <button type="button">Modifier</button>
  </>
);

const at = (instant: string, words: string) => <TimeStamp instant={instant}>{words}</TimeStamp>;

function Messages() {
  return (
    <Yarn label="Messages">
      <MessageLayout id="m1" author={maude} time={at("2027-02-26T15:42:00Z", "26 février, 10\u00a0h\u00a042")} foot={foot}>
        <p>Un message déjà lu. Son nœud est ouvert, et le fil continue vers le suivant.</p>
        <ul>
          <li>des moments à deux, au sol;</li>
          <li>des chansons à gestes.</li>
        </ul>
      </MessageLayout>
      <MessageLayout id="m2" author={real} time={at("2027-02-26T17:05:00Z", "26 février, 12\u00a0h\u00a005")} hidden>
        <p>Ce message a été retiré par le comité.</p>
      </MessageLayout>
      <YarnDivider>Nouveau depuis votre dernière visite</YarnDivider>
      <MessageLayout id="m3" author={real} time={at("2027-03-01T13:50:00Z", "1er mars, 8\u00a0h\u00a050")} foot={foot}>
        <blockquote>
          <p>Des moments à deux, au sol.</p>
        </blockquote>
        <p>
          Un message nouveau, avec une citation, du <strong>gras</strong>, de l’<em>italique</em> et{" "}
          <a href="#lien">un lien</a>.
        </p>
      </MessageLayout>
      <MessageLayout
        id="m4"
        author={maude}
        time={at("2027-03-01T15:42:00Z", "1er mars, 10\u00a0h\u00a042")}
        foot={foot}
        justArrived
      >
        <p>Un message arrivé pendant que la page était ouverte.</p>
      </MessageLayout>
      <YarnItem knot="loose" id="repondre">
        <Composer
          label="Votre réponse"
          boxId="reponse"
          toolbar={
            <Toolbar label="Mise en forme" controls="reponse">
              <Tool>Gras</Tool>
              <Tool>Liste</Tool>
              <Tool>Citation</Tool>
              <Tool pressed>Aperçu</Tool>
            </Toolbar>
          }
          box={<textarea className="input" id="reponse" name="reponse" rows={3} defaultValue="Merci, j’essaie **demain**." />}
          preview={
            <p>
              Merci, j’essaie <strong>demain</strong>.
            </p>
          }
          saved={"Brouillon enregistré à 10\u00a0h\u00a042"}
          acts={<Button type="button">Publier</Button>}
        />
      </YarnItem>
    </Yarn>
  );
}

export function ShowcaseYarn() {
  return (
    <>
      <section className="section">
        <h2>Le fil et ses nœuds</h2>
        <Yarn>
          <YarnItem knot="event">
            <YarnText title="Un événement" note="Un nœud ouvert : c’est arrivé, c’est lu." />
          </YarnItem>
          <YarnItem knot="new">
            <YarnText title={<a href="#nouveau">Une nouveauté</a>} note="Un nœud plein." />
          </YarnItem>
          <YarnItem knot="loose">
            <YarnText
              title="Un bout libre"
              note={<Tag tone="honey">Attend votre réponse</Tag>}
              act={
                <ButtonLink to="?" look="plain" small>
                  Répondre
                </ButtonLink>
              }
            />
          </YarnItem>
          <YarnItem knot="done">
            <YarnText title="Une chose faite" note={<Tag tone="moss">Accepté</Tag>} />
          </YarnItem>
          <YarnItem knot="planned">
            <YarnText title="Une chose prévue" note="Des points de couture jusqu’à un œillet." />
          </YarnItem>
        </Yarn>
      </section>
      <section className="section">
        <h2>Une discussion</h2>
        <Messages />
      </section>
      <section className="section">
        <h2>Des étapes</h2>
        <Stepper label="Du sujet au compte rendu" steps={steps} />
      </section>
      <section className="section">
        <h2>Un lieu vide</h2>
        <EmptyState act={<ButtonLink to="?">Poser la première question</ButtonLink>}>
          Ici, chaque personne peut demander conseil ou partager un outil. Rien n’est encore écrit.
        </EmptyState>
      </section>
    </>
  );
}
