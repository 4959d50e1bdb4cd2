/**
 * Who was responsible for the meetings of the demo, and who is asked now. Pure data:
 * keys of MEETINGS, POLES and PEOPLE.
 */
export type DemoTurn = {
  role: "facilitation" | "coordination" | "notes";
  /** Who holds it, or is asked; nobody where relief is needed. */
  who: string | null;
  state: "accepted" | "asked" | "relief";
  /** Who had agreed at first. */
  planned?: string;
  /** Who did it in the end. */
  served?: string;
  askedDaysAgo?: number;
  reason?: string;
  /** Its holder looks for somebody to take it. */
  search?: { of: string | null; note: string };
};

export type DemoTurns = { meeting: string; pole: string; turns: DemoTurn[]; handover?: { by: string; worked: string; toKnow: string; leftOver: string } };

const three = (facilitation: string, coordination: string, notes: string): DemoTurn[] => [
  { role: "facilitation", who: facilitation, state: "accepted" },
  { role: "coordination", who: coordination, state: "accepted" },
  { role: "notes", who: notes, state: "accepted" },
];

export const TURNS: DemoTurns[] = [
  { meeting: "qui-fait-quoi", pole: "port", turns: three("veronique", "kevin", "marie-pier") },
  { meeting: "sommeil", pole: "ludivine", turns: three("solange", "julie", "annik") },
  {
    meeting: "alimentation", pole: "grives",
    turns: [...three("ginette", "patrice", "huguette").filter(({ role }) => role !== "coordination"), { role: "coordination", who: "patrice", state: "accepted", served: "leila" }],
  },
  { meeting: "transition", pole: "port", turns: three("diane", "stephanie", "beatriz") },
  { meeting: "emotions", pole: "ludivine", turns: three("audrey", "camille", "yasmine") },
  { meeting: "emotions", pole: "oseille", turns: three("eric", "fatoumata", "gabriela") },
  {
    meeting: "jeu-dehors", pole: "port", turns: three("danae", "alexis", "rose-aimee"),
    handover: {
      by: "alexis",
      worked: "Faire sortir tout le monde dès la dixième minute\u00a0: personne n’a regardé l’heure.",
      toKnow: "La clé du chalet se prend la veille, à l’hôtel de ville, avant 16 h 30. Il n’y a pas d’eau chaude.",
      leftOver: "La liste des lieux de la MRC n’est pas finie. Trois milieux ont promis d’ajouter les leurs.",
    },
  },
  {
    meeting: "langage", pole: "oseille",
    turns: [
      { role: "facilitation", who: "tomas", state: "accepted" },
      { role: "coordination", who: "marjolaine", state: "accepted" },
      { role: "notes", who: "nadege", state: "asked", askedDaysAgo: 2, reason: "N’a encore jamais eu de tour. Pour jumeler quelqu’un d’expérience et quelqu’un de nouveau." },
    ],
  },
  {
    meeting: "langage", pole: "grives",
    turns: [
      { role: "facilitation", who: "aminata", state: "accepted" },
      { role: "coordination", who: null, state: "relief", planned: "isabelle" },
      { role: "notes", who: "line", state: "accepted" },
    ],
  },
  {
    meeting: "langage", pole: "port",
    turns: [
      { role: "facilitation", who: "genevieve", state: "accepted" },
      { role: "coordination", who: "emilie", state: "accepted" },
      { role: "notes", who: "mai-linh", state: "accepted", search: { of: null, note: "Une formation m’est tombée dessus ce jour-là." } },
    ],
  },
  {
    meeting: "langage", pole: "ludivine",
    turns: [
      { role: "coordination", who: "karine", state: "accepted" },
      { role: "notes", who: "sarah-eve", state: "asked", askedDaysAgo: 9, reason: "N’a encore jamais eu de tour." },
    ],
  },
];

/** Who takes no turns for a while. */
export const ABSENCES: { who: string; kind: "absence" | "leave" | "exemption"; fromInDays: number; untilInDays: number | null; reason?: string; notedBy?: string }[] = [
  { who: "josee-anne", kind: "leave", fromInDays: -120, untilInDays: 150, notedBy: "audrey", reason: "En congé jusqu’au printemps, à sa demande." },
  { who: "frederic", kind: "absence", fromInDays: 14, untilInDays: 30 },
  { who: "pascal", kind: "exemption", fromInDays: -200, untilInDays: null, notedBy: "audrey", reason: "Remplace déjà deux collègues cette année. À revoir à l’été." },
];

/** A step of the kit that the committee worded anew, with what it said before. */
export const KIT_CHANGE = {
  of: "Réserver la salle et vérifier l’accès",
  by: "audrey",
  before: { days: -30, role: "coordination" as const, title: "Réserver la salle", message: "" },
};

/** What people would change in the kit, and what became of it. */
export const KIT_NOTES: { who: string; about: string | null; body: string; daysAgo: number; settled?: "taken" | "set-aside" }[] = [
  { who: "alexis", about: "Réserver la salle et vérifier l’accès", body: "Ajouter l’accès\u00a0: au chalet, personne ne savait où était la rampe.", daysAgo: 63, settled: "taken" },
  { who: "nadege", about: null, body: "Une tâche pour la collation\u00a0: demander les allergies une semaine avant, avec l’invitation.", daysAgo: 4 },
  { who: "emilie", about: "Rappeler la rencontre à qui n’a pas répondu", body: "Deux semaines, c’est tôt. Dix jours avant, les horaires sont connus.", daysAgo: 2 },
];
