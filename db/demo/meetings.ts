import { conversation, type DemoConversation } from "./conversation";

/**
 * The Moments d'échange of the demo: a past season of six, one that was cancelled,
 * one to come in four poles, and what the committee prepares. Pure data; days are
 * counted from today, and fall on the next working day of the week that is named.
 */
export type DemoSitting = {
  /** A key of POLES, or none. */
  pole: string | null;
  inDays: number;
  /** 1 is Monday. */
  weekday: 1 | 2 | 3 | 4 | 5;
  at: string;
  place: string;
  link?: string;
  capacity?: number;
  state: "planned" | "held" | "cancelled";
  reason?: string;
};

export type DemoMeeting = {
  key: string;
  title: string;
  topics: string[];
  objectives: string;
  question: string;
  agenda: [minutes: number, title: string][];
  speakers: { name: string; title: string; organisation: string; bio: string; member?: string }[];
  /** Who planned it: someone of the committee. */
  by: string;
  /** Days before today on which it was opened; null while it is a draft. */
  openedDaysAgo: number | null;
  /** A conversation that serves as its discussion; otherwise it gets one of its own. */
  conversation?: string;
  sittings: DemoSitting[];
};

const FULL: [number, string][] = [
  [15, "Accueil et tour de table"],
  [40, "Ce que l’on sait, avec notre invitée"],
  [15, "Pause"],
  [40, "En petits groupes\u00a0: essayer, comparer, adapter"],
  [10, "Ce que chaque personne rapporte dans son milieu"],
];

const held = (inDays: number, place: string, pole: string | null = null, at = "13:30"): DemoSitting => ({ pole, inDays, weekday: 2, at, place, state: "held" });

