import { plural } from "~/kit/format";
import { roleNames } from "../model";
import type { Preference, Reason } from "./model";

const TOLD_APART: Record<Preference, string> = {
  turns: "A eu moins de tours que les autres qui attendent depuis aussi longtemps.",
  load: "A eu des tours plus légers que les autres qui attendent depuis aussi longtemps.",
  organisation: "D’une autre organisation que les autres responsables de la rencontre.",
  pole: "A déjà servi dans ce pôle.",
  experience: "Pour jumeler quelqu’un d’expérience et quelqu’un de nouveau.",
  "organisation-turns": "Son organisation a eu moins de tours que les autres.",
  draw: "À égalité en tout\u00a0: le tirage fixe de cette rencontre a départagé.",
};

const waited = ({ wait, last }: Reason, day: (instant: string) => string): string => {
  if (last === null) return "N’a encore jamais eu de tour.";
  const since = Math.floor(wait);
  const role = roleNames[last.role].toLocaleLowerCase("fr-CA");
  return `Dernier tour\u00a0: ${role}, le ${day(last.at)}${since > 0 ? `, ${plural(since, "rencontre", "rencontres")} plus tôt` : ""}.`;
};

/** Why this person, in two or three short sentences. `day` writes an instant as a date. */
export function reasonWords(reason: Reason, day: (instant: string) => string): string {
  const { because, alike, lighter } = reason;
  const apart = because ? TOLD_APART[because] : "Personne d’autre, parmi les personnes disponibles, n’attend depuis aussi longtemps.";
  const others = alike > 0 && (because === "turns" || because === "load") ? "" : alike > 0 ? `${plural(alike, "autre personne attend", "autres personnes attendent")} depuis aussi longtemps.` : "";
  return [waited(reason, day), others, apart, lighter ? "Le rôle le plus léger\u00a0: a déjà porté davantage que les autres." : ""].filter(Boolean).join(" ");
}
