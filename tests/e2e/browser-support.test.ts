import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "../support/axe";
import { expectCalm, launchBrowser, newVisitor, type VisitorOptions } from "../support/browser";
import { expectVisibleFocus, focusProblem, pressEnterOn, tabTo, typeInto } from "../support/keyboard";

const page = (body: string, style = "") => `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>Essai</title>
<style nonce="abc">:focus-visible { outline: 3px solid #842 } body { margin: 0; font: 17px sans-serif } ${style}</style></head><body>${body}</body></html>`;

const PAGES: Record<string, string> = {
  "/": page(`<main><h1>Essai</h1><p><a href="/autre">Autre page</a></p>
    <form action="/autre"><label>Nom <input name="nom"></label> <button>Publier</button></form></main>`),
  "/autre": page("<main><h1>Autre</h1></main>"),
  "/faible": page(`<main><h1>Faible</h1><p id="pale">Texte pâle</p><p><button id="petit">a</button><button>b</button></p><input></main>`,
    "#pale { color: #999; background: #fff } button { width: 12px; height: 12px; padding: 0; border: 0; margin: 0; font-size: 9px; color: #000 }"),
  "/mouvement": page("<main><h1>Apparaît</h1></main>", "@keyframes in { from { color: #fff } } h1 { color: #000; animation: in 400ms }"),
  "/sans-contour": page(`<main><h1>a</h1><a id="mince" href="#a">mince</a> <a id="couvert" href="#b">couvert</a><div id="dessus"></div></main>`,
    "#mince:focus { outline: 1px solid #000 } #dessus { position: fixed; inset: 0; background: #fff }"),
  "/bruit": page(`<main><h1>a</h1></main><script nonce="abc">console.error("bruit"); setTimeout(() => { throw new Error("faute") }, 1); fetch("http://ailleurs.invalid/x").catch(() => {})</script>`),
  "/intrus": page("<main><h1>a</h1></main><script>document.title = 'intrus'</script>"),
  "/script": page(`<main><h1>sans</h1></main><script nonce="abc">
    document.querySelector("h1").textContent = "avec";
    const socket = new WebSocket("ws://" + location.host + "/"); socket.onclose = (event) => { document.title = "fermé " + event.code };
    setTimeout(() => { document.title = document.title === "Essai" ? "attend" : document.title }, 600);
  </script>`),
};

let server: Server;
let baseURL: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = PAGES[new URL(request.url ?? "/", "http://x").pathname];
    response.writeHead(body ? 200 : request.url === "/favicon.ico" ? 204 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; connect-src 'self' http://ailleurs.invalid ws:; form-action 'self'",
    });
    response.end(body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function visit(path: string, options: Partial<VisitorOptions> = {}) {
  const visitor = await newVisitor(browser, { baseURL, ...options });
  await visitor.page.goto(path);
  return visitor;
}

describe("a visitor", () => {
  it("of a quiet page has no problem to report", async () => {
    const { page, problems, context } = await visit("/");
    expect(await page.locator("h1").textContent()).toBe("Essai");
    expectCalm(problems);
    await context.close();
  });

  it("reports console errors, uncaught errors and requests to other hosts", async () => {
    const { page, problems, context } = await visit("/bruit");
    await expect.poll(() => problems.length).toBeGreaterThanOrEqual(3);
    expect(problems.join("\n")).toMatch(/console: bruit/);
    expect(problems.join("\n")).toMatch(/error: faute/);
    expect(problems.join("\n")).toMatch(/request: http:\/\/ailleurs\.invalid\/x/);
    expect(() => expectCalm(problems)).toThrow();
    expectCalm(problems, /bruit/, /faute/, /ailleurs/);
    await page.close();
    await context.close();
  });

  it("reports a script that the page's policy refused", async () => {
    const { page, problems, context } = await visit("/intrus");
    expect(await page.title()).toBe("Essai");
    expect(problems.join()).toMatch(/Content Security Policy/);
    await context.close();
  });

  it("reports a page that is not there unless the test asked for it", async () => {
    const { problems, context } = await visit("/absente");
    expect(() => expectCalm(problems)).toThrow();
    expectCalm(problems, /404/);
    await context.close();
  });

  it("can be without JavaScript, in the dark and at 320 px", async () => {
    const { page, context } = await visit("/script", { javaScript: false, scheme: "dark", width: 320 });
    expect(await page.locator("h1").textContent()).toBe("sans");
    expect(page.viewportSize()?.width).toBe(320);
    await context.close();
    const dark = await visit("/", { scheme: "dark" });
    expect(await dark.page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
    await dark.context.close();
  });

  it("can have its WebSockets refused, or left without an answer", async () => {
    const refused = await visit("/script", { webSockets: false });
    await expect.poll(() => refused.page.title()).toBe("fermé 1006");
    expectCalm(refused.problems);
    const silent = await visit("/script", { webSockets: "silent" });
    await expect.poll(() => silent.page.title(), { timeout: 5_000 }).toBe("attend");
    await refused.context.close();
    await silent.context.close();
  });
});

describe("axe", () => {
  it("finds nothing on a page made with care, in spite of the policy against foreign scripts", async () => {
    const { page, problems, context } = await visit("/");
    expect(await axeViolations(page)).toEqual([]);
    expectCalm(problems);
    await context.close();
  });

  it("finds pale text, small targets and a field without a name", async () => {
    const { page, context } = await visit("/faible");
    const found = (await axeViolations(page)).map((line) => line.split(":")[0]);
    expect(new Set(found)).toEqual(new Set(["color-contrast", "target-size", "label"]));
    await context.close();
  });

  it("judges colours once they have settled, and works without JavaScript", async () => {
    const moving = await visit("/mouvement");
    expect(await axeViolations(moving.page)).toEqual([]);
    const plain = await visit("/script", { javaScript: false });
    expect(await axeViolations(plain.page)).toEqual([]);
    expect(await plain.page.locator("h1").textContent()).toBe("sans");
    await plain.page.reload();
    expect(await plain.page.locator("h1").textContent()).toBe("sans");
    await moving.context.close();
    await plain.context.close();
  });
});

describe("the keyboard", () => {
  it("fills a field and sends a form", async () => {
    const { page, context } = await visit("/");
    await typeInto(page, page.getByLabel("Nom"), "Léa");
    await pressEnterOn(page, page.getByRole("button", { name: "Publier" }));
    await page.waitForURL("**/autre?nom=L%C3%A9a");
    await context.close();
  });

  it("goes backwards, and round past the end of the page", async () => {
    const { page, context } = await visit("/");
    await tabTo(page, page.getByRole("button"));
    await tabTo(page, page.getByRole("link"), { backwards: true });
    await tabTo(page, page.getByRole("button"), { backwards: true });
    await context.close();
  });

  it("complains when it cannot reach an element", async () => {
    const { page, context } = await visit("/");
    await expect(tabTo(page, page.locator("h1"), { atMost: 8 })).rejects.toThrow(/does not reach/);
    await context.close();
  });

  it("complains about a thin outline, a covered element and no focus at all", async () => {
    const { page, context } = await visit("/sans-contour");
    expect(await focusProblem(page)).toBe("nothing is focused");
    await page.keyboard.press("Tab");
    await expect(expectVisibleFocus(page)).rejects.toThrow(/« mince » has no visible outline/);
    await page.keyboard.press("Tab");
    await expect(expectVisibleFocus(page)).rejects.toThrow(/« couvert » is covered/);
    await context.close();
  });
});
