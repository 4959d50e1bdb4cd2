import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, until, type AppProcess } from "../support/app-process";
import { ask, speak, type Answer, type Asked } from "../support/raw-http";
import { openStage, type Stage } from "../support/stage";

const ASSETS = resolve(import.meta.dirname, "../../build/client/assets");

let stage: Stage;
let away: AppProcess;
let cookie: string;

beforeAll(async () => {
  // An https origin, as in front of real people; and one whose database is not there.
  stage = await openStage(1, { environment: { APP_ORIGIN: "https://fil.exemple.test" } });
  away = await startApp({ environment: { DATABASE_URL: "postgres://personne@127.0.0.1:1/rien" } });
  await until("the second one to listen", async () => (await away.status("/sante/vivant")) === 200);
  cookie = stage.settled.people[0]?.cookie ?? "";
}, 90_000);

afterAll(async () => {
  await away.stop();
  await stage.close();
});

const policyOf = ({ headers }: Answer): Map<string, string> =>
  new Map(String(headers["content-security-policy"]).split(";").map((directive) => {
    const [name = "", ...values] = directive.trim().split(" ");
    return [name, values.join(" ")];
  }));
const nonceOf = (answer: Answer): string => /'nonce-([^']+)'/.exec(policyOf(answer).get("script-src") ?? "")?.[1] ?? "";

const asset = (): string => `/assets/${readdirSync(ASSETS).find((name) => name.endsWith(".js"))}`;
const ours = { origin: "https://fil.exemple.test", "content-type": "application/x-www-form-urlencoded" };

/** Every kind of answer the server gives, by name. */
const KINDS: Record<string, () => Asked & { port?: number; expected: number }> = {
  "a public page": () => ({ path: "/connexion", expected: 200 }),
  "a page of a signed-in person": () => ({ path: `/discussions/${stage.settled.threadId}`, headers: { cookie }, expected: 200 }),
  "the data of a page": () => ({ path: "/discussions.data", headers: { cookie }, expected: 200 }),
  "a HEAD": () => ({ method: "HEAD", path: "/connexion", expected: 200 }),
  "a redirect": () => ({ path: "/", expected: 302 }),
  "a redirect after a form": () => ({ method: "POST", path: "/deconnexion", headers: ours, expected: 303 }),
  "a form without its session": () => ({ method: "POST", path: `/discussions/${stage.settled.threadId}`, headers: ours, body: "texte=Bonjour", expected: 401 }),
  "a foreign form": () => ({ method: "POST", path: "/connexion", headers: { ...ours, origin: "https://ailleurs.test" }, expected: 403 }),
  "an unknown address": () => ({ path: "/rien-de-tel", expected: 404 }),
  "an unknown file": () => ({ path: "/assets/rien.js", expected: 404 }),
  "an address that cannot be decoded": () => ({ path: "/assets/%E0%A4%A", expected: 400 }),
  "an unknown method": () => ({ method: "DELETE", path: "/connexion", headers: ours, expected: 405 }),
  "too much": () => ({ method: "POST", path: "/connexion", headers: ours, body: "x".repeat(1_300_000), expected: 413 }),
  "bad input": () => ({ method: "POST", path: "/connexion", headers: ours, body: "courriel=rien", expected: 422 }),
  "a file": () => ({ path: asset(), expected: 200 }),
  "the icon": () => ({ path: "/favicon.svg", expected: 200 }),
  "the list of routes": () => ({ path: "/__manifest?p=%2F&version=x", headers: { cookie }, expected: 204 }),
  "health": () => ({ path: "/sante/vivant", expected: 200 }),
  "readiness": () => ({ path: "/sante/pret", expected: 200 }),
  "an open poll": () => ({ path: "/socket.io/?EIO=4&transport=polling", headers: { cookie }, expected: 200 }),
  "a refused poll": () => ({ path: "/socket.io/?EIO=4&transport=polling", headers: { origin: "https://ailleurs.test" }, expected: 403 }),
  "a page while the database is away": () => ({ port: away.port, path: "/connexion", expected: 503 }),
  "readiness while the database is away": () => ({ port: away.port, path: "/sante/pret", expected: 503 }),
};
const get = async (kind: string): Promise<Answer> => {
  const { port = stage.app.port, expected, ...asked } = KINDS[kind]?.() ?? { expected: 0 };
  const answer = await ask(port, asked);
  expect(answer.status, `${kind}: ${answer.text.slice(0, 200)}`).toBe(expected);
  return answer;
};

describe("every kind of answer", () => {
  it.each(Object.keys(KINDS))("carries all the headers: %s", async (kind) => {
    const [first, second] = [await get(kind), await get(kind)];
    expect(first.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(first.headers["permissions-policy"]).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    for (const told of ["x-powered-by", "server", "x-statements"]) expect(first.headers).not.toHaveProperty(told);
    const policy = policyOf(first);
    for (const closed of ["default-src", "frame-ancestors", "base-uri", "object-src"]) expect(policy.get(closed)).toBe("'none'");
    expect(policy.get("form-action")).toBe("'self'");
    expect(policy.get("script-src")).toMatch(/^'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
    expect(String(first.headers["content-security-policy"])).not.toMatch(/unsafe-|\*|https?:/);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(nonceOf(second)).not.toBe("");
  });

  it("is not kept by anybody, but for files", async () => {
    for (const kind of Object.keys(KINDS)) {
      const answer = await get(kind);
      const kept = String(answer.headers["cache-control"]);
      if (kind === "a file") expect(kept).toBe("public, max-age=31536000, immutable");
      else if (kind === "the icon") expect(kept).toBe("public, max-age=3600");
      else expect({ kind, kept }).toEqual({ kind, kept: "no-store" });
    }
  });

  it("holds to HTTPS where the address is HTTPS, and there only", async () => {
    expect((await get("a public page")).headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect((await get("a file")).headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect((await get("a page while the database is away")).headers).not.toHaveProperty("strict-transport-security");
    expect(policyOf(await get("a public page")).get("connect-src")).toBe("'self' wss://fil.exemple.test");
    expect(policyOf(await get("a page while the database is away")).get("connect-src")).toBe(`'self' ws://localhost:${away.port}`);
  });

  it("that Node itself refuses carries them too", async () => {
    for (const bytes of ["RIEN DE TEL\r\n\r\n", `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`]) {
      const { text } = await speak(stage.app.port, bytes);
      expect(text).toMatch(/^HTTP\/1\.1 4\d\d /);
      for (const header of ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "strict-transport-security: max-age", "Cache-Control: no-store"]) expect(text).toContain(header);
    }
  });
});

describe("the nonce", () => {
  it("stands on every script of the page, and nowhere in the data that scripts can read", async () => {
    for (const kind of ["a public page", "a page of a signed-in person", "an unknown address", "a form without its session"]) {
      const answer = await get(kind);
      const nonce = nonceOf(answer);
      const scripts = [...answer.text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
      expect(scripts.length).toBeGreaterThan(1);
      for (const [, attributes = "", content = ""] of scripts) {
        expect(attributes).toContain(`nonce="${nonce}"`);
        expect(content).not.toContain(nonce);
      }
      const withoutAttributes = answer.text.replaceAll(`nonce="${nonce}"`, "");
      expect(withoutAttributes).not.toContain(nonce);
      expect(withoutAttributes).not.toMatch(/\sstyle="|\son[a-z]+="|<style/);
    }
    const asData = await get("the data of a page");
    expect(asData.text).not.toContain(nonceOf(asData));
  });
});
