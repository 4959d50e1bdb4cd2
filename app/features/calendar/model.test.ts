import { execFileSync } from "node:child_process";
import fc from "fast-check";
import ICAL from "ical.js";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import { invitationText, parseReply, publishedText, type CalendarEvent, type Invitation } from "./model";

const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "2f6c3f0a-0000-4000-8000-000000000001-7-abcdefghijabcdefghij@fil.exemple.test",
  sequence: 3,
  stamp: new Date("2027-02-01T15:04:05Z"),
  startsAt: new Date("2027-03-02T18:30:00Z"),
  zone: "America/Toronto",
  minutes: 120,
  summary: "Moment d’échange",
  location: "Salle A; 12, rue des Aulnes",
  description: "Première ligne\nDeuxième ligne",
  url: "https://fil.exemple.test/moments/5",
  cancelled: false,
  ...over,
});
const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  method: "REQUEST",
  event: event(),
  organizer: { name: "Le Fil", address: "le-fil@exemple.test" },
  attendee: { name: "Inès Benkhelil", address: "ines@exemple.test" },
  ...over,
});

/** What ical.js reads. */
function byIcal(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = root.getAllSubcomponents("vevent");
  const [first] = events;
  if (!first) throw new Error("no event");
  const read = new ICAL.Event(first);
  return { root, events, first, read, starts: read.startDate.toJSDate(), ends: read.endDate.toJSDate() };
}

/** What node-ical reads. */
function byNodeIcal(text: string) {
  const read = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === "VEVENT");
  const [first] = read as ical.VEvent[];
  if (!first || read.length !== 1) throw new Error("not one event");
  return first;
}

