import { eq, sql } from "drizzle-orm";
import { ORGANISATIONS, type DemoPerson } from "#db/demo/cast";
import { charterVersions } from "#db/schema/charter";
import { after, DAY, MINUTE } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { organisationSentenceFor, sentenceFor } from "~/features/signature/model";
import { keepPast, type LogEvent, type LoggedPerson, type PastAct } from "~/features/signature/past.server";
import { chance } from "./chance.server";
import type { Cast } from "./people.server";

/** Some have not signed yet: there must be something left to do, and to follow up. */
const NOT_YET = new Set(["emilie", "bernard", "olena", "nawel"]);
const SIGNED = new Set(["nadege", "chantal", "audrey", "veronique"]);
const WITHDREW_AND_CAME_BACK = "kevin";
/** Organisations whose managers have signed for them. */
const HOUSES = ["sante", "bordee", "tuque", "perron", "ecoles"];
const SHARE_OF_SIGNERS = 0.72;

/** What the log of the version in force would hold had people signed it over these months. */
export async function fillSignatures(tx: Tx, { idOf, people }: Cast, today: Date): Promise<void> {
  const [version] = await tx
    .select({ number: charterVersions.number, sha256: charterVersions.sha256, reasons: charterVersions.reasons, at: charterVersions.publishedAt, by: charterVersions.publishedBy })
    .from(charterVersions)
    .where(eq(charterVersions.state, "in-force"));
  if (!version?.at || !version.sha256) return;
  const { number, sha256, at: publishedAt, by } = version;
  const places = new Map((await tx.execute<{ id: number; name: string }>(sql`select id::int, name from organisations`)).map((row) => [row.name, row]));
  const placeOf = (key: string | undefined) => places.get(ORGANISATIONS.find((one) => one.key === key)?.name ?? "");
  const logged = ({ key, name, title }: DemoPerson): LoggedPerson => ({ id: idOf(key), name, title });
  const whenOf = (person: DemoPerson, slot: string): Date => {
    const since = Math.max(publishedAt.getTime(), today.getTime() - person.joinedDaysAgo * DAY);
    const span = Math.min(40 * DAY, today.getTime() - since);
    return new Date(since + chance(slot, person.key) * span * 0.9);
  };
  const text = { version: number, text_sha256: sha256 };
  const screen = (at: Date) => ({ method: "screen" as const, signed_in_at: after(at, -20 * MINUTE).toISOString(), campaign: 0 });
  const publisher = people.find(({ key }) => idOf(key) === by);
  const acts: PastAct[] = [{ at: publishedAt, event: { event: "published", ...text, nature: "substance", reasons: version.reasons ?? "", by: publisher ? logged(publisher) : { id: by ?? 0, name: "Comité", title: "Comité" } } }];

  for (const person of people) {
    const signs = person.state === "active" && !NOT_YET.has(person.key) && (SIGNED.has(person.key) || chance("signed", person.key) < SHARE_OF_SIGNERS);
    if (!signs) continue;
    const at = whenOf(person, "signed-when");
    const organisation = placeOf(person.organisations[0]);
    const event: LogEvent = {
      event: "signed", ...text, ...screen(at), person: logged(person), ...(organisation ? { organisation } : {}),
      sentence: sentenceFor({ name: person.name, title: person.title, organisation: organisation?.name ?? null }, number),
    };
    acts.push({ at, event });
    if (person.key !== WITHDREW_AND_CAME_BACK) continue;
    const back = after(at, 2 * DAY);
    acts.push({ at: after(at, DAY), event: { event: "withdrawn", ...text, person: logged(person) } }, { at: back, event: { ...event, ...screen(back) }, round: 1 });
  }
  for (const key of HOUSES) {
    const manager = people.find(({ roles, organisations: [first] }) => first === key && roles.includes("manager"));
    const organisation = placeOf(key);
    if (!manager || !organisation) continue;
    const at = whenOf(manager, "signed-for");
    const sentence = organisationSentenceFor({ name: manager.name, title: manager.title, organisation: organisation.name }, number);
    acts.push({ at, event: { event: "organisation-signed", ...text, ...screen(at), person: logged(manager), organisation, sentence } });
  }
  await keepPast(tx, acts);
}
