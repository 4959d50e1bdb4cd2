import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { instantOf, parseWallTime, wallTimeAt, type WallTime } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { seasonOf } from "~/features/meeting/model";

export type Season = { year: number; name: string; from: Date; until: Date; zone: string };

const midnight = (day: string, zone: string): Date => instantOf(parseWallTime(day, "00:00") as WallTime, zone);

/** The season that an address asks for (« ?saison=2026 »), from August to July, or today's. */
export async function seasonAsked(request: Request): Promise<Season> {
  const zone = await communityTimeZone();
  const asked = new URL(request.url).searchParams.get("saison") ?? "";
  const year = /^20\d{2}$/.test(asked) ? Number(asked) : seasonOf(wallTimeAt(now(), zone));
  return { year, zone, name: `${year}-${year + 1}`, from: midnight(`${year}-08-01`, zone), until: midnight(`${year + 1}-08-01`, zone) };
}

/** The twelve months of a season: where each begins, as a share of it, and its first letter. */
export function monthsOf({ year, from, until, zone }: Season): { at: number; letter: string; name: string }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 7) % 12) + 1;
    const day = midnight(`${month >= 8 ? year : year + 1}-${String(month).padStart(2, "0")}-01`, zone);
    const name = formatShortDate(day, zone).split(" ")[1] ?? "";
    return { at: shareOf(day, from, until), letter: name.charAt(0).toLocaleUpperCase("fr-CA"), name };
  });
}

export const shareOf = (at: Date, from: Date, until: Date): number => (at.getTime() - from.getTime()) / (until.getTime() - from.getTime());
