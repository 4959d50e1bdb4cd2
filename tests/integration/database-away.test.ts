import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded, type EmbeddedDatabase } from "#db/embedded.server";
import { startApp, until, type AppProcess } from "../support/app-process";
import { FaultProxy, type FaultMode } from "../support/fault-proxy";
import { settle, type Settled } from "../support/settle";

let folder: string;
let database: EmbeddedDatabase;
let proxy: FaultProxy;
let app: AppProcess;
let settled: Settled;

const throughProxy = (url: string, port: number): string => {
  const through = new URL(url);
  through.port = String(port);
  return through.href;
};

type Timed = { status: number; retryAfter: string | null; text: string; ms: number };

async function timed(path: string, init: RequestInit = {}): Promise<Timed> {
  const begun = performance.now();
  const answer = await fetch(app.origin + path, { redirect: "manual", ...init });
  const text = await answer.text();
  return { status: answer.status, retryAfter: answer.headers.get("retry-after"), text, ms: performance.now() - begun };
}

const readThread = () => timed(`/discussions/${settled.threadId}`, { headers: { cookie: settled.people[0]?.cookie ?? "" } });
const reply = (text: string) =>
  timed(`/discussions/${settled.threadId}`, {
    method: "POST",
    headers: { cookie: settled.people[0]?.cookie ?? "", origin: app.origin },
    body: new URLSearchParams({ texte: text, cle: settled.people[0]?.formKey() ?? "" }),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "le-fil-away-"));
  database = await startEmbedded({ directory: join(folder, "postgres"), log: () => {} });
  proxy = await new FaultProxy({ host: "127.0.0.1", port: Number(new URL(database.ownerUrl).port) }).open();
  // Absent at the start: the application must come up all the same.
  await proxy.set("refuse");
  app = await startApp({ environment: { DATABASE_URL: throughProxy(database.ownerUrl, proxy.port) } });
  await until("the application to listen", async () => (await app.status("/sante/vivant")) === 200);
}, 60_000);

afterAll(async () => {
  await app.stop();
  await proxy.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the database away", () => {
  it("is told within two seconds when it was never there, and heals without a restart", async () => {
    expect(await app.status("/sante/pret")).toBe(503);
    const page = await timed("/connexion");
    expect(page).toMatchObject({ status: 503, retryAfter: "15" });
    expect(page.text).toContain("Le Fil revient dans un instant");
    expect(page.ms).toBeLessThan(2_000);
    await proxy.set("pass");
    await app.ready();
    settled = await settle(database.ownerUrl, 2);
    expect((await readThread()).status).toBe(200);
  });

  it.each<FaultMode>(["refuse", "close", "silent"])("answers 503 and heals by itself when it comes to %s", async (fault) => {
    expect((await reply(`avant ${fault}`)).status).toBe(303);
    await proxy.set(fault);
    const [page, write] = await Promise.all([readThread(), reply(`pendant ${fault}`)]);
    for (const answer of [page, write]) {
      expect(answer).toMatchObject({ status: 503, retryAfter: "15" });
      expect(answer.ms).toBeLessThan(6_000);
    }
    const later = await readThread();
    expect(later.status).toBe(503);
    expect(later.ms).toBeLessThan(2_000);
    expect(await app.status("/sante/vivant")).toBe(200);
    await proxy.set("pass");
    const back = performance.now();
    await app.ready(10_000);
    expect((await reply(`après ${fault}`)).status).toBe(303);
    expect(performance.now() - back).toBeLessThan(10_000);
    const healed = await readThread();
    expect(healed.text).toContain(`après ${fault}`);
    expect(app.child.exitCode).toBeNull();
  });

  it("gives back the text of a form with files, at once and later, and says that the files were not kept", async () => {
    const form = () => {
      const body = new FormData();
      body.append("cle", settled.people[0]?.formKey() ?? "");
      body.append("texte", "Une phrase pendant la panne");
      body.append("fichiers", new Blob([new Uint8Array(2_000_000)]), "grand.pdf");
      return body;
    };
    const send = () => timed(`/discussions/${settled.threadId}`, { method: "POST", headers: { cookie: settled.people[0]?.cookie ?? "", origin: app.origin }, body: form() });
    await proxy.set("refuse");
    for (const answer of [await send(), await send()]) {
      expect(answer.status).toBe(503);
      expect(answer.text).toContain("Une phrase pendant la panne");
      expect(answer.text).toContain("fichiers-perdus");
    }
    await proxy.set("pass");
    await app.ready(10_000);
  });
});
