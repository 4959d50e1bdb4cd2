import type { Problem } from "~/kit/errors";
import * as leadRoute from "~/routes/comite.charte._index";
import { openThreadWorld, type Answer, type Person, type ThreadWorld } from "./thread-world";

type Action = Parameters<Person["post"]>[0];

export type CharterWorld = ThreadWorld & { audrey: Person; ines: Person; karine: Person };

/** Posts a form with a key of its own. */
export const post = async (person: Person, action: Action, path: string, fields: Record<string, string> = {}, params: Record<string, string> = {}): Promise<Answer> =>
  person.post(action, path, { cle: await person.key(), ...fields }, params);

export const problemOf = (answer: Answer): Problem => {
  const { problem } = answer.data as { problem?: Problem };
  if (!problem) throw new Error(`Nothing was refused: ${answer.status} ${answer.location}`);
  return problem;
};

/** Audrey is of the committee; Inès and Karine are members. */
export async function openCharterWorld(): Promise<CharterWorld> {
  const world = await openThreadWorld();
  const audrey = await world.join("Audrey Comité");
  await world.sql`insert into member_roles (member_id, role) values (${audrey.id}, 'committee')`;
  return { ...world, audrey, ines: await world.join("Inès Benkhelil"), karine: await world.join("Karine Tousignant", { organisation: "CPE Le Ruisseau" }) };
}

/** Forgets every charter, as the owner, and begins another from a pasted text. */
export async function beginAfresh({ sql, audrey }: CharterWorld, texte: string): Promise<void> {
  await sql.unsafe("set session_replication_role = replica; truncate charter_versions, charter_articles cascade; set session_replication_role = default");
  const answer = await post(audrey, leadRoute.action, "/comite/charte", { titre: "Charte", depart: texte === "" ? "vide" : "texte", texte });
  if (answer.status !== 303) throw new Error(`The charter did not begin: ${JSON.stringify(answer.data)}`);
}

/** The numbers of the articles, in order. */
export const articleIds = async ({ sql }: CharterWorld): Promise<number[]> => (await sql`select id from charter_articles where position is not null order by position`).map(({ id }) => Number(id));
