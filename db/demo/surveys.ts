/**
 * The surveys of the demo: one that is open, one that is closed for each promise, and a
 * draft. Pure data; days are counted from today, and answers are drawn by the filler,
 * with what is written here for those that are written.
 */
export type DemoQuestion = {
  kind: "section" | "one" | "several" | "ranking" | "scale" | "dots" | "matrix" | "short" | "long" | "topic";
  label: string;
  hint?: string;
  required?: boolean;
  options?: string[];
  levels?: string[];
  /** What people write; each is written once. */
  texts?: string[];
  /** How much the options are liked, the first most, where they are not liked alike. */
  leaning?: boolean;
};

export type DemoSurvey = {
  title: string;
  intro: string;
  promise: "named" | "confidential" | "anonymous";
  /** The number of the question by which results are shown too, or the organisations. */
  crossing?: number | "organisation";
  openedDaysAgo: number | null;
  closesInDays: number | null;
  /** How many have answered. */
  answers: number;
  questions: DemoQuestion[];
  sequel?: string;
  /** The number of the question, of several choices, whose choices became subjects some days after its end. */
  subjects?: number;
};

const INTEREST = ["Pas du tout", "Un peu", "Beaucoup"];

export const SURVEYS: DemoSurvey[] = [
  {
    title: "De quoi parlerons-nous ce printemps?", intro: "Vos réponses servent à choisir les sujets des prochains Moments d’échange. Deux minutes suffisent.",
    promise: "anonymous", crossing: 3, openedDaysAgo: 5, closesInDays: 9, answers: 17,
    questions: [
      { kind: "section", label: "Vos intérêts" },
      { kind: "matrix", label: "À quel point ces sujets vous intéressent-ils?", options: ["Le développement du langage", "L’entrée à la maternelle", "Le soutien aux parents isolés", "Les enfants nouvellement arrivés", "Le jeu dehors en toute saison"], levels: INTEREST, leaning: true },
      { kind: "one", label: "Auprès de qui travaillez-vous surtout?", options: ["Des enfants de 0 à 2 ans", "Des enfants de 3 à 5 ans", "Des parents"] },
      { kind: "topic", label: "Y a-t-il un autre sujet dont vous voudriez parler?", hint: "En quelques mots, sans nommer d’enfant ni de famille.", texts: ["Les écrans à la maison", "Le travail avec les interprètes"] },
      { kind: "section", label: "Comment on se rencontre" },
      { kind: "ranking", label: "Quelles formes de rencontre préférez-vous?", options: ["Une invitée, puis des échanges", "Des ateliers en petits groupes", "La visite d’un milieu"], leaning: true },
    ],
  },
  {
    title: "Les sujets de l’hiver", intro: "Cochez tout ce dont vous voudriez parler.",
    promise: "anonymous", openedDaysAgo: 66, closesInDays: -46, answers: 31, subjects: 1,
    questions: [
      { kind: "several", label: "De quoi aimeriez-vous parler cet hiver?", options: ["Pauvreté, prix, dignité", "Jeu extérieur", "Se remettre d’une semaine trop lourde", "L’anxiété des adultes"], leaning: true },
      { kind: "short", label: "Qu’en attendez-vous?", texts: ["Des idées pour le lundi matin.", "Entendre comment font les autres milieux."] },
    ],
    sequel: "Ces quatre sujets sont dans la liste\u00a0: vos votes diront par lequel commencer.",
  },
  {
    title: "Ce Moment d’échange sur le sommeil", intro: "Trois questions, pour que le prochain soit meilleur.",
    promise: "anonymous", openedDaysAgo: 240, closesInDays: -226, answers: 14,
    questions: [
      { kind: "scale", label: "Ce Moment d’échange vous sera-t-il utile dans votre travail?", required: true, leaning: true },
      { kind: "long", label: "Qu’est-ce que vous en retenez?", texts: ["Que la sieste n’est pas une bataille à gagner.", "Le tableau des signes de fatigue, affiché maintenant dans notre vestiaire.", "Dire la même chose aux parents que la garderie change tout."] },
      { kind: "topic", label: "De quoi faudrait-il parler la prochaine fois?", texts: ["L’alimentation des tout-petits", "Les transitions de fin de journée"] },
    ],
    sequel: "Le tableau des signes de fatigue est dans les documents, et l’alimentation sera le sujet d’un prochain Moment d’échange.",
  },
  {
    title: "Ce qui vous aiderait le plus", intro: "Pour que le comité mette son temps au bon endroit.",
    promise: "confidential", crossing: 1, openedDaysAgo: 70, closesInDays: -49, answers: 34,
    questions: [
      { kind: "one", label: "Depuis quand travaillez-vous en petite enfance?", options: ["Moins de cinq ans", "Cinq ans et plus"] },
      { kind: "several", label: "Qu’est-ce qui vous empêche de venir aux Moments d’échange?", options: ["Le remplacement", "L’horaire", "La distance", "Rien ne m’en empêche"], leaning: true },
      { kind: "dots", label: "Où mettre nos efforts?", options: ["Des rencontres plus courtes", "Des outils à partager", "Un bottin à jour", "Des visites entre milieux"], leaning: true },
      { kind: "scale", label: "Savez-vous vers qui diriger une famille?" },
      { kind: "short", label: "Un outil qui vous manque?", texts: ["Une fiche de transition vers la maternelle", "Une liste à jour des haltes-garderies"] },
    ],
    sequel: "Deux rencontres sur six se tiendront sur l’heure du midi, en une heure et demie.",
  },
  {
    title: "La date de la rencontre de juin", intro: "Dites ce qui vous convient; le comité choisira ce qui convient au plus grand nombre.",
    promise: "named", openedDaysAgo: 40, closesInDays: -28, answers: 11,
    questions: [
      { kind: "several", label: "Quels jours vous conviennent?", required: true, options: ["Mardi 13 h 30", "Mercredi 9 h", "Jeudi 13 h 30"], leaning: true },
      { kind: "ranking", label: "Quels lieux préférez-vous?", options: ["Le centre communautaire", "La maison de la famille", "En ligne"], leaning: true },
    ],
    sequel: "Ce sera le mardi, au centre communautaire.",
  },
  {
    title: "Les prochains ateliers", intro: "", promise: "confidential", openedDaysAgo: null, closesInDays: 30, answers: 0,
    questions: [
      { kind: "one", label: "Quel atelier vous intéresse le plus?", options: ["Raconter sans livre", "Bricoler avec la nature", "Chanter ensemble"], required: true },
      { kind: "short", label: "Qu’aimeriez-vous y apporter?" },
    ],
  },
];
