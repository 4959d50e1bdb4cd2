import { conversation, type DemoConversation } from "../conversation";

/** Speech and language: waiting, pictograms, several languages, the dummy, stuttering. */
export const LANGUAGE: DemoConversation[] = [
  conversation({ key: "attente-orthophonie", title: "Pendant l'attente en orthophonie, qu'est-ce qu'on dit aux parents?", question: true, startedDaysAgo: 26 }, [
    ["nadege", 0, "12:52", `Bonjour à vous toutes et tous,

Je pose ma question entre deux siestes. Quand un parent accepte une référence en orthophonie, je le vois soulagé pendant une semaine. Ensuite vient l'attente, et là je ne sais plus quoi dire. « C'est long mais ça s'en vient » s'use vite.

Avez-vous une façon de parler de l'attente qui soit honnête sans être décourageante? Et surtout, qu'est-ce qu'on peut proposer *tout de suite*, qui ne demande pas d'être orthophoniste?`],
    ["huguette", 0, "13:20", `Je ne promets jamais de délai. Je l'ai fait une fois, j'ai eu l'air fine.`],
    ["marjolaine", 0, "16:41", `Merci Nadège, c'est exactement la question que je voudrais qu'on me pose plus souvent.

Ce que j'aimerais que les parents entendent :

1. **L'attente n'est pas un vide.** Ce qui se passe à la maison et dans le milieu de garde compte davantage qu'une heure par semaine avec moi.
2. **Ils n'ont pas à « faire de l'orthophonie ».** Dix minutes par jour à suivre l'intérêt de l'enfant, sans lui demander de répéter, c'est déjà beaucoup.
3. **On peut me rappeler.** Si la situation change (perte de mots, inquiétude pour l'audition, enfant qui se décourage de parler), on appelle sans attendre son tour : je revois la priorité.

Pour les délais, je préfère qu'on dise « on vous appellera pour confirmer que votre demande est bien reçue » plutôt qu'un nombre de mois. Je peux garantir l'appel, pas le nombre.`],
    ["chantal", 0, "17:05", `Question de gestionnaire : cet appel de confirmation, est-ce que le milieu de garde en est informé quand le parent est d'accord? Souvent c'est nous qui rassurons, et nous le faisons à l'aveugle.`],
    ["marjolaine", 1, "8:15", `> est-ce que le milieu de garde en est informé quand le parent est d'accord?

Pas automatiquement, non. Si l'autorisation de communiquer est signée et qu'elle nomme le milieu, je le fais volontiers. Le problème, c'est qu'elle est rarement dans le dossier au moment de la demande. On en a parlé dans le fil sur les formulaires.`],
    ["maude", 1, "12:40", `En pouponnière on nous dit souvent « il est jeune, attendons ». À partir de quand je devrais m'inquiéter, moi? J'ai toujours peur d'alarmer pour rien.`],
    ["marjolaine", 1, "16:58", `Bonne question Maude. Je ne veux pas qu'on fasse du dépistage avec trois lignes sur un écran, mais voici ce qui me ferait dire « appelez-moi, on en jase » sans attendre :

- vers 12 mois, ne pointe pas, ne réagit pas à son nom, babille très peu;
- vers 18 mois, ne comprend pas de petites consignes sans geste;
- vers 2 ans, ne combine pas deux mots, ou très peu de mots en tout;
- vers 3 ans, les proches ont de la difficulté à le comprendre;
- **à tout âge**, perd des mots ou des gestes qu'il avait.

Et l'audition, toujours. Un examen d'audition n'est jamais une perte de temps.`],
    ["maude", 1, "17:10", `Imprimé, mis à l'intérieur de la porte d'armoire. Merci.`],
    ["aminata", 2, "9:22", `J'ajoute le rendez-vous de vaccination de 18 mois : on y pose des questions sur le développement. Si le parent arrive avec l'observation d'une éducatrice (deux ou trois exemples, pas un diagnostic), ça change complètement la conversation. Dites-leur d'en parler, on prend le temps.`],
    ["genevieve", 2, "10:47", `Deux ou trois exemples concrets : je souligne. J'accompagne les équipes là-dessus et la différence est énorme entre « elle ne parle pas » et « à la collation, elle tire ma manche et regarde le pichet; elle n'a pas nommé ni pointé cette semaine ».`],
    ["nadege", 2, "12:55", `C'est noté. Mais je reviens à mon parent dans le corridor à 17 h, le manteau sur le dos. J'ai deux minutes. Vous lui dites quoi?`],
    ["josee-anne", 2, "14:30", `Deux minutes, une seule idée, une idée qui se fait dans l'auto :

> « Ce soir, essayez d'attendre cinq secondes avant de répondre à sa place. Demain vous me direz si c'était long. »

Les cinq secondes, ça fait rire tout le monde parce que c'est *très* long. Mais le lendemain on a quelque chose à se raconter, et le parent est redevenu celui qui agit.`],
    ["huguette", 2, "15:02", `Cinq secondes. Mon mari n'a jamais tenu ça en trente-quatre ans.`],
    ["kevin", 2, "15:31", `Je l'ai testé sur un collègue en réunion. Il a fini par avouer des choses.`],
    ["audrey", 2, "16:12", `À la maison de la famille, on a un groupe « Jaser en jouant » : six mardis matin, parents et enfants ensemble, sans diagnostic ni référence. On ne remplace personne, mais les parents en attente y rencontrent d'autres parents en attente. C'est souvent ce qu'ils nous disent au bilan : « je pensais être la seule ».

Il reste toujours des places les premiers jours. Vous pouvez donner l'adresse de la page : [Jaser en jouant](https://exemple.test/jaser-en-jouant).`],
    ["gabriela", 5, "9:14", `Est-ce que le groupe convient à une famille qui parle peu français? Je pense à des parents qui diraient oui tout de suite, mais qui ont honte de venir « sans les mots ».`],
    ["audrey", 5, "9:50", `Oui. On peut s'organiser pour que tu viennes la première fois avec la famille, et je préviens l'animatrice. On chante beaucoup, ça aide : personne ne connaît toutes les paroles, même pas nous.`],
    ["tomas", 6, "11:05", `Un mot sur ce que l'attente fait aux parents. J'entends souvent : « j'aurais dû m'en rendre compte avant ». Avant de donner un truc, je dis une phrase du genre : « vous l'avez remarqué, vous avez demandé de l'aide, c'est ça être à temps ». Je la dis même si la demande est tardive. La culpabilité ne fait parler aucun enfant.`],
    ["nadege", 6, "12:48", `Merci Tomás, je l'essaie demain.`],
    ["ginette", 7, "6:50", `Je vais être plate. On me parle de trucs, de groupes, de phrases. Moi j'ai six enfants de 9 mois à 4 ans, toute seule, et par ici les parents travaillent de nuit à l'usine. Le mardi matin, ça dort. Il faudrait arrêter de faire comme si tout le monde était libre de jour.`],
    ["audrey", 7, "9:32", `Ce n'est pas plate, Ginette, c'est vrai. On a essayé un groupe de soir l'an passé : trois familles inscrites, une présente. On s'y est peut-être mal pris. Qu'est-ce qui marcherait pour les parents *que tu vois*?`],
    ["ginette", 7, "18:20", `Que ça se passe chez nous. Quelqu'un qui vient une heure l'avant-midi pendant que les enfants sont là, qui me montre à moi, et qui laisse une feuille aux parents. Une feuille avec des images, pas un roman.`],
    ["stephanie", 8, "8:40", `Ça rejoint ce que j'entends en visite chez plusieurs responsables. Au bureau coordonnateur, j'ai des heures de soutien pédagogique à domicile. Marjolaine, si on préparait ensemble *une* feuille et *un* petit geste par mois, je pourrais les apporter dans les services de garde. Je ne serais pas l'orthophoniste; je serais la factrice.`],
    ["marjolaine", 8, "12:10", `La factrice! J'embarque. Je peux écrire une feuille par mois, je connais mes limites : douze lignes, quatre images. Par contre il faut que quelqu'un la relise pour que ce soit clair. Mes collègues disent que j'écris « comme un rapport qui sourit ».`],
    ["camille", 8, "13:35", `La relecture en langage simple, c'est mon métier. Envoyez-la-moi, je la fais lire à deux adultes de nos ateliers avant que ça sorte. Ils sont sans pitié, c'est parfait.`],
    ["lynda", 12, "10:18", `Je suis d'accord pour que Marjolaine y consacre deux heures par mois. Une seule condition : la feuille n'est pas un dépistage déguisé, et elle porte la mention de l'endroit où appeler si on s'inquiète. Bravo pour l'idée, elle est modeste et elle va marcher.`],
    ["marjolaine", 18, "15:44", `Première feuille prête, testée par le comité sans pitié de Camille (ils ont biffé « interaction », « stimuler » et « modéliser », trois mots que je n'utiliserai plus jamais).

**Feuille 1 : attendre cinq secondes.** Une image d'un sablier, une d'un visage penché vers l'enfant, une d'une bouche fermée, une de deux personnes qui rient. Au verso, la même chose sans mots.

Elle est ici : [feuille-1](https://exemple.test/feuille-1).`],
    ["stephanie", 21, "9:05", `Apportée à quatre responsables cette semaine. Bilan de la factrice : trois l'ont collée sur le frigo, une l'a essayée devant moi à l'heure de la compote, et un « encore » est arrivé tout seul du bout de la table. On s'est regardées, on n'a pas osé respirer.`],
    ["ginette", 24, "6:44", `Bon. La feuille est correcte. Les parents l'ont prise. Il paraît que des papas comptent les secondes sur leurs doigts, dans leur dos. J'attends la deuxième.`],
    ["emilie", 24, "12:31", `Chez nous, Théodora, trois ans et demi, se cache sous la table depuis que sa mère travaille de nuit à la meunerie. L'attente est longue pour elle aussi.`],
    ["nadege", 25, "12:50", `Je relis tout le fil et je réalise que j'ai eu ma réponse : on ne parle pas de l'attente, on parle de ce soir. Merci à vous. La deuxième feuille, est-ce qu'elle pourrait porter sur les livres qu'on regarde sans lire?`],
  ]),

  conversation({ key: "pictogrammes-commun", title: "Pictogrammes : si on prenait tous les mêmes?", startedDaysAgo: 140 }, [
    ["beatriz", 0, "10:35", `Petite observation de terrain. Une même enfant peut voir trois images différentes pour « toilette » dans sa semaine : une à la maison, une au CPE, une à la halte-garderie. Pour un enfant qui s'appuie beaucoup sur l'image, c'est comme changer de langue en changeant de porte.

Est-ce qu'on pourrait s'entendre sur une dizaine de pictogrammes communs? Pas une banque complète. Dix.`],
    ["josee-anne", 0, "11:20", `Oui, mille fois oui. Ma liste : manger, boire, toilette, dehors, dormir, jouer, ranger, attendre, fini, aide.`],
    ["emilie", 0, "15:50", `En maternelle 4 ans j'ajouterais « attendre mon tour », mais je sais que c'est ambitieux. Je garderais « attendre » tout court.`],
    ["fatoumata", 1, "9:02", `À la halte, les enfants viennent une ou deux demi-journées. Pour eux, l'image la plus importante est **« maman/papa revient »**. Si je devais en choisir une seule, ce serait celle-là.`],
    ["beatriz", 1, "13:15", `Fatoumata, tu as raison, ça fait onze. Tant pis pour le chiffre rond.`],
    ["karine", 4, "10:08", `Du point de vue de l'ergo : gros trait noir, fond blanc, une seule idée par image, au moins 6 cm de côté, et à hauteur des yeux *de l'enfant*. J'en vois beaucoup de très jolis au-dessus de la poignée de porte, où ils servent surtout aux adultes.`],
    ["huguette", 4, "13:11", `Ils sont au-dessus de la poignée de porte parce que plus bas, les enfants les mangent.`],
    ["karine", 4, "14:26", `Plastifiés, coins arrondis, velcro derrière. Ils en mangent quand même un peu, mais plus lentement.`],
    ["genevieve", 11, "8:55", `C'est fait : les onze images, en trois formats (mural, trousseau, frigo), sont déposées ici : [les-onze](https://exemple.test/les-onze). L'imprimante couleur du CPE est à votre disposition le vendredi après-midi; apportez vos feuilles à plastifier, on fournit la machine et le café.

À relire ensemble dans un an : si personne ne s'en sert, on arrête sans regret.`],
    ["huguette", 11, "13:17", `Le fichier ne s'ouvre pas sur mon ordinateur. Est-ce que quelqu'un peut m'en apporter une copie en papier?`],
    ["stephanie", 11, "14:05", `Je te l'apporte mercredi, avec du velcro.`],
  ]),

  conversation({ key: "silence-en-groupe", title: "Parle à la maison dans sa langue, silence complet dans le groupe", question: true, startedDaysAgo: 88 }, [
    ["yasmine", 0, "13:05", `Je cherche des repères, sans parler d'un enfant en particulier. Il m'arrive d'accueillir des tout-petits qui parlent beaucoup à la maison dans une autre langue et qui, dans le groupe, ne disent rien pendant des semaines. Ils jouent, ils comprennent les routines, ils sourient. Mais aucun mot.

Combien de temps je laisse aller? Et qu'est-ce que je dis aux parents qui me demandent s'ils devraient passer au français à la maison?`],
    ["marjolaine", 0, "16:20", `Je réponds d'abord à la deuxième, parce que le dommage est vite fait : **non, on ne demande pas aux parents de changer de langue.** Un parent qui parle sa langue offre des phrases riches, de l'humour, des chansons. Une langue solide à la maison aide le français à venir; elle ne lui prend pas la place.

Pour le silence : beaucoup d'enfants passent par une période d'observation. Ce que je regarde n'est pas le nombre de mots en français, mais la communication : est-ce qu'il pointe, imite, vient chercher, participe aux gestes des comptines, joue avec d'autres? Si oui, on l'accompagne sans pression. Si c'est pauvre aussi **dans sa langue** ou si la communication sans mots est limitée, on s'en parle.`],
    ["gabriela", 0, "18:02", `Je peux témoigner : dans bien des familles que j'accompagne, on leur a conseillé un jour « parlez français ». Ils ont essayé. Les repas sont devenus silencieux. Il a fallu leur redonner la permission.`],
    ["yasmine", 1, "12:50", `C'est ma propre histoire, d'ailleurs. Ma mère a obéi à ce conseil-là. Je comprends le dialecte de ma grand-mère, je ne le parle pas. Merci de l'écrire noir sur blanc.`],
    ["nadege", 1, "13:15", `J'apprends trois mots dans la langue de chaque famille : bonjour, bravo, maman revient. Mon accent fait rire les parents, et ça règle la moitié de la gêne.`],
    ["olena", 1, "19:48", `Je suis éducatrice en formation, et je suis aussi une personne qui apprend le français. Je peux dire comment c'est dedans. Au début je comprenais, mais la phrase n'était pas prête quand c'était mon tour. Alors je souriais. Ce n'était pas triste, c'était occupé.

Ce qui m'a aidée : les personnes qui continuaient de me parler normalement, et qui n'ont pas demandé devant tout le monde « dis-le en français ».`],
    ["marjolaine", 2, "8:05", `Olena, « ce n'était pas triste, c'était occupé » : je te demande la permission de citer cette phrase en formation.`],
    ["olena", 2, "17:31", `Oui, avec plaisir! Merci.`],
    ["zahra", 3, "10:12", `Chez les mamans que je suis, il y a la même chose à l'accouchement : elles comprennent tout et répondent oui à tout. Alors je demande autrement : « montrez-moi », « racontez-moi ce que vous allez faire ce soir ». Peut-être que ça vaut pour les parents dans votre vestiaire?`],
    ["marie-pier", 3, "14:40", `Très juste. J'en fais une petite consigne pour l'équipe : pas de question à laquelle on répond par oui pour vérifier une compréhension importante (médicaments, heure de départ, habits).`],
    ["yasmine", 10, "12:57", `Retour, de façon générale : j'ai arrêté d'attendre les mots et j'ai commencé à compter les *gestes* pour communiquer. J'en vois partout maintenant. Le français viendra; la conversation, elle, est commencée. Merci beaucoup.`],
  ]),

  conversation({ key: "abc-communication", title: "Emprunter la trousse « ABC de la communication »", startedDaysAgo: 250 }, [
    ["camille", 0, "9:30", `Bonjour! Pour les nouvelles personnes : nous avons **trois trousses « ABC de la communication »** qui circulent. Dans chacune : le carnet d'animation, les cartes *Attendre*, *se Baisser à sa hauteur*, *Commenter*, une marionnette, et six livres sans texte.

On l'emprunte pour trois semaines. Les trousses dorment à la bibliothèque de Port-aux-Aulnes. Qui l'a utilisée récemment et veut dire deux mots aux autres?`],
    ["melissa", 0, "11:45", `Moi, dans mes ateliers parents-enfants. J'ai laissé tomber le carnet au bout de dix minutes (il est un peu scolaire) et j'ai fait piger une carte par famille pour la semaine. Au retour, on raconte. Les pères ont adoré *Commenter* : ils commentent comme à la radio du hockey.`],
    ["eric", 0, "12:20", `Je confirme pour le hockey. « Et il prend le bloc rouge, mesdames et messieurs, il hésite, il le lance... » Les petits en redemandent, et personne n'a posé une seule question piège de type « c'est quelle couleur? ».`],
    ["stephanie", 1, "10:03", `Est-ce que la trousse peut voyager jusqu'à Pointe-à-l'Oseille? Les responsables en milieu familial ne peuvent pas faire l'aller-retour sur l'heure du dîner.`],
    ["noemie", 1, "10:40", `Oui! Le camion de la bibliothèque passe au point de dépôt de la Pointe tous les jeudis. Vous m'écrivez le lundi, elle est là le jeudi. Et pour le retour, vous la laissez dans la boîte verte.`],
    ["ginette", 1, "18:55", `La boîte verte est gelée la moitié de l'hiver, mais on est habitués. Je la prends après Stéphanie.`],
    ["line", 2, "8:30", `On peut la garder en dedans au Perron, Ginette. Tu cognes, on ouvre, il y a du café.`],
    ["camille", 9, "15:12", `Parfait. Je résume : réservation à Noémie le lundi, dépôt à la bibliothèque **ou** au Perron, trois semaines. Et si la marionnette revient sans son œil gauche, ce n'est pas grave, c'est la troisième fois.`],
    ["yasmine", 9, "17:40", `Est-ce qu'il y en a une de libre en ce moment?`],
    ["noemie", 10, "9:05", `Les trois sont sorties. La prochaine revient dans deux semaines, je te mets en tête de liste.`],
  ]),

  conversation({ key: "suce-et-parole", title: null, question: true, startedDaysAgo: 18 }, [
    ["rose-aimee", 0, "10:22", `La suce et le langage : que dit-on aujourd'hui aux parents?

J'entends tout et son contraire pendant mes visites de relevailles. Certaines familles l'enlèvent à 6 mois parce qu'une voisine l'a dit, d'autres la gardent jour et nuit jusqu'à la maternelle. Je voudrais donner un message qui soit le même que le vôtre.`],
    ["marjolaine", 0, "12:15", `Mon message en une ligne : **la suce pour s'endormir et se consoler, pas pour la journée.** Vers un an, on commence à la garder dans le lit. Ce n'est pas la suce qui cause un retard de langage, mais une bouche occupée s'exerce moins, et on parle moins à un enfant qui a l'air de ne pas vouloir répondre.`],
    ["mai-linh", 0, "13:40", `Du côté des dents : le plus important est d'arrêter avant que les dents permanentes s'en mêlent, et idéalement autour de 3 ans. Les effets sur les dents de lait se corrigent souvent tout seuls quand l'habitude cesse assez tôt. Alors pas de panique ni de honte, mais pas « on verra bien » non plus.

Et s'il vous plaît : jamais trempée dans le miel ou le sirop. Ça se fait encore.`],
    ["yasmine", 1, "12:58", `À la pouponnière on a fait des petites pochettes au nom de chaque enfant : la suce y « dort » pendant qu'on joue. Ils la couchent eux-mêmes. Il y en a qui lui souhaitent bonne nuit.`],
    ["huguette", 1, "13:09", `J'ai eu l'arbre à suces, la fée des suces, le Père Noël qui passe prendre les suces. Ce qui marche, c'est quand le parent est décidé. Quand il ne l'est pas, la fée repasse avec une suce neuve le soir même.`],
    ["rose-aimee", 1, "15:20", `Ha! Je vais donc travailler à décider les parents plutôt qu'à engager des fées. Merci pour le message commun, je l'ajoute à ma pochette de visite.`],
    ["ines", 2, "9:41", `Je l'ajoute aussi aux miennes. Une nuance pour les tout premiers mois : si l'allaitement est en train de s'installer, parlez-en avec la personne qui l'accompagne avant d'introduire la suce. Ensuite, le message de Marjolaine prend le relais.`],
    ["eve-lyne", 2, "11:10", `On l'ajoute à nos cours prénataux.`],
  ]),

  conversation({ key: "begaiement", title: "Il bute sur les mots : quoi faire, et surtout ne pas faire?", question: true, startedDaysAgo: 120 }, [
    ["kevin", 0, "12:35", `Dans un groupe de 4-5 ans, ça arrive qu'un enfant se mette à répéter des débuts de mots, du jour au lendemain. Les autres finissent par finir les phrases à sa place. Moi aussi, j'avoue.

Je dis quoi, à l'enfant et au groupe? J'ai le réflexe de dire « prends ton temps » et je vois bien que ça n'aide pas.`],
    ["marjolaine", 0, "16:10", `Ton instinct est bon, Kevin : « prends ton temps », « respire », « recommence » font porter le problème par l'enfant.

Ce qui aide :
- ralentir **ta** parole à toi, et laisser une petite pause avant de répondre;
- regarder ce qu'il dit, pas comment il le dit;
- protéger son tour : « on écoute jusqu'au bout, comme pour tout le monde »;
- moins de questions en rafale, plus de commentaires.

On m'appelle sans attendre si ça dure depuis quelques mois, s'il y a des tensions au visage, s'il évite de parler, ou si quelqu'un bégaie dans la famille. Beaucoup d'enfants traversent ça et ça passe, mais je préfère en voir dix pour rien.`],
    ["marie-pier", 0, "16:45", `J'aime que ce soit une règle de groupe et non une règle pour un enfant. Je vais le proposer aux autres locaux. Chez nous, ce sont surtout les adultes qui coupent, on a compté.`],
    ["patrice", 1, "9:20", `À l'école on a installé un bâton de parole en bois pour la causerie. Celui qui l'a finit toujours sa phrase, même si c'est long, même si c'est l'enseignante qui voudrait couper. Ça a surtout calmé les adultes.`],
    ["danae", 1, "12:42", `Le bâton de parole vient de quelque part, et on l'utilise souvent sans le savoir. Je ne dis pas de ne pas le faire! Je dis juste : si on parle d'un bâton de parole aux enfants, on peut leur dire aussi que chez plusieurs Premières Nations, tenir l'objet, c'est surtout *une responsabilité d'écouter* pour les autres. Ça colle d'ailleurs très bien à ce que Marjolaine explique.`],
    ["patrice", 1, "13:30", `Merci Danaé, je ne le présentais pas comme ça. Je vais le faire. Le sens est plus beau que ma règle.`],
    ["kevin", 6, "12:40", `Mise à jour : je parle plus lentement. Les enfants m'ont demandé si j'étais fatigué. Mais le groupe finit moins les phrases des autres, moi compris, et la causerie dure dix minutes de plus sans que personne grimpe sur la table.`],
    ["marjolaine", 6, "15:55", `C'est bon signe. Donne-moi des nouvelles dans deux mois, même si c'est réglé : j'oublie toujours de demander quand ça va bien.`],
  ]),
];
