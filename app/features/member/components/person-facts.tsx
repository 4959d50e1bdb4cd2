import { DefinitionList, type Fact } from "~/ui/definition-list";
import type { FoundPerson } from "../queries.server";
import type { PersonState, RemovalReason } from "../model";
import { PersonStateTag, rolesInWords } from "./person-state";

export const reasonNames: Record<RemovalReason, string> = {
  "changed-work": "Elle a changé de travail",
  asked: "Elle l’a demandé",
  mistake: "Elle avait été invitée par erreur",
  charter: "Elle n’a pas respecté la charte",
  other: "Une autre raison",
};

const sinceNames: Record<PersonState, string> = {
  active: "Membre depuis",
  paused: "En pause depuis",
  invited: "Invitée à revenir depuis",
  left: "Partie depuis",
  removed: "Retirée depuis",
};

/** What the committee knows of a person. */
export function PersonFacts({ person }: { person: FoundPerson }) {
  const { state, organisations, roles, email, joined, since, reason } = person;
  const inWords = rolesInWords(roles, organisations);
  const facts: Fact[] = [
    { term: "État", value: <PersonStateTag state={state} /> },
    { term: "Organisation", value: organisations.map(({ name }) => name).join(", ") || "Aucune" },
    ...(inWords ? [{ term: "Rôle", value: inWords }] : []),
    { term: "Adresse courriel", value: email },
    ...(joined ? [{ term: "Inscription", value: joined }] : []),
    ...(state === "active" ? [] : [{ term: sinceNames[state], value: since }]),
    ...(reason ? [{ term: "Raison", value: reasonNames[reason] }] : []),
  ];
  return <DefinitionList facts={facts} />;
}
