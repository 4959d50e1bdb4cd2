import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server";
import { members } from "#db/schema/member";
import { maySignIn } from "./queries.server";

export type Persona = { key: string; name: string; label: string };

// Loaded with the demo only: no other instance carries its people.
const loadCast = () => import("#db/demo/cast");

/** The people of the demo who have a button on the sign-in page. */
export async function listPersonas(): Promise<Persona[]> {
  const { PEOPLE, PERSONAS } = await loadCast();
  return PERSONAS.flatMap(({ person, label }) => PEOPLE.filter(({ key }) => key === person).map(({ key, name }) => ({ key, name, label })));
}

/** The member who plays someone of the cast; null for all who have no button. */
export async function unscopedPersona(wanted: string): Promise<number | null> {
  const { PEOPLE, PERSONAS } = await loadCast();
  const person = PERSONAS.some((persona) => persona.person === wanted) ? PEOPLE.find(({ key }) => key === wanted) : undefined;
  if (!person) return null;
  const [row] = await db.select({ id: members.id }).from(members).where(and(eq(members.email, person.email), maySignIn()));
  return row?.id ?? null;
}
