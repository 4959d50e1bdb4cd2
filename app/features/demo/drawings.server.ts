import type { Drawing } from "#db/demo/files";

/** Drawings of the demo, point by point: paper, ink and a few flat colours. */

type Colour = readonly [number, number, number];
/** Whether a point of the drawing, in units of 0 to 120 by 0 to 90, belongs to the shape. */
type Shape = { colour: Colour; holds: (x: number, y: number) => boolean };

const [PAPER, INK, WALL, FLOOR, SKY, MADDER, MOSS, HONEY, WOOD] = [
  [250, 248, 242], [42, 40, 60], [234, 226, 210], [205, 180, 148], [198, 218, 228], [168, 66, 72], [118, 146, 108], [214, 168, 84], [150, 108, 72],
] as [Colour, Colour, Colour, Colour, Colour, Colour, Colour, Colour, Colour];

const box = (colour: Colour, left: number, top: number, width: number, height: number): Shape => ({ colour, holds: (x, y) => x >= left && x < left + width && y >= top && y < top + height });
const round = (colour: Colour, cx: number, cy: number, rx: number, ry = rx): Shape => ({ colour, holds: (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1 });
const frame = (colour: Colour, left: number, top: number, width: number, height: number, line = 0.8): Shape => ({
  colour,
  holds: (x, y) => box(colour, left, top, width, height).holds(x, y) && !box(colour, left + line, top + line, width - 2 * line, height - 2 * line).holds(x, y),
});
const ring = (colour: Colour, cx: number, cy: number, radius: number, line = 1.4): Shape => ({ colour, holds: (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) <= line / 2 });
const stroke = (colour: Colour, x1: number, y1: number, x2: number, y2: number, line = 1.6): Shape => ({
  colour,
  holds: (x, y) => {
    const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)));
    return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) <= line / 2;
  },
});

/** Eleven signs at the middle of their cells: eat, drink, toilet, outside, sleep, play, tidy, wait, done, help, come back. */
const SIGNS: ((x: number, y: number) => Shape[])[] = [
  (x, y) => [ring(INK, x, y, 6), ring(INK, x, y, 3.4, 0.8)],
  (x, y) => [stroke(INK, x - 4, y - 6, x - 3, y + 6), stroke(INK, x + 4, y - 6, x + 3, y + 6), stroke(INK, x - 3, y + 6, x + 3, y + 6), stroke(INK, x - 3.6, y - 1, x + 3.6, y - 1)],
  (x, y) => [stroke(INK, x - 4, y - 6, x - 4, y + 1), ring(INK, x + 1, y + 1, 4.6), stroke(INK, x, y + 5, x + 1, y + 8)],
  (x, y) => [ring(INK, x, y, 3.6), ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => stroke(INK, x + 5.4 * Math.cos((n * Math.PI) / 4), y + 5.4 * Math.sin((n * Math.PI) / 4), x + 7.6 * Math.cos((n * Math.PI) / 4), y + 7.6 * Math.sin((n * Math.PI) / 4)))],
  (x, y) => [round(INK, x, y, 6.4), round(PAPER, x + 3, y - 1.6, 5.6)],
  (x, y) => [frame(INK, x - 6, y, 6, 6, 1.4), frame(INK, x + 0.6, y, 6, 6, 1.4), frame(INK, x - 2.7, y - 6.6, 6, 6, 1.4)],
  (x, y) => [stroke(INK, x - 7, y - 2, x - 5, y + 6), stroke(INK, x + 7, y - 2, x + 5, y + 6), stroke(INK, x - 5, y + 6, x + 5, y + 6), stroke(INK, x, y - 7, x, y + 2), stroke(INK, x - 2.6, y - 0.6, x, y + 2), stroke(INK, x + 2.6, y - 0.6, x, y + 2)],
  (x, y) => [stroke(INK, x - 4.6, y - 7, x + 4.6, y - 7), stroke(INK, x - 4.6, y + 7, x + 4.6, y + 7), stroke(INK, x - 4, y - 7, x + 4, y + 7), stroke(INK, x + 4, y - 7, x - 4, y + 7)],
  (x, y) => [stroke(INK, x - 6, y, x - 1.6, y + 5), stroke(INK, x - 1.6, y + 5, x + 6.4, y - 5.4)],
  (x, y) => [ring(INK, x - 3, y, 4.4), ring(INK, x + 3, y, 4.4)],
  (x, y) => [stroke(INK, x - 6, y + 7, x - 6, y - 1), stroke(INK, x + 6, y + 7, x + 6, y - 1), stroke(INK, x - 7.4, y, x, y - 7), stroke(INK, x + 7.4, y, x, y - 7), stroke(INK, x - 6, y + 7, x + 6, y + 7), stroke(INK, x, y + 7, x, y + 2.4, 3)],
];

