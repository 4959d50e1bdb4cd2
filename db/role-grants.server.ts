import type postgres from "postgres";
import { errorCodes } from "./owner-connection.server";

const SCHEMAS = ["public", "pgboss"];
const READ_AND_WRITE = ["DELETE", "INSERT", "SELECT", "UPDATE"];
const READ_AND_APPEND = ["INSERT", "SELECT"];
const NEXT_NUMBER = ["USAGE"];

/**
 * Gives the role what the application needs and takes back anything else: rows may be
 * read and written, nothing may be created, altered, truncated or dropped. Only what
 * differs is touched, so that a usual start writes little.
 */
export async function grantRights(tx: postgres.TransactionSql, role: string, appendOnly: string[]): Promise<void> {
  const to = tx(role);
  const [database] = await tx<[{ name: string; connect: boolean }]>`
    select current_database() as name, has_database_privilege(${role}, current_database(), 'connect') as connect`;
  if (!database.connect) await tx`grant connect on database ${tx(database.name)} to ${to}`;

  const schemas = await tx<{ name: string; usage: boolean; create: boolean }[]>`
    select nspname as name, has_schema_privilege(${role}, oid, 'usage') as usage, has_schema_privilege(${role}, oid, 'create') as create
    from pg_namespace where nspname in ${tx(SCHEMAS)}`;
  for (const { name, usage, create } of schemas) {
    const schema = tx(name);
    if (!usage) await tx`grant usage on schema ${schema} to ${to}`;
    if (create) await takeBackCreate(tx, name, role);
    await tx`alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${to}`;
    await tx`alter default privileges in schema ${schema} grant usage on sequences to ${to}`;
    if (name !== "pgboss") continue;
    await tx`alter default privileges in schema ${schema} grant execute on routines to ${to}`;
    await tx`grant execute on all routines in schema ${schema} to ${to}`;
  }
  await grantRelations(tx, role, appendOnly);
}

/** Databases made before PostgreSQL 15 let everybody create tables in schema public; only the schema's owner can end that. */
async function takeBackCreate(tx: postgres.TransactionSql, schema: string, role: string): Promise<void> {
  await tx.savepoint((part) => part`revoke create on schema ${part(schema)} from ${part(role)}, public`).catch((error: unknown) => {
    if (!errorCodes(error).includes("42501")) throw error;
  });
}

async function grantRelations(tx: postgres.TransactionSql, role: string, appendOnly: string[]): Promise<void> {
  // Tables of others (an extension's views) are theirs to give.
  const relations = await tx<{ schema: string; name: string; sequence: boolean; held: string }[]>`
    select n.nspname as schema, c.relname as name, c.relkind = 'S' as sequence,
      coalesce(string_agg(a.privilege_type, ' ' order by a.privilege_type)
        filter (where a.grantee = (select oid from pg_roles where rolname = ${role})), '') as held
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join lateral aclexplode(c.relacl) a on true
    where n.nspname in ${tx(SCHEMAS)} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and pg_has_role(c.relowner, 'usage')
    group by n.nspname, c.relname, c.relkind`;
  for (const { schema, name, sequence, held } of relations) {
    const append = schema === "public" && appendOnly.includes(name);
    const wanted = sequence ? NEXT_NUMBER : append ? READ_AND_APPEND : READ_AND_WRITE;
    if (held === wanted.join(" ")) continue;
    const relation = tx`${tx(schema)}.${tx(name)}`;
    await tx`revoke all on ${relation} from ${tx(role)}`;
    if (sequence) await tx`grant usage on sequence ${relation} to ${tx(role)}`;
    else if (append) await tx`grant select, insert on ${relation} to ${tx(role)}`;
    else await tx`grant select, insert, update, delete on ${relation} to ${tx(role)}`;
  }
}