describe("an invitation in a mail", () => {
  it("is read by two independent parsers as what it says", () => {
    const text = invitationText(invitation());
    const { root, events, first, read, starts, ends } = byIcal(text);
    expect(root.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(events).toHaveLength(1);
    expect([read.uid, first.getFirstPropertyValue("sequence"), read.summary, read.location, read.description]).toEqual([event().uid, 3, "Moment d’échange", "Salle A; 12, rue des Aulnes", "Première ligne\nDeuxième ligne"]);
    expect([starts.toISOString(), ends.toISOString()]).toEqual(["2027-03-02T18:30:00.000Z", "2027-03-02T20:30:00.000Z"]);
    const other = byNodeIcal(text);
    expect([other.uid, other.summary, other.location, other.start.toISOString(), other.end?.toISOString()]).toEqual([event().uid, "Moment d’échange", "Salle A; 12, rue des Aulnes", "2027-03-02T18:30:00.000Z", "2027-03-02T20:30:00.000Z"]);
  });

  it("names the organiser’s mailbox and the recipient, and nobody else", () => {
    const { first } = byIcal(invitationText(invitation()));
    const attendees = first.getAllProperties("attendee");
    expect(attendees.map((one) => [one.getFirstValue(), one.getParameter("rsvp"), one.getParameter("cn")])).toEqual([["mailto:ines@exemple.test", "TRUE", "Inès Benkhelil"]]);
    expect(first.getFirstPropertyValue("organizer")).toBe("mailto:le-fil@exemple.test");
  });

  it("ends what it said with CANCEL, under the same UID", () => {
    const text = invitationText(invitation({ method: "CANCEL", event: event({ cancelled: true, sequence: 4 }) }));
    const { root, first, read } = byIcal(text);
    expect([root.getFirstPropertyValue("method"), first.getFirstPropertyValue("status"), first.getFirstPropertyValue("sequence"), read.uid]).toEqual(["CANCEL", "CANCELLED", 4, event().uid]);
    expect(byNodeIcal(text).status).toBe("CANCELLED");
  });

  it("keeps its lines within 75 octets and ends them with CRLF", () => {
    const text = invitationText(invitation({ event: event({ description: "é".repeat(400) }) }));
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(byIcal(text).read.description).toBe("é".repeat(400));
  });

  it("lets no text inject a line, a property or a second person, whatever is written", () => {
    const nasty = fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r", "\r\n", ";", ",", ":", "\\", '"', "\u2028", "\u0085", "\u0000", "ATTENDEE:mailto:x@y.z", "\r\nBEGIN:VEVENT\r\n", "END:VCALENDAR", " "), maxLength: 12 });
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (summary, location, description, name) => {
        const text = invitationText(invitation({ event: event({ summary: `x${summary}`, location, description }), attendee: { name, address: "ines@exemple.test" } }));
        const { root, events, first, read } = byIcal(text);
        expect(events).toHaveLength(1);
        expect(root.getAllSubcomponents().map((part) => part.name).sort()).toEqual(["vevent", "vtimezone"]);
        expect(first.getAllProperties("attendee")).toHaveLength(1);
        expect(first.getAllProperties("summary")).toHaveLength(1);
        const clean = (value: string) => value.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
        expect(read.summary).toBe(clean(`x${summary}`));
        if (clean(description)) expect(read.description).toBe(clean(description));
        expect(byNodeIcal(text).uid).toBe(event().uid);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the days on which clocks change", () => {
  const DAYS: [name: string, startsAt: string, zone: string, minutes: number][] = [
    ["before spring’s change", "2027-03-14T06:30:00Z", "America/Toronto", 30],
    ["across spring’s change", "2027-03-14T06:30:00Z", "America/Toronto", 120],
    ["after spring’s change", "2027-03-14T14:00:00Z", "America/Toronto", 120],
    ["before autumn’s change", "2027-11-07T04:00:00Z", "America/Toronto", 60],
    ["in the first hour that comes twice", "2027-11-07T05:30:00Z", "America/Toronto", 60],
    ["in the second one", "2027-11-07T06:30:00Z", "America/Toronto", 60],
    ["after autumn’s change", "2027-11-07T18:30:00Z", "America/Toronto", 120],
    ["in the Atlantic zone in spring", "2027-03-14T13:00:00Z", "America/Halifax", 120],
    ["in the Atlantic zone in autumn", "2027-11-07T15:00:00Z", "America/Halifax", 120],
    ["where clocks never change", "2027-07-07T15:00:00Z", "America/Blanc-Sablon", 120],
    ["in a zone of half hours", "2027-11-07T15:00:00Z", "America/St_Johns", 90],
  ];

  it.each(DAYS)("%s, both parsers find the right instants", (_name, starts, zone, minutes) => {
    const text = invitationText(invitation({ event: event({ startsAt: new Date(starts), zone, minutes }) }));
    const ends = new Date(Date.parse(starts) + minutes * 60_000).toISOString();
    const first = byIcal(text);
    expect([first.starts.toISOString(), first.ends.toISOString()]).toEqual([new Date(starts).toISOString(), ends]);
    const other = byNodeIcal(text);
    expect([other.start.toISOString(), other.end?.toISOString()]).toEqual([new Date(starts).toISOString(), ends]);
  });

  it("are written alike by servers in three zones", () => {
    const script = `import("./app/features/calendar/model.ts").then(({ publishedText }) => { for (const at of ["2027-03-14T14:00:00Z", "2027-11-07T18:30:00Z"]) console.log(publishedText([{ uid: "u", sequence: 0, stamp: new Date(0), startsAt: new Date(at), zone: "America/Toronto", minutes: 120, summary: "s", location: "", description: "", url: "https://x", cancelled: false }], "n")); })`;
    const written = ["UTC", "Asia/Tokyo", "America/St_Johns"].map((TZ) => execFileSync(process.execPath, ["--import", "tsx", "--eval", script], { env: { ...process.env, TZ }, encoding: "utf8" }));
    expect(written[0]).toContain("DTSTART;TZID=America/Toronto:20270314T100000");
    expect(written[0]).toContain("DTSTART;TZID=America/Toronto:20271107T133000");
    expect(new Set(written).size).toBe(1);
  });
});

describe("a calendar to subscribe to", () => {
  it("holds each event once and names nobody", () => {
    const text = publishedText([event(), event({ uid: "autre@fil", zone: "America/Halifax" })], "Le Fil, mes rencontres");
    const { root, events } = byIcal(text);
    expect(events).toHaveLength(2);
    expect(root.getAllSubcomponents("vtimezone")).toHaveLength(2);
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  it("is a calendar that both parsers read when there is nothing in it", () => {
    expect(new ICAL.Component(ICAL.parse(publishedText([], "Vide")) as unknown[]).getAllSubcomponents()).toEqual([]);
  });
});

describe("a reply from a calendar", () => {
  const reply = (lines: string[], method = "REPLY") => ["BEGIN:VCALENDAR", `METHOD:${method}`, "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
  const OUTLOOK = ['ATTENDEE;PARTSTAT=ACCEPTED;CN="Inès: Benkhelil":MAILTO:Ines@Exemple.test', "UID:2f6c3f0a-0000-4000-8000-", " 000000000001-7-x@fil", "SEQUENCE:0"];

  it("is the recipient’s answer, as Outlook folds and writes it", () => {
    expect(parseReply(reply(OUTLOOK))).toEqual({ uid: "2f6c3f0a-0000-4000-8000-000000000001-7-x@fil", attendee: "ines@exemple.test", partstat: "ACCEPTED" });
  });

  it.each([
    ["a request", reply(OUTLOOK, "REQUEST")],
    ["two people", reply([...OUTLOOK, "ATTENDEE;PARTSTAT=DECLINED:mailto:autre@exemple.test"])],
    ["no UID", reply(OUTLOOK.slice(0, 1))],
    ["no answer in it", reply(["ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ines@exemple.test", "UID:u@fil"])],
    ["two events", reply([...OUTLOOK, "END:VEVENT", "BEGIN:VEVENT", ...OUTLOOK])],
    ["something else", "Bonjour"],
  ])("is none with %s", (_name, text) => {
    expect(parseReply(text)).toBeNull();
  });
});
