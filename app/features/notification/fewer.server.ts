import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server";
import { members } from "#db/schema/member";
import { DomainError } from "~/kit/errors";
import { elide, formatMinuteOfDay, weekdayName } from "~/kit/format";
import type { Form } from "~/kit/form.server";
import { inTransaction } from "~/kit/transaction.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import { choicesOf } from "./choices.server";
import { readFewerKey } from "./key.server";
import { MAILED, MAILED_KINDS, type MailTimes, type Rhythms } from "./model";
import { chooseFewer } from "./mutations.server";
import { fewerInput, type FewerChoice } from "./schema";

/**
 * What a mail's key opens; nothing but choices is shown, since a mail is forwarded easily.
 * @throws DomainError thing.absent for a key that is not ours, or of someone who left.
 */
async function holderOf(key: string) {
  const right = readFewerKey(key);
  if (!right) throw new DomainError("thing.absent");
  const [member] = await db.select({ id: members.id }).from(members).where(and(eq(members.id, right.memberId), inArray(members.state, ["active", "paused"])));
  if (!member) throw new DomainError("thing.absent");
  return { ...right, ...(await choicesOf(db, right.memberId)) };
}

type Holder = Awaited<ReturnType<typeof holderOf>>;

const NOTHING = { value: "nothing", label: "Plus aucun avis par courriel", hint: "Tout reste dans Le Fil, à la page Notifications." };

const summaryWhen = ({ summaryDays, summaryMinute }: MailTimes): string =>
  `${summaryDays.length > 1 ? `${summaryDays.length} jours par semaine,` : `le ${weekdayName(summaryDays[0] ?? 0)}`} à ${formatMinuteOfDay(summaryMinute)}`;

/** Whether a summary comes at all. */
const hasSummary = (rhythms: Rhythms): boolean => MAILED_KINDS.some((kind) => rhythms[kind] === "weekly");

function choicesFor({ subject, times }: Holder) {
  const first = weekdayName(times.summaryDays[0] ?? 0);
  if (subject === "summary") {
    const once = { value: "once", label: `Le résumé une fois par semaine, le ${first}` };
    return [...(times.summaryDays.length > 1 ? [once] : []), { value: "none", label: "Aucun résumé" }, NOTHING];
  }
  return [
    { value: "at-once", label: "Un courriel dès que cela arrive" },
    { value: "weekly", label: "Dans le résumé seulement", hint: `Il part ${summaryWhen(times)}, s’il y a quelque chose de nouveau.` },
    { value: "none", label: "Aucun courriel pour cela" },
    NOTHING,
  ];
}

/** How it is now, in words. */
function nowOf({ subject, rhythms, times }: Holder): string {
  if (subject === "summary") return hasSummary(rhythms) ? `Un résumé vous est envoyé ${summaryWhen(times)}.` : "Aucun résumé ne vous est envoyé.";
  const { why } = MAILED[subject];
  return { "at-once": `Un courriel vous est envoyé dès ${elide("que", why)}.`, weekly: `Quand ${why}, c’est dans votre résumé.`, none: `Aucun courriel ne vous est envoyé quand ${why}.` }[rhythms[subject]];
}

/** What is chosen beforehand: fewer, when there are many. */
function proposalFor({ subject, rhythms, times }: Holder): string {
  if (subject === "summary") return times.summaryDays.length > 1 ? "once" : "none";
  return rhythms[subject] === "at-once" ? "weekly" : "none";
}

/** The loader's data of the page. Opening it changes nothing. */
export async function fewerPage(key: string) {
  const holder = await holderOf(key);
  return { community: (await unscopedCommunity())?.name ?? "Le Fil", state: nowOf(holder), choices: choicesFor(holder), proposal: proposalFor(holder) };
}

const only = (kinds: readonly (keyof Rhythms)[], rhythm: Rhythms[keyof Rhythms]): Partial<Rhythms> => Object.fromEntries(kinds.map((kind) => [kind, rhythm]));

function changeFor({ subject, rhythms, times }: Holder, choice: FewerChoice): { rhythms: Partial<Rhythms>; times?: MailTimes } {
  if (choice === "nothing") return { rhythms: only(MAILED_KINDS, "none") };
  if (subject === "summary") {
    if (choice === "once") return { rhythms: {}, times: { ...times, summaryDays: times.summaryDays.slice(0, 1) } };
    return { rhythms: only(MAILED_KINDS.filter((kind) => rhythms[kind] === "weekly"), "none") };
  }
  return { rhythms: { [subject]: choice === "once" || (subject === "news" && choice === "at-once") ? "weekly" : choice } };
}

/** Does what was chosen, for the person whose mail it was. Doing it again changes nothing more. */
export async function haveFewer(key: string, form: Form): Promise<void> {
  const holder = await holderOf(key);
  const { choix = "none" } = form.parse(fewerInput);
  const change = changeFor(holder, choix);
  await inTransaction((tx) => chooseFewer(tx, holder, change.rhythms, change.times));
}
