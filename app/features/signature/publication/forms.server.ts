import type { MemberActor } from "~/kit/actor";
import type { Form } from "~/kit/form.server";
import { formatShortDate, formatWhen } from "~/kit/format";
import { now } from "~/kit/clock.server";
import { writeOnce } from "~/kit/transaction.server";
import { db } from "#db/client.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { mayPublish } from "../policy";
import { buttonOnly } from "../schema";
import { PUBLICATION } from "./model";
import { confirmRequest, publishOrAsk, refuseRequest } from "./mutations.server";
import { changesFrom, findAdopted, listPublished, shownChange } from "./queries.server";
import { publicationInput } from "./schema";

/** The loader's data of the page where a version is put in force. */
export async function publicationPage(actor: MemberActor) {
  mayPublish(actor);
  const [zone, adopted, past] = await Promise.all([communityTimeZone(), findAdopted(actor), listPublished(actor)]);
  const changes = adopted ? await changesFrom(db, adopted.current, adopted.number) : [];
  const request = adopted?.request ?? null;
  return {
    adopted: adopted && { number: adopted.number, title: adopted.title, current: adopted.current },
    changes: adopted?.current ? changes.map(shownChange) : [],
    protected: changes.some(({ matter }) => matter !== "general"),
    request: request && { id: request.id, reasons: request.reasons, name: request.name, when: formatWhen(new Date(request.at), now(), zone), mine: Number(request.askedBy) === actor.memberId },
    past: past.map(({ number, kind, reasons, at, by, confirmedBy }) => ({ number, kind, reasons, on: formatShortDate(new Date(at), zone), by, confirmedBy })),
  };
}

export async function publishFrom(actor: MemberActor, form: Form): Promise<string> {
  const proof = mayPublish(actor);
  const input = form.parse(publicationInput);
  return writeOnce(actor, form, async (tx) => `${PUBLICATION}?fait=${(await publishOrAsk(tx, proof, input)) === "published" ? "publiee" : "demandee"}`);
}

export async function confirmFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayPublish(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await confirmRequest(tx, proof, id);
    return `${PUBLICATION}?fait=publiee`;
  });
}

export async function refuseFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const proof = mayPublish(actor);
  form.parse(buttonOnly);
  return writeOnce(actor, form, async (tx) => {
    await refuseRequest(tx, proof, id);
    return `${PUBLICATION}?fait=refusee`;
  });
}
