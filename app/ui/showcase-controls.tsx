import { Acts, Button, ButtonLink } from "./button";
import { Checkbox, RadioGroup } from "./choice";
import { CodeInput } from "./code-input";
import { ErrorSummary } from "./error-summary";
import { Select, TextArea, TextField } from "./field";

const reminders = [
  { value: "aussitot", label: "Aussitôt" },
  { value: "jour", label: "Une fois par jour", hint: "Le matin, à 7\u00a0h." },
  { value: "jamais", label: "Jamais" },
];

const organisations = [
  { value: "1", label: "CPE Les Ormeaux" },
  { value: "2", label: "Maison de la famille du Ruisseau" },
];

export function ShowcaseControls() {
  return (
    <>
      <section className="section stack">
        <h2>Boutons</h2>
        <Acts>
          <Button type="button">Publier</Button>
          <Button type="button" look="plain">
            Modifier
          </Button>
          <Button type="button" look="quiet">
            Annuler
          </Button>
          <Button type="button" look="danger">
            Retirer ce message
          </Button>
        </Acts>
        <Acts>
          <Button type="button" pending pendingText="Publication en cours…">
            Publier
          </Button>
          <Button type="button" look="plain" disabled>
            Fermé
          </Button>
          <ButtonLink to="?" look="plain" small>
            Petit lien
          </ButtonLink>
          <Button type="button" look="quiet" small>
            Petit et discret
          </Button>
        </Acts>
      </section>
      <section className="section">
        <h2>Champs</h2>
        <div className="form">
          <TextField name="nom" label="Nom" autoComplete="off" defaultValue="Josiane Thibodeau" />
          <TextField
            name="titre"
            label="Titre"
            labelAside="(facultatif)"
            hint="Tel qu’il figure sur votre carte."
            error="Le titre dépasse 80 caractères."
            defaultValue="Travailleuse sociale, équipe jeunesse"
          />
          <TextField name="annee" label="Année" short inputMode="numeric" defaultValue="2027" readOnly />
          <TextArea name="question" label="Votre question" hint="Sans nommer d’enfant ni de famille." rows={4} />
          <Select name="organisation" label="Organisation" options={organisations} />
          <RadioGroup name="rappels" label="Recevoir les réponses" choices={reminders} defaultValue="jour" />
          <Checkbox
            name="partage"
            label="Cet ordinateur est partagé"
            hint="La session se ferme après 30 minutes sans activité."
          />
          <CodeInput name="code" label="Code reçu par courriel" hint="Six lettres et chiffres." defaultValue="K7F 2QX" />
        </div>
      </section>
    </>
  );
}

export function ShowcaseErrors() {
  return (
    <form className="form" noValidate>
      <ErrorSummary
        title="Rien n’est encore enregistré"
        general={["Votre texte est conservé."]}
        problems={[
          { name: "courriel", message: "Inscrivez une adresse courriel complète." },
          { name: "envoi", message: "Choisissez quand recevoir les réponses." },
          { name: "avis", message: "Lisez l’avis avant de continuer." },
        ]}
      />
      <TextField
        name="courriel"
        type="email"
        label="Adresse courriel"
        error="Inscrivez une adresse courriel complète."
        defaultValue="maude@"
      />
      <RadioGroup
        name="envoi"
        label="Recevoir les réponses"
        choices={reminders}
        error="Choisissez quand recevoir les réponses."
      />
      <Checkbox name="avis" label="J’ai lu l’avis" error="Lisez l’avis avant de continuer." />
      <CodeInput name="verification" label="Code" error="Ce code n’est pas le bon. Il vous reste 4 essais." />
      <Acts>
        <Button type="button">Continuer</Button>
        <Button type="button" look="quiet">
          Revenir
        </Button>
      </Acts>
    </form>
  );
}
