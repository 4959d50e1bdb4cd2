import { describe, expect, it } from "vitest";
import { sourcesUnder } from "./source";

const app = sourcesUnder("app");
const features = app.filter(({ path }) => path.startsWith("app/features/"));

describe("the check of what people write", () => {
  it("is passed by for drafts and previews alone, which their writer alone sees", () => {
    expect(features.filter(({ text }) => text.includes(".parseUnseen(")).map(({ path }) => path)).toEqual(["app/features/draft/pages.server.ts", "app/features/thread/pages.server.ts"]);
  });

  it("leaves a field alone only where a schema says why", () => {
    const marked = features.filter(({ text }) => text.includes("notSpeech("));
    expect(marked.filter(({ path }) => !path.endsWith("/schema.ts")).map(({ path }) => path)).toEqual([]);
    const without = marked.flatMap(({ path, text }) => [...text.matchAll(/notSpeech\(\s*(?!\s*"[^"]{6,}")(.{0,40})/g)].map(([, then]) => `${path}: ${then}`));
    expect(without).toEqual([]);
  });

  it("leaves no message, title, description, reason or comment alone", () => {
    const speech = /\b(?:texte|titre|objectifs|question|ordre|raison|presentation|commentaire|description|resume|reponse|motif|note|corps|sujet|proposition|justification)\s*:\s*notSpeech\(/;
    expect(features.filter(({ text }) => speech.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("cannot be gone around: what a form brings is read by the form alone", () => {
    const reading = /\bform\.(?:formData|text)\(|request\.(?:formData|text|json)\(/;
    expect(app.filter(({ path, text }) => !/^app\/kit\//.test(path) && reading.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("keeps nothing and tells nobody: its rules reach no log, no database and no network", () => {
    const rules = app.filter(({ path }) => path.startsWith("app/kit/discretion/"));
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.filter(({ imports, text }) => imports.some((to) => !to.startsWith("app/kit/discretion/")) || /console\.|fetch\(|localStorage/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
