/** What people of the demo share in their conversations: papers of a few lines, and drawings without anybody in them. */

export type Drawing = "pictograms" | "plan" | "corner";

export type DemoFile = {
  /** Key of the conversation, and words of the message that has it. */
  conversation: string;
  says: string;
  name: string;
} & ({ paper: "pdf" | "docx"; lines: readonly [title: string, ...lines: string[]] } | { drawing: Drawing; description: string });

export const FILES: readonly DemoFile[] = [
  { conversation: "pictogrammes-commun", says: "les onze images, en trois formats", name: "Les onze pictogrammes.png", drawing: "pictograms", description: "Onze pictogrammes au trait noir sur fond blanc, un par case" },
  {
    conversation: "pictogrammes-commun",
    says: "les onze images, en trois formats",
    name: "Mode d’emploi des pictogrammes.pdf",
    paper: "pdf",
    lines: ["Les onze pictogrammes", "Gros trait noir, fond blanc, une seule idée par image.", "Au moins 6 cm de côté, à la hauteur des yeux de l’enfant.", "Plastifiés, coins arrondis, velcro derrière.", "À relire ensemble dans un an."],
  },
  {
    conversation: "sieste-et-dodo",
    says: "mis le tableau au propre",
    name: "Trois jours d’observation.docx",
    paper: "docx",
    lines: ["Trois jours d’observation", "Sans rien changer : on note, c’est tout.", "Maison\u00a0: heure où l’enfant s’endort le soir, heure du lever.", "Milieu\u00a0: heure où le repos commence et finit.", "Ensuite, une seule chose à la fois, pendant une semaine."],
  },
  {
    conversation: "passage-maternelle",
    says: "Essai terminé",
    name: "La feuille, version d’essai.pdf",
    paper: "pdf",
    lines: ["La feuille, version d’essai", "Ce qui me fait du bien\u00a0:", "Ce qui m’inquiète\u00a0:", "Ce que j’aime faire\u00a0:", "Mes mots à moi, et ce qu’ils veulent dire\u00a0:", "Cette feuille est à vous. Vous pouvez la reprendre quand vous voulez."],
  },
  {
    conversation: "autorisation-courte",
    says: "La page est prête",
    name: "Avant de signer.pdf",
    paper: "pdf",
    lines: ["Avant de signer", "Qui parle à qui?", "De quoi, et de quoi ne parlera-t-on pas?", "Pourquoi?", "Jusqu’à quand?", "Vous pouvez dire non, ou changer d’idée, sans perdre un service."],
  },
  {
    conversation: "moment-langage-organisation",
    says: "Parfait",
    name: "Trois scènes à rejouer.docx",
    paper: "docx",
    lines: ["Trois scènes à rejouer", "L’habillage, avec de vraies bottes.", "Le dîner.", "Le lundi matin."],
  },
  { conversation: "salle-val-des-grives", says: "Visité hier", name: "Plan de la bibliothèque.png", drawing: "plan", description: "Plan de la bibliothèque\u00a0: la rampe du côté de la cour, la porte à gauche, vingt-cinq places en cercle" },
  { conversation: "matins-difficiles", says: "Petit rituel", name: "Coin des au revoir.png", drawing: "corner", description: "Le coin des au revoir\u00a0: une fenêtre basse, un banc et deux coussins" },
];
