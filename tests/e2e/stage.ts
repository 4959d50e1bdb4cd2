import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { startApp, type AppProcess } from "../support/app-process";
import { expectCalm, launchBrowser, newVisitor, type Visitor, type VisitorOptions } from "../support/browser";
import { Mailbox } from "./mailbox";

/** People of the demo, by the name on their button. */
export const PERSONAS = {
  nadege: "Nadège Saint-Fleur",
  marjolaine: "Marjolaine Duquette-Roy",
  emilie: "Émilie Rousseau-Lemay",
  chantal: "Chantal Boisclair-Ruest",
  audrey: "Audrey Cloutier-Nadeau",
  bernard: "Bernard Pinsonnault",
  helene: "Hélène Bergeron-Wright",
  roxanne: "Roxanne Fafard",
  mireille: "Mireille N’Diaye",
} as const;
export type Persona = keyof typeof PERSONAS;

export type Guest = Visitor & {
  /** Names a problem that this test provokes, such as the 404 it asks for. */
  provoke(...problems: RegExp[]): void;
};
type Options = Omit<VisitorOptions, "baseURL">;

/**
 * The built application on a database of its own and one Chromium, for a file of
 * tests. After each test, whatever went wrong in any page of it fails it.
 */
export class Stage {
  #app: AppProcess | undefined;
  #browser: Browser | undefined;
  #mailbox: Mailbox | undefined;
  #guests: { guest: Guest; expected: RegExp[] }[] = [];
  #sessions = new Map<Persona, Awaited<ReturnType<BrowserContext["storageState"]>>["cookies"]>();

  get app(): AppProcess {
    if (!this.#app) throw new Error("The application is started before the tests.");
    return this.#app;
  }

  get mailbox(): Mailbox {
    return (this.#mailbox ??= new Mailbox(this.app.dataDir));
  }

  async open(demo: boolean): Promise<void> {
    [this.#app, this.#browser] = await Promise.all([startApp({ environment: demo ? { LEFIL_DEMO: "1" } : {} }), launchBrowser()]);
    await this.#app.ready(60_000);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#app?.stop();
  }

  /** Someone with a browser of their own, who is not signed in. */
  async visitor(options: Options = {}): Promise<Guest> {
    if (!this.#browser) throw new Error("The browser is launched before the tests.");
    const visitor = await newVisitor(this.#browser, { ...options, baseURL: this.app.origin });
    const expected: RegExp[] = [];
    visitor.page.setDefaultTimeout(10_000);
    const guest = { ...visitor, provoke: (...problems: RegExp[]) => void expected.push(...problems) };
    this.#guests.push({ guest, expected });
    return guest;
  }

  /** Someone of the demo, signed in through their button the first time and on a session of their own when asked. */
  async enter(persona: Persona, { fresh = false, ...options }: Options & { fresh?: boolean } = {}): Promise<Guest> {
    const guest = await this.visitor(options);
    const known = this.#sessions.get(persona);
    if (known && !fresh) {
      await guest.context.addCookies(known);
      return guest;
    }
    await guest.page.goto("/connexion");
    await guest.page.getByRole("button", { name: PERSONAS[persona] }).click();
    await guest.page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
    const { cookies } = await guest.context.storageState();
    if (!fresh) this.#sessions.set(persona, cookies.filter(({ name }) => name === "__Host-session"));
    return guest;
  }

  /** What each browser of a failed test was looking at. */
  async describe(): Promise<string[]> {
    const told = (page: Page) => page.locator("main").innerText({ timeout: 1_000 }).catch(() => "(no main)");
    return Promise.all(this.#guests.map(async ({ guest: { page } }) => `${page.url()}\n${(await told(page)).slice(0, 400)}`));
  }

  /** Ends a test: its browsers close, and must have had nothing to complain of. */
  async clear(): Promise<void> {
    const met = this.#guests.splice(0);
    await Promise.all(met.map(({ guest }) => guest.context.close()));
    for (const { guest, expected } of met) expectCalm(guest.problems, ...expected);
  }
}

/** Opens a stage for the tests of this file. */
export function useStage({ demo }: { demo: boolean }): Stage {
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
  const stage = new Stage();
  beforeAll(() => stage.open(demo));
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") for (const seen of await stage.describe()) console.error(seen);
    await stage.clear();
  });
  afterAll(() => stage.close());
  return stage;
}

/** Opens an address and requires that it answers with a page. */
export async function visit(page: Page, address: string, status = 200): Promise<Response> {
  const response = await page.goto(address);
  if (response?.status() !== status) throw new Error(`${address} answered ${response?.status()} where ${status} was expected.`);
  return response;
}

/** The page's scripts have taken over: what is pressed from now on goes through them. */
export const hydrated = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => Object.keys(document.querySelector("main") ?? {}).some((name) => name.startsWith("__reactFiber")));
