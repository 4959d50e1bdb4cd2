import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { topicPath } from "~/features/topic/model";
import { isOfDoor } from "../policy";
import { findDayStamp } from "../queries.server";
import { findCards } from "./queries.server";

/** The cards of a meeting: what people would come back to, sitting by sitting. */
export async function cardsPage(actor: MemberActor, meetingId: number) {
  const [{ title, sittings, topics }, stamp] = await Promise.all([findCards(actor, meetingId), findDayStamp(actor, meetingId)]);
  const at = now();
  const active = actor.standing === "active";
  const begun = sittings.filter(({ startsAt, off }) => !off && new Date(startsAt) <= at);
  const named = begun.map((sitting) => {
    const lead = isOfDoor(actor, sitting);
    return {
      id: sitting.id,
      name: sitting.pole ?? formatShortDate(new Date(sitting.startsAt), sitting.zone),
      writes: active && (sitting.tookPart || lead),
      cards: sitting.cards.map(({ id, body, mine, topic }) => ({
        id,
        body,
        mine,
        topic: topic && { name: topic.name, to: topicPath(topic.id) },
        mayRemove: active && topic === null && (mine || lead),
        mayGather: active && topic === null && lead,
      })),
    };
  });
  return {
    meetingId,
    stamp,
    title,
    several: named.length > 1,
    begun: named.length > 0,
    sittings: named,
    choices: named.filter(({ writes }) => writes).map(({ id, name }) => ({ value: String(id), label: name })),
    topics: named.some(({ cards }) => cards.some(({ mayGather: gathers }) => gathers)) ? topics.map(({ id, name }) => ({ value: String(id), label: name })) : [],
  };
}
