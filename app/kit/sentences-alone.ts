/**
 * What a browser says by itself, when no sentence came with an answer. All others stay on the server,
 * in errors.ts, and travel with what goes wrong: their table would be a thirtieth of a page's scripts.
 */
export const ALONE = {
  "request.malformed": "La demande n’a pas pu être comprise. Revenez à la page précédente et réessayez.",
  "thing.absent": "Cette page n’existe pas, ou n’est pas ouverte pour vous.",
  "method.unknown": "Cette action n’existe pas à cette adresse.",
  "server.fault": "Un problème est survenu de notre côté. Rien de ce que vous aviez publié n’est perdu.",
} as const;
