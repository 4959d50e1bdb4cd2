import { Prose } from "~/ui/prose";

export type NoticeFacts = {
  /** When the notice was written, in words. */
  date: string;
  /** Null until the community is set up. */
  community: {
    name: string;
    responsibleOrganisation: string;
    privacyOfficer: { name: string; title: string; contact: string };
  } | null;
};

const looksLikeAddress = (contact: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact);

/** The privacy notice. A change of meaning here is a new PRIVACY_NOTICE_VERSION. */
export function PrivacyNotice({ facts }: { facts: NoticeFacts }) {
  return (
    <Prose reading>
      <WhomToAsk community={facts.community} />
      <h2>Qui peut lire quoi</h2>
      <ul>
        <li>
          <strong>Les discussions</strong>{"\u00a0"}: toutes les personnes membres, de toutes les organisations. Une personne
          invitée à une seule discussion ne lit que celle-là, jusqu’à la date prévue.
        </li>
        <li>
          <strong>Votre nom, votre titre et votre organisation</strong>{"\u00a0"}: les personnes membres, à côté de ce que vous
          écrivez.
        </li>
        <li>
          <strong>Votre adresse courriel</strong>{"\u00a0"}: le comité de travail et l’administration, pour vous inviter et vous aider.
        </li>
        <li>
          <strong>Les fichiers et les images</strong>{"\u00a0"}: les mêmes personnes que la discussion où ils sont. Leur adresse ne s’ouvre
          pour personne d’autre. Avant d’être publiés, et tant qu’ils sont dans un brouillon, vous seulement.
        </li>
        <li>
          <strong>Vos brouillons et vos appareils</strong>{"\u00a0"}: vous seulement.
        </li>
        <li>
          <strong>Ce que vous avez lu</strong>{"\u00a0"}: vous seulement, pour vous ramener où vous étiez. Les autres ne voient qu’un nombre
          («{"\u00a0"}lu par 23{"\u00a0"}»). Une seule exception{"\u00a0"}: d’une annonce du comité, le comité voit qui l’a ouverte.
        </li>
        <li>
          <strong>Le journal des gestes d’administration</strong> (une invitation, un rôle, un retrait){"\u00a0"}: l’administration. Il
          ne contient aucun texte de discussion.
        </li>
      </ul>
      <h2>Les photos et les documents</h2>
      <ul>
        <li>
          <strong>Ce qu’une photo dit sans le montrer</strong> (le lieu, l’heure, l’appareil){"\u00a0"}: retiré dès qu’elle arrive, avant
          qu’elle soit enregistrée. L’image est redessinée, et l’original n’est pas conservé.
        </li>
        <li>
          <strong>Un document</strong> (PDF, Word et autres){"\u00a0"}: conservé tel quel. Ce que son logiciel y a inscrit, par exemple le
          nom de qui l’a écrit, y reste.
        </li>
        <li>
          <strong>Les enfants</strong>{"\u00a0"}: aucune photo où l’on reconnaît un enfant sans l’accord de ses parents. Chaque personne qui
          publie une image confirme que cet accord existe; son nom et le moment de sa réponse sont conservés avec l’image. Un parent
          peut retirer son accord en tout temps{"\u00a0"}: l’image se retire en modifiant le message, ou sur simple signalement au comité.
        </li>
        <li>
          <strong>Où ils sont</strong>{"\u00a0"}: dans la même base de données que les discussions. Aucun autre service ne les reçoit, et
          personne ne les analyse pour reconnaître un visage ou un lieu.
        </li>
      </ul>
      <h2>Ce contre quoi Le Fil ne protège pas</h2>
      <p>
        Les personnes qui tiennent le serveur peuvent techniquement lire tout ce qu’il contient{"\u00a0"}: les échanges ne sont pas
        chiffrés de bout en bout. Une personne membre peut aussi copier ce qu’elle lit, ou le montrer. C’est pourquoi on n’écrit
        jamais ici de quoi reconnaître un enfant ou une famille.
      </p>
      <h2>Où sont les renseignements</h2>
      <p>
        Sur le serveur de la communauté, dans une seule base de données, et nulle part ailleurs{"\u00a0"}: ni réseau social, ni mesure
        d’audience, ni image, police ou outil venus d’une autre entreprise. Vos pages ne parlent qu’à ce serveur. Les courriels
        passent par le service de courriel choisi par l’organisation responsable, puis par le vôtre.
      </p>
      <h2>Ce que contiennent les courriels</h2>
      <p>
        Un code pour vous connecter, une invitation, ou l’annonce qu’il y a du nouveau{"\u00a0"}: de qui, de quelle organisation, combien,
        et un lien. Jamais le titre ni le texte d’une discussion. Aucune image cachée ne nous dit si vous les avez ouverts.
      </p>
      <h2>Combien de temps</h2>
      <ul>
        <li>
          <strong>Vos messages</strong>{"\u00a0"}: tant que la communauté existe. Si vous partez, ils restent sous votre nom, parce que
          les réponses des autres en dépendent; vous pouvez demander qu’un message soit retiré.
        </li>
        <li>
          <strong>Vos fichiers et vos images</strong>{"\u00a0"}: aussi longtemps que leur message. Supprimer le message, ou les en retirer,
          les efface pour de bon; seul leur nom reste, dans les versions précédentes du message, que vous et le comité pouvez lire.
          Une copie de sauvegarde peut les garder jusqu’à son remplacement. Un fichier joint sans être publié s’efface après un jour,
          ou avec son brouillon.
        </li>
        <li>
          <strong>Vos brouillons</strong>, avec leurs fichiers{"\u00a0"}: 90 jours.
        </li>
        <li>
          <strong>L’archive que vous apportez de Facebook</strong>{"\u00a0"}: jusqu’à ce qu’elle soit lue, 24 heures au plus. Seul le texte de vos
          publications et commentaires dans des groupes en est lu; ce que vous ne publiez pas s’efface après 14 jours, et vous pouvez
          reprendre ce que vous avez publié en tout temps.
        </li>
        <li>
          <strong>Vos connexions</strong>{"\u00a0"}: 90 jours au plus sur votre appareil, 12 heures au plus sur un appareil partagé.
        </li>
        <li>
          <strong>Une invitation</strong>{"\u00a0"}: elle ne vaut plus après 14 jours.
        </li>
        <li>
          <strong>Le journal des gestes d’administration</strong>{"\u00a0"}: tant que la communauté existe. Il ne se modifie pas.
        </li>
      </ul>
      <h2>Ce que vous pouvez demander</h2>
      <p>
        La Loi 25 vous donne le droit de savoir ce que nous avons sur vous, d’en recevoir une copie, de la faire corriger, de retirer
        votre consentement et de faire effacer ce qui ne sert plus. Vous corrigez vous-même votre nom, votre titre et votre
        organisation dans vos réglages. Pour le reste, écrivez à la personne responsable, nommée en haut de cette page{"\u00a0"}: elle
        répond dans les 30{"\u00a0"}jours. Si la réponse ne vous convient pas, vous pouvez vous adresser à la Commission d’accès à
        l’information du Québec.
      </p>
      <h2>Cet avis</h2>
      <p>
        Version du {facts.date}. Quand l’avis change, cette date change aussi.
      </p>
    </Prose>
  );
}

function WhomToAsk({ community }: { community: NoticeFacts["community"] }) {
  if (!community) {
    return <p>La communauté n’est pas encore en place. La personne responsable des renseignements sera nommée ici.</p>;
  }
  const { name, responsibleOrganisation, privacyOfficer } = community;
  return (
    <>
      <p>
        {name} réunit ici des personnes qui travaillent auprès des tout-petits et de leurs familles. {responsibleOrganisation} en
        répond.
      </p>
      <h2>À qui s’adresser</h2>
      <p>La personne responsable de la protection des renseignements personnels{"\u00a0"}:</p>
      <p>
        <strong>{privacyOfficer.name}</strong>, {privacyOfficer.title}, {responsibleOrganisation}
        <br />
        {looksLikeAddress(privacyOfficer.contact) ? (
          <a href={`mailto:${privacyOfficer.contact}`}>{privacyOfficer.contact}</a>
        ) : (
          privacyOfficer.contact
        )}
      </p>
    </>
  );
}
