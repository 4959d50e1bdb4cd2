import { z } from "zod";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const port = z.coerce.number().int().min(0).max(65_535);
const address = (...protocols: string[]) =>
  z.url().refine((value) => protocols.includes(new URL(value).protocol.slice(0, -1)), {
    message: `must begin with ${protocols.map((name) => `${name}://`).join(" or ")}`,
  });

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_ORIGIN: address("http", "https").optional(),
  DATABASE_URL: address("postgres", "postgresql").optional(),
  DATABASE_APP_URL: address("postgres", "postgresql").optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  SMTP_URL: address("smtp", "smtps").optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, "must be an e-mail address").optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  LEFIL_DEMO: z.enum(["1"]).optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Settings = {
  port: number;
  host: string;
  origin: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  dataDir: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  trustedHops: number;
  sessionSecret: string | undefined;
  demo: boolean;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
};

export class BadSettings extends Error {}

/**
 * Reads the settings of `product.md`'s table.
 * @throws BadSettings with one sentence per bad value.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  // An empty variable is an absent one, as compose files write it.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new BadSettings(
      parsed.error.issues.map((issue) => `The setting ${issue.path.join(".")} is not usable: ${issue.message}.`).join("\n"),
    );
  }
  const values = parsed.data;
  const origin = new URL(values.APP_ORIGIN ?? `http://localhost:${values.PORT}`);
  if (origin.pathname !== "/" || origin.search || origin.hash || origin.username) {
    throw new BadSettings("The setting APP_ORIGIN is not usable: it is a scheme, a name and a port, without a path.");
  }
  if (origin.protocol === "http:" && !LOOPBACK.has(origin.hostname)) {
    throw new BadSettings(
      `The setting APP_ORIGIN is not usable: ${origin.origin} is not secure, and browsers refuse our sign-in cookies there. Use https://, or http:// on localhost only.`,
    );
  }
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new BadSettings("The setting MAIL_FROM is missing: it is the address that mails come from when SMTP_URL is set.");
  }
  return {
    port: values.PORT,
    host: values.HOST,
    origin: origin.origin,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    dataDir: values.DATA_DIR,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? "Le Fil <le-fil@localhost>",
    trustedHops: values.TRUST_PROXY,
    sessionSecret: values.SESSION_SECRET,
    demo: values.LEFIL_DEMO === "1",
    logLevel: values.LOG_LEVEL,
  };
}
