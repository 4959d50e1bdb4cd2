import { z } from "zod";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A whole number written as one; Number() would take "", "0x10" and "1e3" as well. */
const whole = (least: number, most: number) => {
  const message = `il faut un nombre entier de ${least} à ${most}`;
  return z.string().regex(/^\d{1,6}$/, message).transform(Number).pipe(z.number().min(least, message).max(most, message));
};

const address = (...schemes: string[]) => {
  const starts = schemes.map((name) => `${name}://`);
  return z.string().refine((value) => URL.canParse(value) && starts.some((start) => value.toLowerCase().startsWith(start)), `il faut une adresse qui commence par ${starts.join(" ou ")}`);
};

const LEVELS = ["silent", "error", "warn", "info", "debug"] as const;

const schema = z.object({
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  APP_ORIGIN: address("http", "https").optional(),
  DATABASE_URL: address("postgres", "postgresql").optional(),
  DATABASE_APP_URL: address("postgres", "postgresql").optional(),
  DATA_DIR: z.string().default("./data"),
  SMTP_URL: address("smtp", "smtps").optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, "il faut une adresse courriel, comme « Le Fil <fil@exemple.ca> »").optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  SESSION_SECRET: z.string().min(32, "il faut au moins 32 caractères").optional(),
  LEFIL_DEMO: z.literal("1", "seule la valeur 1 est possible").optional(),
  LOG_LEVEL: z.enum(LEVELS, `il faut une de ces valeurs\u00a0: ${LEVELS.join(", ")}`).default("info"),
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
  logLevel: (typeof LEVELS)[number];
};

export class BadSettings extends Error {}

const unusable = (name: string, why: string): string => `Le réglage ${name} ne convient pas\u00a0: ${why}.`;

/**
 * Reads the settings of `product.md`'s table.
 * @throws BadSettings with one sentence per bad value.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  // An empty variable is an absent one, as compose files write it.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const sentences = new Map(parsed.error.issues.map((issue) => [issue.path[0], unusable(issue.path.join("."), issue.message)]));
    throw new BadSettings([...sentences.values()].join("\n"));
  }
  const values = parsed.data;
  const origin = new URL(values.APP_ORIGIN ?? `http://localhost:${values.PORT}`);
  if (origin.pathname !== "/" || origin.search || origin.hash || origin.username) {
    throw new BadSettings(unusable("APP_ORIGIN", "c’est https://, un nom et au besoin un port, sans rien après"));
  }
  if (origin.protocol === "http:" && !LOOPBACK.has(origin.hostname)) {
    throw new BadSettings(
      unusable("APP_ORIGIN", `${origin.origin} n’est pas sécurisé, et les navigateurs y refusent les témoins de connexion. Utilisez https://, ou http:// avec localhost seulement`),
    );
  }
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new BadSettings("Le réglage MAIL_FROM manque\u00a0: avec SMTP_URL, il dit de quelle adresse partent les courriels.");
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

/** The sentence that the person who starts it reads when it does not start. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof BadSettings) return error.message;
  const { code, syscall, port, address: host, path } = error as { code?: string; syscall?: string; port?: number; address?: string; path?: string };
  if (code === "EADDRINUSE") return unusable("PORT", `le port ${port} est déjà pris. Arrêtez le programme qui l’occupe, ou choisissez-en un autre`);
  if (syscall === "listen" && code === "EACCES") return unusable("PORT", `le port ${port} n’est pas permis à ce compte. Choisissez-en un au-dessus de 1024`);
  if (syscall === "listen" || syscall === "getaddrinfo") return unusable("HOST", `rien ne peut écouter à l’adresse ${host ?? "donnée"}`);
  if (syscall === "mkdir" && path) return unusable("DATA_DIR", `le dossier ${path} ne peut pas être créé (${code})`);
  return `Le Fil n’a pas pu démarrer\u00a0: ${error instanceof Error ? error.message : String(error)}`;
}
