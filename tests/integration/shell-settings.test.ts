import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SERVE = resolve(import.meta.dirname, "../../scripts/serve.mjs");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "le-fil-settings-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(settings: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [SERVE], { env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", DATA_DIR: folder, ...settings }, stdio: ["ignore", "pipe", "pipe"], timeout: 15_000 });
  const heard = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (heard.err += chunk.toString()));
  return new Promise((done) => child.once("exit", (code) => done({ code, ...heard })));
}

const BAD: Record<string, string>[] = [
  { PORT: "quatre-vingts" },
  { PORT: "70000" },
  { APP_ORIGIN: "http://fil.exemple.ca" },
  { APP_ORIGIN: "https://fil.exemple.ca/espace" },
  { APP_ORIGIN: "pas une adresse" },
  { DATABASE_URL: "mysql://localhost/fil" },
  { DATABASE_APP_URL: "http://localhost/fil" },
  { SMTP_URL: "smtp://relais.exemple.ca", MAIL_FROM: "" },
  { SMTP_URL: "relais.exemple.ca" },
  { MAIL_FROM: "Le Fil" },
  { TRUST_PROXY: "x" },
  { SESSION_SECRET: "court" },
  { HOST: "203.0.113.1", PORT: "4000" },
  { DATA_DIR: "/dev/null/rien" },
  { LOG_LEVEL: "beaucoup" },
];

describe("a setting that cannot be used", () => {
  it("stops the start with exit code 1 and one French sentence that names it, on the error stream", async () => {
    const results = await Promise.all(BAD.map(async (settings) => ({ settings, ...(await run(settings)) })));
    for (const { settings, code, out, err } of results) {
      const names = Object.keys(settings).join("|");
      expect({ settings, code, out }).toEqual({ settings, code: 1, out: "" });
      expect(err).toMatch(new RegExp(`^Le réglage (${names}) (ne convient pas|manque)\u00a0: [^\n]+[.]\n$`));
    }
  });

  it("is told of when it is a port that another program has", async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
    const { port } = taken.address() as AddressInfo;
    const { code, err } = await run({ PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(err).toBe(`Le réglage PORT ne convient pas\u00a0: le port ${port} est déjà pris. Arrêtez le programme qui l’occupe, ou choisissez-en un autre.\n`);
  });
});
