import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "../support/axe";
import { builtPages } from "./pages";
import { LISTED } from "./listed-pages";
import { useStage } from "./stage";

const stage = useStage({ demo: true });
const routes = await builtPages();
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

describe("the list of pages", () => {
  it("has an entry for every page of the application, and no other", () => {
    expect(Object.keys(LISTED).sort()).toEqual(routes);
  });
});

/** A window as tall as the page: what a bar at its foot covers by chance of scrolling says nothing of the page. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(800, height) });
}

/** Somebody on a listed page, or about to open it. */
async function before(route: string): Promise<{ page: Page; address: string }> {
  const { as, at = route, provokes = [] } = LISTED[route] ?? { as: null };
  const guest = await (as ? stage.enter(as) : stage.visitor());
  guest.provoke(...provokes);
  return { page: guest.page, address: typeof at === "string" ? at : await at(guest.page, stage) };
}

describe("every page", () => {
  it.each(routes)("%s has nothing that axe finds in either theme, and holds on a phone, in large text and without movement", async (route) => {
    const { page, address } = await before(route);
    await page.goto(address);
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
    expect(found).toEqual([]);
  });

  it("has a title of its own", async () => {
    const titles = new Map<string, string>();
    for (const route of routes) {
      const { page, address } = await before(route);
      const markup = await (await page.request.get(address)).text();
      titles.set(route, /<title[^>]*>([^<]*)</.exec(markup)?.[1] ?? "");
      await stage.clear();
    }
    const shared = [...titles].filter(([route, title]) => [...titles].some(([other, same]) => other !== route && same === title));
    expect(shared).toEqual([]);
  });
});
