import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { errorCodes, underMigrationLock, within, withOwner } from "./owner-connection.server";
import { grantRights } from "./role-grants.server";
import { readOrMake } from "./secret-file.server";

type Options = {
  ownerUrl: string;
  /** Kept with mode 0600; made when absent, and applied again whenever the server refuses it. */
  passwordFile: string;
  role?: string;
  /** Tables of schema public on which the role may neither UPDATE nor DELETE; absent ones are passed over. */
  appendOnly?: string[];
};

const NOT_ALLOWED = "42501";
// Roles belong to the whole server, the lock to one database: another database's start can collide.
const COLLISIONS = new Set(["XX000", "23505", "42710", "40001", "40P01"]);

/**
 * Makes and maintains the role with fewer rights that the application runs as.
 * Takes the migration lock, or goes along with migrate's `afterMigrate` that holds it.
 * Null where the owner may not make roles, or where the server does not let the new
 * role in (a pooler with its own list): use the owner then.
 */
export async function ensureAppRole(options: Options): Promise<{ appUrl: string } | null> {
  return withOwner(options.ownerUrl, (sql) => underMigrationLock(sql, () => ensure(sql, options)));
}

async function ensure(sql: postgres.Sql, options: Options): Promise<{ appUrl: string } | null> {
  const { ownerUrl, passwordFile, role = "lefil_app", appendOnly = [] } = options;
  await mkdir(dirname(passwordFile), { recursive: true, mode: 0o700 });
  const password = await readOrMake(passwordFile, () => randomBytes(32).toString("base64url"));
  const appUrl = withCredentials(ownerUrl, role, password);
  const known = await maySignIn(appUrl);
  try {
    await retryCollisions(() =>
      sql.begin(async (tx) => {
        await settleRole(tx, role, known ? undefined : password);
        await grantRights(tx, role, appendOnly);
      }),
    );
  } catch (error) {
    if (errorCodes(error).includes(NOT_ALLOWED)) return null;
    throw error;
  }
  return known || (await maySignIn(appUrl)) ? { appUrl } : null;
}

async function settleRole(tx: postgres.TransactionSql, role: string, newPassword: string | undefined): Promise<void> {
  const [owner] = await tx`select current_user = ${role} as same`;
  if (owner?.same) throw new Error(`The application's role cannot be the owner's own role, ${role}.`);
  const [found] = await tx`
    select rolcanlogin and not (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls) as modest
    from pg_roles where rolname = ${role}`;
  if (!found) await tx`create role ${tx(role)} login nosuperuser nocreatedb nocreaterole`;
  else if (!found.modest) {
    await tx`alter role ${tx(role)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`;
  }
  if (newPassword === undefined) return;
  // ALTER ROLE takes no parameters, so the server itself does the quoting.
  const [statement] = await tx<[{ text: string }]>`
    select format('alter role %I password %L', ${role}::text, ${scramVerifier(newPassword)}::text) as text`;
  await tx.unsafe(statement.text);
}

/** What PostgreSQL stores for a password (RFC 5802, RFC 7677): sent instead of it, the password is in no server log. */
function scramVerifier(password: string): string {
  const iterations = 4_096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const key = (name: string) => createHmac("sha256", salted).update(name).digest();
  const stored = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${key("Server Key").toString("base64")}`;
}

async function maySignIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, fetch_types: false, onnotice: () => {} });
  try {
    await within(4, sql`select 1`);
    return true;
  } catch (error) {
    if (errorCodes(error).some((code) => code.startsWith("28"))) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

function withCredentials(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  if (!url.hostname) throw new Error("The database address needs a host name for the application's role to use it; set DATABASE_APP_URL.");
  url.username = role;
  url.password = password;
  return url.href;
}

async function retryCollisions(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === 8 || !errorCodes(error).some((code) => COLLISIONS.has(code))) throw error;
      await pause(20 * tries);
    }
  }
}
