import { describe, expect, it } from "vitest";
import { readEntries } from "./schema";

const LATEST = Date.UTC(2026, 10, 24);
const broken = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
const comment = (text: string, more: object = {}) => ({ timestamp: 1_600_000_100, title: "Marie Tremblay commented on Jean Untel's post.", data: [{ comment: { timestamp: 1_600_000_100, comment: text, author: "Marie Tremblay", group: "Les Bourgeons", ...more } }] });

describe("a file of the archive", () => {
  it("gives its posts and comments, with their letters put right", () => {
    const post = { timestamp: 1_600_000_000, title: broken("Élise Tremblay a publié dans Les Bourgeons."), data: [{ post: broken("Une idée pour l’été?") }, { update_timestamp: 1_600_000_001 }], tags: [{ name: "Jean Untel" }] };
    expect(readEntries([post, comment(broken("Déjà fait!"), { author: "Jean Untel" })], LATEST)).toEqual([
      { kind: "post", saidAt: new Date(1_600_000_000_000), body: "Une idée pour l’été?", group: "Les Bourgeons", author: "Élise Tremblay", about: null },
      { kind: "comment", saidAt: new Date(1_600_000_100_000), body: "Déjà fait!", group: "Les Bourgeons", author: "Jean Untel", about: { kind: "post", who: "Jean Untel" } },
    ]);
  });

  it("may lack titles, groups, authors and times inside, and hold a time in milliseconds", () => {
    const [found] = readEntries([{ timestamp: 1_600_000_000_123, data: [{ comment: { comment: "Merci" } }] }], LATEST) ?? [];
    expect(found).toEqual({ kind: "comment", saidAt: new Date(1_600_000_000_000), body: "Merci", group: null, author: null, about: null });
  });

  it("passes over photos alone, empty texts, and times that cannot be", () => {
    expect(readEntries([{ timestamp: 1_600_000_000, title: "Marie added a photo.", data: [] }], LATEST)).toEqual([]);
    expect(readEntries([comment("  "), { ...comment("x"), data: [{ comment: { comment: "x", timestamp: 5 } }] }, { timestamp: LATEST / 1_000 + 1, data: [{ post: "De demain" }] }], LATEST)).toEqual([]);
  });

  it("is of another shape when nothing in it is known", () => {
    expect(readEntries([{ media: [], label_values: [{ label: "Texte", value: "x" }] }], LATEST)).toBeNull();
    expect(readEntries([], LATEST)).toEqual([]);
    expect(readEntries([comment("Bon", { group: 7, author: null }), { timestamp: "hier", data: "x" }, null, 4], LATEST)).toHaveLength(1);
  });
});
