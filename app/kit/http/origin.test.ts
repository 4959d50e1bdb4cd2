import { describe, expect, it } from "vitest";
import { HOSTILE_PATHS } from "../../../tests/support/hostile-paths";
import { isByKeyAlone, isOurOwnSocket, isOurOwnWrite, safePath } from "./origin.server";

const OURS = "https://fil.exemple.test";

describe("safePath", () => {
  it.each([
    ["/", "/"],
    ["/discussions/12?depuis=40#message-41", "/discussions/12?depuis=40#message-41"],
    ["/recherche?q=%C3%A9t%C3%A9", "/recherche?q=%C3%A9t%C3%A9"],
    ["/a/../b", "/b"],
  ])("keeps %j, an address of ours", (wanted, kept) => {
    expect(safePath(wanted, OURS)).toBe(kept);
  });

  it.each([null, undefined, "", "discussions", "?retour=/", "#haut"])("takes %j home", (wanted) => {
    expect(safePath(wanted, OURS)).toBe("/");
  });

  it.each(HOSTILE_PATHS.map((path) => [path]))("leaves no way out through %j, read once or twice", (wanted) => {
    for (const once of [wanted, decodedOr(wanted)]) {
      const kept = safePath(once, OURS);
      expect(kept).toMatch(/^\/(?![/\\])/);
      expect(new URL(kept, OURS).origin).toBe(OURS);
      expect(safePath(kept, OURS)).toBe(kept);
    }
  });
});

const decodedOr = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

describe("isOurOwnWrite", () => {
  it.each([
    [{ origin: OURS }, true],
    [{ referer: `${OURS}/discussions` }, true],
    [{ "sec-fetch-site": "same-origin" }, true],
    [{}, false],
    [{ origin: "null" }, false],
    [{ origin: OURS.toUpperCase() }, false],
    [{ origin: `${OURS}:8443` }, false],
    [{ origin: "http://fil.exemple.test" }, false],
    [{ referer: "https://fil.exemple.test.ailleurs.test/" }, false],
    [{ referer: "n'importe quoi" }, false],
    [{ referer: `https://fil.exemple.test@ailleurs.test/` }, false],
    [{ origin: OURS, "sec-fetch-site": "same-site" }, false],
    [{ origin: "https://ailleurs.test", "sec-fetch-site": "same-origin" }, false],
    [{ origin: "https://ailleurs.test", referer: `${OURS}/` }, false],
  ])("judges %j: %s", (headers, ours) => {
    expect(isOurOwnWrite(headers, OURS)).toBe(ours);
  });
});

describe("isByKeyAlone", () => {
  it.each([
    ["/courriels/12.mention.abc_-", {}, true],
    ["/courriels/12.mention.abc", { origin: "https://ailleurs.test" }, false],
    ["/courriels/12.mention.abc", { "sec-fetch-site": "cross-site" }, false],
    ["/courriels/12.mention.abc", { cookie: "__Host-session=x" }, false],
    ["/courriels/12.mention.abc", { referer: `${OURS}/` }, false],
    ["/courriels/", {}, false],
    ["/courriels/12/autre", {}, false],
    ["/reglages/notifications", {}, false],
    ["/courriels/..%2freglages", {}, false],
  ])("judges %s with %j: %s", (path, headers, open) => {
    expect(isByKeyAlone(path, headers)).toBe(open);
  });
});

describe("isOurOwnSocket", () => {
  it.each([
    [{}, true],
    [{ origin: OURS, upgrade: "websocket" }, true],
    [{ upgrade: "websocket" }, false],
    [{ origin: "https://ailleurs.test" }, false],
    [{ origin: "null", upgrade: "websocket" }, false],
    [{ "sec-fetch-site": "cross-site" }, false],
  ])("judges %j: %s", (headers, ours) => {
    expect(isOurOwnSocket(headers, OURS)).toBe(ours);
  });
});
