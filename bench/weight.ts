import { launchBrowser } from "../tests/support/browser";
import { weigh, type Weight } from "../tests/support/weight";
import { benchToken } from "./seed";

/** The first load of a page by a member, in a browser of its own. */
export async function weighAsMember(origin: string, path: string): Promise<Weight> {
  const browser = await launchBrowser();
  try {
    // As a header: Chromium's own door for cookies refuses a secure one for an http address.
    const context = await browser.newContext({ baseURL: origin, extraHTTPHeaders: { cookie: `__Host-session=${benchToken(0)}` } });
    return await weigh(context, path);
  } finally {
    await browser.close();
  }
}
