/** The charter of the invented community: what its people wrote where the template leaves a blank. Pure data. */

export const CHARTER_TITLE = "Charte de collaboration";

export const BLANKS: readonly (readonly [blank: string, words: string])[] = [
  ["[nom du territoire]", "la MRC de la Rivière-aux-Aulnes"],
  ["Il réunit [nombre] personnes, de [nombre] organisations", "Il réunit sept personnes, de quatre organisations"],
  ["Son mandat est de [durée]", "Son mandat est de deux ans"],
  ["[nombre] Moments d’échange par saison", "quatre Moments d’échange par saison"],
  ["[septembre]", "septembre"],
  ["[juin]", "juin"],
  ["au plus tard le [date]", "au plus tard le 15 août"],
  ["[noms des pôles]", "Port-aux-Aulnes, Sainte-Ludivine, Val-des-Grives et Pointe-à-l’Oseille"],
  ["[dix]", "dix"],
  ["[deux]", "deux"],
  ["[trente]", "trente"],
];

export const FIRST_VERSION = { by: "audrey", publishedDaysAgo: 205, reasons: "La première version, écrite ensemble de septembre à mars." };

/** The revision under way, and whom the committee named to write it. */
export const SECOND_VERSION = { by: "audrey", begunDaysAgo: 16, drafters: ["genevieve"], readBy: 0.55 };

/** What people said of the version under way; `at` counts days before today. Articles by their place. */
export const COMMENTS: readonly { by: string; article: number; at: number; body: string; quote?: string; spokenFor?: string }[] = [
  { by: "ines", article: 9, at: 11, body: "Dix jours, c’est long quand on veut en parler à l’équipe le lundi suivant. Une semaine?", quote: "dans les dix jours" },
  { by: "audrey", article: 8, at: 9, body: "À la rencontre, deux éducatrices ont dit que le remplacement est la vraie barrière\u00a0: sans lui, la charte ne change rien pour elles.", quote: "prévoir le remplacement", spokenFor: "La table du pôle de Val-des-Grives" },
  { by: "tomas", article: 10, at: 6, body: "J’aime que la protection passe avant tout. On pourrait rappeler ici où trouver le numéro de la DPJ." },
  { by: "maude", article: 6, at: 3, body: "Est-ce que l’on peut prendre un tour à deux? Je n’oserais pas animer seule.", quote: "Chaque personne membre prend un tour quand elle le peut." },
];

export const PROPOSALS: readonly { by: string; article: number; at: number; from: string; to: string; reason: string; support?: string[]; object?: { by: string; reason: string } }[] = [
  { by: "ines", article: 9, at: 10, from: "dans les dix jours", to: "dans la semaine qui suit", reason: "On en parle encore dans nos équipes.", support: ["karine", "nadege"], object: { by: "genevieve", reason: "Il faut le temps qu’une deuxième personne relise." } },
  { by: "nadege", article: 6, at: 5, from: "Chaque personne membre prend un tour quand elle le peut.", to: "Chaque personne membre prend un tour quand elle le peut, seule ou à deux.", reason: "C’est plus facile de dire oui quand on n’est pas seule.", support: ["maude"] },
  { by: "frederic", article: 10, at: 2, from: "Nous ne faisons pas de capture d’écran et n’enregistrons pas les rencontres, sauf accord de toutes les personnes présentes.", to: "Nous ne faisons pas de capture d’écran et n’enregistrons pas les rencontres.", reason: "Demander l’accord devant tout le monde met de la pression." },
];

/** The round by which the first version was adopted, and what was not simply agreed to. The objection was taken back. */
export const RULE = { objectionsBlock: true, peoplePercent: 60, organisationsPercent: 67 };

export const RESERVES: ReadonlyMap<string, { stance: "reserve" | "object"; reason: string }> = new Map([
  ["tomas", { stance: "reserve" as const, reason: "Deux heures, c’est beaucoup de route pour nous. À revoir après une saison." }],
  ["genevieve", { stance: "object" as const, reason: "Rien ne disait que ce qui s’écrit ici ne sert jamais à évaluer quelqu’un. C’est ajouté à l’article 8\u00a0: je retire mon objection." }],
]);

/** The managers' review of the version under way; those who are not here have not answered yet. */
export const REVIEW = {
  openedDaysAgo: 4,
  deadlineInDays: 12,
  answers: [
    { by: "lynda", reserved: { article: 8, note: "Le remplacement dépend des effectifs de l’été. Nous ferons au mieux." } },
    { by: "solange", reserved: null },
  ],
};
