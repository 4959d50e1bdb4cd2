import { expect, it } from "vitest";
import { weigh, weighEditor } from "../support/weight";
import { useStage } from "./stage";

const stage = useStage({ demo: true });

it("loads a thread page for the first time in at most 120 kB of scripts, 220 kB in all and 14 requests", async () => {
  const { page, context } = await stage.enter("nadege", { fresh: true });
  // What the page after signing in still asks for is not the thread page's.
  await page.close();
  const { scripts, all, requests, files } = await weigh(context, "/discussions/1");
  const told = files.map(({ path, kB }) => `${path} ${kB.toFixed(1)}`).join("\n");
  expect(files.filter(({ path }) => path.endsWith(".js")).length, told).toBeGreaterThanOrEqual(4);
  expect(scripts, told).toBeLessThanOrEqual(120);
  expect(all, told).toBeLessThanOrEqual(220);
  expect(requests, told).toBeLessThanOrEqual(14);
});

it("fetches the editor when somebody writes, in at most 130 kB", async () => {
  const { page, context } = await stage.enter("nadege", { fresh: true });
  await page.close();
  const { files } = await weigh(context, "/discussions/1");
  expect(files.filter(({ path }) => /rich-editor|emoji-choice|link-choice/.test(path))).toEqual([]);
  const editor = await weighEditor(context, "/discussions/1");
  expect(editor).toBeGreaterThan(20);
  expect(editor).toBeLessThanOrEqual(130);
});
