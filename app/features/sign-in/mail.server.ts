import type { LetterMaker } from "~/features/mail/mutations.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import { drawCode } from "./mutations.server";

/** The letter of a code (subject_ref: the challenge). The code stands in the body, never in the subject. */
export const codeLetter = (origin: string): LetterMaker => async (tx, _to, subjectRef) => {
  const code = await drawCode(tx, subjectRef);
  if (code === null) return null;
  const community = (await unscopedCommunity())?.name ?? "Le Fil";
  return {
    subject: `Votre code de connexion – ${community}`,
    paragraphs: ["Voici le code à taper dans la page où vous l’avez demandé, sur le même appareil\u00a0:"],
    code,
    link: { before: "Sur cet appareil, ce lien ouvre la page avec le code déjà inscrit\u00a0:", label: "Ouvrir la page du code", href: `${origin}/connexion/code#${code}` },
    after: ["Il est valable 15 minutes et ne sert qu’une fois. Personne de la communauté ne vous le demandera jamais\u00a0: ne le donnez à personne."],
    why: `Votre adresse vient d’être inscrite dans la page de connexion de ${community}. Si ce n’est pas vous qui l’avez fait, vous n’avez rien à faire\u00a0: sans ce code, personne ne se connecte.`,
  };
};
