import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { AskedActs } from "./own-place";

const back = { to: "/reglages", label: "Ne rien changer" };

/** What leaving means, and the button. */
export function Departure() {
  return (
    <Form method="post" className="form" reloadDocument>
      <ProblemSummary problem={useProblem()} />
      <div className="prose">
        <h2>Ce qui se passe</h2>
        <ul>
          <li>Votre session se ferme sur tous vos appareils, et vous ne lisez plus rien ici.</li>
          <li>Vos rôles prennent fin, et plus aucun courriel ne vous est envoyé.</li>
          <li>Vos brouillons sont effacés.</li>
        </ul>
        <h2>Ce qui reste</h2>
        <ul>
          <li>Vos messages, sous votre nom{"\u00a0"}: les réponses des autres en dépendent.</li>
          <li>Votre nom, votre titre, votre organisation et votre adresse, pour que vous puissiez revenir.</li>
        </ul>
        <p>Pour faire retirer un message, ou effacer vos renseignements, écrivez à la personne responsable nommée à la page Confidentialité.</p>
        <p>Vous pourrez revenir{"\u00a0"}: le comité vous invitera de nouveau, et vous retrouverez votre histoire.</p>
      </div>
      <AskedActs keyName="depart" verb="Quitter la communauté" danger back={back} />
    </Form>
  );
}

/** What a pause means, and the button. */
export function PauseForm() {
  return (
    <Form method="post" className="form" reloadDocument>
      <ProblemSummary problem={useProblem()} />
      <div className="prose">
        <ul>
          <li>Vous continuez de tout lire.</li>
          <li>Vous n’écrivez pas, vous ne recevez pas de rappels, et on ne vous attend nulle part.</li>
          <li>Vous gardez vos rôles, sans pouvoir vous en servir.</li>
          <li>Vous reprenez d’un bouton, dans vos réglages, quand vous voulez.</li>
        </ul>
      </div>
      <AskedActs keyName="pause" verb="Mettre en pause" back={back} />
    </Form>
  );
}
