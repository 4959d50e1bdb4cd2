import { describe, expect, it } from "vitest";
import { BadSettings, readSettings, whyNotStarted } from "./env.server";

const refused = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof BadSettings) return error.message;
    throw error;
  }
  throw new Error(`Nothing was refused in ${JSON.stringify(environment)}.`);
};

describe("the settings", () => {
  it("need none to be given", () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      origin: "http://localhost:3000",
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      dataDir: "./data",
      smtpUrl: undefined,
      mailFrom: "Le Fil <le-fil@localhost>",
      trustedHops: 0,
      sessionSecret: undefined,
      demo: false,
      logLevel: "info",
    });
  });

  it("take an empty value for an absent one, as compose files write it", () => {
    expect(readSettings({ PORT: "", APP_ORIGIN: "", SMTP_URL: "", TRUST_PROXY: "", SESSION_SECRET: "" })).toEqual(readSettings({}));
  });

  it.each([
    [{ PORT: "8080" }, { port: 8080, origin: "http://localhost:8080" }],
    [{ APP_ORIGIN: "https://fil.exemple.ca/" }, { origin: "https://fil.exemple.ca" }],
    [{ APP_ORIGIN: "https://fil.exemple.ca:8443" }, { origin: "https://fil.exemple.ca:8443" }],
    [{ APP_ORIGIN: "http://127.0.0.1:3000" }, { origin: "http://127.0.0.1:3000" }],
    [{ APP_ORIGIN: "http://[::1]:3000" }, { origin: "http://[::1]:3000" }],
    [{ SMTP_URL: "smtps://u:p@relais.exemple.ca", MAIL_FROM: "Le Fil <fil@exemple.ca>" }, { mailFrom: "Le Fil <fil@exemple.ca>" }],
    [{ TRUST_PROXY: "2" }, { trustedHops: 2 }],
  ])("read %j", (given, expected) => {
    expect(readSettings(given)).toMatchObject(expected);
  });

  it.each([
    ["PORT", ["0", "65536", "-1", "3000.5", "0x10", "1e3", "trois mille", " 80"]],
    ["APP_ORIGIN", ["fil.exemple.ca", "ftp://fil.exemple.ca", "http://fil.exemple.ca", "http://localhost.exemple.ca", "https://fil.exemple.ca/espace", "https://fil.exemple.ca/?a", "https://moi:secret@fil.exemple.ca", "javascript:1"]],
    ["DATABASE_URL", ["mysql://a/b", "http://a", "postgres", "a:b"]],
    ["DATABASE_APP_URL", ["sqlite://a"]],
    ["SMTP_URL", ["http://relais", "relais.exemple.ca"]],
    ["MAIL_FROM", ["Le Fil", "fil@exemple.ca\r\nBcc: tous@exemple.ca"]],
    ["TRUST_PROXY", ["x", "true", "-1", "11", "1.5"]],
    ["SESSION_SECRET", ["court"]],
    ["LEFIL_DEMO", ["oui"]],
    ["LOG_LEVEL", ["verbose"]],
  ])("say in one sentence what is wrong with %s", (name, values) => {
    for (const value of values) {
      const sentence = refused({ [name]: value });
      expect(sentence).toMatch(new RegExp(`^Le réglage ${name} ne convient pas\u00a0: .+[.]$`));
      expect(sentence).not.toMatch(/\n|secret|Invalid|expected/);
    }
  });

  it("need an address to send from once there is a relay", () => {
    expect(refused({ SMTP_URL: "smtp://relais.exemple.ca" })).toMatch(/^Le réglage MAIL_FROM manque/);
  });

  it("say one sentence for each of several that are wrong", () => {
    expect(refused({ PORT: "a", TRUST_PROXY: "b" }).split("\n")).toHaveLength(2);
  });
});

describe("why it did not start", () => {
  it.each([
    [{ code: "EADDRINUSE", syscall: "listen", port: 3000 }, /PORT.*3000 est déjà pris/],
    [{ code: "EACCES", syscall: "listen", port: 80 }, /PORT.*80 n’est pas permis/],
    [{ code: "EADDRNOTAVAIL", syscall: "listen", address: "203.0.113.1" }, /HOST.*203\.0\.113\.1/],
    [{ code: "EACCES", syscall: "mkdir", path: "/srv/rien" }, /DATA_DIR.*\/srv\/rien/],
  ])("is said for %j", (details, sentence) => {
    expect(whyNotStarted(Object.assign(new Error("listen EADDRINUSE"), details))).toMatch(sentence);
  });

  it("is said even when nobody foresaw it", () => {
    expect(whyNotStarted(new Error("rien ne va"))).toBe("Le Fil n’a pas pu démarrer\u00a0: rien ne va");
  });
});
