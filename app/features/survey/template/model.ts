import type { PromiseKind } from "../model";
import type { Question } from "../question/model";

/** Surveys that are asked again and again, ready to be changed. */
export type Template = { name: string; note: string; title: string; intro: string; promise: PromiseKind; questions: Omit<Question, "id">[] };

const ask = (kind: Question["kind"], label: string, more: Partial<Omit<Question, "id" | "kind" | "label">> = {}): Omit<Question, "id"> => ({
  kind, label, hint: "", required: false, options: [], levels: [], ...more,
});

export const TEMPLATES = {
  vide: { name: "Une page blanche", note: "Vos questions, dans votre ordre.", title: "", intro: "", promise: "confidential", questions: [] },
  interets: {
    name: "Sujets d’intérêt",
    note: "Ce dont les gens voudraient parler, pour choisir les prochains Moments d’échange.",
    title: "De quoi aimeriez-vous parler?",
    intro: "Vos réponses servent à choisir les sujets des prochains Moments d’échange. Deux minutes suffisent.",
    promise: "anonymous",
    questions: [
      ask("matrix", "À quel point ces sujets vous intéressent-ils?", {
        hint: "Remplacez ces sujets par les vôtres.",
        options: ["Le développement du langage", "L’adaptation à la garderie", "Le sommeil des tout-petits", "Le soutien aux parents", "L’entrée à la maternelle"],
        levels: ["Pas du tout", "Un peu", "Beaucoup"],
      }),
      ask("topic", "Y a-t-il un autre sujet dont vous voudriez parler?", { hint: "En quelques mots, sans nommer d’enfant ni de famille." }),
      ask("one", "Quel moment de la journée vous convient le mieux?", { options: ["Le matin", "Sur l’heure du midi", "L’après-midi", "En fin de journée"] }),
    ],
  },
  moment: {
    name: "Évaluation d’un Moment d’échange",
    note: "Trois questions anonymes, à celles et ceux qui étaient là.",
    title: "Qu’avez-vous pensé de ce Moment d’échange?",
    intro: "Trois questions, pour que le prochain soit meilleur.",
    promise: "anonymous",
    questions: [
      ask("scale", "Ce Moment d’échange vous sera-t-il utile dans votre travail?", { required: true }),
      ask("long", "Qu’est-ce que vous en retenez?", { hint: "Sans nommer d’enfant ni de famille." }),
      ask("topic", "De quoi faudrait-il parler la prochaine fois?"),
    ],
  },
  date: {
    name: "Date et lieu",
    note: "Trouver quand et où se rencontrer.",
    title: "Quand et où se rencontrer?",
    intro: "Dites ce qui vous convient; le comité choisira ce qui convient au plus grand nombre.",
    promise: "named",
    questions: [
      ask("several", "Quels jours vous conviennent?", { required: true, options: ["Mardi après-midi", "Mercredi matin", "Jeudi après-midi"] }),
      ask("ranking", "Quels lieux préférez-vous?", { options: ["Au centre communautaire", "À la maison de la famille", "En ligne"] }),
      ask("short", "Y a-t-il quelque chose à savoir?"),
    ],
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

export const isTemplateName = (text: string | null): text is TemplateName => text !== null && Object.hasOwn(TEMPLATES, text);
