import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";

/** As whom PostgreSQL is run: it refuses to run as root, and initdb wants an account with a name. */
export type Account = {
  readonly name: string;
  /** Who must own its files; undefined where that is whoever runs the application. */
  readonly owner?: { uid: number; gid: number };
  /** How a program is started as this account. */
  command(file: string, args: string[]): { file: string; args: string[]; identity: { uid?: number; gid?: number } };
};

const KEPT = new Set(["PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"]);

type PasswdEntry = { name: string; uid: number; gid: number };

/** The account of the application itself. */
export const OWN: Account = { name: "own", command: (file, args) => ({ file, args, identity: {} }) };

/**
 * The accounts to try on a folder, best first. `dataOwner` is the uid and gid owning
 * data that is already there: what it belongs to is kept where possible.
 */
export function candidates(dataOwner: { uid: number; gid: number } | undefined): Account[] {
  const uid = process.getuid?.();
  if (uid === undefined || (uid !== 0 && hasName())) return [OWN];
  const inNamespace = process.platform === "linux" ? [namespaced()] : [];
  if (uid !== 0) return inNamespace;
  const asOwner = dataOwner && dataOwner.uid !== 0 ? [as({ name: `uid ${dataOwner.uid}`, uid: dataOwner.uid, gid: dataOwner.gid })] : [];
  return [...asOwner, ...inNamespace, unprivileged()];
}

/** An account without rights that root can always become. */
export function unprivileged(): Account {
  const entries = passwd();
  const found = ["lefil", "nobody"].map((name) => entries.find((entry) => entry.name === name && entry.uid > 0));
  const entry = found.find((candidate) => candidate !== undefined);
  if (!entry) {
    throw new Error("PostgreSQL refuses to run as root, and there is no account « nobody » to run it as. Start as another user, or set DATABASE_URL.");
  }
  return as(entry);
}

/** Runs a program to its end as the account; the error of a failed one carries what it wrote. */
export function run(account: Account, file: string, args: string[], cwd = "/"): Promise<string> {
  const command = account.command(file, args);
  return new Promise((resolve, reject) => {
    execFile(
      command.file,
      command.args,
      { ...command.identity, cwd, env: cleanEnvironment(), windowsHide: true },
      (error, stdout, stderr) => (error ? reject(new Error(`${file}: ${stderr.trim() || error.message}`, { cause: error })) : resolve(stdout)),
    );
  });
}

/** Whether the account can write in the folder, whatever stands above it. */
export async function canWrite(account: Account, folder: string): Promise<boolean> {
  if (account === OWN) return true;
  return run(account, "/bin/sh", ["-c", '[ -x "$0" ] && [ -w "$0" ]', folder]).then(
    () => true,
    () => false,
  );
}

/** Only what a program needs: PG… and LD_… variables would lead it astray, and our settings are none of its business. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) if (!KEPT.has(name.toUpperCase())) delete environment[name];
  return { ...environment, TZ: "UTC", LC_ALL: "C" };
}

// A user namespace in which our own uid bears another number: the files stay ours, and a
// folder that only root can enter stays enterable, but PostgreSQL sees no root.
function namespaced(): Account {
  const entry = passwd().find(({ uid }) => uid > 0);
  const mapping = ["--user", `--map-user=${entry?.uid ?? 1000}`, `--map-group=${entry?.gid ?? 1000}`, "--"];
  return {
    name: "user namespace",
    owner: process.getuid?.() === 0 ? { uid: 0, gid: 0 } : undefined,
    command: (file, args) => ({ file: "unshare", args: [...mapping, file, ...args], identity: {} }),
  };
}

function as({ name, uid, gid }: PasswdEntry): Account {
  return { name, owner: { uid, gid }, command: (file, args) => ({ file, args, identity: { uid, gid } }) };
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function passwd(): PasswdEntry[] {
  try {
    return readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(({ name, uid, gid }) => name !== "" && uid >= 0 && gid >= 0);
  } catch {
    return [];
  }
}
