import { createHash, createHmac, randomUUID } from "node:crypto";
import postgres from "postgres";
import { SECRET } from "./app-process";

export type Settled = {
  /** Signed-in people, by number. */
  people: { memberId: number; cookie: string; formKey(): string }[];
  threadId: number;
};

const token = (n: number): string => `settled-person-${n}`.padEnd(43, "x");

/**
 * A community with some signed-in people and one thread, written by the owner
 * straight into a migrated database: for tests of processes, where what matters
 * comes after.
 */
export async function settle(ownerUrl: string, count: number): Promise<Settled> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [organisation] = await sql`insert into organisations (name) values ('Maison des tests') returning id`;
    const organisationId = Number(organisation?.id);
    await sql`insert into communities (name, territory, responsible_organisation_id, privacy_officer_name, privacy_officer_title, privacy_officer_contact)
      values ('Communauté des tests', 'Ici', ${organisationId}, 'Une personne', 'Responsable', 'vie-privee@exemple.test')`;
    const members = await sql`insert into members ${sql(Array.from({ length: count }, (_, n) => ({ email: `personne${n}@exemple.test`, name: `Personne ${n}`, title: "Intervenante", state: "active", joined_at: new Date() })))} returning id`;
    await sql`insert into memberships ${sql(members.map(({ id }) => ({ member_id: Number(id), organisation_id: organisationId })))}`;
    await sql`insert into member_roles ${sql([{ member_id: Number(members[0]?.id), role: "administrator" }])}`;
    const people = members.map(({ id }, n) => ({
      memberId: Number(id),
      cookie: `__Host-session=${token(n)}`,
      formKey: () => {
        const key = randomUUID();
        return `${key}.${createHmac("sha256", SECRET).update(`form:${Number(id)}:${key}`).digest("base64url").slice(0, 22)}`;
      },
    }));
    await sql`insert into sessions ${sql(people.map(({ memberId }, n) => ({ id: createHash("sha256").update(token(n)).digest("hex"), member_id: memberId, computer: "own", browser: "Essai", expires_at: new Date(Date.now() + 864e5) })))}`;
    const author = people[0]?.memberId ?? 0;
    const [thread] = await sql`insert into threads (title, author_id, last_author_id, revision, last_position) values ('Un fil', ${author}, ${author}, 1, 1) returning id`;
    const threadId = Number(thread?.id);
    await sql`insert into messages (thread_id, position, revision, author_id, body, html, renderer_version) values (${threadId}, 1, 1, ${author}, 'Bonjour', '<p>Bonjour</p>', 1)`;
    return { people, threadId };
  } finally {
    await sql.end();
  }
}
