import { Link } from "@remix-run/react";
import { Table, type Column } from "~/ui/table";
import type { PersonState } from "../model";
import { PersonStateTag, rolesInWords } from "./person-state";

type Listed = {
  id: number;
  name: string;
  title: string;
  state: PersonState;
  since: string;
  organisations: { id: number; name: string; manager: boolean }[];
  roles: string[];
};

const columns: Column<Listed>[] = [
  {
    key: "name",
    label: "Nom",
    cell: ({ id, name }) => <Link to={`/comite/membres/${id}`}>{name}</Link>,
  },
  { key: "title", label: "Titre", cell: ({ title }) => title },
  { key: "organisations", label: "Organisation", cell: ({ organisations }) => organisations.map(({ name }) => name).join(", ") },
  { key: "place", label: "Place", cell: (person) => <Place person={person} /> },
];

/** Only what is out of the ordinary is marked: most people are simply members. */
function Place({ person: { roles, organisations, state } }: { person: Listed }) {
  const inWords = rolesInWords(roles, organisations);
  if (state !== "active") return <PersonStateTag state={state} />;
  return inWords ? inWords : <span className="soft">membre</span>;
}

/** The people of the community, for the committee. */
export function PeopleTable({ people }: { people: readonly Listed[] }) {
  return <Table caption="Les personnes de la communauté" captionHidden columns={columns} rows={people} rowKey={({ id }) => String(id)} />;
}
