import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Form } from "~/kit/form.server";
import { plural } from "~/kit/format";
import { inTransaction } from "~/kit/transaction.server";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import { shownSitting } from "~/features/meeting/pages.server";
import { whereOf } from "~/features/meeting/model";
import { holderOf } from "./key.server";
import { answerPath, choiceOf, CHOICES, type AnswerState, type Choice } from "./model";
import { giveAnswerByMail } from "./mutations.server";
import { shownAnswering } from "./pages.server";
import { findAskedByMail } from "./queries.server";
import { answerInput } from "./schema";

/** The page that a mail's link opens: for the person it was written to, about one meeting, and answering alone. */

const NOW: Record<AnswerState, (where: string) => string> = {
  coming: (where) => `Vous participez${where}.`,
  offered: (where) => `Une place est gardée pour vous${where}.`,
  waiting: (where) => `Vous êtes sur la liste d’attente${where}.`,
  maybe: (where) => `Vous avez répondu «\u00a0peut-être\u00a0»${where}.`,
  no: () => "Vous avez répondu que vous ne pouvez pas.",
};

/** @throws DomainError thing.absent; answer.of-another when somebody else is signed in */
async function opened(token: string, actor: Actor | null) {
  const holder = await holderOf(token);
  if (actor && actor.memberId !== holder.memberId) throw new DomainError("answer.of-another");
  const asked = await findAskedByMail(holder);
  if (!asked) throw new DomainError("thing.absent");
  return { holder, asked };
}

/** Opening it changes nothing: mail scanners open every link. */
export async function letterPage(token: string, actor: Actor | null, request: Request) {
  const [{ holder, asked }, community, zone] = await Promise.all([opened(token, actor), unscopedCommunity(), communityTimeZone()]);
  const at = now();
  const { mine } = asked;
  const answering = new Map(shownAnswering(asked, at).map((sitting) => [sitting.id, sitting]));
  const dates = asked.dates.map((facts) => ({ ...shownSitting(facts, zone, at), answering: answering.get(facts.id) }));
  const open = dates.filter(({ answering: part }) => part && (part.open || (part.mine && part.changes)));
  const place = dates.find(({ id }) => id === mine?.sittingId);
  const wanted = new URL(request.url).searchParams.get("choix");
  return {
    community: community?.name ?? "Le Fil",
    name: holder.name,
    title: asked.title,
    dates: open.map(({ id, pole, day, hours, clocks, answering: part, ...facts }) => ({
      value: String(id),
      when: `${day}, ${hours}${clocks ? ` (${clocks})` : ""}`,
      where: [pole, whereOf(facts)].filter(Boolean).join(", "),
      seats: part?.full && !part.mine ? "complet\u00a0: vous iriez sur la liste d’attente" : (part?.seats ?? null),
    })),
    state: mine ? NOW[mine.state](place && dates.length > 1 ? ` (${place.pole ?? place.shortDay})` : "") : null,
    by: mine?.by ?? null,
    choice: CHOICES.find((one) => one === wanted) ?? (mine ? choiceOf(mine.state) : "oui"),
    refusal: mine?.refusal ?? "",
    sitting: String(open.some(({ id }) => id === mine?.sittingId) ? mine?.sittingId : (open.length === 1 ? open[0]?.id : "")),
    others: plural(dates.length, "rencontre", "rencontres"),
  };
}

/** @returns where the answer can be seen */
export async function answerLetter(token: string, actor: Actor | null, form: Form): Promise<string> {
  const { holder } = await opened(token, actor);
  const { choix, rencontre, raison } = form.parse(answerInput);
  await inTransaction((tx) => giveAnswerByMail(tx, holder, { choice: choix, sittingId: rencontre, refusal: raison }));
  return `${answerPath(token, choix as Choice)}&fait=reponse`;
}
