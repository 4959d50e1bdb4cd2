import { launchBrowser } from "../tests/support/browser";
import { weigh, weighEditor, type Weight } from "../tests/support/weight";
import { benchToken } from "./seed";

/** The first load of a page by a member, in a browser of its own, and what the editor adds once somebody writes. */
export async function weighAsMember(origin: string, path: string): Promise<Weight & { editor: number }> {
  const browser = await launchBrowser();
  try {
    // As a header: Chromium's own door for cookies refuses a secure one for an http address.
    const context = await browser.newContext({ baseURL: origin, extraHTTPHeaders: { cookie: `__Host-session=${benchToken(0)}` } });
    return { ...(await weigh(context, path)), editor: await weighEditor(context, path) };
  } finally {
    await browser.close();
  }
}
