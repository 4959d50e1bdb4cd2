import { describe, expect, it } from "vitest";
import { whyParked } from "./model";

describe("why a mail could not leave", () => {
  it.each([
    ["EENVELOPE 550", "Le relais de courriel a refusé cette adresse. Vérifiez-la."],
    ["EENVELOPE 451", "Le relais de courriel a demandé d’attendre, chaque fois."],
    ["EAUTH 535", "Le relais de courriel a refusé l’identifiant ou le mot de passe de Le Fil."],
    ["ECONNECTION", "Le relais de courriel ne répondait pas."],
    ["ETIMEDOUT", "Le relais de courriel ne répondait pas."],
    ["waited too long", "Il a attendu plus de deux jours sans pouvoir partir."],
    ["unsafe header", "Un nom ou une adresse contient un saut de ligne."],
    ["unknown", "La raison n’est pas connue."],
    [null, "La raison n’est pas connue."],
  ])("is told for %s", (reason, sentence) => {
    expect(whyParked(reason)).toBe(sentence);
  });
});
