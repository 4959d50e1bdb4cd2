import { eq, sql } from "drizzle-orm";
import { surveys } from "#db/schema/survey";
import { after, DAY, now } from "~/kit/clock.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { stateOf, surveyPath } from "./model";
import { countsAs, isFor } from "./sql.server";

/** How long before its end those who have not answered are reminded. */
const BEFORE_THE_END = 2 * DAY;

/** Leaves the moments of a survey that has just been opened to the queue. */
export async function planTelling(tx: Tx, { id, opensAt, closesAt }: { id: number; opensAt: Date | null; closesAt: Date }): Promise<void> {
  await tx.enqueue("survey.tell", { surveyId: id, of: "opening" }, opensAt ?? undefined);
  await tx.enqueue("survey.tell", { surveyId: id, of: "closing" }, after(closesAt, -BEFORE_THE_END));
  await tx.enqueue("survey.tell", { surveyId: id, of: "end" }, closesAt);
}

/**
 * Tells people of a survey. Of its end, those who are not in the list of who has answered, and
 * only once, so that nothing is known from it but what that list says anyway, of one moment.
 */
export async function tellOfSurvey(id: number, of: "opening" | "closing" | "end"): Promise<void> {
  await inTransaction(async (tx) => {
    const [survey] = await tx.select().from(surveys).where(eq(surveys.id, id)).for("update");
    if (!survey?.closesAt || !survey.openedBy) return;
    const present = now();
    const due = of === "closing" ? after(survey.closesAt, -BEFORE_THE_END) : survey.closesAt;
    if (of !== "opening" && due > present) {
      // Its end was put off meanwhile.
      if (!survey.closedAt) await tx.enqueue("survey.tell", { surveyId: id, of }, due);
      return;
    }
    // Who answered anonymously has left no other trace: what they were told of is read only now, with everyone's.
    if (of === "end") {
      tx.announce({ type: "survey.moved", id });
      return settleAbout(tx, `survey-${id}`);
    }
    if (stateOf(survey, present) !== "open" || (of === "closing" && survey.remindedAt)) return;
    // One that lasted less than that was only just announced.
    if (of === "closing") await tx.update(surveys).set({ remindedAt: present }).where(eq(surveys.id, id));
    if (of === "closing" && (survey.opensAt ?? survey.openedAt ?? present) > after(survey.closesAt, -1.5 * BEFORE_THE_END)) return;
    const concerned = await tx.execute<{ id: number }>(sql`
      select m.id::int from surveys s join members m on ${countsAs(sql`m`)} and ${isFor(sql`m.id`)}
      where s.id = ${id} and not exists (select 1 from survey_participations p where p.survey_id = s.id and p.member_id = m.id)`);
    await tellAbout(tx, concerned.map((member) => member.id), { kind: of === "opening" ? "survey" : "survey-closing", subject: `survey-${id}`, place: surveyPath(id), by: survey.openedBy });
  });
}
