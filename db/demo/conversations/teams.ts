import { conversation, type DemoConversation } from "../conversation";

/** The grown-ups: tired teams, being replaced, and laughing. */
export const TEAMS: DemoConversation[] = [
  conversation({ key: "fatigue-des-equipes", title: "Et nous, comment on tient?", startedDaysAgo: 66 }, [
    ["audrey", 0, "16:40", `Depuis trois semaines, dans toutes mes rencontres, quelqu'un finit par dire « je suis brûlée » en riant. Je ne trouve plus ça drôle, surtout quand c'est moi qui le dis.

Je ne cherche pas de capsule sur la respiration. Je voudrais savoir ce qui, *concrètement*, vous a permis de tenir une année difficile.`],
    ["nadege", 0, "17:15", `Le droit de dire « aujourd'hui je suis à 40 % » en arrivant, sans avoir à expliquer. On ajuste : je fais la cour, ma collègue fait les conflits. Le lendemain c'est l'inverse.`],
    ["kevin", 0, "17:32", `Dîner assis. Ça a l'air de rien. J'ai dîné debout pendant quatre ans et j'appelais ça mon rythme.`],
    ["isabelle", 1, "8:35", `Comme directrice, j'ai longtemps envoyé des courriels à 22 h « pour ne pas oublier ». Une éducatrice m'a dit qu'elle les lisait au lit. Je les programme maintenant pour 8 h. Ça ne m'a rien coûté, et je m'en veux de ne pas y avoir pensé avant.`],
    ["frederic", 1, "9:50", `La supervision clinique. Une heure toutes les deux semaines où quelqu'un me demande comment **je** vais avec ce que j'entends. Les organismes n'y ont pas accès, et c'est une injustice dont on ne parle pas.`],
    ["solange", 1, "11:15", `Je confirme l'injustice. Une intervenante de maison de la famille entend les mêmes histoires, sans superviseur, avec un contrat qui se renouvelle au 31 mars.`],
    ["ginette", 1, "18:45", `Toute seule dans ma maison avec six enfants, mon équipe c'est la radio. Ce qui m'aide, c'est que Stéphanie passe. Pas pour vérifier. Pour s'asseoir dix minutes pendant que je parle à une grande personne.`],
    ["stephanie", 2, "8:50", `Je ne savais pas que c'était ça qui aidait, Ginette. Je me dépêchais de sortir ma liste. La prochaine fois, la liste reste dans l'auto les dix premières minutes.`],
    ["tomas", 2, "10:30", `On pourrait tenter un **codéveloppement** entre nous : six personnes de milieux différents, une rencontre par mois, une personne amène une situation *à elle* (pas celle d'une famille), les autres posent des questions avant de donner des conseils. Deux heures, en rotation. Je veux bien animer les trois premières, ensuite on alterne.`],
    ["frederic", 2, "12:10", `J'offre une place de ma supervision à ce groupe-là, une fois sur trois, si Lynda est d'accord. Ce serait une façon de partager la chance.`],
    ["lynda", 3, "8:30", `Je suis d'accord. Nous compterons ces heures comme du partenariat, parce que c'en est.`],
    ["audrey", 9, "13:20", `Six inscriptions pour le premier groupe, de cinq organisations, et une liste pour le deuxième. Pour le reste, je ne vous cacherai pas que je suis encore fatiguée. Mais j'ai dîné assise trois fois cette semaine.`],
  ]),

  conversation({ key: "se-faire-remplacer", title: "Se faire remplacer pour venir aux Moments d'échange : comment faites-vous?", question: true, startedDaysAgo: 198 }, [
    ["rosalie", 0, "12:25", `J'aimerais venir. Vraiment. Mais chaque fois : pas de remplaçante, ou bien ma collègue se retrouve à faire ma fermeture. Alors je dis « la prochaine fois ». C'est la quatrième prochaine fois.`],
    ["isabelle", 0, "15:50", `Je le vois et ça me désole. J'ai deux remplaçantes pour trois installations. Si je libère Rosalie le mardi, je ne peux plus libérer personne avant deux semaines.`],
    ["huguette", 1, "13:14", `En milieu familial, si je pars, je ferme. Six familles qui manquent l'ouvrage. La seule fois où j'y suis allée, c'était de 18 h 30 à 20 h 30 et j'y ai appris beaucoup, surtout que vous existiez.`],
    ["diane", 1, "14:35", `Nous avons un petit fonds pour des remplacements occasionnels que je peux ouvrir aux responsables, à raison d'une demi-journée par année et par personne. Ce n'est pas assez, mais c'est une première marche. Écrivez à Stéphanie.`],
    ["veronique", 2, "9:55", `Le comité en a parlé. Trois essais pour les prochaines rencontres :

1. **alterner** avant-midi et soir;
2. tenir la même rencontre dans deux pôles à des dates différentes, pour que deux collègues d'un même milieu y aillent **en relais**;
3. annoncer les dates **dix semaines d'avance**.

Ce que je ne promets pas : faire apparaître des remplaçantes.`],
    ["isabelle", 2, "10:40", `Le relais, c'est brillant. Rosalie au premier, une collègue au deuxième, et elles se racontent. Inscrivez-nous.`],
    ["bernard", 2, "11:30", `Dix semaines d'avance : comme administrateur de la chose, je promets de ne déplacer aucune date. Je n'ai d'ailleurs pas ce pouvoir.`],
    ["rosalie", 37, "12:40", `Je suis venue! J'ai mangé trois muffins, rencontré l'orthophoniste dont j'avais lu cinquante messages, et ma collègue y va dans deux semaines avec mes questions. Le relais, ça marche.`],
  ]),

  conversation({ key: "phrase-du-jour", title: "La phrase entendue cette semaine (sans nom, sans âge, sans explication)", startedDaysAgo: 145 }, [
    ["kevin", 0, "12:40", `Règle du jeu : une phrase d'enfant, entendue, vraie. Pas de nom, pas d'âge, pas de contexte qui permettrait de reconnaître qui que ce soit. On en a besoin.

Je commence : « Mon papa est pas vieux, il est juste usagé. »`],
    ["nadege", 0, "12:53", `« J'ai pas lancé le camion. C'est le camion qui avait hâte. »`],
    ["julie", 0, "16:15", `« Est-ce qu'on est encore aujourd'hui? »`],
    ["huguette", 1, "13:20", `« Toi, tu as de la peau de trop, mais c'est doux. » (Adressée à la responsable du service de garde.)`],
    ["aminata", 4, "11:10", `Après un vaccin, très digne : « Ça va, mais je reviendrai pas. »`],
    ["jean-philippe", 12, "13:35", `Devant la soupe : « C'est bon, mais c'est trop mouillé. »`],
    ["melissa", 20, "10:05", `« Chut, ma doudou est en réunion. »`],
    ["marjolaine", 27, "16:30", `« Tu parles pour travailler? Moi je parle gratis. »`],
    ["danae", 45, "12:41", `En regardant la pluie : « Le ciel a fini d'attendre. » Je l'ai écrite au tableau et je n'ai plus rien dit de l'avant-midi.`],
    ["jean-philippe", 71, "13:30", `Le retour du critique : « Aujourd'hui c'est sec. Bravo, tu écoutes. »`],
    ["emilie", 94, "15:58", `« J'ai deux meilleurs amis : lui, pis l'autre, pis elle. »`],
    ["fatoumata", 118, "14:20", `Au moment du départ : « Maman, tu peux revenir plus tard, j'ai pas fini ma vie. »`],
    ["nawel", 137, "13:08", `« Quand je vais être grande, je vais savoir où sont les affaires. » Moi aussi, j'attends ce jour.`],
    ["huguette", 144, "13:22", `Reçue hier, pendant que je cherchais mes lunettes que j'avais sur la tête : « Inquiète-toi pas, Huguette, ça arrive aux enfants aussi. »`],
  ]),
];
