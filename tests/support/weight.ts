import type { BrowserContext } from "playwright-core";
import { pause } from "./app-process";

type File = { path: string; type: string; kB: number };
/** A kB is a thousand bytes as they travel: compressed, and with the headers of each answer. */
export type Weight = { scripts: number; all: number; requests: number; files: File[] };

/** Nothing more is asked for during this long; milliseconds. */
const QUIET = 700;

/**
 * What a browser with nothing kept downloads until a page is shown, works and hears what
 * is new. The socket's client counts, although it is fetched when the page already works,
 * and so does the first catching up; the line's own talk does not, as it goes on for ever.
 */
export async function weigh(context: BrowserContext, path: string): Promise<Weight> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.clearBrowserCache");
  const travelling = new Map<string, Omit<File, "kB">>();
  const files: File[] = [];
  let last = performance.now();
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    const { protocol, pathname } = new URL(response.url);
    if (protocol === "data:" || pathname.startsWith("/socket.io/")) return;
    last = performance.now();
    travelling.set(requestId, { path: pathname, type });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const file = travelling.get(requestId);
    if (!file) return;
    last = performance.now();
    travelling.delete(requestId);
    files.push({ ...file, kB: encodedDataLength / 1_000 });
  });
  await page.goto(path, { waitUntil: "load" });
  await page.getByText("En direct").waitFor();
  while (travelling.size > 0 || performance.now() - last < QUIET) await pause(50);
  await page.close();
  const sum = (some: readonly File[]) => some.reduce((total, { kB }) => total + kB, 0);
  return { scripts: sum(files.filter(({ type }) => type === "Script")), all: sum(files), requests: files.length, files };
}

/** What putting the caret in the box of a page downloads, in kB. */
export async function weighEditor(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "load" });
  await page.getByText("En direct").waitFor();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.clearBrowserCache");
  const scripts = new Set<string>();
  let sum = 0;
  network.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) sum += encodedDataLength / 1_000;
  });
  await page.locator('textarea[name="texte"]').click();
  await page.locator('[role="textbox"][aria-multiline="true"]').waitFor();
  await page.close();
  return sum;
}
