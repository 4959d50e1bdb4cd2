import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { formatShortDate } from "~/kit/format";
import { writeOnce } from "~/kit/transaction.server";
import { dayName, instantOf, parseWallTime, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { mayGovern } from "../policy";
import { countSigned, findAskedNow } from "../queries.server";
import { buttonOnly } from "../schema";
import { CAMPAIGN, phaseOf } from "./model";
import { dropCampaign, planCampaign } from "./mutations.server";
import { listCampaigns } from "./queries.server";
import { campaignInput } from "./schema";

/** The loader's data of the page of the yearly campaigns. */
export async function campaignPage(actor: MemberActor) {
  mayGovern(actor);
  const [zone, asked, count, campaigns] = await Promise.all([communityTimeZone(), findAskedNow(actor), countSigned(actor), listCampaigns(actor)]);
  const at = now();
  const shown = campaigns.map((one) => ({
    key: one.startsOn,
    phase: phaseOf(one, at),
    from: formatShortDate(new Date(`${one.startsOn}T12:00:00Z`), "UTC"),
    until: formatShortDate(new Date(one.closesAt), zone),
    by: one.by,
  }));
  const [latest] = shown;
  return {
    version: asked?.version ?? null,
    count,
    /** The one that is planned or open. */
    current: latest && latest.phase !== "over" ? latest : null,
    past: shown.filter(({ phase }) => phase === "over"),
    today: dayName(wallTimeAt(at, zone)),
  };
}

export async function planFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayGovern(actor);
  const { debut: startsOn, fin } = form.parse(campaignInput);
  const zone = await communityTimeZone();
  const end = parseWallTime(fin, "23:59");
  const closesAt = end ? instantOf(end, zone) : now();
  const fields = { ...(startsOn < dayName(wallTimeAt(now(), zone)) ? { debut: "Choisissez aujourd’hui, ou un jour à venir." } : {}), ...(closesAt <= now() ? { fin: "Choisissez un jour à venir." } : {}) };
  if (Object.keys(fields).length > 0) throw new DomainError("input.invalid", { fields, values: form.values });
  return writeOnce(actor, form, async (tx) => `${CAMPAIGN}?fait=${(await planCampaign(tx, proof, { startsOn, closesAt })) === "opened" ? "ouverte" : "planifiee"}`);
}

export async function dropFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayGovern(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await dropCampaign(tx, proof);
    return `${CAMPAIGN}?fait=abandonnee`;
  });
}
