import { describe, expect, it } from "vitest";
import { invitationState, readAddresses } from "./model";

describe("the addresses of an invitation", () => {
  it("stand one per line, whatever is blank", () => {
    expect(readAddresses(" a@exemple.ca\n\n  b@exemple.ca  \n")).toEqual([
      { line: 1, text: "a@exemple.ca" },
      { line: 3, text: "b@exemple.ca" },
    ]);
  });

  it("are also read as a mail program pastes them", () => {
    expect(readAddresses("Ève Roy <eve@exemple.ca>; Max Dubé <max@exemple.ca>, lea@exemple.ca").map(({ text }) => text)).toEqual([
      "eve@exemple.ca",
      "max@exemple.ca",
      "lea@exemple.ca",
    ]);
  });

  it("keep what is no address, so that it can be told", () => {
    expect(readAddresses("Ève Roy")).toEqual([{ line: 1, text: "Ève Roy" }]);
  });
});

describe("the state of an invitation", () => {
  const expiresAt = new Date("2027-03-15T12:00:00Z");

  it("is pending until the very end, and expired from then on", () => {
    expect(invitationState({ acceptedAt: null, expiresAt }, new Date("2027-03-15T11:59:59Z"))).toBe("pending");
    expect(invitationState({ acceptedAt: null, expiresAt }, expiresAt)).toBe("expired");
  });

  it("stays accepted for good", () => {
    expect(invitationState({ acceptedAt: new Date("2027-03-02T12:00:00Z"), expiresAt }, new Date("2028-01-01T12:00:00Z"))).toBe("accepted");
  });
});
