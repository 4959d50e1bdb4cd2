import type { Page } from "playwright-core";
import { axeViolations } from "../support/axe";

const SEEN_AS = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 1280 },
  { scheme: "dark", width: 320 },
  { scheme: "light", width: 320 },
] as const;

/** What is wrong with a page, beyond what axe knows. */
const shapeProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.lang !== "fr-CA") found.push(`lang is ${document.documentElement.lang}`);
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) found.push(`${headings} h1`);
    if (document.querySelectorAll("main").length !== 1) found.push("not one main");
    if (!/ – Le Fil$/.test(document.title)) found.push(`the title is « ${document.title} »`);
    return found;
  });

const sidewaysScroll = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1).slice(0, 3);
    return [`scrolls sideways by ${scrollWidth - clientWidth} px: ${wide.map((one) => `<${one.localName} class="${one.getAttribute("class") ?? ""}">`).join(" ")}`];
  });

/** Whatever moves by itself or on a change of state for longer than an eye notices. */
const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1)));
    return [...document.querySelectorAll("body, body *")].flatMap((one) => {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(one);
      const moves = (animationName !== "none" && seconds(animationDuration) > 0.01) || seconds(transitionDuration) > 0.01 || scrollBehavior === "smooth";
      return moves ? [`<${one.localName} class="${one.getAttribute("class") ?? ""}"> moves`] : [];
    });
  });

/** A window as tall as the page: what a bar at its foot covers by chance of scrolling says nothing of the page. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(800, height) });
}

/**
 * Looks at an open page as people with other eyes and hands do: axe in both
 * themes on an office screen and the narrowest phone, sideways scrolling, large
 * text, reduced motion. Returns one line for each thing found.
 */
export async function inspect(page: Page): Promise<string[]> {
  const found: string[] = await shapeProblems(page);
  for (const { scheme, width } of SEEN_AS) {
    await page.emulateMedia({ colorScheme: scheme });
    await showWhole(page, width);
    found.push(...[...(await axeViolations(page)), ...(await sidewaysScroll(page))].map((line) => `${scheme}, ${width}: ${line}`));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  found.push(...(await movements(page)));
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  found.push(...(await sidewaysScroll(page)).map((line) => `large text: ${line}`));
  return found;
}
