import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatWhen } from "~/kit/format";
import { listDevices } from "~/kit/devices.server";
import { unscopedCommunity } from "~/features/community/queries.server";

export type ShownDevice = {
  publicId: string;
  browser: string;
  shared: boolean;
  isThis: boolean;
  first: { instant: string; words: string };
  last: { instant: string; words: string };
};

/** The browsers where one is signed in, with dates in words: this one first, then the latest seen. */
export async function listOwnDevices(actor: Actor): Promise<ShownDevice[]> {
  const [devices, community] = await Promise.all([listDevices(actor), unscopedCommunity()]);
  const zone = community?.timeZone ?? "America/Toronto";
  const present = now();
  const shown = (at: Date) => ({ instant: at.toISOString(), words: formatWhen(at, present, zone) });
  return devices
    .map(({ publicId, browser, computer, isThis, createdAt, lastSeenAt }) => ({
      publicId,
      browser: browser || "Navigateur inconnu",
      shared: computer === "shared",
      isThis,
      first: shown(createdAt),
      last: shown(lastSeenAt),
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
