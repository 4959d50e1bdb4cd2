import type Sharp from "sharp";
import type { Sharp as Picture } from "sharp";

import { Gate } from "~/kit/gate.server";
import { MAX_PIXELS, THUMBNAIL, type FileKind } from "./model";
import { Refusal } from "./refusal.server";

export type PictureKind = Extract<FileKind, "png" | "jpeg" | "webp">;
export type Drawn = { width: number; height: number; wholePath: string; thumbnailPath: string };

/** The longest side of a picture that is kept: enough for a screen and a printed page. */
const LONGEST_SIDE = 2_560;
const QUALITY = 84;
const THUMBNAIL_QUALITY = 72;

/** One picture at a time: an open one is held in memory, a closed one is not. */
const easel = new Gate(1);

let loaded: Promise<typeof Sharp> | undefined;

/** Loaded with the first picture. Of what libvips can read, three formats are left. */
const loadSharp = (): Promise<typeof Sharp> =>
  (loaded ??= import("sharp").then(({ default: sharp }) => {
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  }));

/**
 * Draws a picture again from its pixels, the right way up, with a thumbnail beside
 * it: whatever else the file held (place, camera, another file) stays behind.
 * @throws Refusal damaged, not-what-it-says or too-many-pixels.
 */
export async function redraw(path: string, kind: PictureKind): Promise<Drawn> {
  const sharp = await loadSharp();
  return easel.run(async () => {
    await checkHeader(sharp, path, kind);
    const [wholePath, thumbnailPath] = [`${path}.whole`, `${path}.thumbnail`];
    try {
      const picture = sharp(path, { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true }).autoOrient();
      const { width, height } = await inFormat(picture.resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true }), kind).toFile(wholePath);
      await sharp(wholePath).resize(THUMBNAIL, THUMBNAIL, { fit: "inside", withoutEnlargement: true }).webp({ quality: THUMBNAIL_QUALITY }).toFile(thumbnailPath);
      return { width, height, wholePath, thumbnailPath };
    } catch {
      throw new Refusal("damaged");
    }
  });
}

async function checkHeader(sharp: typeof Sharp, path: string, kind: PictureKind): Promise<void> {
  const header = await sharp(path, { limitInputPixels: false }).metadata().catch(() => {
    throw new Refusal("damaged");
  });
  if (header.format !== kind) throw new Refusal("not-what-it-says");
  if (header.width * header.height > MAX_PIXELS) throw new Refusal("too-many-pixels");
}

const inFormat = (picture: Picture, kind: PictureKind): Picture =>
  kind === "png" ? picture.png({ compressionLevel: 9 }) : kind === "jpeg" ? picture.jpeg({ quality: QUALITY }) : picture.webp({ quality: QUALITY });
