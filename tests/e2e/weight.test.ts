import { expect, it } from "vitest";
import { useStage, visit } from "./stage";

const stage = useStage({ demo: true });

/** In kB as they travel, the headers of each answer included, and with the doorbell's client. */
it("loads a thread page for the first time in at most 120 kB of scripts, 220 kB in all and 14 requests", async () => {
  const { page, context } = await stage.enter("nadege", { fresh: true });
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.clearBrowserCache");
  const scripts = new Set<string>();
  const counted = new Set<string>();
  const weight = { scripts: 0, all: 0, requests: 0 };
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (new URL(response.url).pathname.startsWith("/socket.io/") || response.url.startsWith("data:")) return;
    counted.add(requestId);
    if (type === "Script") scripts.add(requestId);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!counted.has(requestId)) return;
    weight.requests += 1;
    weight.all += encodedDataLength / 1_000;
    if (scripts.has(requestId)) weight.scripts += encodedDataLength / 1_000;
  });
  await visit(page, "/discussions/1");
  await page.getByText("En direct").waitFor();
  expect(weight.scripts).toBeGreaterThan(50);
  expect(weight.scripts).toBeLessThanOrEqual(120);
  expect(weight.all).toBeLessThanOrEqual(220);
  expect(weight.requests).toBeLessThanOrEqual(14);
});
