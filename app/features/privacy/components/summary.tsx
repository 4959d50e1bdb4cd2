import { Link } from "@remix-run/react";

/** The notice in six lines, where someone is about to accept it. */
export function PrivacySummary() {
  return (
    <div className="prose">
      <ul>
        <li>Ce que vous écrivez dans les discussions est lu par les personnes membres, et par personne d’autre.</li>
        <li>Votre nom, votre titre et votre organisation accompagnent ce que vous écrivez.</li>
        <li>Votre adresse courriel sert à vous joindre. Seuls le comité et l’administration la voient.</li>
        <li>Les courriels que vous recevez ne contiennent jamais le texte d’une discussion.</li>
        <li>On ne nomme pas un enfant ni une famille, et on ne les décrit pas de façon à les reconnaître.</li>
        <li>Vous pouvez voir et corriger vos renseignements, faire une pause ou partir quand vous voulez.</li>
      </ul>
      <p>
        <Link to="/confidentialite" target="_blank">
          Lire l’avis complet
        </Link>{" "}
        <span className="soft">(dans un nouvel onglet)</span>
      </p>
    </div>
  );
}
