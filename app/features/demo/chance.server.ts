import { createHash } from "node:crypto";

const SEED = "le-fil-demo-1";

/** A number from 0 to 1 that is always the same for the same names, in whatever order they are asked. */
export const chance = (...names: (string | number)[]): number =>
  createHash("sha256").update([SEED, ...names].join("\u0000")).digest().readUInt32BE(0) / 2 ** 32;

/** One of the list, always the same for the same names. */
export function oneOf<Thing>(things: readonly Thing[], ...names: (string | number)[]): Thing {
  const chosen = things[Math.floor(chance(...names) * things.length)];
  if (chosen === undefined) throw new Error(`Nothing to choose from for ${names.join(" ")}.`);
  return chosen;
}
