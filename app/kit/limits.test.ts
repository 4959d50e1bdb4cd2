import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE, setClock } from "./clock.server";
import { DomainError } from "./errors";
import { countersKept, forgetLimits, limit } from "./limits.server";

const NOON = new Date("2027-03-01T17:00:00Z");

const refusal = (attempt: () => void): DomainError | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe("limits", () => {
  beforeEach(() => {
    forgetLimits();
    setClock(() => NOON);
  });
  afterEach(() => setClock(() => new Date()));

  it("lets the allowed number through, refuses the next, and says how long to wait", () => {
    for (let time = 0; time < 3; time += 1) limit("essai", "a", 3, HOUR);
    setClock(() => new Date(NOON.getTime() + 20 * MINUTE));
    const refused = refusal(() => limit("essai", "a", 3, HOUR));
    expect(refused?.code).toBe("rate.exceeded");
    expect(refused?.details.retryAfter).toBe(40 * 60);
  });

  it("counts each key and each name by itself", () => {
    limit("essai", "a", 1, HOUR);
    expect(refusal(() => limit("essai", "b", 1, HOUR))).toBeNull();
    expect(refusal(() => limit("autre", "a", 1, HOUR))).toBeNull();
    expect(refusal(() => limit("essai", "a", 1, HOUR))?.code).toBe("rate.exceeded");
  });

  it("opens again once the window is over", () => {
    limit("essai", "a", 1, HOUR);
    setClock(() => new Date(NOON.getTime() + HOUR));
    expect(refusal(() => limit("essai", "a", 1, HOUR))).toBeNull();
  });

  it("keeps a bounded number of counters under a flood of addresses", () => {
    for (let address = 0; address < 60_000; address += 1) limit("essai", address, 5, HOUR);
    expect(countersKept()).toBeLessThanOrEqual(20_000);
  });
});
