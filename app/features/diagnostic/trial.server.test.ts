import { beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "~/kit/env.server";
import { Form } from "~/kit/form.server";
import { forgetLimits } from "~/kit/limits.server";
import { withContext, type RequestContext } from "~/kit/request-context.server";
import { UPLOAD_SIZE } from "./model";
import { weighUpload } from "./trial.server";

const settings = readSettings({ NODE_ENV: "test" });
const from = (network: string) => ({ settings, network }) as unknown as RequestContext;

async function send(fields: Record<string, string>, network = "192.0.2.1") {
  const body = new URLSearchParams(fields);
  const form = await Form.read(new Request(`${settings.origin}/diagnostic/televersement`, { method: "POST", body }));
  const answer = withContext(from(network), () => weighUpload(form));
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown>, retryAfter: answer.headers.get("Retry-After") };
}

beforeEach(forgetLimits);

describe("the upload that is tried", () => {
  it("is counted to the last byte", async () => {
    expect(await send({ charge: "a".repeat(UPLOAD_SIZE) })).toMatchObject({ status: 200, said: { received: UPLOAD_SIZE } });
  });

  it("is refused with a sentence when it is something else, or too heavy", async () => {
    expect((await send({ autre: "x" })).status).toBe(400);
    expect((await send({ charge: "x", autre: "x" })).status).toBe(400);
    const heavy = await send({ charge: "a".repeat(UPLOAD_SIZE + 200_000) });
    expect(heavy.status).toBe(422);
    expect(Object.keys(heavy.said)).toEqual(["sentence"]);
  });

  it("is limited for a network, and not for its neighbours", async () => {
    for (let n = 0; n < 60; n += 1) expect((await send({ charge: "x" })).status).toBe(200);
    const refused = await send({ charge: "x" });
    expect(refused.status).toBe(429);
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect((await send({ charge: "x" }, "192.0.2.2")).status).toBe(200);
  });
});
