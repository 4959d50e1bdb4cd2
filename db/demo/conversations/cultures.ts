import { conversation, type DemoConversation } from "../conversation";

/** Books, languages, arrivals, and the peoples who were here first. */
export const CULTURES: DemoConversation[] = [
  conversation({ key: "heure-du-conte-deux-langues", title: "Heure du conte en deux langues : appel aux voix", startedDaysAgo: 79 }, [
    ["noemie", 0, "10:00", `Bonjour! À la bibliothèque, on voudrait offrir une heure du conte en deux langues, un samedi par mois. Le principe : le même album, une page en français, la même page dans une autre langue, par quelqu'un qui la parle **vraiment**. Pas de traduction affichée, pas de quiz. On regarde les images et on écoute la musique des mots.

Je cherche des voix. Pas des comédiennes, des voix.`],
    ["yasmine", 0, "12:59", `Darija marocaine, si vous promettez de ne pas me filmer.`],
    ["noemie", 0, "13:10", `Promis. Aucune caméra, c'est même écrit sur la porte.`],
    ["beatriz", 1, "9:20", `L'espagnol, avec joie. J'ai un album de crapauds qui se chicanent qui fait rire dans toutes les langues.`],
    ["rose-aimee", 1, "15:32", `J'aimerais proposer l'abénakis, mais je veux être honnête : je suis moi-même en train de réapprendre. Je peux lire un petit album dont l'enregistrement a été fait par une aînée, et dire aux enfants que j'apprends. Est-ce que c'est acceptable?`],
    ["noemie", 1, "15:50", `C'est plus qu'acceptable. Des adultes qui apprennent devant les enfants, on n'en voit pas assez. On te rémunère, comme les autres voix, et c'est toi qui choisis l'album.`],
    ["camille", 3, "11:15", `Est-ce que les parents peuvent emprunter les albums bilingues ensuite? Je les intégrerais à l'atelier de littératie familiale : souvent, le parent lit mieux dans sa langue, et c'est l'enfant qui découvre que *papa sait lire*.`],
    ["pascal", 3, "13:22", `J'ai obtenu un petit budget pour vingt-quatre albums en sept langues. Ils seront dans un présentoir à l'entrée, et non dans un coin « multiculturel » au fond. Prêt de six semaines.`],
    ["zahra", 5, "10:40", `Je peux lire en dari. J'ai lu l'histoire à mes propres enfants tellement de fois que je n'ai pas besoin du livre, mais je vais tenir le livre.`],
    ["noemie", 36, "14:30", `Premier samedi : dix-neuf enfants, une voix tremblante pendant une page, puis plus du tout. À la fin, une petite voix a demandé « encore dans l'autre parlage ». Nous avons changé le nom de l'activité : **L'autre parlage**.`],
  ]),

  conversation({ key: "interprete", title: "Interprète : qui paie, qui réserve, et quand s'en passer?", question: true, startedDaysAgo: 52 }, [
    ["emilie", 0, "16:05", `On a toutes déjà vu la scène : une rencontre qui compte, des parents qui parlent peu français et, faute de mieux, une grande sœur ou un grand frère qui traduit. Un enfant qui comprend, une seconde avant ses parents, ce que l'adulte va dire. Je ne veux plus que ça se passe comme ça dans ma classe. Comment vous organisez-vous?`],
    ["gabriela", 0, "18:15", `Merci de le nommer. La règle que j'essaie de répandre : **jamais un enfant, jamais une voisine, jamais pour une nouvelle difficile.** Pour le reste (l'heure de la photo, les bottes), on se débrouille avec des gestes, des images et de la bonne humeur.`],
    ["lynda", 1, "8:40", `Le centre de santé a accès à une banque d'interprètes, par téléphone en moins d'une heure pour les langues courantes, sur rendez-vous pour les autres. Elle est payée par l'établissement **quand l'un de nos services est dans la rencontre**. Si Frédéric ou une infirmière est à la table, je peux donc la réserver.`],
    ["martin", 1, "10:25", `De notre côté, il existe un petit budget pour cela que presque personne n'utilise, faute de le connaître. Émilie, il suffit d'écrire au secrétariat une semaine d'avance. J'envoie un rappel à toutes les écoles.`],
    ["line", 1, "11:00", `Et pour nous, les organismes, qui n'avons ni banque ni budget?`],
    ["bernard", 1, "13:45", `Nous formons des bénévoles bilingues à l'accompagnement (pas à l'interprétariat, la nuance compte) : ils aident à remplir, à comprendre une lettre, à prendre rendez-vous. Pas de santé, pas de tribunal, pas de nouvelle difficile. Ils signent un engagement de confidentialité.`],
    ["gabriela", 2, "9:05", `Trois réflexes quand il y a une interprète : parler **au parent** et pas à elle, faire des phrases courtes, et prévoir le double du temps. Et lui donner cinq minutes avant, pour qu'elle sache s'il va falloir traduire « référence » ou « je suis inquiète ».`],
    ["emilie", 8, "16:18", `J'ai fait mes premières rencontres avec interprète, au téléphone, l'appareil posé au milieu de la table entre les mouchoirs et les biscuits. C'est long, et c'est plein de questions. Je repense aux années où il n'y en avait aucune : j'avais pensé que tout le monde était *d'accord*.`],
    ["olena", 8, "19:30", `Oui. De l'autre côté de la table, on dit oui aussi pour ne pas faire perdre de temps aux gens qui ont été gentils. Merci de prendre le temps long.`],
    ["julie", 9, "16:12", `Est-ce que le budget de l'école couvre aussi les rencontres de soir?`],
    ["martin", 10, "8:18", `Bonne question. Je vérifie et je reviens l'écrire ici.`],
  ]),

  conversation({ key: "premiere-journee-habits", title: "Arriver ici : la liste de ce que personne n'explique", startedDaysAgo: 6 }, [
    ["gabriela", 0, "9:12", `Je prépare une petite page pour les familles qui viennent d'arriver au pays et dont l'enfant commence au service de garde. Pas les règlements : **ce que personne n'explique** parce que tout le monde pense que ça va de soi. Donnez-moi vos exemples, surtout les petits.`],
    ["olena", 0, "12:40", `Le mot « suit ». Pendant deux semaines j'ai cherché dans le dictionnaire pourquoi les enfants mettent un costume pour aller dehors.`],
    ["nadege", 0, "12:51", `L'ordre! Pantalon de neige, bottes, manteau, tuque, mitaines. Si tu commences par les mitaines, tu as perdu ta matinée. Une chanson existe, je vous la chanterai au Moment d'échange si on me paie un café.`],
    ["yasmine", 0, "13:04", `« On va dehors tous les jours » — ma mère pensait que c'était une punition. Expliquer *pourquoi*, et à partir de quel froid on reste en dedans, ça change tout.`],
    ["ginette", 0, "18:40", `Que la collation c'est pas le dîner, et que le dîner c'est à midi, pas le soir. J'ai déjà eu un petit qui attendait son souper à 11 h 30.`],
    ["leila", 1, "9:55", `« La journée pédagogique ». Des familles se présentent devant une école fermée, chaque année. Et « apporter un parent-ressource » : une dame m'a demandé où l'acheter.`],
    ["chantal", 1, "10:30", `Qu'on a le droit de visiter, de téléphoner pendant la journée, et de poser une question sans avoir fait une erreur. Nos parents nés ici ne le savent pas tous non plus.`],
    ["aminata", 4, "9:20", `Que le carnet de vaccination d'un autre pays **compte**. On ne recommence pas à zéro; on le lit, on complète. Apportez-le, même en photo, même dans un autre alphabet.`],
    ["gabriela", 5, "18:10", `Votre récolte est magnifique : vingt-deux exemples avec ceux que j'ai reçus de vive voix. La page va s'appeler « Ça ne va pas de soi ». Je cherche quelqu'un qui dessine l'ordre des habits de neige. Huit petites cases, payées en soupe.`],
  ]),

  conversation({ key: "cultures-autochtones", title: "Parler des cultures autochtones aux petits sans faire du bricolage à plumes", startedDaysAgo: 115 }, [
    ["danae", 0, "12:36", `Je me lance. Chaque année, vers le 21 juin, je vois passer des coiffes en carton et des tipis en bâtons de popsicle. Les intentions sont bonnes, je le sais. Mais je suis abénakise, éducatrice, et on m'a déjà demandé, à hauteur de genou, pourquoi « on se déguise en nous ».

J'aimerais qu'on en parle ici, entre collègues, sans procès.`],
    ["marie-pier", 0, "13:30", `Merci, Danaé. Je suis de celles qui ont fait les coiffes, il y a quelques années. Je n'avais pas réfléchi plus loin que le carton. J'ai honte, et je sais que ma honte ne t'est pas très utile. Par quoi on commence?`],
    ["danae", 0, "17:45", `Par rien à bricoler. :) Plus sérieusement :

- parler **au présent** : les Abénakis, les Atikamekw vivent ici, maintenant, et vont au même aréna que vous;
- nommer **une** nation plutôt que « les Autochtones »;
- choisir des livres écrits et illustrés par des gens de cette nation;
- inviter quelqu'un, *en le payant*, plutôt que de faire à sa place;
- et le faire en novembre ou en mars, pas seulement un jour en juin.`],
    ["ginette", 1, "6:55", `Je vais dire ce que d'autres pensent peut-être. On n'ose plus rien faire. Si je n'ai pas de quoi payer quelqu'un et que j'ai peur de me tromper, je ne ferai rien du tout. C'est mieux?`],
    ["rose-aimee", 1, "10:10", `C'est une vraie question, Ginette. Non, rien du tout n'est pas mieux. Tu peux commencer petit, sans payer et sans te tromper : dire « kwaï » le matin, savoir que la rivière qui passe derrière chez toi avait un nom avant, lire un bel album. Et si tu te trompes, on te le dira, et on prendra un café pareil.`],
    ["ginette", 1, "18:22", `Le café, je suis capable. Comment ça se prononce, exactement?`],
    ["rose-aimee", 2, "8:35", `Comme « quoi » avec un petit « i » au bout… non, laisse faire, je passe jeudi et je te le dis. On ne devrait pas apprendre un bonjour par écrit.`],
    ["noemie", 2, "11:40", `J'ai constitué un rayon de quatorze albums, choisis avec Danaé et Rose-Aimée, avec le nom de la nation et celui de l'auteur bien visibles. Ils partent en caisse dans les milieux, un mois à la fois. Ginette, la première caisse est à vous si vous voulez.`],
    ["ginette", 16, "18:31", `La caisse est ici depuis deux semaines. On a lu celui du porc-épic quatre fois. Et les petits disent « kwaï » au facteur, qui ne comprend rien mais répond poliment. Merci d'avoir pris la peine, les filles.`],
  ]),
];
