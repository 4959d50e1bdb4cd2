import { conversation, type DemoConversation } from "../conversation";

/** Around birth: premature babies, the first weeks, human milk, perinatal grief. */
export const BIRTHS: DemoConversation[] = [
  conversation({ key: "age-corrige", title: "Bébés prématurés : à quel âge se fier?", question: true, startedDaysAgo: 155 }, [
    ["maude", 0, "12:44", `En pouponnière, j'accueille de temps en temps des bébés nés trop tôt. Les parents disent un âge, le dossier en dit un autre, et moi j'observe un bébé. Pour les étapes de développement, je prends lequel? Et jusqu'à quand?`],
    ["ines", 0, "13:30", `Pour le développement, **l'âge corrigé** : on compte à partir de la date où bébé aurait dû naître. On s'en sert habituellement jusqu'à deux ans. Pour les vaccins, par contre, c'est l'âge réel, compté depuis la naissance. C'est la confusion la plus courante.`],
    ["aminata", 0, "14:45", `Je confirme pour les vaccins, et je rappelle aux parents d'apporter le carnet même si « tout est dans l'ordinateur ». Tout n'est pas dans l'ordinateur.`],
    ["karine", 1, "9:15", `Ce que je vous demanderais d'observer sans inquiéter : un bébé qui se raidit souvent, qui utilise toujours le même côté, ou qu'on trouve « trop sage ». On m'appelle rarement pour un bébé trop sage.

Et beaucoup de temps au sol, éveillé, avec quelqu'un couché à côté. Les coquilles et les sièges, c'est pour se déplacer.`],
    ["marie-claude", 1, "11:02", `N'oublions pas les parents : plusieurs ont passé des semaines à l'hôpital à demander la permission de toucher leur propre bébé. Quand ils arrivent chez vous, ils vous demandent encore la permission. « C'est vous qui le connaissez, montrez-moi comment il aime être pris » leur redonne leur place.`],
    ["maude", 1, "12:50", `Cette phrase-là va dans mon accueil, et pas seulement pour les prématurés.`],
    ["huguette", 2, "13:16", `J'ai gardé un petit bonhomme comme ça, il y a longtemps. Je marchais sur la pointe des pieds pendant un mois. C'est sa mère qui m'a dit : « vous pouvez passer la balayeuse, il a dormi à côté de trois alarmes ».`],
    ["beatriz", 2, "14:20", `J'aime cette histoire. On protège parfois tellement qu'on isole.`],
    ["ines", 3, "13:45", `Je mets la petite règle en une ligne pour qui voudrait l'afficher : *développement = âge corrigé jusqu'à 2 ans; vaccins = âge réel; et dans le doute, on demande au parent comment il compte.*`],
  ]),

  conversation({ key: "six-premieres-semaines", title: "Les six premières semaines : qui passe, et quand?", startedDaysAgo: 34 }, [
    ["eve-lyne", 0, "9:35", `J'ai dessiné sur une nappe de papier tout ce qui peut arriver à une famille dans les six semaines qui suivent une naissance : appel de l'infirmière, visite, soutien à l'allaitement, relevailles, café-poussette, fondation du frigo plein. C'est impressionnant. Et puis une maman a regardé ma nappe et m'a dit : « tout ça est venu la **première** semaine; à la quatrième, il n'y avait plus personne ».

Est-ce qu'on pourrait s'échelonner?`],
    ["ines", 0, "13:20", `Mon appel et ma première visite ne peuvent pas bouger, ils sont là pour des raisons de santé. Mais je pourrais, à la visite, proposer une date pour les autres au lieu de remettre cinq dépliants. « Voulez-vous que Premières Lunes vous appelle vers la troisième semaine? » La personne dit oui ou non, je le note, avec son accord.`],
    ["rose-aimee", 0, "15:40", `La quatrième semaine me convient parfaitement. La visite est finie, le congé de l'autre parent aussi, la lasagne des voisines est mangée. C'est là que les gens ouvrent vraiment la porte.`],
    ["marie-claude", 1, "10:15", `Pour l'allaitement, je ne peux pas attendre : c'est la première semaine ou c'est souvent trop tard. Alors disons : *allaitement tout de suite, relevailles ensuite, groupes après*.`],
    ["zahra", 1, "11:28", `Dans ma culture, ce sont quarante jours. La mère ne fait rien, les femmes viennent, il y a une soupe pour chaque semaine. Ici les mamans me disent qu'elles ont honte de ne rien faire. Je leur parle des quarante jours, même à celles qui sont nées ici. Elles aiment avoir un chiffre.`],
    ["rose-aimee", 2, "8:50", `Quarante jours et une soupe par semaine. Zahra, je veux les recettes, et je te donne celle de ma grand-mère, qui ne manquait pas de bouillon non plus.`],
    ["eve-lyne", 20, "14:05", `La nappe est devenue un ruban de six cases, une par semaine, avec un seul service par case et un bol de soupe dessiné en haut. Les familles le collent sur le frigo et on barre ensemble ce dont elles ne veulent pas. À ma grande surprise, la case la plus demandée est la 4.`],
    ["line", 21, "9:00", `Peut-on avoir une version modifiable du ruban? Les jours de visite ne sont pas les mêmes à la Pointe.`],
    ["eve-lyne", 21, "13:25", `Oui, je l'envoie cette semaine.`],
  ]),

  conversation({ key: "lait-maternel-au-service-de-garde", title: "Recevoir du lait maternel au service de garde", startedDaysAgo: 103 }, [
    ["nawel", 0, "13:12", `On me demande de plus en plus souvent si j'accepte le lait maternel. Je réponds oui sans réfléchir, et maintenant je réfléchis. Étiquettes, frigo, réchauffage, le reste du biberon : vous avez une procédure?`],
    ["marie-claude", 0, "14:30", `Vous avez bien répondu! L'essentiel :

- contenant fermé, identifié (nom, **date et heure** d'expression);
- au fond du frigo, pas dans la porte;
- on réchauffe à l'eau tiède, jamais au micro-ondes;
- ce qui reste d'un boire entamé ne se garde pas pour plus tard.

Pour les durées, fiez-vous au tableau de conservation du guide *Mieux vivre avec notre enfant*, imprimé et collé sur le frigo, pour ne pas dépendre de la mémoire de personne.`],
    ["yasmine", 0, "17:30", `Chez nous : un bac par bébé, une couleur par bac, et on vérifie à deux avant de donner. Comme un médicament, mais en plus tendre.`],
    ["stephanie", 1, "9:00", `Nawel, je passe te voir avec une fiche prête à remplir avec le parent. Rien de compliqué : qui apporte, comment c'est identifié, ce qu'on fait du surplus, qui on appelle s'il n'y en a pas assez.`],
    ["jean-philippe", 1, "10:20", `Truc de cuisine : demandez de petites quantités. Trois biberons de 60 ml plutôt qu'un de 180. On jette moins, et quand on jette du lait maternel, on jette une heure de la vie de quelqu'un.`],
    ["marie-claude", 1, "11:10", `Jean-Philippe, je vous veux dans tous mes cours prénataux.`],
    ["nawel", 2, "12:58", `La fiche est maintenant sur le dessus de ma pile d'inscription. Les gens ont l'air soulagés que ce soit *normal* chez moi. Je ne l'ai jamais fait, mais j'ai la fiche, alors ça ne paraît pas.`],
    ["huguette", 2, "13:20", `C'est ça, l'expérience : une fiche et un bon visage.`],
    ["sarah-eve", 2, "15:05", `J'ai des exemplaires du guide en trop. J'en laisse cinq au bureau coordonnateur en passant, servez-vous.`],
  ]),

  conversation({ key: "deuil-perinatal", title: "Deuil périnatal : les mots au vestiaire", question: true, startedDaysAgo: 220 }, [
    ["genevieve", 0, "10:05", `Sujet délicat, merci d'avance de votre douceur. Il arrive qu'une famille que nous connaissons perde un bébé pendant la grossesse ou peu après. L'aîné revient au CPE le lundi. L'équipe me demande : *on dit quelque chose, ou on fait comme si de rien n'était?*`],
    ["marie-claude", 0, "11:50", `On dit quelque chose. Court. « J'ai appris. Je suis désolée. Je suis là. » Ce qui blesse, d'après les parents que j'accompagne, ce n'est presque jamais un mot maladroit : c'est le silence et les yeux qui se sauvent.

À éviter quand même : « vous êtes jeunes », « au moins vous en avez un », « la nature fait bien les choses ».`],
    ["solange", 0, "13:15", `Et si le bébé avait un prénom et que le parent le dit, on peut le dire aussi. Une fois. C'est énorme.`],
    ["tomas", 1, "9:44", `Pour l'aîné : des mots vrais et petits. « Le bébé est mort. Ça veut dire qu'il ne reviendra pas. Ce n'est la faute de personne. » Pas « parti » ni « endormi », parce qu'il attendra son retour, ou il aura peur de la sieste. Il jouera peut-être à la mort avec les toutous. On le laisse jouer.`],
    ["mireille", 1, "14:10", `J'ajoute : demandez aux parents quels mots *eux* ont choisis à la maison, et servez-vous des mêmes. Certaines familles ont des croyances qui les portent, ce n'est pas à nous de les corriger.`],
    ["eve-lyne", 2, "10:30", `Nous avons un groupe de parents endeuillés, un soir par mois, et une boîte de livres pour enfants sur le sujet qu'on peut emprunter sans dire pourquoi. On peut aussi rencontrer une équipe qui a de la peine. Elle en a souvent, et elle croit ne pas en avoir le droit.`],
    ["noemie", 2, "11:05", `La boîte de livres est dédoublée à la bibliothèque, derrière le comptoir. Il suffit de demander « la boîte bleue ». On ne pose aucune question.`],
    ["genevieve", 3, "8:40", `Merci. J'ai lu vos réponses en réunion d'équipe, à voix haute, comme on révise un plan d'évacuation : avant d'en avoir besoin. Deux éducatrices demandent si on peut emprunter la boîte bleue juste pour la lire entre nous. J'imagine que oui?`],
  ]),
];
