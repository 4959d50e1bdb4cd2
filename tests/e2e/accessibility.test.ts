import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { inspect } from "./inspect";
import { builtPages } from "./pages";
import { LISTED } from "./listed-pages";
import { useStage } from "./stage";
import { STATES } from "./states";

const stage = useStage({ demo: true });
const routes = await builtPages();

/** Somebody on a listed page, or about to open it. */
async function before(route: string): Promise<{ page: Page; address: string }> {
  const { as, at = route, provokes = [] } = LISTED[route] ?? { as: null };
  const guest = await (as ? stage.enter(as) : stage.visitor());
  guest.provoke(...provokes);
  return { page: guest.page, address: typeof at === "string" ? at : await at(guest.page, stage) };
}

describe("the list of pages", () => {
  it("has an entry for every page of the application, and no other", () => {
    expect(Object.keys(LISTED).sort()).toEqual(routes);
  });
});

describe("every page", () => {
  it.each(routes)("%s has nothing that axe finds in either theme, and holds on a phone, in large text and without movement", async (route) => {
    const { page, address } = await before(route);
    await page.goto(address);
    expect(await inspect(page)).toEqual([]);
  });

  it("has a title of its own", async () => {
    const titles = new Map<string, string>();
    for (const route of routes.filter((one) => !LISTED[one]?.provokes)) {
      const { page, address } = await before(route);
      const markup = await (await page.request.get(address)).text();
      titles.set(route, /<title[^>]*>([^<]*)</.exec(markup)?.[1] ?? "");
      await stage.clear();
    }
    const shared = [...titles].filter(([route, title]) => [...titles].some(([other, same]) => other !== route && same === title));
    expect(shared).toEqual([]);
  });
});

describe("every page, in its other states", () => {
  it.each(Object.entries(STATES))("%s holds as well", async (_, { as, reach, provokes = [] }) => {
    const guest = await (as ? stage.enter(as) : stage.visitor());
    guest.provoke(...provokes);
    await reach(guest.page, stage);
    expect(await inspect(guest.page)).toEqual([]);
  });
});
