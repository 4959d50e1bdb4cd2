import type { Step } from "./kit/model";

/** How the list begins, before the community has changed anything. */
export const FIRST_STEPS: readonly Step[] = [
  { days: -42, role: "facilitation", title: "Convenir du sujet et joindre la personne-ressource", message: "Bonjour,\n\nLe {date}, notre communauté de pratique en petite enfance tient un Moment d’échange\u00a0: «\u00a0{moment}\u00a0». Accepteriez-vous de nous accompagner pour une partie de la rencontre? Nous pensons à une quarantaine de minutes, suivies d’échanges en petits groupes.\n\nMerci de nous dire si cela vous est possible, et ce dont vous auriez besoin sur place." },
  { days: -35, role: "coordination", title: "Réserver la salle et vérifier l’accès", message: "Bonjour,\n\nNous aimerions réserver une salle le {date}, de {heures}, pour une trentaine de personnes. Il nous faudrait des tables que l’on peut déplacer, un écran et une entrée accessible. Est-ce possible chez vous?" },
  { days: -30, role: "coordination", title: "Envoyer l’invitation", message: "Bonjour à toutes et à tous,\n\nLe prochain Moment d’échange aura lieu le {date}, de {heures}\u00a0: «\u00a0{moment}\u00a0».\nLieu\u00a0: {lieu}\n\nDites-nous sur Le Fil si vous venez. Si vous ne pouvez pas, quelqu’un de votre milieu peut venir à votre place." },
  { days: -21, role: "facilitation", title: "Fixer l’ordre du jour et la question de préparation", message: "" },
  { days: -14, role: "coordination", title: "Rappeler la rencontre à qui n’a pas répondu", message: "Bonjour,\n\nNous nous retrouvons le {date}, de {heures}, au sujet de «\u00a0{moment}\u00a0». Une réponse sur Le Fil, même «\u00a0peut-être\u00a0», nous aide à préparer la salle. Merci!" },
  { days: -7, role: "coordination", title: "Confirmer le matériel, la salle et la collation", message: "Bonjour,\n\nNous confirmons notre venue le {date}, de {heures}. Pourriez-vous nous dire par où entrer, et qui joindre sur place en cas d’imprévu? Merci." },
  { days: -7, role: "facilitation", title: "Faire le point entre responsables", message: "Bonjour,\n\nLa rencontre «\u00a0{moment}\u00a0» approche. Pouvons-nous nous parler quinze minutes cette semaine pour nous répartir l’accueil, l’animation et les notes?" },
  { days: -1, role: "coordination", title: "Vérifier la liste des personnes et imprimer ce qu’il faut", message: "" },
  { days: 0, role: "notes", title: "Noter les présences et ce que l’on retient", message: "" },
  { days: 2, role: "notes", title: "Relire les notes avec les autres responsables", message: "Bonjour,\n\nVoici mes notes de la rencontre du {date}. Pouvez-vous les relire d’ici deux jours, et me dire ce qui manque ou ce qui ne devrait pas y être? Aucun enfant et aucune famille ne doit pouvoir y être reconnu." },
  { days: 3, role: "facilitation", title: "Remercier la personne-ressource", message: "Bonjour,\n\nMerci d’avoir été avec nous le {date}. Ce que vous avez apporté continue de faire parler\u00a0: nous vous ferons signe quand le compte rendu paraîtra." },
  { days: 7, role: "notes", title: "Publier le compte rendu et les suites", message: "" },
  { days: 7, role: "coordination", title: "Laisser un mot aux prochaines personnes responsables", message: "" },
];
