import { conversation, type DemoConversation } from "../conversation";

/** The community about itself: hello, its charter, and how to speak without naming. */
export const COMMUNITY_LIFE: DemoConversation[] = [
  conversation({ key: "bienvenue", title: null, startedDaysAgo: 330 }, [
    ["audrey", 0, "8:45", `Bienvenue sur Le Fil : présentez-vous en deux lignes

Qui vous êtes, où vous travaillez, et **une chose pour laquelle on peut vous appeler**. Je commence.

Audrey, intervenante famille à La Bordée, à Sainte-Ludivine. On peut m'appeler pour trouver un groupe parents-enfants, ou quand on ne sait pas à qui poser sa question : moi non plus, mais je connais quelqu'un qui le sait.`],
    ["veronique", 0, "9:30", `Véronique, organisatrice communautaire au centre de santé. Pour une salle, un projet à démêler, une réunion qui tourne en rond.`],
    ["marjolaine", 0, "12:18", `Marjolaine, orthophoniste. Appelez-moi **avant** d'être certaine. C'est mon souhait de l'année.`],
    ["nadege", 0, "12:49", `Nadège, éducatrice des 3 ans aux Cerfs-volants. Pour les chansons, les transitions et le fou rire. Je réponds entre 12 h 45 et 13 h 15, l'heure où le bâtiment ronfle.`],
    ["huguette", 0, "13:22", `Huguette, service de garde en milieu familial, Sainte-Ludivine, trente et un ans de métier. On m'a dit que ça remplace Facebook. Tant mieux, je n'y ai jamais rien trouvé.`],
    ["bernard", 0, "13:50", `Bernard, Lettres en poche. Je m'occupe aussi de la tuyauterie de ce site, bénévolement et avec plus de patience que de talent. Si quelque chose ne marche pas, écrivez-moi, ça me fait une raison de me lever.`],
    ["kevin", 1, "12:35", `Kevin, éducateur des 4-5 ans à La Tuque à pompon. Pour les gros mots, les combats de bâtons et les questions sur la mort, qui arrivent souvent ensemble.`],
    ["ines", 1, "13:27", `Inès, infirmière en périnatalité. Entre deux visites, dans mon auto, chauffage au maximum. Pour tout ce qui concerne les nouveau-nés et ceux qui ne dorment plus à cause d'eux.`],
    ["solange", 1, "15:40", `Solange, directrice de La Bordée, et responsable des renseignements personnels. Si vous avez un doute avant de publier, écrivez-moi : je préfère vingt questions à un oubli.`],
    ["frederic", 2, "8:40", `Frédéric, travailleur social, jeunes familles. On peut m'appeler sans nommer personne, juste pour réfléchir à voix haute.`],
    ["rose-aimee", 2, "10:05", `Kwaï! Rose-Aimée, relevailles et répit au Perron bleu. Je fais aussi la vaisselle, c'est souvent par là que ça commence.`],
    ["julie", 2, "16:28", `Julie, maternelle 5 ans à Port-aux-Aulnes. Pour savoir ce qui se passe *vraiment* à l'école le premier matin. Indice : des fermetures éclair.`],
    ["ginette", 6, "18:50", `Ginette, milieu familial à la Pointe. J'ai lu tout le monde. Je vous préviens, je dis ce que je pense.`],
    ["audrey", 7, "8:55", `On compte là-dessus, Ginette. Bienvenue à toutes et à tous.`],
  ]),

  conversation({ key: "charte-avec-tout-le-monde", title: "Notre Charte de collaboration : vos mots avant les nôtres", startedDaysAgo: 285 }, [
    ["veronique", 0, "9:15", `Le comité commence à rédiger la Charte de collaboration. Avant d'écrire une ligne, on voudrait vos réponses à une seule question :

> De quoi avez-vous besoin **pour oser parler ici** d'une situation qui vous dépasse?`],
    ["nadege", 0, "12:56", `De savoir que ma directrice ne va pas le lire comme une évaluation.`],
    ["chantal", 0, "14:10", `Message reçu, et je suis d'accord pour que ce soit écrit : **ce qui se dit ici ne sert jamais à évaluer une personne employée.** Je le signerai.`],
    ["huguette", 1, "13:13", `De ne pas me faire répondre en abréviations. La semaine passée j'en ai compté neuf dans un seul paragraphe.`],
    ["frederic", 1, "15:30", `De pouvoir dire « je ne sais pas » sans qu'un autre établissement s'en serve.`],
    ["julie", 1, "16:15", `Qu'on ne compare pas les milieux. Une classe, une maison et un CPE, ce n'est pas le même métier, et personne n'a le beau rôle.`],
    ["danae", 2, "12:40", `Qu'on ait le droit de nommer quand quelque chose blesse, et le droit de s'être trompé.`],
    ["lynda", 2, "16:50", `Je pose la question qui fâche : et les désaccords entre organisations? J'en ai avec certains d'entre vous, que j'estime. Je ne voudrais pas d'une charte qui fasse semblant.`],
    ["solange", 3, "8:50", `Alors un article sur le désaccord : on le dit d'abord à la personne, ensuite ici si c'est utile à tout le monde, et on peut demander à deux membres du comité d'aider. On n'a pas à finir d'accord, on a à finir correctement.`],
    ["camille", 3, "10:20", `Je le mets tel quel dans le brouillon. Si ça devient « processus de résolution des différends » entre deux versions, je saurai que c'est quelqu'un du comité.`],
    ["ginette", 3, "18:33", `C'est la première fois qu'on me demande mon avis avant que ce soit imprimé. Je le signale.`],
    ["veronique", 17, "10:00", `Le premier brouillon tient en trois pages, avec une version d'une page pour le mur. Vos phrases y sont presque mot pour mot. Les gestionnaires le liront ensuite, puis chaque personne pourra l'appuyer, émettre une réserve ou demander un changement. Et dire non restera possible, sans avoir à quitter la pièce.`],
  ]),

  conversation({ key: "parler-sans-nommer", title: "Parler d'une situation sans que personne soit reconnu : nos trucs", startedDaysAgo: 245 }, [
    ["solange", 0, "9:05", `Le territoire est petit. Chez nous, « une famille qui vient d'arriver dans le rang derrière l'église », c'est un nom et une adresse. Retirer les prénoms ne suffit donc pas.

Je vous propose qu'on mette en commun nos façons d'écrire pour que **la question reste entière et que la famille disparaisse**.`],
    ["frederic", 0, "11:25", `Mon truc : je commence par ma question, pas par l'histoire. Si la question se tient debout toute seule, je n'ajoute pas l'histoire.`],
    ["marie-pier", 0, "13:40", `Je remplace « j'ai une enfant qui » par « **comment faire quand une enfant** ». Ça oblige à garder seulement ce qui sert à répondre.`],
    ["kevin", 1, "12:38", `Moi, j'attends trois semaines. Souvent je n'ai plus besoin de poser la question, et si je la pose encore, tout le monde a oublié de qui ça pouvait parler.`],
    ["huguette", 1, "13:15", `Avec six enfants dans ma maison, si j'écris « un de mes petits », le village a déjà fait sa liste. Alors j'écris « il m'est arrivé, au fil des ans ». C'est vrai de toute façon.`],
    ["aminata", 1, "14:30", `Je surveille les détails rares : la maladie qu'on voit une fois en dix ans, les jumeaux, le métier du parent, l'origine. S'ils ne changent rien à la réponse, je les enlève. S'ils changent tout, ce n'est plus une question pour ici : j'appelle une collègue, avec l'accord de la famille.`],
    ["line", 2, "9:50", `J'avoue que j'ai publié un message la semaine dernière avec un détail de trop. Quelqu'un me l'a signalé, avec délicatesse. Le message a été masqué pendant que je le réécrivais et, à la fin, il était meilleur. Je n'ai même pas eu le temps d'avoir honte.`],
    ["bernard", 2, "11:15", `C'est fait pour ça. N'importe qui peut utiliser « Signaler un renseignement personnel », y compris pour son propre message. Ce n'est pas une dénonciation, c'est un coup de balai devant la porte de tout le monde.`],
    ["gabriela", 2, "14:05", `Attention aussi à « *la* famille syrienne », « *la* maman ukrainienne ». Quand il y en a une seule au village, le pays est un prénom.`],
    ["beatriz", 3, "12:52", `Je n'y avais pas pensé pour le pays. Je relis mes derniers messages ce soir, il y en a un que je vais modifier.`],
    ["solange", 7, "8:40", `Je résume en quatre lignes, elles iront dans la charte :

1. La question d'abord, l'histoire seulement si elle est nécessaire.
2. « Comment faire quand… » plutôt que « j'ai une enfant qui… ».
3. Ni détail rare, ni lieu, ni métier, ni pays, si la réponse n'en dépend pas.
4. Dans le doute : attendre, demander, ou téléphoner.

Et si c'est la sécurité d'un enfant qui est en jeu, on n'écrit pas ici, on appelle.`],
  ]),
];
