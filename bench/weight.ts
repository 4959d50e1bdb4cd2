import { launchBrowser } from "../tests/support/browser";
import { benchToken } from "./seed";

export type Weight = { scripts: number; all: number; requests: number };

/** What a browser with nothing kept downloads to show a page, in kB as they travel, and in how many requests. */
export async function weigh(origin: string, path: string): Promise<Weight> {
  const browser = await launchBrowser();
  try {
    // As a header: Chromium's own door for cookies refuses a secure one for an http address.
    const context = await browser.newContext({ baseURL: origin, extraHTTPHeaders: { cookie: `__Host-session=${benchToken(0)}` } });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const types = new Map<string, string>();
    const weight: Weight = { scripts: 0, all: 0, requests: 0 };
    // What the page loads to be shown and to live; the doorbell's own talk comes after and goes on for ever.
    network.on("Network.responseReceived", ({ requestId, type, response }) => {
      if (!new URL(response.url).pathname.startsWith("/socket.io/") && !response.url.startsWith("data:")) types.set(requestId, type);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId);
      if (type === undefined) return;
      weight.requests += 1;
      weight.all += encodedDataLength / 1_000;
      if (type === "Script") weight.scripts += encodedDataLength / 1_000;
    });
    await page.goto(path, { waitUntil: "load" });
    await page.waitForTimeout(500);
    return weight;
  } finally {
    await browser.close();
  }
}
