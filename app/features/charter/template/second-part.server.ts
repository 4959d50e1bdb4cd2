import type { TemplateArticle } from "../template.server";

/** Articles 8 to 15: what organisations take on, and how we work, decide and change. */
export const SECOND_PART: readonly TemplateArticle[] = [
  {
    title: "Engagements des organisations et des gestionnaires",
    matter: "commitments",
    body: `En signant pour mon organisation, je m’engage à\u00a0:

1. **libérer du temps**\u00a0: [nombre] Moments d’échange par saison, déplacement compris, et un moment pour consulter la plateforme au travail;
2. **prévoir le remplacement** des personnes qui sont en service direct auprès des enfants, dans la mesure de nos moyens;
3. permettre l’accès à la plateforme depuis les postes de travail;
4. faire connaître la communauté aux nouvelles personnes de l’équipe, et prévenir le comité des départs;
5. accueillir à mon tour une rencontre, si nos locaux s’y prêtent;
6. ne jamais me servir de ce qui se dit dans la communauté pour évaluer ou discipliner une personne;
7. répondre dans les délais quand cette charte est soumise à mon examen.`,
  },
  {
    title: "Fonctionnement des Moments d’échange",
    body: `La saison va de [septembre] à [juin]. Le comité annonce le calendrier au plus tard le [date]. Chaque Moment d’échange dure environ deux heures, et il est tenu dans plusieurs pôles pour que personne n’ait à faire trop de route\u00a0: [noms des pôles].

Les sujets viennent des membres, par un sondage au début de la saison et par les discussions. On peut inviter une personne conférencière ou un partenaire d’expertise; on lui dit d’avance qui sera là, et ce que l’on attend.

Chaque rencontre a un ordre du jour, un tour de table et un temps pour les questions du terrain. Les notes sont déposées sur la plateforme dans les [dix] jours, relues par une autre personne responsable.

Une rencontre reportée ou annulée est annoncée dès que possible, avec la raison.`,
  },
  {
    title: "Confidentialité\u00a0: enfants, familles, collègues, organisations",
    matter: "confidentiality",
    body: `**Aucun enfant ni aucune famille ne doit pouvoir être reconnu.** Cela vaut à l’oral, sur la plateforme, dans les notes et dans les documents.

1. Nous ne donnons ni nom, ni prénom, ni initiales, ni date de naissance, ni adresse, ni photo. Sur un petit territoire, un détail rare suffit\u00a0: un diagnostic, un métier, un village, une fratrie, une date. Nous l’enlevons ou nous le changeons.
2. Nous parlons de la situation qui nous questionne, pas de la famille. S’il faut parler d’une famille précise, cela se fait ailleurs, avec son consentement et entre les personnes autorisées.
3. Ce qu’une personne dit d’elle-même, de ses difficultés ou de son équipe reste entre nous.
4. Nous ne rapportons pas hors de la communauté les propos d’une personne membre, ni ne critiquons ici une organisation absente.
5. Nous ne faisons pas de capture d’écran et n’enregistrons pas les rencontres, sauf accord de toutes les personnes présentes.
6. Si un renseignement personnel échappe à quelqu’un, nous le signalons aussitôt, sans blâme. Le comité le retire, et l’inscrit au registre prévu par la loi.

**Rien dans cet article n’empêche de protéger un enfant.** Le signalement à la protection de la jeunesse, l’obligation d’agir devant un danger et les autres devoirs prévus par la loi passent avant tout.`,
  },
  {
    title: "La plateforme, les photos, les droits d’auteur et les archives",
    matter: "confidentiality",
    body: `La plateforme est privée\u00a0: seules les personnes membres y entrent, et les personnes invitées ne voient que ce à quoi elles sont invitées. Chaque personne a son propre accès et ne le prête pas. Sur un poste partagé, elle se déconnecte.

Nous n’y déposons aucune photo d’enfant. Une photo d’adulte demande l’accord de chaque personne qu’on y voit.

Ce que nous écrivons et déposons reste à son autrice ou à son auteur. Les autres membres peuvent s’en servir dans leur travail en nommant la source. Nous ne déposons que ce que nous avons le droit de partager.

Les discussions et les documents sont conservés tant qu’ils sont utiles à la communauté. La personne qui part peut demander ses données et leur correction; ce qu’elle a écrit reste sous son nom, à moins qu’elle n’en demande le retrait. La personne responsable de la protection des renseignements personnels est nommée sur la page de confidentialité.`,
  },
  {
    title: "Décisions, réserves et désaccords",
    body: `Nous décidons par consentement\u00a0: une proposition est adoptée quand personne ne s’y oppose pour une raison qui touche la mission, les enfants ou la possibilité de travailler ensemble.

- **J’adhère**\u00a0: je soutiens la proposition.
- **J’ai une réserve**\u00a0: elle m’inquiète, je le dis, et je ne l’empêche pas.
- **Je m’oppose**\u00a0: j’explique pourquoi, et j’aide à trouver mieux.

Une objection se discute; elle peut être retirée par la personne qui l’a faite, et par elle seule. Si, malgré les échanges, elle demeure, le comité propose un nouveau texte.

Se taire n’est pas s’opposer, et n’est pas consentir non plus\u00a0: la règle du nombre (personnes et organisations qui doivent s’être prononcées) est annoncée avant chaque consultation. L’organisation dont la ou le gestionnaire n’a pas répondu à la date annoncée est réputée sans objection, après [deux] rappels.`,
  },
  {
    title: "Manquements, médiation et retrait",
    body: `Quand quelque chose ne va pas, nous en parlons d’abord directement, avec bienveillance.

Si cela ne suffit pas, chaque personne peut écrire au comité, qui l’écoute en confidence, entend l’autre personne et propose une solution. Au besoin, une personne neutre, choisie ensemble, aide à la médiation. Une personne du comité qui est concernée se retire de la démarche.

Après un manquement grave ou répété, surtout à la confidentialité, le comité peut suspendre l’accès d’une personne. Il lui en donne la raison par écrit; elle peut répondre et demander une révision dans les [trente] jours.

Chacune et chacun peut retirer sa signature en tout temps, sans donner de raison. L’engagement de confidentialité, lui, demeure après le départ.`,
  },
  {
    title: "Révision, durée et versions",
    body: `Cette charte entre en vigueur à la date de sa publication. Elle est revue au moins tous les [deux] ans, et quand des membres le demandent.

Tout membre peut, en tout temps, proposer une autre formulation. Chaque proposition reçoit une réponse avec sa raison. La charte modifiée est soumise aux gestionnaires, puis à l’ensemble des membres.

Un changement **de forme** (une faute, un mot plus clair) garde les signatures. Un changement **de fond** demande une nouvelle signature\u00a0: chaque personne voit ce qui a changé depuis la sienne, et dispose de trente jours. Un changement aux engagements ou à la confidentialité est toujours examiné par deux personnes du comité.

Toutes les versions sont conservées et peuvent être lues par les membres.`,
  },
  {
    title: "Signatures",
    body: `**Signature de la personne.** «\u00a0J’ai lu cette charte au complet. Je m’engage, à titre personnel et dans l’exercice de mes fonctions, à la respecter.\u00a0»

**Signature de l’organisation.** «\u00a0J’ai lu cette charte au complet. J’engage mon organisation à la respecter et à soutenir les personnes qui y participent.\u00a0»

Chaque signature est liée au texte exact de la version signée. Elle porte le nom et le titre tels que la personne les a écrits, son organisation, la date et l’heure. Un reçu lui est remis.`,
  },
];
