import axe from "axe-core";
import type { CDPSession, Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe holds against the page as it stands, one line per element, so that
 * a test expects `[]`. Colours are judged once animations and type have settled.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  // The page's policy lets no foreign script in: this goes through the browser's debugging port.
  const session = await page.context().newCDPSession(page);
  const scripting = await page.evaluate(() => matchMedia("(scripting: enabled)").matches);
  try {
    if (!scripting) await allowScripts(session, true);
    await settle(page);
    await session.send("Runtime.evaluate", { expression: axe.source, returnByValue: false });
    const options = JSON.stringify({
      runOnly: { type: "tag", values: TAGS },
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression: `axe.run(document, ${options}).then((found) => JSON.stringify(found.violations))`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe could not run: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return (JSON.parse(String(result.value)) as axe.Result[]).flatMap(lines);
  } finally {
    // Ending a session that turned JavaScript off would turn it on.
    if (scripting) await session.detach();
    else await allowScripts(session, false);
  }
}

/**
 * Timers stand still without JavaScript, and axe needs them. The page's own
 * scripts were skipped when it loaded, and are not run by this.
 */
async function allowScripts(session: CDPSession, allowed: boolean): Promise<void> {
  // The browser ignores a value that this session believes to be set already.
  await session.send("Emulation.setScriptExecutionDisabled", { value: allowed });
  await session.send("Emulation.setScriptExecutionDisabled", { value: !allowed });
}

/** Waits for the type to load and for every animation that ends. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => {})));
  });
}

function lines(violation: axe.Result): string[] {
  return violation.nodes.map((node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
    return `${violation.id}: ${node.target.flat().join(" ")}: ${why}`;
  });
}
