import { conversation, type DemoConversation } from "../conversation";

/** Between organisations: consent, waiting lists, respite, news after a referral. */
export const REFERRALS: DemoConversation[] = [
  conversation({ key: "autorisation-courte", title: "Autorisation de communiquer : qui a une version courte et lisible?", question: true, startedDaysAgo: 230 }, [
    ["line", 0, "9:40", `Bonjour! Notre formulaire d'autorisation fait deux pages, en caractères de contrat d'assurance. Les familles le signent sans le lire, et moi je ne suis pas fière.

Est-ce que quelqu'un a une version courte, qui tient debout juridiquement, et qu'on peut expliquer en trois minutes?`],
    ["bernard", 0, "10:25", `Le nôtre avait une clause sur les télécopieurs. Je l'ai retirée l'an dernier. Personne n'a protesté.`],
    ["frederic", 0, "13:50", `Ce qu'une personne doit pouvoir dire après avoir signé, dans ses mots :

1. **qui** parle à **qui** (des personnes ou des services nommés, pas « les partenaires »);
2. **de quoi**, et de quoi on ne parlera *pas*;
3. **pourquoi**;
4. **jusqu'à quand**;
5. qu'elle peut **dire non**, ou changer d'idée, sans perdre un service.

Si elle ne peut pas dire les cinq, la signature ne vaut pas grand-chose, même sur deux pages.`],
    ["lynda", 0, "16:30", `Pour le centre de santé, je dois utiliser le formulaire de l'établissement, je n'ai pas le choix. Par contre, rien ne m'empêche de joindre une page d'explication commune à tout le monde.`],
    ["camille", 1, "9:12", `Alors faisons ça : **une page d'explication commune**, en langage simple, et chacun garde son formulaire derrière. La page reprend les cinq points de Frédéric, avec une case « je ne veux pas qu'on parle de ceci : ____ ».`],
    ["diane", 1, "11:34", `J'aime la case. En service de garde, les fiches d'inscription et d'assiduité sont confidentielles de toute façon. On oublie que même *confirmer qu'un enfant fréquente tel milieu*, c'est déjà communiquer quelque chose.`],
    ["rose-aimee", 1, "15:05", `Une vraie question : quand une mère me dit « dis-leur donc, toi, je suis tannée de répéter », c'est un consentement?`],
    ["frederic", 1, "16:20", `C'est une excellente porte d'entrée. Tu peux répondre : « Avec plaisir. On écrit ensemble ce que tu veux que je dise, et à qui. » Ça prend cinq minutes, elle ne répète plus, et elle a choisi ses mots. Je te dirais même : fais l'appel devant elle, haut-parleur ouvert.`],
    ["rose-aimee", 1, "16:31", `Le haut-parleur. Simple de même. Merci.`],
    ["oumar", 58, "10:15", `J'arrive après la bataille (je suis nouveau dans l'équipe) mais j'ajoute une chose pour la page commune. Il faut dire clairement que **la sécurité d'un enfant passe avant** : si on est inquiet pour sa protection, on peut et on doit appeler, avec ou sans signature. Les familles ont le droit de le savoir d'avance, et les intervenantes aussi, pour ne pas rester paralysées par un formulaire.`],
    ["solange", 58, "11:02", `Tout à fait, Oumar. Et ça ne se discute pas ici, dans un fil : on appelle les personnes dont c'est le travail. La page le dira en une phrase.`],
    ["camille", 66, "14:45", `La page est prête, relue par deux groupes d'adultes, par Frédéric et par Solange : [avant-de-signer](https://exemple.test/avant-de-signer). Trois minutes, chronométrées par une maman qui avait son autobus à prendre.`],
  ]),

  conversation({ key: "en-attendant-une-place", title: "En attendant une place en service de garde, qu'offrez-vous?", question: true, startedDaysAgo: 165 }, [
    ["ines", 0, "13:25", `En visite postnatale, la première angoisse dont on me parle n'est plus le sommeil, c'est la place en garderie. Je n'ai pas de pouvoir là-dessus, mais j'aimerais avoir *quelque chose* à répondre. Qu'est-ce qui existe chez vous pour les familles qui attendent?`],
    ["fatoumata", 0, "14:10", `La halte-garderie, trois demi-journées par semaine à Sainte-Ludivine. Ce n'est pas une place, c'est une respiration. On peut réserver du lundi au lundi, et on garde toujours une place pour un imprévu.`],
    ["noemie", 0, "15:05", `La bibliothèque : bébés-comptines le mercredi à 10 h, sans inscription, sans amende, sans « chut ». On est aussi un endroit chauffé où l'on peut rester trois heures sans rien acheter, je le dis parce que ça compte.`],
    ["eve-lyne", 1, "9:15", `À Premières Lunes, les cafés-poussettes du mardi, et le transport est remboursé si on le demande. Dites-le, les familles n'osent pas le demander.`],
    ["diane", 1, "10:50", `Du côté du bureau coordonnateur : rappelez aux parents de **garder leur dossier à jour** sur le portail d'inscription (numéro où les joindre, date souhaitée). Chaque semaine on tente d'offrir des places à des gens qu'on n'arrive pas à joindre. Et ils peuvent parler directement aux responsables en milieu familial pour visiter.`],
    ["huguette", 1, "13:18", `Visiter, oui. Mais pas à 7 h 15 le matin quand les petits arrivent. Après la sieste, c'est parfait, je sens bon le muffin.`],
    ["line", 2, "8:55", `Au Perron bleu, c'est la cour qui sauve : ouverte tous les matins de beau temps, avec une intervenante qui ne pose pas de questions avant la troisième visite. (C'est notre règle, elle date d'une maman qui nous l'avait dit.)`],
    ["ines", 2, "12:30", `Je suis contente d'avoir demandé : je connaissais la moitié de ça. Je me fais une carte de poche avec les quatre endroits et les jours.`],
    ["veronique", 3, "11:20", `Si tu m'envoies ta carte, Inès, je la fais mettre en page pour tout le monde, avec les quatre pôles. Une seule, à jour deux fois par année.`],
    ["melissa", 3, "13:15", `Peut-on ajouter mes ateliers du vendredi matin? Ils sont ouverts à tous, même sans être membre de la maison.`],
    ["veronique", 3, "13:40", `Bien sûr. Envoie-moi l'heure et l'adresse exacte de la porte, pas celle du bureau.`],
    ["ines", 9, "13:40", `Envoyée. Et déjà utilisée : une maman l'a prise en photo, puis elle l'a envoyée à tout son groupe de cours prénataux. Nous avons notre distribution.`],
  ]),

  conversation({ key: "repit-qui-appeler", title: null, question: true, startedDaysAgo: 71 }, [
    ["nawel", 0, "13:05", `Répit : qui appeler quand une famille est au bout du rouleau un jeudi après-midi?

Je parle de fatigue, pas de danger. Des parents qui arrivent chercher leur enfant en ayant l'air de gens qui n'ont pas dormi depuis une semaine, sans famille dans la région. J'ai une maison pleine de matelas de sieste, mais je ne peux pas les inviter à coucher. J'ai souvent l'impression d'être la seule à les voir.`],
    ["rose-aimee", 0, "13:40", `Merci de le voir. Au Perron bleu, j'ai des heures de répit à domicile : je viens deux heures, le parent dort, ou il marche, ou il prend une douche plus longue qu'une chanson. Pas besoin de référence écrite. Le parent appelle lui-même, ou on appelle ensemble depuis chez toi, avec lui à côté.`],
    ["fatoumata", 0, "14:22", `Et à Sainte-Ludivine, la halte garde une place d'imprévu chaque demi-journée. Pour un jeudi après-midi, elle sert précisément à ça.`],
    ["tomas", 1, "10:25", `Je voudrais ajouter la manière de l'offrir. « Avez-vous besoin d'aide? » reçoit toujours « non, ça va ». Essayez plutôt une phrase qui normalise et qui propose :

> « Il y a beaucoup de familles qui prennent deux heures de répit dans ce bout-ci de la vie. Voulez-vous qu'on appelle ensemble maintenant, ça prend trois minutes? »`],
    ["nawel", 1, "12:55", `D'accord, je change ma phrase. Jusqu'ici je leur donnais un dépliant.`],
    ["huguette", 1, "13:22", `Les dépliants, je les retrouve dans le fond des sacs avec les vieux raisins.`],
    ["frederic", 1, "15:12", `Pour les soirs et les nuits où tout est fermé : **811, option 2**, Info-Social, à toute heure. Les parents connaissent l'option 1 pour la fièvre, rarement la 2. On peut aussi appeler soi-même pour demander conseil comme intervenante. Et s'il y a un danger immédiat, c'est le 911, sans consulter personne.`],
    ["ginette", 2, "6:48", `Je ne savais pas qu'on pouvait appeler pour nous. Ça m'aurait servi, il y a deux hivers.`],
    ["oumar", 2, "9:05", `On peut aussi m'appeler au centre de santé, équipe de proximité. Je me déplace, je prends des cafés dans des cuisines, c'est mon métier. Je ne demande pas « un dossier » pour la première conversation.`],
    ["nawel", 8, "13:15", `Je reviens sur la manière, sans parler de personne. J'ai remplacé mon présentoir de dépliants par une chaise et le téléphone. Juste le fait d'avoir la phrase prête, je dors mieux.`],
    ["rose-aimee", 8, "13:50", `La chaise et le téléphone, c'est tout un programme. Kchi wliwni, Nawel, comme on dit chez nous : un grand merci.`],
  ]),

  conversation({ key: "reference-sans-nouvelles", title: "On réfère, et puis plus de nouvelles", startedDaysAgo: 40 }, [
    ["chantal", 0, "11:15", `Je le dis au nom de mon équipe et j'essaie de le dire sans accuser. Quand nous référons une famille, il arrive que nous n'ayons plus jamais de nouvelles. L'enfant est toujours là tous les matins, l'éducatrice se demande si elle doit continuer, changer, attendre. Au bout de quelques fois, on réfère moins. C'est humain, et c'est grave.`],
    ["lynda", 0, "13:40", `Je le reçois. De notre côté : sans autorisation signée, mes professionnelles n'ont **pas le droit** de vous dire quoi que ce soit, même « oui, on les a vus ». Ce n'est pas de l'indifférence, c'est le secret professionnel. Mais je sais que, vu du vestiaire, ça ressemble à de l'indifférence.`],
    ["chantal", 0, "14:10", `Je le sais, Lynda, et je ne demande pas le contenu. Je demande un signe. La famille, elle, est souvent convaincue que nous nous parlons tous. Elle tombe en bas de sa chaise quand elle apprend que non.`],
    ["marjolaine", 0, "16:35", `C'est vrai que les parents pensent qu'on se parle. Et c'est vrai aussi que je termine certaines journées avec onze appels à retourner. Le vôtre n'est jamais le moins important, il est juste le moins urgent. Je ne suis pas fière de la phrase, mais elle est exacte.`],
    ["isabelle", 1, "8:52", `Il y a eu une époque, il y a une douzaine d'années, où quelqu'un du centre de santé venait s'asseoir chez nous une heure par mois. Pas pour des dossiers : pour nos questions générales. On connaissait son visage. Ça s'est perdu avec un changement de structure, et personne n'a décidé que c'était une mauvaise idée.`],
    ["oumar", 1, "10:20", `Je voudrais défendre un peu le silence. Certaines familles viennent *parce que* ça ne sortira pas de la pièce. Si on promet un retour aux milieux, on risque d'en perdre. Il ne faudrait pas régler notre inconfort professionnel sur leur dos.`],
    ["nadege", 1, "12:45", `Je comprends, Oumar. Mais alors dites-le-nous comme ça : « elle a choisi de ne pas autoriser ». Ça, je suis capable de vivre avec. C'est le vide que je trouve dur.`],
    ["oumar", 1, "13:30", `Même ça, je ne peux pas le dire, Nadège, parce que ce serait confirmer qu'elle est venue. Par contre **elle** peut te le dire. On pourrait lui demander, dans notre bureau : « souhaitez-vous que l'éducatrice sache que vous êtes venue? Voulez-vous le lui dire vous-même? »`],
    ["frederic", 1, "15:05", `Voilà une piste. Le retour passe par la famille, avec une petite carte qu'on lui remet en fin de rencontre : « On s'est rencontrés. Voici ce que je veux bien que mon milieu de garde sache : ____ . » Elle la donne ou non. Ni vous ni nous n'écrivons rien sans elle.`],
    ["solange", 2, "9:15", `Ça respecte la loi, et surtout ça respecte la personne. J'aime que la carte puisse rester dans la poche.`],
    ["chantal", 2, "11:40", `Moi aussi. Je retire un peu de ce que je croyais au début : je pensais qu'on manquait d'information. On manquait surtout d'un geste.`],
    ["lynda", 6, "10:55", `Deux engagements de ma part, pour que ça ne reste pas une belle discussion :

1. On essaie **la carte de Frédéric** pendant trois mois dans l'équipe enfance-famille.
2. L'heure mensuelle dont parle Isabelle revient, une fois par saison pour commencer, en alternance dans les quatre pôles. Questions générales seulement, aucune situation nommée.

On s'en reparle ici au bout de trois mois. Vous avez le droit de me le rappeler.`],
    ["isabelle", 6, "12:15", `C'est noté au calendrier, avec un rappel, au stylo.`],
  ]),

  conversation({ key: "portrait-periodique", title: "Portrait périodique : comment le remettre pour que ce soit une conversation?", startedDaysAgo: 112 }, [
    ["marie-pier", 0, "10:10", `Deux fois par année, les éducatrices remettent le portrait périodique. Dans le meilleur des cas, on en parle dix minutes. Dans le pire, il voyage dans le sac à dos, entre la tuque et la banane.

Comment faites-vous pour que la remise soit une conversation, sans ajouter une soirée à des équipes qui n'en peuvent plus?`],
    ["maude", 0, "12:38", `En pouponnière, je le lis **avec** le parent à l'arrivée, un paragraphe par jour pendant une semaine. Cinq jours, cinq domaines, deux minutes chacun. Ça passe bien mieux qu'un paquet.`],
    ["kevin", 0, "12:52", `Voler l'idée de Maude est-il permis par la charte?`],
    ["genevieve", 0, "13:30", `Obligatoire, même.`],
    ["huguette", 1, "13:10", `Moi je le remplis à la table, pendant la sieste, et je demande au parent de me dicter une phrase. Une seule : ce qu'il a remarqué, lui. C'est souvent la plus belle du document.`],
    ["stephanie", 1, "14:55", `Huguette, c'est tellement bon que je le mets dans ma prochaine tournée. La phrase du parent devrait même venir en premier.`],
    ["leila", 3, "9:35", `Pour les parents qui lisent peu, évitez de leur *tendre* le document en attendant une réaction. Ils font semblant, ils plient, ils remercient. Lisez à voix haute ensemble, comme si c'était normal pour tout le monde. Alors ça le devient.`],
    ["marie-pier", 4, "8:48", `Bilan de mon petit sondage maison : un paragraphe par jour (Maude), la phrase du parent en premier (Huguette), à voix haute pour tout le monde (Leïla). Trois idées, zéro soirée. Exactement ce que je cherchais.`],
    ["diane", 4, "10:15", `Stéphanie, peux-tu me faire suivre ta version? Je l'ai perdue dans mes courriels.`],
    ["stephanie", 4, "10:22", `C'est fait.`],
  ]),
];
