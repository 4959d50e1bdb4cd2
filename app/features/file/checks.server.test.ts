import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { docx, giantPng, odt, pdf, photo, png, pptx, webp, xlsx, zip } from "../../../tests/support/sample-files";
import { checkFile } from "./checks.server";
import { redraw } from "./pictures.server";
import { Refusal } from "./refusal.server";

const folder = mkdtempSync(join(tmpdir(), "le-fil-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function arrived(name: string, content: Buffer | string) {
  const path = join(folder, randomUUID());
  writeFileSync(path, content);
  return { field: "fichiers", name, path, size: Buffer.byteLength(content), hash: "" };
}
const why = (error: unknown) => (error instanceof Refusal ? error.reason : error);
const judge = (name: string, content: Buffer | string) => checkFile(arrived(name, content)).catch(why);
const draw = (content: Buffer, kind: "png" | "jpeg" | "webp") => redraw(arrived("x", content).path, kind);

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`;
const HTML = "<!doctype html><script>alert(1)</script>";
const types = (text: string) => ({ name: "[Content_Types].xml", content: text });
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

describe("a file whose content is what its name says", () => {
  it.each([
    ["a.pdf", pdf(), "pdf"],
    ["A.DOCX", docx(), "docx"],
    ["a.xlsx", xlsx(), "xlsx"],
    ["a.pptx", pptx(), "pptx"],
    ["a.odt", odt(), "odt"],
  ])("%s is taken", async (name, content, kind) => expect(await judge(name, content)).toBe(kind));

  it("is taken when it is a picture", async () => {
    expect([await judge("a.png", await png()), await judge("a.jpeg", await photo()), await judge("a.webp", await webp())]).toEqual(["png", "jpeg", "webp"]);
  });
});

describe("a file that pretends", () => {
  it.each([
    ["dessin.svg", SVG, "unknown"],
    ["page.html", HTML, "unknown"],
    ["programme.exe", "MZ", "unknown"],
    ["archive.zip", zip([]), "unknown"],
    ["macros.docm", docx(), "unknown"],
    ["sans-extension", pdf(), "unknown"],
    ["__proto__", pdf(), "unknown"],
    ["page.png", HTML, "not-what-it-says"],
    ["dessin.png", SVG, "not-what-it-says"],
    ["page.pdf", HTML, "not-what-it-says"],
    ["archive.pdf", docx(), "not-what-it-says"],
    ["texte.docx", pdf(), "not-what-it-says"],
    ["tableur.docx", xlsx(), "not-what-it-says"],
    ["archive.docx", zip([{ name: "word/document.xml", content: "<a/>" }]), "not-what-it-says"],
    ["vide.pdf", "", "empty"],
    ["gif.webp", "GIF89a", "not-what-it-says"],
    ["coupe.pdf", pdf().subarray(0, 300), "damaged"],
    ["coupe.docx", docx().subarray(0, 200), "damaged"],
  ])("%s is refused", async (name, content, reason) => expect(await judge(name, content)).toBe(reason));

  it.each([
    ["a PDF with an archive behind it", "a.pdf", Buffer.concat([pdf(), docx()])],
    ["a PDF with a page behind it", "a.pdf", Buffer.concat([pdf(), Buffer.from(HTML)])],
    ["an archive behind a page", "a.docx", Buffer.concat([Buffer.from(HTML), docx()])],
    ["an archive with a page as its remark", "a.docx", zip([types(MAIN), { name: "word/document.xml", content: "<a/>" }], { comment: HTML })],
  ])("%s is refused, being two files in one", async (_, name, content) => expect(["not-what-it-says", "damaged"]).toContain(await judge(name, content)));
});

describe("a document that would harm", () => {
  it("is refused with macros, whatever their letters", async () => {
    expect(await judge("a.docx", docx({ name: "word/vbaProject.bin", content: "x" }))).toBe("macros");
    expect(await judge("a.docx", docx({ name: "word/VBAPROJECT.BIN", content: "x" }))).toBe("macros");
    expect(await judge("a.docx", zip([types(`${MAIN} application/vnd.ms-word.document.macroEnabled.main+xml`), { name: "word/document.xml", content: "<a/>" }]))).toBe("macros");
    expect(await judge("a.odt", zip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }, { name: "content.xml", content: "" }, { name: "Basic/Standard/x.xml", content: "" }]))).toBe("macros");
  });

  it("is refused when a password locks it", async () => {
    expect(await judge("a.docx", zip([types(MAIN)], { flags: 1 }))).toBe("locked");
    expect(await judge("a.docx", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]))).toBe("locked");
  });

  it("is refused when it unpacks to more than 200 MB, and stops there", async () => {
    const bomb = docx(...Array.from({ length: 5 }, (_, n) => ({ name: `word/${n}.xml`, content: Buffer.alloc(50_000_000) })));
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await judge("bombe.docx", bomb)).toBe("bomb");
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it("is refused when an entry lies about its size, leads out, or comes twice", async () => {
    expect(await judge("a.docx", docx({ name: "word/x.xml", content: Buffer.alloc(5_000_000), claimed: 10 }))).toBe("damaged");
    expect(await judge("a.docx", docx({ name: "../../x", content: "x" }))).toBe("damaged");
    expect(await judge("a.docx", docx({ name: "word/document.xml", content: "x" }))).toBe("damaged");
    expect(await judge("a.docx", docx({ name: "__proto__", content: "x" }))).toBe("docx");
  });
});

describe("a picture drawn again", () => {
  it("stands the right way up and tells nothing of where and by whom it was taken", async () => {
    const taken = await photo(1_200, 800);
    const before = await sharp(taken).metadata();
    expect(before.exif?.includes("AppareilSecret")).toBe(true);
    // The directory of a GPS position (tag 0x8825) is there to begin with.
    expect(before.exif?.includes(Buffer.from("2588", "hex"))).toBe(true);
    const { wholePath, thumbnailPath, width, height } = await draw(taken, "jpeg");
    expect([width, height]).toEqual([800, 1_200]);
    for (const path of [wholePath, thumbnailPath]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(path).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, orientation: undefined });
      const bytes = await sharp(path, {}).toBuffer();
      expect(bytes.includes("AppareilSecret")).toBe(false);
    }
    expect(await sharp(thumbnailPath).metadata()).toMatchObject({ format: "webp", width: 320, height: 480 });
  });

  it("leaves what hid behind it", async () => {
    const { wholePath } = await draw(Buffer.concat([await png(), Buffer.from(HTML), docx()]), "png");
    expect((await sharp(wholePath).metadata()).format).toBe("png");
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(wholePath).includes("script")).toBe(false);
  });

  it("is made no larger than a screen, and its thumbnail passes in one piece", async () => {
    const noise = await sharp(randomBytes(3_000 * 1_000 * 3), { raw: { width: 3_000, height: 1_000, channels: 3 } }).jpeg().toBuffer();
    const { width, height, thumbnailPath } = await draw(noise, "jpeg");
    expect([width, height]).toEqual([2_560, 853]);
    expect((await sharp(thumbnailPath).toBuffer()).length).toBeLessThan(262_144);
  });

  it("is refused with more pixels than a photo has, before they are made", async () => {
    expect(await draw(giantPng(40_000), "png").catch(why)).toBe("too-many-pixels");
  });

  it("is refused when it is broken, or another kind than it says", async () => {
    const whole = await photo(1_200, 800);
    expect(await draw(whole.subarray(0, 900), "jpeg").catch(why)).toBe("damaged");
    expect(await draw(giantPng(200), "png").catch(why)).toBe("damaged");
    expect(await draw(await webp(), "png").catch(why)).toBe("not-what-it-says");
    expect(await draw(Buffer.from(SVG), "png").catch(why)).toBe("damaged");
    expect(await draw(await sharp(await png()).gif().toBuffer(), "png").catch(why)).toBe("damaged");
  });
});
