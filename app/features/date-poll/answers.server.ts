import type { Actor, MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { inTransaction, writeOnce, type Tx } from "~/kit/transaction.server";
import { linkholderOf, type Linkholder } from "./key.server";
import { guestPath, isSlotField, pollPath, readAnswers, fieldOf, type SlotChoice } from "./model";
import { maySayWhen } from "./policy";
import { findPoll, findPollByLink, type PollFacts } from "./queries.server";
import { answersInput } from "./schema";
import { sayWhen, sayWhenByLink } from "./saying.server";

/** Takes what people say of slots to its effect: a whole form, or one tap of a page's script. */

type Said = { slotId: number; choice: SlotChoice };

/** @throws DomainError date-poll.slot-gone for a slot that is none of the poll's; input.invalid when nothing was said */
function saidIn({ slots }: PollFacts, form: Form): Said[] {
  const ids = slots.map(({ id }) => id);
  const known = new Set(ids.map(fieldOf));
  if (form.entries.some(([name]) => isSlotField(name) && !known.has(name))) throw new DomainError("date-poll.slot-gone");
  const { toutes, ...typed } = form.parse(answersInput(ids));
  const open = slots.filter(({ startsAt }) => new Date(startsAt) > now());
  if (toutes) return open.map(({ id }) => ({ slotId: id, choice: "non" as const }));
  const said = readAnswers(ids, typed as Record<string, string | undefined>);
  if (said.length > 0) return said;
  const [first] = open;
  throw new DomainError("input.invalid", { fields: { [fieldOf(first?.id ?? 0)]: "Répondez à une heure au moins." }, values: form.values });
}

export async function sayWhenFrom(actor: MemberActor, id: number, form: Form): Promise<string> {
  const poll = await findPoll(actor, id);
  const proof = maySayWhen(actor, poll);
  const said = saidIn(poll, form);
  return writeOnce(actor, form, async (tx) => {
    await sayWhen(tx, proof, said);
    return `${pollPath(id)}?fait=reponse`;
  });
}

/** One tap; saying the same again changes nothing, so it carries no key. */
export async function tapFrom(actor: MemberActor, id: number, form: Form): Promise<object> {
  const poll = await findPoll(actor, id);
  const proof = maySayWhen(actor, poll);
  return keep((tx, said) => sayWhen(tx, proof, said), saidIn(poll, form));
}

async function keep(write: (tx: Tx, said: Said[]) => Promise<void>, said: Said[]): Promise<object> {
  await inTransaction((tx) => write(tx, said));
  return { saved: "Enregistré" };
}

/** @throws DomainError thing.absent, date-poll.link-ended; answer.of-another when somebody else is signed in */
export async function openedLink(token: string, actor: Actor | null): Promise<{ holder: Linkholder; poll: PollFacts }> {
  const holder = await linkholderOf(token);
  if (actor && actor.memberId !== holder.memberId) throw new DomainError("answer.of-another");
  return { holder, poll: await findPollByLink(holder) };
}

/** @returns where the answer can be seen */
export async function sayWhenByLinkFrom(token: string, actor: Actor | null, form: Form): Promise<string> {
  const { holder, poll } = await openedLink(token, actor);
  await keep((tx, said) => sayWhenByLink(tx, holder, said), saidIn(poll, form));
  return `${guestPath(token)}?fait=reponse`;
}

export async function tapByLinkFrom(token: string, actor: Actor | null, form: Form): Promise<object> {
  const { holder, poll } = await openedLink(token, actor);
  return keep((tx, said) => sayWhenByLink(tx, holder, said), saidIn(poll, form));
}
