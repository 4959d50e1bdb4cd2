import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { now, SECOND } from "./clock.server";
import type { Settings } from "./env.server";
import { log } from "./log.server";

/** A mail ready to be handed over. `attempt` counts from 1. */
export type Mail = {
  id: string;
  attempt: number;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** An invitation for the calendar, which mail programs show as one. */
  calendar?: { method: "REQUEST" | "CANCEL"; text: string };
  /** What it belongs with, such as a discussion: mail programs show those together. */
  about?: string;
  /** The page to have fewer of these, which also takes the one-click POST of RFC 8058. */
  fewer?: string;
  /** A PDF to keep. */
  attached?: { name: string; content: Buffer };
};

/** Hands mails over: to a relay, or to a folder. */
export type Mailer = { send(mail: Mail): Promise<void> };

/** A line break where a header stands: the mail would say what someone else wrote. */
export class UnsafeHeader extends Error {}

type MailSettings = Pick<Settings, "smtpUrl" | "mailFrom" | "dataDir" | "origin">;

// A relay that does not answer must not hold a worker; milliseconds.
const DEADLINES = { connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 30 * SECOND };
const OWN_CONTENT_ONLY = { disableFileAccess: true, disableUrlAccess: true };

/** Read with the first mail: a process that sends none stays smaller. */
const nodemailer = () => import("nodemailer");

/** The relay of SMTP_URL, or one .eml file per mail in the data folder. */
export function openMailer(settings: MailSettings): Mailer {
  const { smtpUrl } = settings;
  if (!smtpUrl) return { send: (mail) => writeMail(settings, mail) };
  // In this order, the address may still ask for requireTLS and the like.
  const relay = () => nodemailer().then(({ createTransport }) => createTransport({ ...DEADLINES, ...OWN_CONTENT_ONLY, url: smtpUrl }));
  let transport: ReturnType<typeof relay> | undefined;
  return { send: async (mail) => void (await (await (transport ??= relay())).sendMail(messageOf(settings, mail))) };
}

const single = (text: string): string => {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw new UnsafeHeader("A header of a mail holds a line break.");
  return text;
};

function messageOf({ mailFrom, origin }: MailSettings, { id, attempt, to, subject, text, html, about, fewer, attached, calendar }: Mail) {
  // A mail made again holds another code: under the same id some mailboxes would drop it as a double.
  const { hostname } = new URL(origin);
  const messageId = `<${id}${attempt > 1 ? `.${attempt}` : ""}@${hostname}>`;
  const first = about && single(`<${about}@${hostname}>`);
  return {
    messageId: single(messageId),
    from: single(mailFrom),
    to: { name: single(to.name), address: single(to.address) },
    subject: single(subject),
    date: now(),
    text,
    html,
    ...(attached ? { attachments: [{ filename: attached.name, content: attached.content, contentType: "application/pdf" }] } : {}),
    // Also as a file, for programs that show no other part of a mail.
    ...(calendar ? { icalEvent: { method: calendar.method, filename: "rencontre.ics", content: calendar.text } } : {}),
    ...(first ? { inReplyTo: first, references: first } : {}),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(fewer ? { "List-Unsubscribe": `<${single(fewer)}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    },
  };
}

async function writeMail(settings: MailSettings, mail: Mail): Promise<void> {
  const { createTransport } = await nodemailer();
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", ...OWN_CONTENT_ONLY });
  const { message } = await transport.sendMail(messageOf(settings, mail));
  const folder = resolve(settings.dataDir, "courriels");
  // The files hold codes: they are for the owner of the data folder alone.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${now().toISOString().replaceAll(":", "-").slice(0, 19)}-${mail.id}.eml`);
  await writeFile(file, message as Buffer, { mode: 0o600 });
  log.info({ file }, "mail written to a file");
}

/** What may be kept of a failure: codes, because the relay's sentences quote addresses. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnsafeHeader) return "unsafe header";
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const known = [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number");
  return known.length > 0 ? known.join(" ").slice(0, 60) : "unknown";
}
