import { join } from "node:path";
import postgres from "postgres";
import { closeDatabase, connectionOptions, openDatabase } from "#db/client.server";
import { startEmbedded, type EmbeddedDatabase } from "#db/embedded.server";
import { migrate } from "#db/migrate.server";
import { ensureAppRole } from "#db/roles.server";
import type { Settings } from "./env.server";
import { isDatabaseAway } from "./faults.server";
import { prepareQueues } from "./jobs.server";
import { log } from "./log.server";

/** Tables that only grow, for the role that the application runs as. */
export const APPEND_ONLY = ["audit_entries", "article_revisions", "topic_steps", "charter_log", "charter_heads", "author_disclosures", "incidents", "incident_steps", "incident_records", "minutes_versions", "kit_changes"];
const LOOK_EVERY = 1_000;
const ANSWER_WITHIN = 1_500;

export type GroundState = "starting" | "ready" | "away" | "closed";

/**
 * The database under the application: brought up, watched, and brought up again.
 * While it is away requests are refused at once; the pool is dropped with what
 * waited in it, so that nothing is written after its request was given up.
 */
export class Ground {
  state: GroundState = "starting";
  appUrl = "";
  ownerUrl = "";
  #embedded: EmbeddedDatabase | undefined;
  #probe: postgres.Sql | undefined;
  #timer: NodeJS.Timeout | undefined;
  #laid = false;
  #leave: (() => void)[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly migrationsFolder: string,
    private readonly whenReady: (ground: Ground) => Promise<void>,
  ) {}

  /** Resolves when the database goes away, for requests that wait on it. */
  whenAway(): { away: Promise<void>; forget: () => void } {
    let resolve = () => {};
    const away = new Promise<void>((done) => (resolve = done));
    this.#leave.push(resolve);
    return { away, forget: () => void this.#leave.splice(this.#leave.indexOf(resolve) >>> 0, 1) };
  }

  /**
   * Tries once, then keeps watching whether that worked or not.
   * @throws when the database is there but cannot be brought to this version.
   */
  async open(): Promise<void> {
    await this.#look();
  }

  async close(): Promise<void> {
    this.state = "closed";
    clearTimeout(this.#timer);
    await this.#probe?.end({ timeout: 0 });
    closeDatabase();
    await this.#embedded?.stop();
  }

  async #look(): Promise<void> {
    try {
      if (this.state === "ready") await this.#ask();
      else await this.#lay();
    } catch (error) {
      // A migration that cannot be applied will not heal by waiting.
      if (!this.#laid && !isDatabaseAway(error)) throw error;
      this.#goAway(error);
    }
    if (this.state !== "closed") this.#timer = setTimeout(() => void this.#look(), LOOK_EVERY);
  }

  /** From nothing to a pool that answers; each step can be taken again. */
  async #lay(): Promise<void> {
    const { settings } = this;
    if (!settings.databaseUrl) await this.#raiseEmbedded();
    else this.ownerUrl = settings.databaseUrl;
    if (!this.#laid) {
      await this.#migrate();
      this.#laid = true;
    }
    this.#probe ??= postgres(this.appUrl, { ...connectionOptions, max: 1, connect_timeout: 1 });
    await this.#ask();
    openDatabase(this.appUrl);
    await this.whenReady(this);
    if (this.state === "away") log.info("the database is back");
    this.state = "ready";
  }

  async #raiseEmbedded(): Promise<void> {
    if (this.#embedded) await this.#embedded.ensureRunning();
    else this.#embedded = await startEmbedded({ directory: join(this.settings.dataDir, "postgres"), log: (message, fields) => log.info(fields ?? {}, message) });
    this.ownerUrl = this.#embedded.ownerUrl;
    // Another program may have taken its port while it was down.
    if (this.appUrl) this.appUrl = withPortOf(this.ownerUrl, this.appUrl);
  }

  async #migrate(): Promise<void> {
    const { settings, ownerUrl } = this;
    let app: { appUrl: string } | null = null;
    await migrate({
      ownerUrl,
      folder: this.migrationsFolder,
      log: (message, fields) => log.info(fields ?? {}, message),
      afterMigrate: async (sql) => {
        await prepareQueues(ownerUrl, sql);
        if (settings.databaseAppUrl) return;
        app = await ensureAppRole({ ownerUrl, passwordFile: join(settings.dataDir, "secrets", "database-app"), appendOnly: APPEND_ONLY });
        if (!app) log.warn("the database's owner may not make roles: the application runs as the owner");
      },
    });
    this.appUrl = settings.databaseAppUrl ?? (app as { appUrl: string } | null)?.appUrl ?? ownerUrl;
  }

  async #ask(): Promise<void> {
    const probe = this.#probe;
    if (!probe) throw new Error("no probe");
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error("The database does not answer.")), ANSWER_WITHIN)));
    try {
      await Promise.race([probe`select 1`, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #goAway(error: unknown): void {
    if (this.state === "closed") return;
    if (this.state !== "away") log.warn({ code: (error as NodeJS.ErrnoException).code, reason: this.#laid ? undefined : String(error) }, "the database is away");
    this.state = "away";
    void this.#probe?.end({ timeout: 0 }).catch(() => {});
    this.#probe = undefined;
    closeDatabase();
    for (const leave of this.#leave.splice(0)) leave();
  }
}

function withPortOf(from: string, to: string): string {
  const url = new URL(to);
  url.port = new URL(from).port;
  return url.href;
}
