import { z } from "zod";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { optionalRowId } from "~/kit/fields";
import type { Form } from "~/kit/form.server";
import { formatNumber, formatShortDate, formatWhen, plural } from "~/kit/format";
import { writeOnce } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { FOLLOW_UP } from "../model";
import { findHeads } from "../head/queries.server";
import { mayFollowUp } from "../policy";
import { countSigned, findAskedNow } from "../queries.server";
import { remindMissing } from "./mutations.server";
import { listFollowed, listReminders } from "./queries.server";

const reminderInput = z.object({ organisation: optionalRowId() });

/** The loader's data of the committee's follow-up. */
export async function followUpPage(actor: MemberActor) {
  mayFollowUp(actor);
  const [zone, asked, count, organisations, reminders, { head, mailed }] = await Promise.all([communityTimeZone(), findAskedNow(actor), countSigned(actor), listFollowed(actor), listReminders(actor), findHeads(actor)]);
  return {
    version: asked?.version ?? null,
    count,
    organisations,
    missing: count.of - count.people,
    log: {
      head: head && { links: formatNumber(head.number), hash: head.hash },
      mailed: mailed.map(({ week, at, number, hash }) => ({ week, hash, on: formatShortDate(new Date(at), zone), links: plural(number, "maillon", "maillons") })),
    },
    reminders: reminders.map(({ organisation, by, at }) => ({ organisation, by, when: formatWhen(new Date(at), now(), zone) })),
  };
}

export async function remindFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayFollowUp(actor);
  const { organisation } = form.parse(reminderInput);
  return writeOnce(actor, form, async (tx) => {
    await remindMissing(tx, proof, organisation);
    return `${FOLLOW_UP}?fait=rappel`;
  });
}
