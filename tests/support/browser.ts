import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from "playwright-core";
import { expect } from "vitest";
import { packagedChromium, systemChromium, type Chromium } from "./chromium";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type VisitorOptions = {
  baseURL: string;
  /** Off: the page as a browser without JavaScript shows it. */
  javaScript?: boolean;
  scheme?: "light" | "dark";
  /** The office PC or the narrowest phone, in CSS pixels. */
  width?: 1280 | 320;
  /** false: refused as by a proxy that knows none; "silent": never answered. */
  webSockets?: boolean | "silent";
};

export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** What went wrong so far in any page of this visitor: console errors, uncaught errors, requests to other hosts. */
  problems: string[];
};

/** The system's Chromium where there is one that starts, else the packaged one. */
export async function launchBrowser(): Promise<Browser> {
  const system = systemChromium();
  if (system) {
    // On some systems the name on the PATH only says that nothing is installed.
    const browser = await start(system).catch(() => undefined);
    if (browser) return browser;
  }
  return start(await packagedChromium());
}

function start({ executablePath, env }: Chromium): Promise<Browser> {
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  return chromium.launch({ executablePath, env, args, headless: true, timeout: 60_000 });
}

/** A person with a browser of their own: nothing is shared with another visitor. */
export async function newVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const { baseURL, javaScript = true, scheme = "light", width = 1280, webSockets = true } = options;
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: javaScript,
    colorScheme: scheme,
    locale: "fr-CA",
    timezoneId: "America/Toronto",
    viewport: width === 1280 ? { width, height: 900 } : { width, height: 640 },
  });
  if (webSockets !== true) await context.addInitScript(withoutWebSockets, webSockets === "silent");
  const problems = watch(context, new URL(baseURL).host);
  return { context, page: await context.newPage(), problems };
}

/** Fails with every problem met; `except` names those a test provokes, such as the 404 it asks for. */
export function expectCalm(problems: readonly string[], ...except: RegExp[]): void {
  expect(problems.filter((problem) => !except.some((pattern) => pattern.test(problem)))).toEqual([]);
}

function watch(context: BrowserContext, host: string): string[] {
  const problems: string[] = [];
  const where = (message: ConsoleMessage) => message.location().url || message.page()?.url() || "";
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${where(message)})`);
  });
  context.on("weberror", (error) => problems.push(`error: ${error.error().message} (${error.page()?.url() ?? ""})`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(url.protocol) && url.host !== host) problems.push(`request: ${request.url()}`);
  });
  return problems;
}

/** Runs in the page before its scripts. Blocking inside the browser's network leaves no way to tell refused from silent. */
function withoutWebSockets(silent: boolean): void {
  class DeadSocket extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = 0;
    bufferedAmount = 0;
    binaryType = "blob";
    extensions = "";
    protocol = "";
    onopen: ((event: Event) => void) | null = null;
    onmessage: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    onclose: ((event: Event) => void) | null = null;

    constructor(readonly url: string) {
      super();
      if (!silent) setTimeout(() => this.refuse(), 5);
    }

    refuse(): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      const [error, close] = [new Event("error"), new CloseEvent("close", { code: 1006 })];
      this.onerror?.(error);
      this.dispatchEvent(error);
      this.onclose?.(close);
      this.dispatchEvent(close);
    }

    close(): void {
      setTimeout(() => this.refuse(), 0);
    }

    send(): void {
      throw new DOMException("Still in CONNECTING state.", "InvalidStateError");
    }
  }
  Object.defineProperty(window, "WebSocket", { value: DeadSocket, configurable: true, writable: true });
}