const DRAWINGS: Record<Drawing, readonly Shape[]> = {
  pictograms: SIGNS.flatMap((sign, n) => {
    const [x, y] = [18 + (n % 4) * 28, 17 + Math.floor(n / 4) * 28];
    return [frame(INK, x - 12, y - 12, 24, 24, 0.5), ...sign(x, y)];
  }),
  plan: [
    box(WALL, 12, 10, 96, 62),
    frame(INK, 12, 10, 96, 62, 1.4),
    box(PAPER, 11, 34, 3, 12),
    stroke(INK, 12, 46, 23, 40, 0.7),
    box(HONEY, 0, 36, 11, 8),
    ...[16, 34, 52, 70, 88].map((x) => box(WOOD, x, 12.5, 14, 4)),
    ...Array.from({ length: 25 }, (_, n) => round(MADDER, 60 + 25 * Math.cos((n * 2 * Math.PI) / 25), 44 + 19 * Math.sin((n * 2 * Math.PI) / 25), 1.9)),
    box(MOSS, 96, 60, 9, 9),
    ...[0, 1, 2, 3, 4, 5].map((n) => frame(INK, 24 + n * 14, 76, 12, 12, 0.4)),
  ],
  corner: [
    box(WALL, 0, 0, 120, 62),
    box(FLOOR, 0, 62, 120, 28),
    box(SKY, 34, 12, 52, 32),
    round(PAPER, 52, 24, 8, 3.4),
    round(PAPER, 58, 22, 6, 3),
    round(MOSS, 44, 46, 16, 9),
    round(MOSS, 74, 48, 20, 10),
    box(WALL, 24, 44, 74, 18),
    frame(WOOD, 32, 10, 56, 36, 2),
    box(WOOD, 59, 10, 2, 36),
    box(WOOD, 24, 60, 72, 4),
    box(WOOD, 28, 64, 4, 12),
    box(WOOD, 88, 64, 4, 12),
    round(MADDER, 44, 56, 11, 6),
    round(HONEY, 74, 56, 11, 6),
    box(INK, 100, 20, 2, 56),
    round(INK, 101, 20, 3),
  ],
};

const SCALE = 12;
const [WIDTH, HEIGHT] = [120 * SCALE, 90 * SCALE];

/** A drawing as points; smaller than they were put, so that edges are smooth. */
export async function draw(name: Drawing): Promise<{ whole: Buffer; thumbnail: Buffer; width: number; height: number }> {
  const { default: sharp } = await import("sharp");
  const shapes = DRAWINGS[name].toReversed();
  const points = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0, y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1, at += 3) points.set(shapes.find(({ holds }) => holds(x / SCALE, y / SCALE))?.colour ?? PAPER, at);
  }
  const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 3 as const } };
  const size = { width: WIDTH / 2, height: HEIGHT / 2 };
  return {
    ...size,
    whole: await sharp(points, raw).resize(size.width, size.height).png({ compressionLevel: 9 }).toBuffer(),
    thumbnail: await sharp(points, raw).resize(480, 360).webp({ quality: 80 }).toBuffer(),
  };
}
