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
  { key: "roles", label: "Rôle", cell: ({ roles, organisations }) => rolesInWords(roles, organisations) || "–" },
  { key: "state", label: "État", cell: ({ state }) => <PersonStateTag state={state} /> },
];

/** The people of the community, for the committee. */
export function PeopleTable({ people }: { people: readonly Listed[] }) {
  return <Table caption="Les personnes de la communauté" captionHidden columns={columns} rows={people} rowKey={({ id }) => String(id)} />;
}
