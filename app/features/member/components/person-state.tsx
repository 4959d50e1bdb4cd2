import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/shape";
import type { PersonState } from "../model";

const states: Record<PersonState, { tone: Tone; word: string; shape?: "stitch" | "cut" }> = {
  active: { tone: "moss", word: "Membre" },
  paused: { tone: "slate", word: "En pause", shape: "stitch" },
  invited: { tone: "honey", word: "Invitée à revenir" },
  left: { tone: "slate", word: "Partie" },
  removed: { tone: "slate", word: "Retirée", shape: "cut" },
};

export function PersonStateTag({ state }: { state: PersonState }) {
  const { tone, word, shape } = states[state];
  return (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}

const roleNames: Record<string, string> = { administrator: "administration", committee: "comité" };

/** « comité, gestionnaire », or nothing. The organisation is named where there are several to choose from. */
export function rolesInWords(roles: readonly string[], organisations: readonly { name: string; manager: boolean }[]): string {
  const managed = organisations.filter(({ manager }) => manager).map(({ name }) => (organisations.length > 1 ? `gestionnaire de ${name}` : "gestionnaire"));
  return [...roles.map((role) => roleNames[role] ?? role), ...managed].join(", ");
}
