import { describe, expect, it } from "vitest";
import { sourcesUnder } from "./source";

const app = sourcesUnder("app");
const all = [...app, ...sourcesUnder("db"), ...sourcesUnder("bench"), ...sourcesUnder("scripts")];
/** Texts of the demo are long because people talk; they are data. */
const code = all.filter((file) => !file.path.startsWith("db/demo/"));

describe("the shape of the code", () => {
  it("keeps files under 250 lines", () => {
    expect(code.filter((file) => file.lines > 250).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it("keeps route modules under 60 lines", () => {
    expect(app.filter((file) => file.path.startsWith("app/routes/") && file.lines > 60).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it("has no folder or file that means anything and nothing", () => {
    expect(all.map((file) => file.path).filter((path) => /(^|\/)(utils?|helpers?|services?|common|misc|index)(\.tsx?)?(\/|$)/.test(path))).toEqual([]);
  });

  it("names files in kebab-case", () => {
    const offending = all.map((file) => file.path).filter((path) => !path.startsWith("app/routes/") && !/^[a-z0-9-]+(\.server|\.client)?\.tsx?$/.test(path.split("/").at(-1) ?? ""));
    expect(offending).toEqual([]);
  });

  it("keeps a closed set of file names at the top of a feature", () => {
    const odd = app
      .map((file) => file.path)
      .filter((path) => /^app\/features\/[^/]+\/[^/]+$/.test(path))
      .filter((path) => !/\/(model|schema|policy|mail|use-[a-z-]+)\.tsx?$|\.server\.tsx?$/.test(path));
    expect(odd.filter((path) => !path.includes(".client."))).toEqual([]);
  });
});

describe("what may not be forgotten", () => {
  it("lets only policies mint proofs", () => {
    expect(app.filter((file) => /import[^;]*\bgrant\b[^;]*proof"/.test(file.text) && !/\/policy\.ts$/.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it("hands raw markup to React in two places: rows made on the server, and rendered Markdown", () => {
    expect(app.filter((file) => file.text.includes("dangerouslySetInnerHTML")).map((file) => file.path)).toEqual(["app/kit/markup.tsx", "app/ui/prose.tsx"]);
  });

  it("reads without an actor only in sign-in, joining and worker files", () => {
    const offending = app.filter(
      (file) => /function unscoped|const unscoped/.test(file.text) && !/^app\/features\/(sign-in|invitation|community|demo|mail)\/|worker\.server/.test(file.path),
    );
    expect(offending.map((file) => file.path)).toEqual([]);
  });

  it("silences no type and no rule", () => {
    const marks = ["@ts-" + "ignore", "@ts-" + "expect-error", "@ts-" + "nocheck", "eslint-" + "disable", "as " + "any"];
    const offending = [...all, ...sourcesUnder("tests", true)].flatMap((file) => marks.filter((mark) => file.text.includes(mark)).map((mark) => `${file.path}: ${mark}`));
    expect(offending).toEqual([]);
  });

  it("leaves no test out", () => {
    const offending = [...sourcesUnder("tests", true), ...sourcesUnder("app", true), ...sourcesUnder("db", true)].filter((file) => /\b(it|test|describe)\.(skip|only|todo|skipIf|fails)\b/.test(file.text));
    expect(offending.map((file) => file.path).filter((path) => path !== "tests/architecture/shape.test.ts")).toEqual([]);
  });
});

describe("French on screen", () => {
  // In a text of ours a colon, an opening and a closing guillemet take a non-breaking space.
  const texts = app.filter((file) => /\.tsx$/.test(file.path) || /(errors|sentences-alone)\.ts$|mail/.test(file.path));

  it("puts a non-breaking space before a colon and inside guillemets", () => {
    const offending = texts.flatMap((file) =>
      file.text
        .split("\n")
        .map((line, index) => ({ line, at: `${file.path}:${index + 1}` }))
        .filter(({ line }) => !/^\s*(\/\/|\*|\/\*)/.test(line))
        .filter(({ line }) => /« \S|\S »/.test(line) || /[a-zàâçéèêëîïôûùü’)] :(?=\s+[A-Za-zÀ-ÿ«]*[a-zà-ÿ]{2,} |\s*<|\s*$)/.test(stripCode(line)))
        .map(({ at }) => at),
    );
    expect(offending).toEqual([]);
  });

  it("writes no escape in an attribute, where it would be shown as it stands", () => {
    expect(app.filter((file) => /\s[a-zA-Z]+="[^"]*\\u00/.test(file.text) && file.path.endsWith(".tsx")).map(({ path }) => path)).toEqual([]);
  });

  it("puts no space before ; ? and !", () => {
    const offending = texts.flatMap((file) =>
      file.text
        .split("\n")
        .map((line, index) => ({ line: stripCode(line), at: `${file.path}:${index + 1}` }))
        .filter(({ line }) => /[a-zà-ÿ][ \u00a0][!?;](?![=:.?])/.test(line))
        .map(({ at }) => at),
    );
    expect(offending).toEqual([]);
  });

  /** What is left of a line once its code is taken out: the words between tags and inside quotes. */
  function stripCode(line: string): string {
    if (/^\s*[A-ZÀ-Ÿ«][^={}()=>]*$/.test(line)) return line;
    return [...line.matchAll(/"([^"]*)"|>([^<>{}]+)</g)].map((match) => match[1] ?? match[2] ?? "").filter((words) => /\s/.test(words)).join("\n");
  }
});
