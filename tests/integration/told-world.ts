import type postgres from "postgres";
import type { ParsedMail } from "mailparser";
import { readSettings, type Settings } from "~/kit/env.server";
import { now, setClock } from "~/kit/clock.server";
import type { JobData } from "~/kit/jobs.server";
import { forgetCommunity } from "~/features/community/queries.server";
import { sendMail } from "~/features/mail/mutations.server";
import { MAILED } from "~/features/notification/model";
import { spread } from "~/features/notification/spread.server";
import { queueSummaries } from "~/features/notification/summary.server";
import { postOffice } from "~/features/worker.server";
import { openRelay, type Relay } from "./sign-in-world";
import { openThreadWorld, type ThreadWorld } from "./thread-world";

/** The form of mails as it stands before anything is chosen: every kind there is, so that a new one changes no test. */
export const USUAL_CHOICES: Record<string, string> = Object.fromEntries(Object.entries(MAILED).map(([kind, { usual }]) => [kind, usual]));

/** A community with a mail relay, whose jobs run when a test says so. */
export type ToldWorld = ThreadWorld & {
  relay: Relay;
  settings: Settings;
  /** Does what the queue would do about every message that nobody was told of yet. */
  spreadAll(): Promise<void>;
  /** Hands over every mail that is due by the clock. Returns those that the relay took. */
  deliver(): Promise<ParsedMail[]>;
  /** Queues the summaries that are due, and hands mails over. */
  summarise(): Promise<ParsedMail[]>;
  jobsOf(name: keyof JobData): Promise<number>;
};

export async function openToldWorld(): Promise<ToldWorld> {
  const world = await openThreadWorld();
  const relay = await openRelay();
  const settings = readSettings({ SMTP_URL: relay.url, MAIL_FROM: "Le Fil <le-fil@exemple.test>", APP_ORIGIN: "http://localhost:3999", NODE_ENV: "test" });
  const office = postOffice(settings);
  const bernard = await world.join("Bernard Administre");
  await world.sql`insert into member_roles (member_id, role) values (${bernard.id}, 'administrator')`;
  const { sql } = world;
  const deliver = async (): Promise<ParsedMail[]> => {
    relay.mails.length = 0;
    const due = await sql<{ id: string }[]>`select id from outbox_mails where sent_at is null and parked_at is null and due_at <= ${now()} order by due_at`;
    for (const { id } of due) await sendMail(office, id, { last: false }).catch(() => {});
    return [...relay.mails];
  };
  return {
    ...world,
    relay,
    settings,
    spreadAll: async () => {
      const jobs = await sql<{ data: JobData["notification.spread"] }[]>`delete from pgboss.job where name = 'notification.spread' returning data`;
      for (const { data } of [...jobs].sort((a, b) => a.data.messageId - b.data.messageId)) await spread([data], { demo: false });
    },
    deliver,
    summarise: async () => {
      await queueSummaries();
      return deliver();
    },
    jobsOf: async (name) => Number((await sql`select count(*) as n from pgboss.job where name = ${name}`)[0]?.n),
    close: async () => {
      forgetCommunity();
      await relay.close();
      await world.close();
    },
  };
}

/** Sets the clock to an instant, from which it goes on. */
export function at(iso: string): void {
  const begun = Date.now();
  setClock(() => new Date(Date.parse(iso) + Date.now() - begun));
}

export const tellOf = async (sql: postgres.Sql, memberId: number) =>
  (await sql<{ kind: string; thread: number; read: boolean }[]>`select kind, thread_id::int as thread, read_at is not null as read from notifications where member_id = ${memberId} order by id`).map(({ kind, thread, read }) => ({ kind, thread, read }));
