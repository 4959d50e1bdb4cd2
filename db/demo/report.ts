/** A message of the demo in which a child could be recognised: somebody reported it, and the committee has not looked yet. */
export const REPORTED = {
  in: "attente-orthophonie",
  by: "emilie",
  reportedBy: "nadege",
  beginning: "Chez nous, Théodora",
  incident: {
    information: "Un prénom, un âge et le lieu de travail d’un parent.",
    circumstances: "Publié dans une discussion de l’espace privé de la communauté. Signalé, puis masqué aussitôt.",
    measures: "Masqué à la réception du signalement.",
  },
} as const;
