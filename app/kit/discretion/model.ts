/** What can let someone be recognised in a text. */
export const FOUND_KINDS = ["health-number", "social-insurance", "telephone", "postal-code", "address", "birth-date", "e-mail", "file-number", "named-person", "initials", "rare-detail"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Something in a text by which a child or a family could be recognised. It lives as long as the answer that shows it. */
export type Found = { kind: FoundKind; start: number; end: number; words: string };

/** What nobody may publish, whatever they say: a number that serves to steal an identity. */
export const REFUSED: readonly FoundKind[] = ["health-number", "social-insurance"];

export const isRefused = ({ kind }: Pick<Found, "kind">): boolean => REFUSED.includes(kind);

/** Why it is shown, and what could stand there instead. */
export const FOUND_WORDS: Record<FoundKind, { why: string; instead: string }> = {
  "health-number": { why: "Cela ressemble à un numéro d’assurance maladie.", instead: "Retirez-le\u00a0: il ne se publie jamais ici." },
  "social-insurance": { why: "Cela ressemble à un numéro d’assurance sociale.", instead: "Retirez-le\u00a0: il ne se publie jamais ici." },
  telephone: { why: "Un numéro de téléphone mène à une personne.", instead: "«\u00a0Je donne le numéro de vive voix.\u00a0»" },
  "postal-code": { why: "Un code postal désigne quelques maisons.", instead: "«\u00a0une famille du territoire\u00a0»" },
  address: { why: "Une adresse dit où vit une famille.", instead: "«\u00a0une famille du territoire\u00a0»" },
  "birth-date": { why: "Une date de naissance complète désigne presque toujours une seule personne.", instead: "«\u00a0un enfant de quatre ans\u00a0»" },
  "e-mail": { why: "Une adresse courriel mène à une personne.", instead: "«\u00a0Je donne l’adresse de vive voix.\u00a0»" },
  "file-number": { why: "Un numéro de dossier mène à une personne.", instead: "«\u00a0un dossier en attente\u00a0»" },
  "named-person": { why: "Un nom, avec ce qui est dit autour, permet de reconnaître un enfant ou une famille.", instead: "«\u00a0un enfant de trois ans de mon groupe\u00a0», «\u00a0un parent que j’accompagne\u00a0»" },
  initials: { why: "Des initiales, avec ce qui est dit autour, suffisent à reconnaître quelqu’un dans une petite communauté.", instead: "«\u00a0un enfant de mon groupe\u00a0»" },
  "rare-detail": { why: "Une situation unique dans un lieu nommé désigne quelqu’un, même sans nom.", instead: "«\u00a0une famille du territoire\u00a0»" },
};
