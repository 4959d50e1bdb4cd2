import { db } from "#db/client.server";
import { communities } from "#db/schema/community";
import { now } from "~/kit/clock.server";
import { inTransaction } from "~/kit/transaction.server";

/**
 * Fills an empty database with the invented community, as if it had lived for a
 * year up to today; leaves any other database as it is. Sends nothing to anybody.
 */
export async function fillDemo(): Promise<void> {
  const [founded] = await db.select({ id: communities.id }).from(communities);
  if (!founded) await fill();
  process.stdout.write("Démonstration\u00a0: tout ce qui s’y écrit est effacé à l’arrêt, et les personnes sont inventées.\n");
}

/** Rows go in by the thousand and in one transaction: a start that is killed leaves everything or nothing. */
async function fill(): Promise<void> {
  // Loaded here only: an instance that is not a demo carries none of these texts.
  const [{ fillPeople }, { prepareConversations, fillConversations }, { fillMeetings }, { fillReading }, { fillTold }, { prepareFiles, fillFiles }, { fillCharter }, { fillTopics }, { fillSurveys }, { fillUnnamed }, { fillPolls }, { fillReport }, { fillTurns }, { fillDays }, { fillArchive }] = await Promise.all([
    import("./people.server"),
    import("./conversations.server"),
    import("./meetings.server"),
    import("./reading.server"),
    import("./told.server"),
    import("./files.server"),
    import("./charter.server"),
    import("./topics.server"),
    import("./surveys.server"),
    import("./unnamed.server"),
    import("./polls.server"),
    import("./report.server"),
    import("./turns.server"),
    import("./days.server"),
    import("./archive.server"),
  ]);
  const { fillDates } = await import("./dates.server");
  const today = now();
  const prepared = await prepareConversations(today);
  const files = await prepareFiles();
  await inTransaction(async (tx) => {
    const cast = await fillPeople(tx, today);
    const written = await fillConversations(tx, cast, prepared);
    await fillPolls(tx, cast, written);
    await fillMeetings(tx, cast, written, today);
    await fillTopics(tx, cast, written, today);
    await fillTurns(tx, cast, today);
    await fillDates(tx, cast, today);
    await fillDays(tx, cast, today);
    await fillFiles(tx, written, files);
    await fillReading(tx, cast, written, today);
    await fillCharter(tx, cast, today);
    await fillTold(tx, today);
    await fillSurveys(tx, cast, today);
    await fillUnnamed(tx, cast, written, today);
    await fillReport(tx, cast, written, today);
    await fillArchive(tx, cast, today);
  });
}
