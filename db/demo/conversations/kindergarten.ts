import { conversation, type DemoConversation } from "../conversation";

/** Going to school: the long thread of the demo, and three short ones. */
export const KINDERGARTEN: DemoConversation[] = [
  conversation({ key: "passage-maternelle", title: "Passage à la maternelle : bâtir ensemble une seule feuille", startedDaysAgo: 96 }, [
    ["julie", 0, "16:22", `Bonjour à tout le monde,

Je suis enseignante en maternelle 5 ans et je vais être franche : chaque année, je reçois de vous des documents formidables que je n'arrive pas à lire. Certains font trente pages, d'autres tiennent sur un papillon adhésif, et pour plusieurs enfants je n'ai rien du tout. La première semaine, j'ai dix-huit prénoms à apprendre et aucun moment assise.

Ma question : si on se donnait **une seule feuille**, la même partout sur le territoire, qu'est-ce qu'il faudrait y mettre? Et qu'est-ce qu'il ne faudrait *surtout pas* y mettre?`],
    ["danae", 0, "17:48", `Merci de l'écrire, Julie. De notre côté on se demande chaque année si quelqu'un lit. On y passe des soirées.`],
    ["kevin", 1, "12:31", `Je l'ai toujours soupçonné pour les trente pages. J'avais caché une recette de biscuits dans un dossier une année. Personne ne m'en a parlé.`],
    ["julie", 1, "16:05", `J'espère au moins qu'elle était bonne, je vais fouiller.`],
    ["genevieve", 1, "16:30", `Rappel utile : nous avons déjà le dossier éducatif de l'enfant, avec des portraits périodiques remis aux parents. C'est **aux parents** qu'ils appartiennent. La feuille dont parle Julie ne devrait ni les remplacer ni les résumer en cachette. Elle serait autre chose : un pont, que les parents portent eux-mêmes.`],
    ["frederic", 2, "8:50", `J'appuie fort Geneviève. Si la feuille passe par les parents, la question du consentement se règle presque toute seule : ce sont eux qui la donnent, ou pas. Si elle passe dans leur dos, même avec les meilleures intentions, on a un problème, légal et humain.`],
    ["emilie", 2, "15:40", `D'accord. Mais il faut quand même que l'école soit avertie pour les enfants qui ont besoin d'un aménagement dès le premier jour (allergie sévère, appareil, soutien pour la toilette). Ça, je ne veux pas le découvrir le mardi matin.`],
    ["martin", 3, "9:12", `Pour les besoins de ce type, il y a déjà un chemin : une rencontre avec les parents au printemps, et un plan écrit. Je suggère qu'on sépare clairement les deux :

1. **La feuille**, pour tous les enfants, portée par les parents.
2. **La rencontre de transition**, pour quelques-uns, avec autorisation signée et les bonnes personnes autour de la table.

Mélanger les deux, c'est risquer que la feuille devienne un dossier.`],
    ["beatriz", 3, "12:44", `Oui! Et merci de dire « quelques-uns » sans dire lesquels. J'ai vu des listes circuler dans une autre région avec des prénoms et des couleurs. Rouge, jaune, vert. Je n'ai pas dormi.`],
    ["nadege", 3, "13:02", `Je me fais l'avocate du diable. Si on ne transmet rien sur les difficultés, on recommence à zéro chaque année et c'est l'enfant qui paie. Tout ce que mon équipe a trouvé pour qu'un enfant réussisse à faire une transition entre deux activités, je devrais le garder pour moi?`],
    ["danae", 3, "13:20", `Moi j'ai peur de l'inverse. Une étiquette écrite en mai, l'enfant la porte encore en octobre, alors qu'il a grandi de 4 cm et changé trois fois d'ami. J'ai vu un « opposant » devenir le plus doux du monde parce que sa maîtresse ne le savait pas.`],
    ["nadege", 3, "13:31", `Danaé et moi travaillons à dix mètres l'une de l'autre, et nous réglons ça ici. C'est beau, le numérique.`],
    ["marie-pier", 4, "8:20", `Je pense que vous avez raison toutes les deux et que tout est dans la *forme* de la phrase. Comparez :

> « A de la difficulté avec les transitions. »

> « Quand on le prévient une minute avant et qu'il a quelque chose à transporter, les transitions se passent bien. »

Même observation. La première est un verdict, la deuxième est un mode d'emploi. Je propose qu'on n'écrive **que des modes d'emploi**.`],
    ["julie", 4, "16:12", `Ça, oui, je le lirais. La deuxième phrase peut me servir à 8 h 05 le premier matin. La première me ferait seulement ouvrir l'œil, et pas du bon côté.`],
    ["nadege", 4, "17:02", `Vendue.`],
    ["danae", 4, "17:04", `Vendue aussi. On s'est croisées dans le corridor pour confirmer.`],
    ["huguette", 5, "20:15", `Vous parlez de CPE et d'école depuis le début. Je rappelle que chez nous, en milieu familial, on est souvent la seule personne qui a vu l'enfant pendant quatre ans. On ne m'a jamais rien demandé. Une feuille, je la remplirais avec plaisir, mais une feuille simple, pas un formulaire à onze sections.`],
    ["julie", 6, "16:40", `Huguette, vous avez raison et j'en suis gênée. Je ne savais même pas à qui m'adresser pour les enfants qui arrivent des milieux familiaux. La feuille est pour vous aussi.`],
    ["stephanie", 6, "17:10", `Je peux la distribuer dans les 41 services de garde reconnus du territoire. Une seule exigence : qu'elle se remplisse en dix minutes au crayon.`],
    ["annik", 7, "9:30", `Et n'oublions pas les enfants qui ne fréquentent **aucun** service de garde. À Passe-Partout j'en vois plusieurs. Pour eux, la feuille devrait pouvoir être remplie par le parent seul, ou avec l'un d'entre nous à la maison de la famille ou à la bibliothèque.`],
    ["audrey", 7, "10:15", `On a les tables, le café et les crayons. Inscrivez La Bordée.`],
    ["veronique", 9, "11:42", `Je résume où nous en sommes, pour que personne n'ait à tout relire :

- **Une feuille**, recto, pour tous les enfants, quel que soit leur milieu.
- Elle appartient aux parents; c'est eux qui la remettent (ou pas).
- Elle ne contient **que des modes d'emploi**, aucun diagnostic, aucune cote, aucune case à cocher sur le développement.
- Les besoins particuliers suivent l'autre chemin, celui de la rencontre de transition.
- Dix minutes, au crayon.

Il reste à décider : les questions, le nom, et qui imprime. Est-ce que j'ai trahi quelqu'un?`],
    ["martin", 9, "13:25", `Fidèle. Pour l'impression, le centre de services scolaire s'en charge.`],
    ["patrice", 10, "10:05", `Une mise en garde amicale : si on ne met que du positif et du joli, ce sera charmant et inutile. Il faut au moins une question qui permette de dire où l'adulte doit être attentif. Je propose : « **Ce qui est plus dur pour moi en ce moment, et ce qui m'aide.** » Les deux moitiés sont obligatoires.`],
    ["marie-pier", 10, "12:50", `J'appuie Patrice, et j'insiste : personne ne remplit une moitié sans l'autre, sinon on retombe dans les cases.`],
    ["camille", 11, "9:15", `Côté langage simple, je commence un brouillon au « je », comme si l'enfant parlait :

1. Voici comment on prononce mon prénom.
2. À la maison, on parle…
3. Ce que j'aime faire, ce qui me fait rire.
4. Quand je suis fatigué ou fâché, ça se voit comme ça…
5. Ce qui me console.
6. Ce qui est plus dur pour moi en ce moment, **et** ce qui m'aide.
7. Ce que ma famille aimerait vous demander.

Sept questions. Je trouve la dernière importante : c'est la seule où la famille *reçoit*.`],
    ["julie", 11, "16:20", `La 1 me touche. Il m'est arrivé de mal dire un prénom jusqu'à l'Halloween parce que personne n'osait me reprendre.`],
    ["yasmine", 11, "18:40", `Ça m'est arrivé toute ma scolarité. On s'habitue, mais on ne devrait pas. Numéro 1, restez numéro 1.`],
    ["karine", 13, "9:44", `Pourrait-on ajouter un dessin ou un gribouillis de l'enfant? Pas pour évaluer la motricité fine (je vous vois venir, moi la première). Pour que la feuille soit un peu à lui, et qu'il la reconnaisse sur le bureau le premier jour.`],
    ["camille", 13, "10:20", `Oui : un grand cadre vide à droite, sans consigne.`],
    ["emilie", 14, "15:55", `Je l'afficherais près des casiers. Enfin, le cadre seulement, pas le reste. Il faudrait donc que ça se plie.`],
    ["karine", 14, "16:03", `Pli au tiers. Le dessin devant, les réponses à l'intérieur. On ferme avec une étoile.`],
    ["solange", 16, "11:30", `Je mets mon chapeau de responsable des renseignements personnels, désolée pour la météo. Trois précisions pour le verso, en petits caractères mais en mots clairs :

- la feuille reste dans la classe, elle n'est ni numérisée ni versée au dossier;
- la famille peut la reprendre n'importe quand;
- elle est remise à la famille ou détruite en juin.

Si on tient ces trois promesses, je suis tranquille. Si on ne peut pas les tenir, il ne faut pas les écrire.`],
    ["martin", 17, "8:35", `Je peux m'engager sur les trois. J'ai vérifié auprès de notre secrétariat général avant de répondre, parce que « ni numérisée » est plus difficile à tenir qu'il n'y paraît. C'est bon.`],
    ["solange", 17, "9:02", `Merci Martin. C'est rare qu'on vérifie *avant*.`],
    ["leila", 20, "14:10", `Pour les familles qui ne lisent pas le français, je peux coordonner la traduction en arabe, en espagnol, en ukrainien et en dari avec nos bénévoles de Lettres en poche. Le français reste au-dessus de chaque ligne, pour que l'éducatrice et le parent pointent au même endroit.`],
    ["gabriela", 20, "15:26", `Je relirai l'espagnol, et j'ai quelqu'un pour le roumain si besoin. Attention à la question 4 : « fâché » se traduit mal et, dans certaines familles, ça ne se dit pas d'un enfant. « Quand c'est trop pour moi » passerait mieux partout.`],
    ["camille", 20, "16:00", `« Quand c'est trop pour moi, ça se voit comme ça… » C'est meilleur en français aussi. Adopté.`],
    ["veronique", 33, "10:05", `Nous avons de la visite : Samuel Adjavon, chercheur en éducation préscolaire, a accepté de lire notre brouillon et de nous dire ce qu'il en pense. Il a accès à cette discussion-ci seulement, jusqu'à la fin du projet. Faites-lui une place, il vient de loin (deux heures de route et un traversier).`],
    ["samuel", 33, "14:38", `Merci de l'accueil. J'ai lu la discussion en entier avant la feuille, et je crois que la discussion est aussi importante que la feuille.

Trois remarques :

1. Ce que les études montrent assez régulièrement, c'est que **le lien entre les adultes** compte davantage que la quantité de renseignements transmis. Une feuille courte et un appel de cinq minutes valent mieux qu'un dossier.
2. La transition dure plus longtemps qu'on pense. Prévoyez quelque chose *après* la première semaine, quand l'excitation tombe.
3. Demandez leur avis aux enfants. Ils répondent rarement à nos questions, mais à d'autres, plus utiles.`],
    ["julie", 33, "16:45", `Pour l'après, je peux vous dire quand : la troisième semaine. Les larmes arrivent quand on ne les attend plus, et à ce moment-là plus personne ne téléphone à personne. On pourrait se garder un appel pour cette semaine-là?`],
    ["danae", 34, "12:38", `J'ai suivi le conseil numéro 3 et demandé aux enfants de mon groupe ce qu'ils voulaient savoir de l'école. En vrac :

- Est-ce que la maîtresse dort là?
- C'est qui qui ouvre mon yogourt?
- Est-ce qu'on peut aller aux toilettes même si on n'a pas envie mais qu'on va avoir envie?
- Est-ce que ma mère sait par où on sort?

Je trouve que la dernière vaut un colloque.`],
    ["samuel", 34, "15:10", `Elle vaut deux colloques. Merci, et remerciez-les.`],
    ["julie", 34, "16:31", `J'ai répondu à tout sur une affiche avec des photos de l'école vide. La toilette, la sortie, la personne qui ouvre les yogourts (c'est moi, quatorze par jour, j'ai développé une technique du pouce). Et non, je ne dors pas là, mais ma directrice le pense.`],
    ["kevin", 35, "12:40", `Mes finissants m'ont demandé si à l'école il y a un monsieur. J'ai répondu que ça dépend. Est-ce que ça vaut la peine de mettre le nom de l'enseignante ou de l'enseignant quelque part, quand on le connaît?`],
    ["martin", 35, "13:15", `On ne le connaît pas toujours avant la fin août, malheureusement. Mais on peut mettre le nom de l'école et la photo de la porte. La porte, elle, ne change pas d'affectation.`],
    ["tomas", 41, "11:18", `Un détail de psychoéducateur : « ce qui me console » (question 5) est peut-être la plus utile de toutes, et la plus difficile pour certains parents. Si un parent écrit « rien », ce n'est pas un refus. C'est souvent qu'il est fatigué. La personne qui accompagne peut demander : « la dernière fois que ça s'est calmé, qu'est-ce qui se passait? »`],
    ["annik", 41, "14:02", `Je l'ai essayé tel quel à Passe-Partout ce matin. La réponse après un long silence : « je le prends pis je dis rien ». On l'a écrite mot pour mot.`],
    ["genevieve", 54, "9:20", `**Essai terminé** : les deux CPE, cinq milieux familiaux et un groupe de Passe-Partout. 47 feuilles remplies.

Ce qui a marché : le cadre vide (tout le monde), la question 7, le crayon.
Ce qui a moins marché : le verso, que personne n'a lu; la question 3, où l'on écrit partout « jouer dehors »; et le pli au tiers, plié au quart par tout le monde.`],
    ["ginette", 54, "18:34", `Je l'ai faite avec mes trois plus grands. Deux mamans l'ont gardée pour l'encadrer. Ça part mal pour l'école, mais c'est bon signe.`],
    ["solange", 55, "8:48", `Si personne ne lit le verso, c'est que mes promesses sont au mauvais endroit. Pouvez-vous en mettre **une** au recto, en bas : « Cette feuille est à vous. Vous pouvez la reprendre quand vous voulez »? Le reste peut rester derrière.`],
    ["camille", 55, "9:36", `Fait. Et j'ai changé la 3 pour « Ce qui me fait rire » tout court. Les réponses deviennent tout de suite moins sages.`],
    ["emilie", 68, "16:15", `Ici au bout du pont : j'ai reçu onze feuilles à la soirée d'accueil. Je les ai **lues**. Toutes. En quatorze minutes, debout, avec un verre de jus. J'ai appris comment prononcer deux prénoms que je disais de travers dans ma tête, et j'ai su d'avance qui aurait besoin de transporter quelque chose pendant les déplacements. Personne n'a l'air d'un dossier.`],
    ["nadege", 68, "17:20", `Bon, j'ai les yeux pleins d'eau sur l'heure du vestiaire, c'est malin. Est-ce que ça s'est passé aussi bien dans les autres écoles? De notre côté, on n'a pas eu d'écho.`],
    ["julie", 75, "16:33", `Et moi j'ai pris le téléphone, avec l'accord des parents : quelques appels de cinq minutes, dont un à un milieu familial. Je ne raconte rien, évidemment. Je dis seulement que chaque appel m'a sauvé une semaine.`],
    ["huguette", 75, "20:02", `Trente et un ans que j'attends que l'école prenne le téléphone. Continuez, la ligne est bonne.`],
    ["veronique", 89, "10:30", `Nous approchons de la version à imprimer. Deux décisions à prendre d'ici quelques jours :

1. **Le nom.** Sont proposés : « Ma feuille », « Me voici », « Mode d'emploi de moi ».
2. **Qui la remet** aux familles des enfants de 4 ans qui n'ont pas de service de garde : la bibliothèque, les maisons de la famille, ou la clinique de vaccination?

Dites votre préférence ici, en une ligne. Sans réponse, le comité tranchera le moins mal possible.`],
    ["aminata", 90, "8:25", `« Me voici ». Et je peux en garder une pile au point de vaccination : je les vois presque tous entre 4 et 6 ans.`],
    ["alexis", 95, "9:48", `« Me voici » aussi. À la Pointe, je fais du porte-à-porte pour autre chose; je peux en glisser dans mon sac. On a testé auprès de deux familles qui ne mettent pas les pieds dans nos organismes : l'une d'elles m'a demandé s'il y en avait une pour les parents.`],
    ["julie", 96, "8:02", `« Me voici » pour moi aussi. La version 4 est ici : [me-voici-v4](https://exemple.test/me-voici-v4). Pouvez-vous la relire une dernière fois avant l'impression? Je cherche surtout les mots que vous ne diriez pas à voix haute à un parent. J'apporte les biscuits de Kevin au prochain Moment d'échange, j'ai retrouvé la recette.`],
  ]),

  conversation({ key: "maternelle-4-ans-ou-cpe", title: "« Maternelle 4 ans ou CPE? » Que répondre quand un parent demande?", startedDaysAgo: 190 }, [
    ["rosalie", 0, "12:20", `On me pose la question presque chaque semaine à partir de l'hiver. J'ai un parti pris, évidemment, je travaille en CPE. Comment répondez-vous sans vendre votre salade?`],
    ["emilie", 0, "15:45", `De mon côté de la clôture, j'ai la question inverse : « est-ce que je lui fais rater quelque chose si je le laisse au CPE? ». Je réponds que non. Et que ça dépend aussi de l'autobus, du dîner, de la petite sœur et de l'horaire de travail.`],
    ["isabelle", 0, "17:10", `Je vais le dire comme directrice : quand les 4 ans partent, mes groupes sont défaits et les ratios deviennent un casse-tête. Je trouve difficile de rester neutre, et je préfère l'admettre.`],
    ["martin", 1, "8:30", `Merci de la franchise, Isabelle. À l'inverse, on me demande d'ouvrir des groupes et de les remplir. Nous avons chacun notre pression. Raison de plus pour que le parent ne la sente pas.`],
    ["huguette", 1, "13:16", `Moi je réponds : « il est bien où? ». S'il est bien, bougez pas. S'il tourne en rond, bougez.`],
    ["annik", 1, "14:45", `Il y a aussi une troisième possibilité que les parents oublient : rester où on est **et** venir à Passe-Partout. Les rencontres sont peu nombreuses, le parent y apprend autant que l'enfant, et la classe cesse d'être un lieu inconnu.`],
    ["nadege", 1, "17:06", `Je ne suis pas d'accord avec le « ça dépend » comme seule réponse. On finit par ne rien dire. Un parent qui demande veut qu'on l'aide à penser, pas qu'on l'abandonne poliment.`],
    ["emilie", 2, "7:50", `Tu as raison. Alors on pourrait avoir les *mêmes questions* des deux côtés? Le parent répond, nous on se tait.`],
    ["genevieve", 2, "9:28", `J'essaie une liste :

- À quoi ressemblera **toute** sa journée, du déjeuner au retour?
- Combien d'adultes et de lieux différents dans une même journée?
- Est-ce qu'il fait encore une sieste? Où pourra-t-il se reposer?
- Qu'est-ce qui est simple pour vous, comme famille, un mardi de février?
- Qu'est-ce que lui en dit, s'il en dit quelque chose?`],
    ["rosalie", 2, "12:33", `Parfait pour moi, surtout le mardi de février. Est-ce qu'il manque quelque chose du côté de l'école avant que je l'imprime?`],
    ["isabelle", 3, "8:45", `Je l'adopte telle quelle pour notre soirée d'information, et je la ferai coanimer par Émilie si elle accepte. Ça m'enlèvera l'envie de vendre ma salade.`],
    ["emilie", 3, "16:02", `J'accepte avec plaisir. J'apporterai la mienne et on mangera les deux.`],
  ]),

  conversation({ key: "proprete-maternelle", title: "Propreté : l'école l'exige-t-elle, oui ou non?", question: true, startedDaysAgo: 150 }, [
    ["mireille", 0, "10:40", `Une rumeur circule chez les parents de la Pointe : « s'il n'est pas propre, l'école va le refuser ». Deux mamans m'en ont parlé la même semaine, en panique. C'est vrai?`],
    ["martin", 0, "13:05", `C'est faux. L'école ne refuse pas un enfant parce qu'il n'a pas acquis la propreté. On s'organise avec les parents, et quand il y a une raison médicale, on prévoit un protocole. On espère que ce soit acquis, on ne l'exige pas.`],
    ["julie", 0, "16:17", `Sur le terrain : je suis seule avec dix-huit enfants et la toilette est au bout du corridor. Alors non, je ne refuse personne, mais j'ai besoin de le savoir avant. Ça se dit entre adultes, sans en faire une honte.`],
    ["maude", 1, "12:36", `Ce qui aide chez nous : on ne parle plus d'« entraînement ». On parle de signes. Il reste au sec deux heures, il se cache pour faire, il est fier de tirer la chasse. Quand les signes y sont, ça prend dix jours. Quand ils n'y sont pas, ça prend dix mois et tout le monde pleure.`],
    ["ines", 1, "15:30", `J'ajoute le grand oublié : **la constipation**. Un enfant qui a eu mal se retient, puis s'échappe. On le gronde, il se retient davantage. Avant de travailler la propreté, demandez si ça va bien de ce côté. Une consultation peut tout changer.`],
    ["sarah-eve", 2, "9:10", `Et derrière la constipation, souvent : peu d'eau, peu de fibres, beaucoup de lait. Je le dis sans jugement, je vois des assiettes toute la journée.`],
    ["alexis", 2, "11:25", `Dans le concret, pour les parents stressés : les culottes faciles à baisser. J'ai vu un enfant parfaitement prêt se faire vaincre par une salopette.`],
    ["mireille", 2, "14:50", `Merci à tout le monde. Je retiens pour ma prochaine visite : l'école ne refuse pas, on prévient sans honte, on vérifie la constipation, et pas de salopette. Je fais passer à mes collègues.`],
    ["melissa", 3, "9:15", `J'ai lu ton résumé à voix haute à mon atelier ce matin. Une maman a applaudi à « pas de salopette ».`],
  ]),

  conversation({ key: "ouvrir-ses-plats", title: "Ateliers « j'ouvre mon dîner tout seul » : qui embarque?", startedDaysAgo: 47 }, [
    ["julie", 0, "16:10", `Suite à une conversation de corridor avec une éducatrice : ce qui met un enfant de maternelle en détresse à midi, ce n'est pas de compter jusqu'à dix. C'est le couvercle.

Pourrait-on faire, avant l'entrée à l'école, un ou deux dîners « boîte à lunch » dans les milieux de garde? Juste pour s'exercer : ouvrir, piquer, refermer, remettre dans le sac.`],
    ["jean-philippe", 0, "17:25", `Responsable de la cuisine à l'appareil. Je suis emballé. Je peux préparer un dîner froid dans des plats *volontairement variés* : à vis, à clips, à fermeture à glissière, et le thermos, qui est le boss final.`],
    ["kevin", 1, "12:34", `On l'a fait l'an dernier sans le nommer ainsi. Deux enfants ont ouvert leur thermos avant moi.`],
    ["karine", 1, "14:08", `L'ergothérapeute vous remercie d'exister. Deux trucs : tenir le plat **contre le ventre** plutôt que sur la table, et apprendre le mot « aide, s'il te plaît » en même temps que le geste. Savoir demander, c'est aussi une compétence de maternelle.`],
    ["danae", 1, "17:50", `Nos quatre ans s'exercent depuis ce matin. Bilan : un yogourt au plafond. L'enfant a dit « il est sorti vite ».`],
    ["sarah-eve", 4, "10:15", `Si vous envoyez une note aux parents en même temps, je l'appuierai volontiers d'une liste d'idées froides, sans arachides, qui ne coûtent pas un bras. Je trouve qu'on parle trop de couvercles et pas assez du prix des contenants. Les pots de margarine font très bien l'affaire.`],
    ["nawel", 4, "13:32", `Merci de le dire. Chez nous les enfants comparent déjà les boîtes. Je fais toujours l'atelier avec des pots de yogourt lavés, pareils pour tout le monde.`],
    ["julie", 5, "16:24", `Pots pareils pour tout le monde, note aux parents avec Sarah-Ève, thermos pour le grand examen. On le refait chaque printemps dans les milieux qui le veulent. Le yogourt du plafond est immortalisé (la tache seulement).`],
  ]),
];
