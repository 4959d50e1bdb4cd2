import { createHash } from "node:crypto";
import { canonicalJson, type Canonical } from "./canonical-json";

/** A person as they wanted to appear, with the number that the instance knows them by. */
export type LoggedPerson = { id: number; name: string; title: string };
export type LoggedOrganisation = { id: number; name: string };

/** Signed on a screen, after this sign-in; or on paper, on this day, as two people recorded with the scan. */
type OnScreen = { method: "screen"; signed_in_at: string };
export type OnPaper = { method: "paper"; signed_on: string; scan_sha256: string; recorded_by: readonly [LoggedPerson, LoggedPerson] };
/** Who signed on paper for an organisation, and may have no account. */
export type PaperSigner = { name: string; title: string };

/** Taken back on a screen. */
type Plain = { method?: never };

type Text = { version: number; text_sha256: string };
/** campaign: how many yearly campaigns had been opened, this one's included. */
type Signature = Text & { campaign: number; sentence: string };

/** What can happen to a charter that is signed. */
export type LogEvent =
  | (Text & { event: "published"; nature: "substance" | "form"; reasons: string; by: LoggedPerson; confirmed_by?: LoggedPerson })
  | (Text & { event: "campaign-opened"; campaign: number; by: LoggedPerson })
  | (Signature & { event: "signed"; person: LoggedPerson; organisation?: LoggedOrganisation } & (OnScreen | OnPaper))
  | (Signature & { event: "organisation-signed"; organisation: LoggedOrganisation } & ((OnScreen & { person: LoggedPerson }) | (OnPaper & { person: PaperSigner })))
  | (Text & { event: "withdrawn"; person: LoggedPerson } & (OnPaper | Plain))
  | (Text & { event: "organisation-withdrawn"; organisation: LoggedOrganisation } & ((OnPaper & { person: PaperSigner }) | (Plain & { person: LoggedPerson })));

export type LogEventName = LogEvent["event"];

/** An event in its place: numbers begin at 1 and leave no gap; the instant is in UTC. */
export type LogBody = LogEvent & { number: number; at: string };

/** A body tied to the one before it. */
export type LogEntry = { body: LogBody; previous: string; hash: string };

/** The text of a version, for who holds the file alone. */
export type LoggedText = { version: number; sha256: string; text: string };

/** What the first entry is tied to. */
export const BEGINNING = "0".repeat(64);

export const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The digest of the one before, then the body in its one form. */
export const hashOf = (previous: string, body: string): string => digest(previous + body);

export const canonicalBody = (body: LogBody): string => canonicalJson(body as unknown as Canonical);

/** The same as a line of the file that a community gives out. */
export const lineOf = (line: LogEntry | LoggedText): string => canonicalJson(line as unknown as Canonical);

/** No I, L, O or U: what is read aloud and typed again stays the same. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_SIGNS = 12;

/** The code of a receipt: the first 60 bits of the entry's digest, « 7K2M-Q9RT-4WXB ». */
export function codeOf(hash: string): string {
  let bits = BigInt(`0x${hash.slice(0, (CODE_SIGNS * 5) / 4)}`);
  let code = "";
  for (let place = 0; place < CODE_SIGNS; place += 1) {
    code = `${SIGNS[Number(bits & 31n)]}${code}`;
    bits >>= 5n;
  }
  return code.replace(/.{4}(?=.)/g, "$&-");
}

/** What the digest behind a code begins with. */
export function hashPrefixOf(code: string): string {
  const bits = [...code.replaceAll("-", "")].reduce((all, sign) => all * 32n + BigInt(SIGNS.indexOf(sign)), 0n);
  return bits.toString(16).padStart((CODE_SIGNS * 5) / 4, "0");
}
