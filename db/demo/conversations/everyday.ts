import { conversation, type DemoConversation } from "../conversation";

/** Everyday life with small children: sleep, screens, fathers, biting, tiredness, food, mornings. */
export const EVERYDAY: DemoConversation[] = [
  conversation({ key: "sieste-et-dodo", title: "« Ne le couchez pas l'après-midi, il ne dort plus le soir »", question: true, startedDaysAgo: 30 }, [
    ["nadege", 0, "12:58", `Demande que je reçois de plus en plus souvent, surtout pour les 3 ans. Je comprends le parent : 21 h 30, l'enfant chante encore. Je vois aussi l'enfant : 14 h, il tombe dans son assiette.

Entre le droit au repos de l'un et la soirée de l'autre, vous faites comment?`],
    ["ginette", 0, "18:30", `Je couche tout le monde. Qui dort dort, qui dort pas feuillette un livre. Je ne réveille personne avant 14 h 30 et je ne garde personne couché de force. Trente ans que ça tient.`],
    ["marie-pier", 1, "8:42", `Nous avons écrit ceci à l'intention des parents, ça a désamorcé bien des choses : « Nous offrons une période de détente à tous. Nous ne forçons pas un enfant à dormir et nous ne l'empêchons pas de dormir. » On passe de *la sieste* au *repos*, et on cesse de négocier des minutes.`],
    ["nadege", 1, "12:44", `C'est clair et c'est beau, mais le parent de 21 h 30 me répond : « parfait pour vous, et moi? ».`],
    ["veronique", 5, "10:12", `J'ai demandé à Dominique Lachance-Ouellet, psychologue, qui a travaillé longtemps sur le sommeil du jeune enfant, de passer nous lire. Son accès se limite à cette discussion.`],
    ["dominique", 6, "14:25", `Bonjour, et merci. Quelques repères, à prendre avec la souplesse que le sommeil exige.

Entre 3 et 5 ans, la plupart des enfants ont besoin de **10 à 13 heures par 24 heures, sieste comprise**. L'abandon de la sieste se fait en zigzag, sur des mois, avec des journées « avec » et des journées « sans ». Donc personne n'a tort : ni le parent, ni vous.

Plutôt que oui ou non, je regarde trois choses :

- **l'heure de fin** de la sieste plus que sa durée (une sieste qui finit tôt nuit peu);
- **l'heure du lever** : si elle varie de deux heures entre la semaine et les jours de congé, le problème est souvent là;
- **ce qui précède** le coucher : lumière vive, écrans, souper tardif, ou un parent qu'on n'a pas vu de la journée et qu'on n'est pas pressé de quitter.

Ce dernier point est le plus fréquent et le moins nommé.`],
    ["eric", 6, "15:10", `Chez les pères qui finissent tard, je le vois beaucoup. Ils arrivent à 19 h et l'enfant se réveille. J'ai de la misère à appeler ça un trouble du sommeil.`],
    ["nadege", 7, "12:50", `Je viens de comprendre quelque chose. Dominique, au parent je peux proposer quoi de concret, cette semaine?`],
    ["dominique", 8, "9:30", `Trois jours d'observation partagée, sans rien changer : vous notez l'heure où il s'endort et se réveille de son repos, le parent note l'heure réelle de l'endormissement le soir et celle du lever. Ensuite, on change **une seule** chose pendant une semaine, en commençant par un lever à heure fixe. Neuf fois sur dix la discussion sur la sieste s'éteint d'elle-même.

Et si l'enfant ronfle fort presque chaque nuit, fait des pauses en respirant, ou reste épuisé malgré de bonnes nuits : on en parle au médecin ou à l'infirmière.`],
    ["huguette", 20, "13:14", `J'ai proposé les trois jours à tout le monde en même temps, pour que personne se sente visé. On n'a même pas eu besoin de la deuxième étape. Rien qu'à regarder la feuille, ça se disait : « ah ben, c'est nous autres, la grasse matinée du samedi ». Moi la première.`],
    ["nadege", 29, "12:53", `De mon côté, c'est mitigé. Ça a aidé à se parler, mais tout le monde n'a pas rempli la feuille et je ne voulais pas courir après. J'ai quand même mis le tableau au propre, sans nom dessus, juste « maison » et « milieu » : [trois-jours](https://exemple.test/trois-jours). Si quelqu'un trouve comment le faire remplir sans insister, je suis preneuse.`],
  ]),

  conversation({ key: "ecrans", title: "Les écrans : comment en parler sans que le parent se sauve?", startedDaysAgo: 130 }, [
    ["alexis", 0, "10:42", `Il y a dans une salle d'attente, je ne dirai pas laquelle, une affiche en noir et blanc : un bébé hypnotisé par un téléphone, et un slogan du genre « son cerveau n'attendra pas ». Sous l'affiche, tous les jours, des parents qui attendent depuis une heure, tendent un téléphone au plus petit, lèvent les yeux, rougissent et le rangent. Et ça se met à pleurer.

Je me demande à qui on rend service.`],
    ["rose-aimee", 0, "11:20", `Merci. Je visite des familles où la tablette est la seule gardienne disponible entre 16 h et le souper.`],
    ["marjolaine", 0, "16:40", `Je comprends, et j'ai quand même une réserve. Dans mon bureau, je vois l'effet des longues heures d'écran sur les échanges. Pas l'écran lui-même : **ce qu'il remplace**. Je ne voudrais pas qu'à force de ne pas culpabiliser, on finisse par ne rien dire.`],
    ["tomas", 1, "9:18", `Peut-on dire quelque chose sans culpabiliser? Je crois que oui, si on commence par la fonction : « À quel moment de la journée l'écran vous aide le plus? » C'est une question sans piège. Et c'est la réponse qui indique par où commencer.`],
    ["kevin", 1, "12:42", `La même question à mon conjoint et moi : « de 18 h à 23 h ».`],
    ["aminata", 1, "14:10", `Les repères officiels pour que nous ayons tous le même message : avant 2 ans, on évite (sauf l'appel vidéo avec la famille), et de 2 à 5 ans, moins d'une heure par jour, avec un adulte autant que possible. Je les donne comme un *horizon*, jamais comme une note sur dix.`],
    ["gabriela", 1, "15:45", `Merci de mentionner l'appel vidéo. Pour bien des familles immigrantes, l'écran, c'est la grand-mère. Plus d'une fois, j'ai entendu un appel se fermer quand je cognais, de peur d'être mal jugé. À l'autre bout du monde, quelqu'un était au milieu d'une berceuse.`],
    ["yasmine", 2, "12:48", `Oh. Celle-là me serre le cœur.`],
    ["pascal", 2, "14:30", `À la bibliothèque, on a retiré les deux tablettes du coin des petits. Le premier mois, plaintes. Le deuxième, silence. Le troisième, des parents assis par terre. Je ne dis pas que c'était facile : il a fallu ajouter un fauteuil, une machine à café et de la tolérance pour les miettes.`],
    ["ginette", 2, "18:35", `Chacun donne des leçons aux autres, mais regardez donc nos vestiaires à 17 h. Combien de parents arrivent au téléphone, et combien d'éducatrices ont le leur dans la poche? Commençons par nous.`],
    ["chantal", 3, "8:50", `C'est raide, Ginette, et ce n'est pas faux. Chez nous, on a installé un petit panneau dans le vestiaire : « Ici, on se dit bonjour d'abord. » Il vaut aussi pour la directrice.`],
    ["marjolaine", 3, "12:20", `Alors voici ce sur quoi, il me semble, on s'entend :

- on demande **à quoi sert** l'écran avant de parler de durée;
- on propose *un* moment protégé (le repas, l'auto, le bain), au choix du parent;
- on ne met plus d'affiche qui fait peur;
- et on se dit bonjour d'abord.

Alexis, ça te va?`],
    ["alexis", 3, "13:05", `Ça me va très bien. Je vais voir si la salle d'attente accepterait d'échanger l'affiche contre un panier de livres. Je fournis le panier.`],
  ]),

  conversation({ key: "rejoindre-les-peres", title: "Rejoindre les pères : ce qui a marché, ce qui a fait patate", startedDaysAgo: 205 }, [
    ["eric", 0, "9:30", `Je commence par mes échecs, ça mettra tout le monde à l'aise.

1. **Le déjeuner des papas.** Samedi 8 h. Deux papas, dont moi.
2. **Le dépliant avec une canne à pêche.** Ne me posez pas de questions.
3. **Écrire « parents » partout** en espérant que les hommes se sentent visés. Ils ne se sentent pas visés.

Ce qui a marché : téléphoner. Au père, à son numéro, en le nommant. « On vous attend tous les deux » n'a jamais fait venir quelqu'un. « C'est à vous que je parle », oui.`],
    ["ines", 0, "13:35", `Je plaide coupable. En visite postnatale, je m'adresse à la mère, et le père va faire le café. Depuis quelque temps, je lui demande de s'asseoir et je lui pose la première question à lui : « et vous, comment ça va, vos nuits? ». Le café attend.`],
    ["marie-claude", 0, "14:50", `Même chose en allaitement. Quand le père sait *pourquoi* ça fait mal et quoi surveiller, la mère continue plus longtemps. Je ne l'appelle plus « le conjoint soutien », je l'appelle par son nom.`],
    ["danae", 1, "12:40", `Au CPE, la feuille d'urgence demande « nom de la mère » en premier, puis « nom du père ». On a changé pour « parent 1, parent 2 : **qui préférez-vous qu'on appelle d'abord?** ». La réponse nous a surprises plus d'une fois. Et ça inclut toutes les familles.`],
    ["huguette", 1, "13:12", `Chez nous c'est les pères qui viennent porter le matin, à cause des quarts à l'usine. Ils parlent plus à 6 h 15 qu'à n'importe quel atelier. On a juste à être là et à faire semblant de chercher une mitaine.`],
    ["eric", 1, "14:20", `« Faire semblant de chercher une mitaine » : je le propose comme définition officielle de l'intervention informelle.`],
    ["frederic", 2, "8:40", `Une chose à garder en tête : des pères ont peur de nous, du centre de santé en particulier. Pour certains, un rendez-vous égale un jugement. Commencer par une activité (réparer les tricycles, monter la cabane) me donne dix fois plus qu'un bureau.`],
    ["line", 2, "10:32", `On a justement onze tricycles à réparer au Perron bleu. Frédéric, Éric, choisissez votre samedi. Pas à 8 h.`],
    ["eric", 17, "9:05", `Bilan des tricycles : neuf hommes, sept tricycles qui roulent, deux qui roulent croche, un hot-dog d'une qualité discutable, et une conversation de trois quarts d'heure sur les crises du coucher *que personne n'avait mise à l'horaire*. On recommence avec les traîneaux.`],
  ]),

  conversation({ key: "morsures", title: "Période de morsures : quoi dire aux deux familles?", question: true, startedDaysAgo: 9 }, [
    ["maude", 0, "12:47", `Ça arrive dans toutes les pouponnières et ça me vire à l'envers chaque fois. Le protocole des soins, je l'ai. C'est la conversation de 17 h qui me manque. Le parent de l'enfant mordu veut savoir qui. L'autre a envie de disparaître. Et ici, tout le monde se connaît.

Vos phrases, s'il vous plaît?`],
    ["beatriz", 0, "13:22", `Pour le « qui », une seule réponse, toujours la même, toute l'équipe : « **Je ne nomme jamais un autre enfant, comme je ne nommerai jamais le vôtre.** » On la dit doucement, et on enchaîne tout de suite avec ce qu'on a fait pour le sien.`],
    ["genevieve", 0, "14:05", `Je l'ai fait mettre dans le guide d'accueil, *avant* que ça arrive. Une page : « À cet âge, mordre est fréquent. Voici ce que nous ferons, pour l'un et pour l'autre. » Quand les parents l'ont lue en septembre, ils ne la découvrent pas dans la colère.`],
    ["josee-anne", 1, "9:40", `Et pour comprendre la morsure : on note l'heure, l'endroit, ce qui se passait juste avant. Sur une semaine, un motif sort presque toujours. Avant le dîner (faim), au vestiaire (entassés), dans le coin des camions (un seul gros camion rouge pour huit). Dans ce dernier cas, l'intervention s'appelle **un deuxième camion rouge**.`],
    ["maude", 1, "12:55", `J'ai ri, puis j'ai regardé mon coin camions. Oui.`],
    ["mai-linh", 2, "10:18", `De mon côté de la mâchoire : ça peut coïncider avec les molaires. Une débarbouillette humide froide à mordre, *offerte à l'avance*, aide certains tout-petits. Ce n'est pas une explication pour tout, mais ce n'est pas rien.`],
    ["tomas", 2, "11:34", `Pour l'autre parent, celui qui veut disparaître : ne commencez pas par la morsure. « J'ai passé une belle matinée avec elle. J'ai aussi quelque chose de difficile à vous raconter, et je vais vous dire ce qu'on a fait. » Et demandez : « comment c'est pour vous d'entendre ça? ». J'ai vu des larmes que personne n'attendait.`],
    ["ginette", 3, "6:42", `Moi je dis aux deux la même affaire : « c'est pas de la méchanceté, c'est des dents qui arrivent avant les mots ».`],
    ["marjolaine", 3, "8:12", `Ginette vient de résumer un chapitre de manuel. Je l'emprunte avec mention de la source.`],
    ["maude", 9, "8:10", `Semaine d'observation terminée : presque tout se passait entre 11 h et 11 h 20, les jours où le dîner retarde. On a avancé une petite collation de crudités bien molles et ajouté un camion. Deux jours sans rien. Je ne crie pas victoire, mais la conversation de 17 h a porté sur autre chose : le dîner, et le fait qu'on l'avait *vu*.`],
  ]),

  conversation({ key: "parents-epuises", title: null, startedDaysAgo: 57 }, [
    ["frederic", 0, "9:22", `« Je ne suis pas fait pour être parent » : quoi répondre à cette phrase-là?

Je l'entends deux ou trois fois par mois, de mères et de pères. Je sais quoi faire quand la détresse est grande. C'est l'entre-deux qui m'intéresse : la personne fonctionne, l'enfant va bien, et pourtant la phrase sort. Je serais curieux de savoir ce que *vous* répondez, dans des lieux où l'on ne vient pas pour consulter.`],
    ["solange", 0, "10:50", `Souvent, rien. Je m'assois. La phrase est trop grosse pour qu'on y réponde debout.`],
    ["fatoumata", 0, "13:15", `Je dis : « raconte-moi ton matin ». Parce que derrière la grande phrase, il y a un petit matin raté. On parle du matin. À la fin, la grande phrase a rapetissé.`],
    ["eric", 0, "14:30", `Aux pères, je dis que je l'ai pensée aussi. Pas pour parler de moi : pour qu'elle cesse d'être une preuve.`],
    ["zahra", 1, "10:05", `Après une naissance, beaucoup de femmes disent à peu près ça. Autour d'elles on répond : « mais non, tu es une bonne mère ». Ça les fait taire. Moi je demande : « depuis quand tu n'as pas mangé un repas chaud? ». On rit, et ensuite on pleure, et ensuite on mange. Presque toujours dans cet ordre.`],
    ["ines", 1, "13:28", `Je garde toujours une petite alarme allumée, surtout la première année. Si la phrase revient chaque jour, si le sommeil ne vient pas *même quand le bébé dort*, s'il y a des idées de disparaître ou de faire du mal, ce n'est plus l'entre-deux. On pose la question directement, on ne laisse pas la personne seule avec ça, et on appelle (811 option 2 à toute heure, 911 si c'est maintenant).`],
    ["frederic", 1, "15:40", `Merci Inès, c'était important que ce soit écrit ici aussi.`],
    ["annik", 2, "9:12", `On m'a répondu un jour, dans une autre région : « je sais que tu ne peux rien faire, je voulais juste le dire à quelqu'un qui ne va pas le répéter à ma belle-mère ». Je pense qu'on sous-estime la valeur d'une personne hors de la famille, dans un village.`],
    ["frederic", 2, "16:02", `Merci à vous. Je remarque que personne n'a contredit le parent, je vais y penser longtemps. Si quelqu'un veut en faire un Moment d'échange un jour, je peux aider à le préparer, mais pas l'animer : c'est un sujet sur lequel je parle trop.`],
  ]),

  conversation({ key: "assiette-de-pates", title: "Il ne mange que des pâtes blanches (et le parent aussi a l'air épuisé)", question: true, startedDaysAgo: 180 }, [
    ["jean-philippe", 0, "10:15", `Question de cuisinier. J'ai l'impression que, chaque année, plus d'enfants ne mangent que du blanc : pâtes, pain, riz, fromage. Je cuisine pour 78 et je ne veux pas d'un menu spécial par enfant, mais je n'aime pas non plus voir une assiette repartir pleine. C'est quoi la bonne posture?`],
    ["sarah-eve", 0, "13:10", `Le refus du nouveau est très courant entre 2 et 6 ans, c'est presque une étape. Le partage des rôles reste mon meilleur outil :

- **l'adulte** décide quoi, quand, où;
- **l'enfant** décide s'il mange, et combien.

Concrètement : toujours *un* aliment sûr sur la table (le pain compte), le nouveau à côté sans commentaire, et aucune bouchée négociée. Il faut parfois dix ou quinze rencontres avec un aliment avant qu'on y goûte. Le voir, le sentir, le servir à un ami, ça compte comme des rencontres.`],
    ["nadege", 0, "13:31", `« Deux bouchées et tu as ton dessert. » J'avoue, je l'ai dit hier. Je vais tenir ma langue.`],
    ["sarah-eve", 0, "15:22", `Tu n'es pas seule. Le piège du dessert, c'est qu'il transforme le brocoli en péage. Ici, plusieurs milieux servent le dessert en même temps que le reste, une portion, sans condition. Deux semaines de chaos, ensuite plus personne n'en parle.`],
    ["huguette", 1, "13:25", `Servir le dessert en même temps. J'ai relu trois fois pour être sûre.`],
    ["jean-philippe", 1, "14:02", `J'ai essayé ce midi, sans prévenir mes éducatrices. Je vis actuellement caché dans la chambre froide.`],
    ["karine", 2, "9:50", `Nuance d'ergothérapeute : pour quelques enfants, c'est plus que de la néophobie. Si la liste d'aliments acceptés est très courte **et qu'elle rétrécit**, s'il y a des haut-le-cœur à la vue ou à l'odeur, une perte de poids, des repas qui sont une bataille tous les jours, on consulte. Et d'ici là, on lâche la pression, complètement.`],
    ["leila", 2, "11:15", `Et parlons d'argent. Proposer quinze fois un aliment qui va finir à la poubelle, c'est un luxe. Les familles dont le frigo est vide le jeudi achètent ce qui sera mangé. Alors quand le CPE offre les quinze essais, c'est un vrai cadeau.`],
    ["jean-philippe", 2, "13:40", `Je n'avais jamais vu ça de même. Ça va m'aider à endurer les restes de betteraves.`],
    ["nadege", 14, "12:59", `Deux semaines de dessert servi en même temps. Le premier jour, douze ont mangé la compote en premier. Aujourd'hui, trois. Et une petite voix a dit très sérieusement, un chou-fleur trempé dedans : « c'est ma recette ».`],
  ]),

  conversation({ key: "matins-difficiles", title: "Les séparations du matin : rester longtemps ou partir vite?", startedDaysAgo: 15 }, [
    ["fatoumata", 0, "9:48", `À la halte, chaque demi-journée est une première journée pour quelqu'un. J'ai des parents qui restent quarante minutes et repartent en pleurs, et d'autres qui filent par la porte de côté pendant que j'occupe le petit. Les deux me mettent mal à l'aise. Quelles sont vos règles?`],
    ["yasmine", 0, "13:00", `Une seule règle absolue chez nous : **on ne se sauve pas.** Partir en cachette règle le matin et gâche les dix suivants, parce que l'enfant surveille la porte toute la journée.`],
    ["maude", 0, "13:08", `Petit rituel toujours pareil : un bisou, un au revoir à la fenêtre, une phrase (« je reviens après la collation »). Ça dure une minute et demie. Le parent a quelque chose à faire de ses mains, c'est pour lui qu'on l'a inventé.`],
    ["olena", 1, "18:25", `Pour une famille qui arrive d'un autre pays, la séparation peut dire autre chose. Parfois la dernière fois qu'on s'est dit « à tantôt », ce n'était pas vrai. Je ne demande jamais l'histoire. Mais je donne au parent une photo de l'enfant qui joue, à 10 h, avec le téléphone du CPE. Il respire, et le lendemain il part mieux.`],
    ["fatoumata", 2, "9:10", `La photo, quelle bonne idée. Seulement au parent, sur son téléphone à lui, et on l'efface ensuite du nôtre, j'imagine?`],
    ["chantal", 2, "10:05", `Oui, c'est notre procédure : consentement signé à l'inscription, un seul enfant dans l'image, envoyée au parent, effacée le jour même. Je peux vous montrer notre page d'une demi-feuille.`],
    ["tomas", 6, "11:30", `Pour le parent qui reste quarante minutes : je lui demande de choisir *avant* d'entrer. « Aujourd'hui, vous restez pour une histoire ou pour deux? » La fin est décidée d'avance, par lui. L'enfant le sent tout de suite.`],
    ["fatoumata", 13, "14:35", `Essayé. Le rituel de la fenêtre : oui, tout de suite. « Une histoire ou deux » : une fois sur deux, parce que pour certains parents décider d'avance est encore plus dur. La photo de 10 h : pas encore, j'attends la page de Chantal. Et j'ai condamné la porte de côté avec une bibliothèque.`],
  ]),
];
