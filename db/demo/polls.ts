import { typographic } from "./conversation";

/** A choice under a message: by the thread's key, and by how its words begin. */
export type DemoPoll = { thread: string; begins: string; single: boolean; closed: boolean; choices: readonly (readonly [label: string, ...by: string[]])[] };

const poll = (made: DemoPoll): DemoPoll => ({ ...made, begins: typographic(made.begins), choices: made.choices.map(([label, ...by]) => [typographic(label), ...by]) });

export const POLLS: readonly DemoPoll[] = [
  poll({
    thread: "moment-langage-organisation",
    begins: "Covoiturage depuis Port-aux-Aulnes",
    single: true,
    closed: false,
    choices: [
      ["Je prends une place", "noemie", "beatriz"],
      ["J'ai aussi des places à offrir", "karine"],
      ["Je pars d'ailleurs", "line", "julie", "genevieve"],
    ],
  }),
  poll({
    thread: "regle-des-tempetes",
    begins: "Je propose",
    single: false,
    closed: true,
    choices: [
      ["La veille à 20 h, si c'est annoncé", "stephanie", "ginette", "alexis", "audrey"],
      ["Le matin même, au plus tard à 6 h 30", "kevin", "ginette", "julie"],
      ["Toujours reporter, jamais de visio", "audrey"],
    ],
  }),
];
