import { describe, expect, it } from "vitest";
import { sourcesUnder, type SourceFile } from "./source";

const app = sourcesUnder("app");
const db = sourcesUnder("db");

const layerOf = (path: string): string => (path.startsWith("app/") ? (path.split("/")[1] ?? "") : path.startsWith("db/") ? "db" : "package");
const featureOf = (path: string): string | undefined => /^app\/features\/([^/]+)/.exec(path)?.[1];

/** Which layers a layer may import from; a feature's own folder and a layer's own files are always open. */
const MAY: Record<string, (to: string, from: SourceFile) => boolean> = {
  routes: (to) =>
    /^app\/features\//.test(to) || /^app\/ui\//.test(to) || /^app\/realtime\/use-live/.test(to) || /^app\/kit\/(guard\.server|form|format|errors|json\.server|http\/origin)/.test(to),
  features: (to, from) =>
    layerOf(to) === "kit" || layerOf(to) === "ui" || /^app\/realtime\/(events|use-live)/.test(to) || layerOf(to) === "features" || (layerOf(to) === "db" && from.path.includes(".server.")),
  kit: (to) => layerOf(to) === "db" || /^app\/realtime\/(hub|events)/.test(to),
  realtime: (to) => /^app\/kit\//.test(to) || /^db\/client/.test(to) || /^db\/schema/.test(to),
  ui: (to) => /^app\/kit\/format/.test(to),
  db: () => false,
};

const offences = (files: SourceFile[], layer: string): string[] =>
  files
    .filter((file) => layerOf(file.path) === layer)
    .flatMap((file) =>
      file.imports
        .filter((to) => to.startsWith("app/") || to.startsWith("db/"))
        .filter((to) => layerOf(to) !== layer || layer === "features")
        .filter((to) => !(layer === "features" && featureOf(to) === featureOf(file.path) && featureOf(to) !== undefined))
        .filter((to) => !MAY[layer]?.(to, file))
        .map((to) => `${file.path} imports ${to}`),
    );

describe("who may import whom", () => {
  it.each(Object.keys(MAY))("%s imports only what the table of docs/architecture.md allows", (layer) => {
    expect(offences([...app, ...db], layer)).toEqual([]);
  });

  it("reaches another feature by its model, its policy, its reads, or its writes inside one's own transaction", () => {
    const offending = app.flatMap((file) =>
      file.imports
        .filter((to) => featureOf(to) !== undefined && featureOf(file.path) !== undefined && featureOf(to) !== featureOf(file.path))
        .filter((to) => !/^app\/features\/[^/]+\/((model|policy|use-frame)$|queries\.server|mutations\.server|outbox\.server|components\/|[a-z-]+\.server$)/.test(to))
        .map((to) => `${file.path} imports ${to}`),
    );
    expect(offending).toEqual([]);
  });

  it("has no circle of features", () => {
    const edges = new Map<string, Set<string>>();
    for (const file of app) {
      const from = featureOf(file.path);
      if (!from || !file.path.slice(`app/features/${from}/`.length)) continue;
      for (const to of file.imports.map(featureOf)) if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
    const circles: string[] = [];
    const visit = (feature: string, path: string[]): void => {
      if (path.includes(feature)) return void circles.push([...path.slice(path.indexOf(feature)), feature].join(" → "));
      for (const next of edges.get(feature) ?? []) visit(next, [...path, feature]);
    };
    for (const feature of edges.keys()) visit(feature, []);
    expect([...new Set(circles)]).toEqual([]);
  });

  it("keeps Lucia behind the session file", () => {
    expect(app.filter((file) => file.imports.includes("lucia")).map((file) => file.path)).toEqual(["app/kit/session.server.ts"]);
  });

  it("keeps the database out of routes and components", () => {
    const offending = app.filter((file) => !file.path.includes(".server.") && file.imports.some((to) => /^(db\/|drizzle-orm|postgres$)/.test(to)));
    expect(offending.map((file) => file.path)).toEqual([]);
  });
});