export const MEETINGS: DemoMeeting[] = [
  {
    key: "qui-fait-quoi", title: "Qui fait quoi dans la MRC? Se connaître pour mieux se diriger", topics: ["Travailler ensemble"],
    objectives: "- Mettre un visage sur chaque organisation.\n- Savoir à qui téléphoner, et pour quoi.", question: "Quelle est la dernière fois où vous n’avez pas su vers qui diriger une famille?",
    agenda: [[20, "Accueil"], [60, "Cinq minutes par organisation"], [15, "Pause"], [25, "Les trous du filet"]], speakers: [], by: "veronique", openedDaysAgo: 325,
    sittings: [held(-294, "Centre communautaire de Port-aux-Aulnes, salle A", "port")],
  },
  {
    key: "sommeil", title: "Le sommeil des tout-petits, à la maison et au service de garde", topics: ["Sommeil", "Routines"],
    objectives: "- Distinguer ce qui est courant de ce qui mérite une consultation.\n- Accorder nos messages aux parents.", question: "Comment se passe la sieste, chez vous, pour l’enfant qui n’en veut plus?",
    agenda: FULL, speakers: [{ name: "Inès Benkhelil", title: "Infirmière clinicienne en périnatalité", organisation: "Centre de santé de la Rivière-aux-Aulnes", bio: "Elle accompagne les nouveaux parents de la MRC depuis douze ans.", member: "ines" }],
    by: "audrey", openedDaysAgo: 275, sittings: [held(-245, "Maison de la famille La Bordée", "ludivine")],
  },
  {
    key: "alimentation", title: "Manger ensemble sans se battre", topics: ["Alimentation"],
    objectives: "- Partager la responsabilité entre l’adulte et l’enfant.\n- Repartir avec trois idées pour la semaine.", question: "Quel aliment revient dans l’assiette sans être touché?",
    agenda: FULL, speakers: [{ name: "Sarah-Ève Courchesne", title: "Nutritionniste", organisation: "Centre de santé de la Rivière-aux-Aulnes", bio: "", member: "sarah-eve" }],
    by: "genevieve", openedDaysAgo: 220, sittings: [held(-195, "CPE La Tuque à pompon, salle du personnel", "grives")],
  },
  {
    key: "transition", title: "De la garderie à la maternelle\u00a0: préparer le passage", topics: ["Transition scolaire"],
    objectives: "- Convenir de ce que l’on transmet, et comment.\n- Préparer une visite d’école par milieu.", question: "Qu’est-ce que l’école aimerait savoir, et que l’on n’ose pas écrire?",
    agenda: FULL, speakers: [], by: "stephanie", openedDaysAgo: 170, sittings: [held(-146, "École des Trois-Ponts, bibliothèque", "port", "15:30")],
  },
  {
    key: "emotions", title: "Les grandes colères\u00a0: tenir bon, rester proche", topics: ["Émotions", "Discipline"],
    objectives: "- Comprendre ce qui se passe dans le corps d’un enfant en colère.\n- Essayer à deux des phrases qui aident.", question: "Quelle phrase vous sort de la bouche quand vous êtes à bout?",
    agenda: FULL, speakers: [{ name: "Tomás Echeverri", title: "Psychoéducateur", organisation: "Centre de santé de la Rivière-aux-Aulnes", bio: "Il anime les ateliers de gestion des émotions de la Pointe.", member: "tomas" }],
    by: "audrey", openedDaysAgo: 125, sittings: [held(-97, "Maison de la famille La Bordée", "ludivine"), held(-90, "Maison de la famille Le Perron bleu", "oseille", "9:00")],
  },
  {
    key: "ecrans", title: "Les écrans\u00a0: sortir de la culpabilité", topics: ["Écrans"],
    objectives: "- Trouver des mots qui ne font pas honte aux parents.", question: "Qu’est-ce que l’écran règle, ce jour-là, pour cette famille?",
    agenda: FULL, speakers: [], by: "camille", openedDaysAgo: 84,
    sittings: [{ pole: "grives", inDays: -62, weekday: 4, at: "18:30", place: "Salle municipale de Val-des-Grives", state: "cancelled", reason: "Un dégât d’eau a fermé la salle, et aucune autre n’était libre ce soir-là." }],
  },
  {
    key: "jeu-dehors", title: "Jouer dehors, toute l’année", topics: ["Jeu extérieur"],
    objectives: "- Voir le risque autrement.\n- Faire la liste des lieux de la MRC.", question: "Qu’est-ce qui vous retient le plus souvent à l’intérieur?",
    agenda: [[10, "Accueil"], [50, "Dehors, pour vrai\u00a0: habillez-vous"], [20, "Chocolat chaud"], [40, "Nos lieux, nos règles, nos mitaines"]], speakers: [], by: "noemie", openedDaysAgo: 66,
    sittings: [held(-41, "Parc des Aulnes, chalet", "port", "9:30")],
  },
  {
    key: "langage", title: "Parler avec les tout-petits, toute la journée", topics: ["Langage", "Routines"],
    objectives: "- Reconnaître les moments de la journée où l’on parle *avec*, et pas seulement *à*.\n- Essayer trois façons de relancer un enfant qui parle peu.\n- Savoir quand, et vers qui, diriger une famille.",
    question: "Choisissez un moment de votre journée\u00a0: l’habillage, la collation, le trajet. Combien de fois l’enfant a-t-il pris la parole **avant** vous?",
    agenda: FULL,
    speakers: [
      { name: "Hélène Bergeron-Wright", title: "Consultante en stimulation du langage", organisation: "Pratique privée", bio: "Elle arrive avec une valise d’objets plutôt qu’un diaporama, et fait travailler les gens.", member: "helene" },
      { name: "Marjolaine Duquette-Roy", title: "Orthophoniste", organisation: "Centre de santé de la Rivière-aux-Aulnes", bio: "", member: "marjolaine" },
    ],
    by: "audrey", openedDaysAgo: 38, conversation: "moment-langage-organisation",
    sittings: [
      { pole: "oseille", inDays: 20, weekday: 2, at: "09:00", place: "Maison de la famille Le Perron bleu, petite salle", capacity: 5, state: "planned" },
      { pole: "grives", inDays: 20, weekday: 4, at: "18:30", place: "Salle municipale de Val-des-Grives", capacity: 20, state: "planned" },
      { pole: "port", inDays: 27, weekday: 2, at: "13:30", place: "Centre communautaire de Port-aux-Aulnes, salle A", link: "https://visio.exemple.test/langage-port", capacity: 30, state: "planned" },
      { pole: "ludivine", inDays: 27, weekday: 3, at: "13:30", place: "Maison de la famille La Bordée", capacity: 24, state: "planned" },
    ],
  },
  {
    key: "peres", title: "Les pères\u00a0: les inviter, les garder", topics: ["Pères"],
    objectives: "- Relire nos affiches et nos courriels avec leurs yeux.", question: "À qui s’adresse le dernier message que vous avez envoyé «\u00a0aux parents\u00a0»?",
    agenda: [[15, "Accueil"], [60, "Récits de pères"], [15, "Pause"], [30, "Ce que l’on change dès lundi"]], speakers: [], by: "genevieve", openedDaysAgo: null,
    sittings: [{ pole: "ludivine", inDays: 76, weekday: 2, at: "13:30", place: "", state: "planned" }],
  },
  {
    key: "deuil", title: "Accompagner un enfant en deuil", topics: [], objectives: "", question: "", agenda: [], speakers: [], by: "stephanie", openedDaysAgo: null, sittings: [],
  },
];

/** The key of the conversation that is a meeting's discussion. */
export const discussionOf = ({ key, conversation: written }: DemoMeeting): string => written ?? `moment-${key}`;

/** The discussions of opened meetings that have no conversation of their own: their first message, as opening a meeting writes it. */
export const MEETING_CONVERSATIONS: DemoConversation[] = MEETINGS.flatMap((meeting) => {
  const { title, question, by, openedDaysAgo, conversation: written } = meeting;
  if (openedDaysAgo === null || written !== undefined) return [];
  const body = `Ici, on se prépare à ce Moment d’échange, et on y revient après.\n\nPour s’y préparer\u00a0:\n\n${question}`;
  return [conversation({ key: discussionOf(meeting), title, startedDaysAgo: openedDaysAgo }, [[by, 0, "10:20", body]])];
});
