import { instantsOf, wallTimeAt, type WallTime } from "~/kit/wall-time";
import { zoneLines } from "./zone/model";

/**
 * Calendar files (RFC 5545) and the invitations that mails carry (RFC 5546), written line by
 * line: one VEVENT each, and nobody in it but the organiser's mailbox and the recipient.
 */

export type Mailbox = { name: string; address: string };

export type CalendarEvent = {
  uid: string;
  sequence: number;
  /** When this was said: of two with one sequence, the later one holds. */
  stamp: Date;
  startsAt: Date;
  zone: string;
  minutes: number;
  summary: string;
  location: string;
  description: string;
  url: string;
  cancelled: boolean;
};

export type Invitation = { method: "REQUEST" | "CANCEL"; event: CalendarEvent; organizer: Mailbox; attendee: Mailbox };

const MINUTE = 60_000;
const LONGEST_LINE = 75;

/** What a mail carries: an invitation to one sitting, or its end, for one person. */
export function invitationText({ method, event, organizer, attendee }: Invitation): string {
  const partstat = method === "REQUEST" ? ["PARTSTAT=ACCEPTED", "RSVP=TRUE"] : [];
  const people = [
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${mailto(organizer.address)}`,
    `ATTENDEE;${[`CN=${quoted(attendee.name)}`, "CUTYPE=INDIVIDUAL", "ROLE=REQ-PARTICIPANT", ...partstat].join(";")}:mailto:${mailto(attendee.address)}`,
  ];
  return calendar([`METHOD:${method}`], [event], people);
}

/** A calendar to keep or to subscribe to: nobody is named in it. */
export const publishedText = (events: readonly CalendarEvent[], name: string): string =>
  calendar(["METHOD:PUBLISH", `X-WR-CALNAME:${escaped(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H"], events, []);

function calendar(head: readonly string[], events: readonly CalendarEvent[], people: readonly string[]): string {
  const zones = [...new Set(events.map(({ zone }) => zone))];
  const lines = [
    "BEGIN:VCALENDAR",
    "PRODID:-//Le Fil//Le Fil//FR",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    ...head,
    ...zones.flatMap((zone) => zoneLines(zone, events.filter((event) => event.zone === zone).map(({ startsAt }) => startsAt))),
    ...events.flatMap((event) => eventLines(event, people)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, people: readonly string[]): string[] {
  const { uid, sequence, stamp, startsAt, zone, minutes, summary, location, description, url, cancelled } = event;
  const ends = new Date(startsAt.getTime() + minutes * MINUTE);
  // Programs do not agree on which of two a local hour means that comes twice: instants are then written as such.
  const plain = [startsAt, ends].every((at) => instantsOf(wallTimeAt(at, zone), zone).length === 1);
  const time = (name: string, at: Date) => (plain ? `${name};TZID=${zone}:${local(wallTimeAt(at, zone))}` : `${name}:${utc(at)}`);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${sequence}`,
    time("DTSTART", startsAt),
    time("DTEND", ends),
    `SUMMARY:${escaped(summary)}`,
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    `URL:${url.replace(CONTROL, "")}`,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    ...people,
    "END:VEVENT",
  ];
}

const two = (value: number): string => String(value).padStart(2, "0");

/** « 20270302T133000 »: what a clock shows. */
export const local = ({ year, month, day, hour, minute }: WallTime): string => `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}00`;

const utc = (at: Date): string => `${at.toISOString().replace(/[-:]|\.\d{3}/g, "")}`;

const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** A text as a value: whatever would end a line or part a value becomes harmless. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(CONTROL, "");

/** A text as a parameter's value, which knows no escape. */
const quoted = (text: string): string => `"${text.replace(CONTROL, " ").replace(/"/g, "’")}"`;

const mailto = (address: string): string => address.replace(/[\s\p{Cc}<>;,"]/gu, "");

/** No line is longer than 75 octets, and no sign is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** What someone pressed in their calendar. */
export type Reply = { uid: string; attendee: string; partstat: "ACCEPTED" | "TENTATIVE" | "DECLINED" };

/** Reads the reply to an invitation; null for anything else, and for a reply of several people or to several things. */
export function parseReply(text: string): Reply | null {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n[ \t]/g, "").split("\n");
  if (!lines.some((line) => /^METHOD:REPLY\s*$/i.test(line))) return null;
  const begins = lines.findIndex((line) => /^BEGIN:VEVENT\s*$/i.test(line));
  const ends = lines.findIndex((line) => /^END:VEVENT\s*$/i.test(line));
  if (begins < 0 || ends < begins || lines.filter((line) => /^BEGIN:VEVENT\s*$/i.test(line)).length > 1) return null;
  const event = lines.slice(begins, ends);
  const uids = event.filter((line) => /^UID[;:]/i.test(line));
  const attendees = event.filter((line) => /^ATTENDEE[;:]/i.test(line));
  const [, uid] = /^UID(?:;[^:]*)?:(.{1,255})$/i.exec(uids[0] ?? "") ?? [];
  // Quoted parameters may hold a colon.
  const [, parameters, address] = /^ATTENDEE((?:;[^=;:]+=(?:"[^"]*"|[^";:]*))*):mailto:(\S{3,254})\s*$/i.exec(attendees[0] ?? "") ?? [];
  const [, partstat] = /;PARTSTAT="?(ACCEPTED|TENTATIVE|DECLINED)"?(?:;|$)/i.exec(parameters ?? "") ?? [];
  if (uids.length !== 1 || attendees.length !== 1 || uid === undefined || address === undefined || partstat === undefined) return null;
  return { uid: uid.trim(), attendee: address.toLowerCase(), partstat: partstat.toUpperCase() as Reply["partstat"] };
}
