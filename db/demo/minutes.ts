/**
 * What was left of two meetings of the demo: who was there, cards, notes, minutes and
 * follow-ups. Pure data: keys of MEETINGS, POLES and PEOPLE.
 */
export type DemoDay = {
  meeting: string;
  sittings: { pole: string; present: string[]; visitors?: { name: string; organisation: string }[]; cards: { by: string; body: string; topic?: string }[]; notes?: { by: string; body: string } }[];
  synthesis?: { by: string; body: string };
  minutes: { by: string; body: string; adoptedAfterDays: number | null; openedDaysAgo: number; corrections: { by: string; words: string; instead: string; settled?: { by: string; declined?: string } }[] };
  followUps: { body: string; who: string; by: string; inDays: number; done?: boolean }[];
};

export const DAYS: DemoDay[] = [
  {
    meeting: "emotions",
    sittings: [
      {
        pole: "ludivine",
        present: ["audrey", "camille", "yasmine", "tomas", "karine", "emilie", "diane", "huguette", "stephanie", "solange", "sarah-eve"],
        cards: [
          { by: "karine", body: "La colère des adultes, en réunion aussi" },
          { by: "emilie", body: "Préparer la rentrée\u00a0: les enfants qui ne tiennent pas assis" },
        ],
        notes: {
          by: "yasmine",
          body: "**Ce qui se passe dans le corps.** Le cerveau qui décide n’est plus là\u00a0: on attend qu’il revienne.\n\n**Phrases essayées à deux**\n\n- «\u00a0Je suis là. Je reste.\u00a0»\n- «\u00a0Tes mains restent près de toi.\u00a0»\n\nTrois milieux notent le moment de la journée pendant deux semaines\u00a0: c’est presque toujours avant un repas.",
        },
      },
      {
        pole: "oseille",
        present: ["eric", "fatoumata", "gabriela", "tomas", "nawel", "ginette", "patrice"],
        cards: [{ by: "nawel", body: "Seule avec six enfants\u00a0: à qui passer le relais?" }],
        notes: { by: "gabriela", body: "En milieu familial, personne ne prend le relais. On a cherché **ce qui se fait quand on est seule**\u00a0: s’asseoir par terre, parler moins, respirer plus fort que l’enfant.\n\nLe coin calme n’est pas une punition si l’adulte y va aussi." },
      },
    ],
    synthesis: { by: "audrey", body: "Les deux pôles disent la même chose autrement\u00a0: **l’adulte qui reste** est l’outil. En groupe, on se relaie; seule, on ralentit.\n\nÀ Sainte-Ludivine, on observe l’heure; à la Pointe, on cherche un relais." },
    minutes: {
      by: "yasmine",
      body: "## Présences\n\n- Centre de santé de la Rivière-aux-Aulnes\u00a0: 4\n- Bureau coordonnateur de la Rivière-aux-Aulnes\u00a0: 5\n- Les autres milieux\u00a0: 9\n\n## Sujets\n\n- Émotions\n- Discipline\n\n## Ce qu’on retient\n\nL’adulte qui reste est l’outil. En groupe, on se relaie; seule, on ralentit. Avant les repas, on baisse le bruit et la lumière.\n\n> Tes mains restent près de toi.\n\n## Ressources\n\n- Les phrases essayées à deux, affichées près du vestiaire\n- Les ateliers de gestion des émotions de la Pointe\n\n## Suites\n\n- La grille d’observation est partagée dans la discussion.\n\n## La prochaine fois\n\nQui prend le relais quand on est seule avec six enfants?",
      adoptedAfterDays: 7, openedDaysAgo: 84,
      corrections: [
        { by: "huguette", words: "Avant les repas, on baisse le bruit.", instead: "Avant les repas, on baisse le bruit et la lumière.", settled: { by: "yasmine" } },
        { by: "patrice", words: "L’adulte qui reste est l’outil.", instead: "L’adulte est un outil parmi d’autres.", settled: { by: "audrey", declined: "Les deux pôles l’ont dit ainsi, et c’est ce qu’on veut retenir. Votre nuance est notée pour la suite." } },
      ],
    },
    followUps: [{ body: "Partager la grille d’observation dans la discussion", who: "yasmine", by: "audrey", inDays: -70, done: true }],
  },
  {
    meeting: "jeu-dehors",
    sittings: [
      {
        pole: "port",
        present: ["danae", "alexis", "rose-aimee", "nadege", "marjolaine", "maude", "ines", "genevieve", "martin", "leila", "mai-linh", "noemie"],
        visitors: [{ name: "Suzie Lachance-Roy", organisation: "Loisirs de Port-aux-Aulnes" }],
        cards: [
          { by: "nadege", body: "Les mitaines perdues\u00a0: un système qui tient jusqu’en mars", topic: "Jeu extérieur" },
          { by: "ines", body: "Sortir avec des poupons, par grand froid" },
          { by: "leila", body: "Inviter les parents à jouer dehors avec nous" },
        ],
        notes: { by: "rose-aimee", body: "On est sortis à la dixième minute. **Le risque se regarde à deux**\u00a0: qu’est-ce qui peut arriver, et qu’est-ce que l’enfant apprend?\n\nTrois milieux ajoutent leurs lieux à la liste." },
      },
    ],
    minutes: {
      by: "rose-aimee",
      body: "## Présences\n\n- CPE Les Cerfs-volants du Port\u00a0: 4\n- Centre de santé de la Rivière-aux-Aulnes\u00a0: 3\n- Les autres milieux\u00a0: 6\n\n## Sujets\n\n- Jeu extérieur\n\n## Ce qu’on retient\n\nLe risque se regarde à deux. Quand il fait moins vingt, on sort dix minutes, et on recommence.\n\n## Ressources\n\n- La liste des lieux de la MRC, à compléter\n\n## Suites\n\n- Compléter la liste des lieux\n\n## La prochaine fois\n\nSortir avec des poupons, par grand froid.",
      adoptedAfterDays: null, openedDaysAgo: 3,
      corrections: [{ by: "marjolaine", words: "Quand il fait moins vingt, on sort dix minutes", instead: "Quand il fait moins vingt, on sort quinze minutes au plus" }],
    },
    followUps: [
      { body: "Compléter la liste des lieux où jouer dehors", who: "marjolaine", by: "alexis", inDays: 9 },
      { body: "Demander à la Ville la clé du chalet pour l’hiver", who: "danae", by: "alexis", inDays: -12, done: true },
    ],
  },
];
