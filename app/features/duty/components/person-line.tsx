import type { ReactNode } from "react";
import { Person, tintOf } from "~/ui/person";
import type { ShownPerson } from "../shown.server";

/** A person with title and organisation, and what is said of them under it. */
export function PersonLine({ person: { name, title, organisation, organisationId }, children }: { person: ShownPerson; children?: ReactNode }) {
  return (
    <Person name={name} title={title} organisation={organisation} tint={tintOf(organisationId)}>
      {children}
    </Person>
  );
}
