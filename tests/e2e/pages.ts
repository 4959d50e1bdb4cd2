import { resolve } from "node:path";
import type { Page } from "playwright-core";
import type { Persona, Stage } from "./stage";

export type ListedPage = {
  /** Who opens it; null for somebody who is not signed in. */
  as: Persona | null;
  /** Where it is, when the route's own address is not one; as a function, it looks on that person's pages. */
  at?: string | ((page: Page, stage: Stage) => Promise<string>);
  /** Problems that belong to this page, such as the status of a page that is an error. */
  provokes?: RegExp[];
};

type BuiltRoute = { id: string; parentId?: string; path?: string; index?: boolean; module: { default?: unknown; loader?: unknown } };
type Built = { build: { routes: Record<string, BuiltRoute> }; guardOf(loader: unknown): string | undefined };

const POSTED_ONLY = "visitor: nothing to see here";

/** The routes of the built application that answer a GET with a page, as addresses. */
export async function builtPages(): Promise<string[]> {
  const file: string = resolve(import.meta.dirname, "../../build/server/server.js");
  const { build, guardOf } = (await import(file)) as Built;
  const addressOf = (route: BuiltRoute): string => {
    const parent = route.parentId ? build.routes[route.parentId] : undefined;
    return [parent ? addressOf(parent) : "", route.path ?? ""].filter(Boolean).join("/");
  };
  return Object.values(build.routes)
    .filter((route) => route.id !== "root" && route.module.default !== undefined && guardOf(route.module.loader) !== POSTED_ONLY)
    .map((route) => `/${addressOf(route)}`)
    .sort();
}

/** The first address on a page that looks like this, in its links and its forms. */
export async function leadFrom(page: Page, on: string, address: RegExp): Promise<string> {
  await page.goto(on);
  const all = await page.locator("a[href], form[action]").evaluateAll((found) => found.map((one) => one.getAttribute("href") ?? one.getAttribute("action") ?? ""));
  const lead = all.map((one) => address.exec(one)?.[0]).find(Boolean);
  if (!lead) throw new Error(`Nothing on ${on} leads to ${String(address)}.`);
  return lead;
}
