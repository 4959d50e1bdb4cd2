import type { TemplateArticle } from "../template.server";

/** Articles 1 to 7 of the first draft: who we are, and what each person takes on. Words in square brackets are to be filled in. */
export const FIRST_PART: readonly TemplateArticle[] = [
  {
    title: "Préambule et raison d’être",
    body: `Nous travaillons auprès des enfants de 0 à 5 ans et de leurs familles, dans des organisations différentes d’un même territoire\u00a0: [nom du territoire]. Chacune de nos organisations a sa mission, ses règles et sa façon de faire. Les familles, elles, passent de l’une à l’autre.

La communauté de pratique existe pour que nous apprenions les unes des autres, que nous nous connaissions assez pour nous appeler, et que les familles trouvent des services qui se parlent.

Cette charte dit à quoi nous nous engageons en y participant. Elle a été écrite par les personnes qui la vivent. Elle ne remplace ni les lois, ni les règles de nos organisations, ni les codes de déontologie de nos ordres professionnels.`,
  },
  {
    title: "Les mots que nous employons",
    body: `Dans cette charte\u00a0:

- **communauté de pratique** ou **communauté**\u00a0: les personnes et les organisations qui ont adhéré à cette charte;
- **organisation** ou **milieu**\u00a0: l’employeur ou le lieu d’engagement d’une personne membre;
- **personne membre**\u00a0: une personne qui travaille ou s’engage auprès des enfants de 0 à 5 ans et de leurs familles, et qui a signé cette charte;
- **gestionnaire**\u00a0: la personne qui répond de la participation de son organisation;
- **Moment d’échange**\u00a0: une rencontre de la communauté, d’environ deux heures, autour d’un sujet;
- **pôle**\u00a0: un endroit du territoire où le même Moment d’échange est tenu;
- **responsable**\u00a0: une personne membre qui, à son tour, anime, coordonne ou prend les notes;
- **comité de travail** ou **comité**\u00a0: les personnes qui préparent la saison et veillent à cette charte;
- **plateforme**\u00a0: l’espace privé en ligne de la communauté.`,
  },
  {
    title: "Mission et objectifs",
    body: `La communauté a pour mission de soutenir les personnes qui accompagnent les enfants de 0 à 5 ans et leurs familles, en leur donnant un lieu pour réfléchir ensemble.

Nous visons à\u00a0:

1. partager nos savoirs, nos outils et nos façons de faire;
2. mieux connaître les services de chaque organisation, et les personnes qui y travaillent;
3. trouver ensemble des réponses aux situations qui nous questionnent;
4. parler un langage commun avec les familles;
5. faire entendre ce que nous observons sur le terrain.`,
  },
  {
    title: "Nos valeurs",
    body: `- **Le respect.** Chaque personne parle à partir de son expérience. On questionne les idées, jamais les personnes.
- **La confiance.** On peut dire ce que l’on ne sait pas et ce qui n’a pas marché. Ce qui se dit ici reste ici.
- **L’entraide.** Qui demande reçoit une réponse, même courte. Qui a trouvé quelque chose le partage.
- **La réciprocité.** Chacune et chacun apporte et reçoit, à sa mesure.
- **L’égalité de parole.** Le titre, l’ancienneté et la taille de l’organisation ne donnent pas plus de poids à une voix.
- **Le bien de l’enfant.** Quand nous hésitons, c’est lui qui nous guide.`,
  },
  {
    title: "Membres, organisations et adhésion",
    body: `Peut devenir membre toute personne qui travaille ou s’engage auprès des enfants de 0 à 5 ans ou de leurs familles sur le territoire, à l’invitation du comité ou d’une organisation membre.

L’adhésion a deux niveaux. **L’organisation** adhère par la signature de sa ou de son gestionnaire; **la personne** adhère par sa propre signature. Les deux sont distinctes\u00a0: une personne ne signe pas pour une autre.

L’adhésion est gratuite. Elle prend fin quand la personne quitte son poste et ne travaille plus auprès des enfants du territoire, quand elle le demande, ou dans les cas prévus à l’article sur les manquements. Une personne qui change d’organisation reste membre\u00a0: elle le signale au comité.

Une personne invitée (conférencière, partenaire d’expertise, stagiaire) participe à une rencontre ou à une discussion nommée, jusqu’à une date donnée. Les règles de confidentialité s’appliquent à elle aussi.`,
  },
  {
    title: "Les rôles",
    body: `**Le comité de travail** prépare la saison, nomme les responsables, veille à cette charte et à la plateforme, et fait le pont avec les gestionnaires. Il réunit [nombre] personnes, de [nombre] organisations différentes au moins. Son mandat est de [durée], et peut être renouvelé.

**Les responsables**, à tour de rôle, font vivre chaque Moment d’échange\u00a0:

- l’**animation** ouvre, fait circuler la parole et garde le temps;
- la **coordination** prépare le lieu, les invitations et le matériel;
- les **notes** retiennent ce qui est utile à tous, sans rien qui permette de reconnaître une famille.

Chaque personne membre prend un tour quand elle le peut. On peut refuser ou échanger son tour sans avoir à se justifier.

**Les gestionnaires** revoient cette charte pour leur organisation, libèrent du temps et soutiennent la participation.

**Les personnes invitées** partagent leur expertise et ne prennent pas part aux décisions.`,
  },
  {
    title: "Engagements des personnes membres",
    matter: "commitments",
    body: `En signant cette charte, je m’engage à\u00a0:

1. participer aux Moments d’échange autant que mon travail le permet, arriver à l’heure, et prévenir quand je ne viens pas;
2. consulter régulièrement la plateforme et répondre quand je peux aider;
3. partager mes outils et mes réflexions, en disant d’où ils viennent;
4. écouter sans juger, laisser la place aux autres, parler au «\u00a0je\u00a0»;
5. protéger en tout temps l’identité des enfants, des familles et des collègues, comme le dit l’article sur la confidentialité;
6. rapporter dans mon milieu ce qui peut lui être utile, sans rien de confidentiel;
7. prendre un tour de responsable quand je le peux;
8. dire un désaccord à la personne concernée ou au comité, plutôt qu’à d’autres.

Je reste en tout temps liée ou lié par mon code de déontologie et par les règles de mon organisation. En cas de doute, je demande avant d’écrire.`,
  },
];
