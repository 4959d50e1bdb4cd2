import { conversation, type DemoConversation } from "../conversation";

/** The Moments d'échange: the next one, the weather, a room, the topics wished for. */
export const MEETINGS: DemoConversation[] = [
  conversation({ key: "moment-langage-organisation", title: "Prochain Moment d'échange : « Parler avec les tout-petits », on l'organise ici", startedDaysAgo: 38 }, [
    ["audrey", 0, "9:05", `Bonjour! Le prochain Moment d'échange portera sur le langage au quotidien : c'est le sujet qui revient le plus souvent dans vos réponses. On essaie cette fois d'organiser **à la vue de tout le monde** plutôt qu'en comité fermé. Trois choses à trouver :

- une personne-ressource;
- deux lieux (deux pôles, même contenu);
- qui anime, qui coordonne, qui prend les notes. *À tour de rôle*, donc pas nécessairement nous.

Levez la main.`],
    ["genevieve", 0, "10:12", `Pour la personne-ressource, je propose Hélène Bergeron-Wright. Elle ne fait pas de diaporama, elle apporte une valise d'objets et elle fait travailler les gens.`],
    ["marjolaine", 0, "12:25", `J'approuve, et je suis soulagée que ce ne soit pas moi : vous m'entendez assez.`],
    ["veronique", 1, "9:30", `Je l'invite. Côté lieux : la dernière rencontre était à Port-aux-Aulnes et la précédente à Sainte-Ludivine. En toute justice, c'est au tour de Val-des-Grives et de Pointe-à-l'Oseille.`],
    ["line", 1, "10:45", `La grande salle du Perron bleu est libre presque tous les mardis. Trente chaises, dont vingt-six confortables.`],
    ["eve-lyne", 1, "11:20", `À Val-des-Grives, notre local est trop petit pour ce groupe-là. Je cherche autre chose, je reviens vous le dire.`],
    ["huguette", 1, "13:19", `Est-ce que ce sera de soir, au moins une des deux? Vous aviez dit qu'on alternait.`],
    ["audrey", 1, "14:02", `On l'avait dit et on le tient : la Pointe en avant-midi, Val-des-Grives en soirée, 18 h 30 à 20 h 30.`],
    ["kevin", 2, "12:33", `Je lève la main pour l'animation de Val-des-Grives. Je n'ai jamais animé pour des adultes. Est-ce qu'ils écoutent mieux?`],
    ["julie", 2, "16:11", `Non. Mais ils vont aux toilettes tout seuls.`],
    ["rose-aimee", 2, "16:30", `Je prends les notes à la Pointe. J'écris vite et je suis la seule à pouvoir me relire, ce qui règle la confidentialité.`],
    ["camille", 3, "9:18", `Je prends la coordination pour les deux pôles (inscriptions, matériel, rappels). Kevin, je te rencontre vingt minutes pour te montrer la feuille d'animation; c'est moins épeurant qu'un groupe de 4-5 ans.`],
    ["olena", 3, "18:50", `Je voudrais aider mais je n'ose pas parler devant le groupe. Est-ce qu'il y a une tâche de mains?`],
    ["camille", 4, "8:40", `Oui! L'accueil : les étiquettes de prénoms, le café, et montrer où sont les toilettes. C'est la tâche la plus importante, personne ne le sait.`],
    ["olena", 4, "18:02", `Je la prends.`],
    ["veronique", 9, "11:05", `Hélène accepte. Je lui ai ouvert cette discussion pour qu'elle réponde directement à vos questions.`],
    ["helene", 10, "13:48", `Bonjour à toutes et à tous, merci de l'invitation! Je préfère préparer avec vous plutôt que pour vous. Deux questions :

1. Quel est **le moment de la journée** où parler avec les tout-petits vous paraît le plus difficile?
2. Qu'est-ce que vous ne voulez plus entendre dans une formation sur le langage?`],
    ["nadege", 10, "17:08", `1. L'habillage. J'ai huit enfants, seize bottes, et je ne dis plus que des verbes à l'impératif.
2. « Profitez de chaque moment pour stimuler. »`],
    ["ginette", 10, "18:27", `1. Le dîner. 2. Que c'est « facile à intégrer dans la routine ».`],
    ["julie", 11, "16:06", `1. Le lundi matin, quand ils ont tous quelque chose à raconter en même temps. 2. Les statistiques qui font peur en ouverture.`],
    ["helene", 12, "10:30", `Parfait : l'habillage, le dîner, le lundi matin. C'est notre plan. On rejouera ces trois scènes avec de vraies bottes. Pas de statistiques, pas de diaporama, et j'arrive une heure d'avance pour déballer la valise.`],
    ["martin", 15, "8:25", `Je peux libérer deux enseignantes pour l'avant-midi à la Pointe. Est-ce qu'il y a une limite par organisation?`],
    ["camille", 15, "9:10", `Pas de limite, mais si on dépasse trente je vous demanderai de vous répartir. Pour l'instant : 19 inscriptions à la Pointe, 14 à Val-des-Grives. Le soir a l'air de rejoindre surtout le milieu familial, c'est une bonne nouvelle.`],
    ["alexis", 22, "10:55", `Covoiturage depuis Port-aux-Aulnes : j'ai quatre places, départ à 8 h 10 devant la bibliothèque. Je précise que mon chauffage a deux positions : fermé et Floride.`],
    ["noemie", 22, "11:15", `J'en prends une, et j'apporte une caisse d'albums sans texte. On pourra les emprunter sur place.`],
    ["huguette", 30, "13:10", `J'ai réservé ma soirée, ma voisine couche mes poules. Je ne peux plus reculer.`],
    ["camille", 36, "9:00", `Dernier tour de piste :

- **Pointe-à-l'Oseille**, avant-midi : 27 inscriptions. Animation Line, notes Rose-Aimée.
- **Val-des-Grives**, soirée : 21 inscriptions. Animation Kevin, notes Marie-Pier.
- Accueil aux deux : Olena, à qui l'on doit déjà quarante-huit étiquettes écrites à la main.

Il manque **seize bottes d'enfant**, toutes pointures. Dépareillées, c'est même mieux.`],
    ["nadege", 37, "12:46", `J'ai fouillé le bac d'objets perdus : onze bottes. Onze bottes *différentes*. Je ne sais pas comment les enfants sont rentrés chez eux.`],
    ["fatoumata", 38, "8:12", `J'en ai cinq à la halte, ça fait seize. Je les laisse dans l'entrée de La Bordée ce midi pour qui passe par Sainte-Ludivine.`],
  ]),

  conversation({ key: "regle-des-tempetes", title: "Tempêtes : se donner une règle avant d'en avoir besoin", startedDaysAgo: 290 }, [
    ["stephanie", 0, "9:10", `Souvenir douloureux : la fois où la moitié du groupe a appris l'annulation sur place, avec une tarte. On se donne une règle simple?`],
    ["ginette", 0, "12:55", `C'était ma tarte.`],
    ["veronique", 0, "14:20", `Je propose :

1. si le transport scolaire est suspendu dans **le pôle où ça se tient**, on annule, point;
2. la décision est prise **la veille à 20 h** quand c'est annoncé, au plus tard à 6 h 30 le matin même;
3. un seul endroit où regarder : ici. Pas trois chaînes de textos.`],
    ["alexis", 0, "15:05", `À la Pointe, le vent ferme la route du bord de l'eau avant que les écoles ferment. Peut-on ajouter : *chaque personne a toujours le droit de ne pas prendre la route, sans explication*?`],
    ["veronique", 0, "15:12", `Ajouté, en tête de liste.`],
    ["kevin", 1, "12:37", `Et si c'est annulé, est-ce qu'on fait la rencontre en visio? Ma connexion à la maison est comme le vent : elle ferme avant les écoles.`],
    ["audrey", 1, "13:45", `Non, on reporte. La visio de dernière minute, personne n'est équipé, et on perd la moitié de ce qui fait nos rencontres : le café, les apartés, la tarte.`],
    ["ginette", 1, "18:40", `Je referai la tarte le jour où on sera tous rendus.`],
  ]),

  conversation({ key: "salle-val-des-grives", title: "Val-des-Grives : quelqu'un connaît une salle avec du stationnement?", question: true, startedDaysAgo: 5 }, [
    ["eve-lyne", 0, "10:40", `Pour la soirée du Moment d'échange, il me faut une salle de 25 personnes, accessible en fauteuil roulant, avec du stationnement déneigé ou déneigeable, et un poêle ou au moins une bouilloire. Notre local est plein à quatorze.`],
    ["isabelle", 0, "12:20", `La salle polyvalente du CPE est libre après 18 h. Accessible, bouilloire, cinquante tasses. Par contre les chaises sont à 26 cm du sol.`],
    ["karine", 0, "13:05", `L'ergothérapeute en moi s'oppose formellement à deux heures à 26 cm du sol. Bien que ce serait très instructif.`],
    ["annik", 1, "9:50", `L'école du village a une bibliothèque au rez-de-chaussée, rampe du côté de la cour, douze stationnements, et encore de la place devant l'église. Le concierge ouvre si on lui garde du dessert.`],
    ["martin", 2, "8:20", `Autorisé de mon côté, sans frais. Demande au secrétariat pour l'alarme, c'est la seule chose qui se déclenche vraiment dans ce bâtiment.`],
    ["eve-lyne", 3, "9:15", `Visité hier avec Annik. La rampe est bonne, l'éclairage du stationnement un peu juste : apportez une lampe de poche. C'est réservé!`],
    ["kevin", 4, "12:36", `Je passe porter la bouilloire du CPE, les cinquante tasses, et une part de dessert clairement identifiée au nom du concierge.`],
  ]),

  conversation({ key: "sujets-souhaites", title: "De quoi voulez-vous parler dans les prochains Moments d'échange?", startedDaysAgo: 100 }, [
    ["audrey", 0, "8:50", `Avant le prochain sondage officiel, une question toute simple : **quel sujet vous ferait dire « ça, je ne le manque pas »?** Une ligne suffit. Dites aussi si vous pourriez en parler vous-même.`],
    ["maude", 0, "12:43", `Les bébés qui pleurent beaucoup. Et nous, pendant ce temps-là.`],
    ["beatriz", 0, "13:25", `L'intégration d'un enfant à besoins particuliers **quand il n'y a pas d'accompagnement** : qu'est-ce qu'on fait le lundi matin, avec les moyens du bord?`],
    ["julie", 0, "16:20", `L'anxiété des adultes. Celle des enfants, on a déjà eu trois formations.`],
    ["ginette", 1, "6:47", `Comment dire une affaire difficile à un parent que tu vas croiser à l'épicerie samedi.`],
    ["alexis", 1, "10:15", `Je vote pour celle de Ginette. Et je peux raconter mes ratés, j'en ai une collection.`],
    ["sarah-eve", 1, "11:02", `Nourrir une famille quand les prix montent : cuisine collective, dépannage, dignité.`],
    ["patrice", 1, "11:40", `L'autorégulation, mais sans le mot. Disons : « qu'est-ce qui aide un petit à redescendre ».`],
    ["zahra", 2, "9:55", `Les naissances dans plusieurs cultures. Je peux en parler, avec deux autres femmes qui seraient contentes qu'on leur pose des questions pour une fois.`],
    ["eric", 2, "14:10", `Les séparations de parents. Chaque milieu voit un bout de l'histoire et personne ne sait à qui remettre la mitaine.`],
    ["pascal", 4, "10:35", `Le jeu libre dehors, même laid, même mouillé.`],
    ["oumar", 4, "13:50", `La pauvreté, nommée par son nom. On en parle toujours de biais.`],
    ["chantal", 5, "9:20", `Merci à Oumar et Sarah-Ève : leurs deux sujets n'en font peut-être qu'un, et je viendrais avec toute mon équipe.`],
    ["audrey", 8, "13:30", `Récolte : onze sujets. Trois se ressemblent (pauvreté, prix, dignité), deux vont ensemble (annoncer une chose difficile, séparations). Le comité les met dans le sondage avec vos mots à vous, et **on vous dira ce qu'on en a fait**, y compris pour ceux qu'on ne retiendra pas cette année.`],
  ]),
];
