import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import type { Settings } from "~/kit/env.server";
import { formatDateTime, plural } from "~/kit/format";
import type { LetterMaker } from "~/features/mail/mutations.server";
import { drawToken } from "./key.server";
import { guestPath, readDateMail } from "./model";
import { ASKED, missing, taking } from "./sql.server";

type Facts = { pole: string | null; zone: string; answerUntil: string; slots: number; begun: boolean };

/** « Quand pouvez-vous? »: to whoever is still missing when it is handed over. It names no subject of the meeting. */
export const dateLetter = ({ origin }: Pick<Settings, "origin">): LetterMaker => async (tx, { memberId }, subjectRef) => {
  const asked = readDateMail(subjectRef);
  if (!asked) return null;
  const { pollId, what } = asked;
  const [facts] = await tx.execute<Facts>(sql`
    select (select name from poles where id = d.pole_id) as pole, d.zone, d.answer_until as "answerUntil",
      (select count(*)::int from date_poll_slots s where s.poll_id = d.id and s.starts_at > ${now().toISOString()}::timestamptz) as slots,
      exists (select 1 from date_poll_answers a where a.poll_id = d.id and a.member_id = p.id) as begun
    from date_polls d join members p on p.id = ${memberId} where d.id = ${pollId} and ${taking()} and ${ASKED} and ${missing()}`);
  if (!facts) return null;
  const { pole, zone, answerUntil, slots, begun } = facts;
  const where = pole ? ` au pôle ${pole}` : "";
  const token = await drawToken(tx, pollId, memberId);
  return {
    subject: what === "reminder" ? "Rappel\u00a0: quand pouvez-vous venir au prochain Moment d’échange?" : "Quand pouvez-vous venir au prochain Moment d’échange?",
    paragraphs: [
      what === "reminder" ? (begun ? `Il manque une partie de votre réponse pour trouver la date d’un Moment d’échange${where}.` : `Nous n’avons pas encore votre réponse pour trouver la date d’un Moment d’échange${where}.`) : `On cherche la date d’un Moment d’échange${where}.`,
      `${plural(slots, "heure est proposée", "heures sont proposées")}. Dites pour chacune «\u00a0oui\u00a0», «\u00a0au besoin\u00a0» ou «\u00a0non\u00a0»\u00a0: une minute suffit, sans vous connecter.`,
      `Répondez au plus tard le ${formatDateTime(new Date(answerUntil), zone)}.`,
    ],
    link: { label: "Dire quand je peux", href: origin + guestPath(token) },
    after: ["Ce lien est le vôtre; ne transférez pas ce courriel.", ...(what === "reminder" ? ["C’est le seul rappel."] : [])],
    why: "Vous recevez ce courriel parce que l’on compte sur votre réponse pour choisir une date qui convient.",
  };
};
