import { describe, expect, it } from "vitest";
import { fromBuffer, type ZipFile } from "yauzl";
import { metaArchive } from "../../../../tests/support/meta-archive";
import { zip } from "../../../../tests/support/sample-files";
import { textsOnly } from "./texts-only";

const POSTS = [{ day: "2021-03-01", text: "Où trouver des mitaines?" }];
const blob = (content: Buffer) => new Blob([new Uint8Array(content)]);

/** What an archive holds, unpacked. */
async function contentsOf(archive: Blob): Promise<Record<string, string>> {
  const bytes = Buffer.from(await archive.arrayBuffer());
  const opened = await new Promise<ZipFile>((resolve, reject) => fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, file) => (error ? reject(error) : resolve(file))));
  const found: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    opened.on("error", reject).on("end", () => resolve(found));
    opened.on("entry", (entry) => {
      opened.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part)).on("error", reject).on("end", () => {
          found[entry.fileName] = Buffer.concat(parts).toString("utf8");
          opened.readEntry();
        });
      });
    });
    opened.readEntry();
  });
}

describe("what of an archive leaves the device", () => {
  it("is the texts of groups as they are, and nothing else", async () => {
    const whole = metaArchive("Marie", POSTS);
    const sent = await textsOnly(blob(whole));
    const [before, after] = [await contentsOf(blob(whole)), await contentsOf(sent ?? new Blob())];
    expect(Object.keys(before)).toHaveLength(4);
    expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name.includes("/groups/"))));
    expect(Object.keys(after)).toHaveLength(2);
  });

  it.each([
    ["no archive", Buffer.from("Ceci n’en est pas une")],
    ["one that is cut", metaArchive("Marie", POSTS).subarray(0, -30)],
    ["one that a password locks", zip([{ name: "groups/your_comments_in_groups.json", content: "{}" }], { flags: 1 })],
    ["one with a path that climbs", zip([{ name: "../groups/your_comments_in_groups.json", content: "{}" }])],
    ["one without groups", zip([{ name: "messages/message_1.json", content: "{}" }])],
    ["an empty file", Buffer.alloc(0)],
  ])("is left to the server to judge where it is %s", async (_what, content) => {
    expect(await textsOnly(blob(content)).catch(() => null)).toBeNull();
  });
});
