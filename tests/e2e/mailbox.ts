import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { until } from "../support/app-process";

export type ReceivedMail = { subject: string; text: string; calendar: string };

/** The mails that an application without a relay leaves as files. */
export class Mailbox {
  readonly #folder: string;
  readonly #read = new Set<string>();

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "courriels");
  }

  /** The next mail to somebody that was not taken yet; waits for it, behind the day's summaries if need be. */
  async next(address: string, subject: RegExp, within?: number): Promise<ReceivedMail> {
    let found: ReceivedMail | undefined;
    await until(`a mail to ${address}`, async () => (found = await this.#take(address, subject)) !== undefined, within);
    if (!found) throw new Error("unreachable");
    return found;
  }

  async #take(address: string, subject: RegExp): Promise<ReceivedMail | undefined> {
    const files = await readdir(this.#folder).catch(() => []);
    for (const file of files.sort()) {
      if (this.#read.has(file)) continue;
      const mail = await simpleParser(await readFile(join(this.#folder, file)));
      const to = [mail.to ?? []].flat().flatMap((list) => list.value.map((one) => one.address));
      if (!to.includes(address) || !subject.test(mail.subject ?? "")) continue;
      this.#read.add(file);
      const calendar = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))?.content.toString("utf8") ?? "";
      return { subject: mail.subject ?? "", text: mail.text ?? "", calendar };
    }
    return undefined;
  }

  /** The code of the latest sign-in asked for by this address. */
  async code(address: string): Promise<string> {
    const { text } = await this.next(address, /code de connexion/);
    const code = /^\s*([0-9A-Z]{6})\s*$/m.exec(text)?.[1];
    if (!code) throw new Error(`No code in this mail: ${text}`);
    return code;
  }

  /** The address in an invitation, as a path. */
  async invitation(address: string): Promise<string> {
    const { text } = await this.next(address, /^Invitation/);
    const path = /\/invitation\/[\w-]+/.exec(text)?.[0];
    if (!path) throw new Error(`No link in this mail: ${text}`);
    return path;
  }

  /** The address in a mail about one's answer to a meeting, as a path. */
  async reply(address: string, subject = /^Inscription confirmée/): Promise<string> {
    const { text } = await this.next(address, subject);
    const path = /\/reponse\/[\w-]+(\?choix=[a-z-]+)?/.exec(text)?.[0];
    if (!path) throw new Error(`No link in this mail: ${text}`);
    return path;
  }

  /** The link and the calendar's UID in the next invitation to a sitting whose mail says this. */
  async invited(address: string, where: RegExp): Promise<{ link: string; uid: string }> {
    for (;;) {
      const { text, calendar } = await this.next(address, /^Inscription confirmée/);
      const link = /\/reponse\/[\w-]+\?choix=[a-z-]+/.exec(text)?.[0];
      const uid = /^UID:(.+)$/m.exec(calendar.replace(/\r?\n[ \t]/g, ""))?.[1];
      if (where.test(text) && link && uid) return { link, uid: uid.trim() };
    }
  }
}
