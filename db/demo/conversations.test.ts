import { describe, expect, it } from "vitest";
import { messageInstants } from "./calendar";
import { COMMUNITY, ORGANISATIONS, PEOPLE, PERSONAS, POLES } from "./cast";
import { CONVERSATIONS, typographic } from "./conversations";

const DAY = 24 * 60 * 60_000;
const people = new Map(PEOPLE.map((person) => [person.key, person]));
const everything = CONVERSATIONS.flatMap((c) => c.messages.map((m) => ({ ...m, thread: c.key })));
const texts = [...everything.map((m) => m.text), ...CONVERSATIONS.flatMap((c) => c.title ?? [])];

/** A week of mornings, noons and nights, over both changes of the clock. */
const NOWS = ["2026-11-23T12:00:00Z", "2027-03-15T04:30:00Z", "2027-07-04T18:00:00Z"].flatMap((start) =>
  Array.from({ length: 7 }, (_, day) => new Date(Date.parse(start) + day * DAY)),
);

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

function found(pattern: RegExp): string[] {
  return texts.flatMap((text) => text.match(pattern)?.[0] ?? []);
}

describe("the invented community", () => {
  it("has 60 people, 10 organisations and 4 poles, each with its own key", () => {
    expect([PEOPLE.length, ORGANISATIONS.length, POLES.length]).toEqual([60, 10, 4]);
    for (const list of [PEOPLE, ORGANISATIONS, POLES]) {
      expect(repeated(list.map((each) => each.key))).toEqual([]);
      expect(repeated(list.map((each) => each.name))).toEqual([]);
    }
  });

  it("places every organisation and person in a known pole and known organisations", () => {
    const poles = POLES.map((pole) => pole.key);
    const organisations = ORGANISATIONS.map((organisation) => organisation.key);
    expect([...ORGANISATIONS, ...PEOPLE].filter((each) => !poles.includes(each.pole))).toEqual([]);
    expect(PEOPLE.flatMap((p) => p.organisations).filter((key) => !organisations.includes(key))).toEqual([]);
    expect(PEOPLE.filter((p) => (p.organisations.length === 0) !== (p.state === "guest"))).toEqual([]);
  });

  it("has each organisation managed by somebody active", () => {
    const managed = PEOPLE.filter((p) => p.roles.includes("manager") && p.state === "active").map((p) => p.organisations[0]);
    expect(ORGANISATIONS.filter((organisation) => !managed.includes(organisation.key))).toEqual([]);
  });

  it("writes only to addresses that cannot exist", () => {
    const addresses = [...PEOPLE.map((p) => p.email), COMMUNITY.privacyOfficer.contact];
    expect(repeated(addresses)).toEqual([]);
    expect(addresses.filter((address) => !/^[a-z.-]+@[a-z]+\.exemple\.test$/u.test(address))).toEqual([]);
  });

  it("gives personas to known people and one button each", () => {
    expect(PERSONAS.filter((persona) => !people.has(persona.person))).toEqual([]);
    expect(repeated(PERSONAS.map((persona) => persona.person))).toEqual([]);
    expect(people.get(COMMUNITY.privacyOfficer.person)?.name).toBe(COMMUNITY.privacyOfficer.name);
  });
});

describe("the conversations", () => {
  it("are 40, of 5 to 60 messages, between 420 and 520 in all", () => {
    const sizes = CONVERSATIONS.map((c) => c.messages.length);
    expect(CONVERSATIONS).toHaveLength(40);
    expect(repeated(CONVERSATIONS.map((c) => c.key))).toEqual([]);
    expect(sizes.filter((size) => size < 5 || size > 60)).toEqual([]);
    expect(Math.max(...sizes)).toBe(60);
    expect(everything.length).toBeGreaterThanOrEqual(420);
    expect(everything.length).toBeLessThanOrEqual(520);
  });

  it("have a title that fits, or a first line that can serve as one", () => {
    const titles = CONVERSATIONS.map((c) => c.title ?? c.messages[0]?.text.split("\n")[0] ?? "");
    expect(titles.filter((title) => title.length < 10 || title.length > 160 || /[*_>[\]]/u.test(title))).toEqual([]);
  });

  it("are written by people who have been in, and never by those only invited or removed", () => {
    const silent = new Set(["invited", "removed"]);
    expect(everything.filter((m) => silent.has(people.get(m.by)?.state ?? "removed"))).toEqual([]);
  });

  it("let a guest write in the one thread of the invitation", () => {
    const guests = PEOPLE.filter((p) => p.state === "guest");
    for (const guest of guests) {
      const threads = new Set(everything.filter((m) => m.by === guest.key).map((m) => m.thread));
      expect([...threads]).toEqual([guest.guestOf]);
    }
  });

  it("never say the same thing twice, short thanks excepted", () => {
    expect(repeated(everything.map((m) => m.text).filter((text) => text.length > 30))).toEqual([]);
  });

  it("hold no address, number or code by which somebody could be found", () => {
    expect(found(/[\w.+-]+@[\w-]+\.[\w.]+/u)).toEqual([]);
    expect(found(/\(?\d{3}\)?[\s.\u00a0-]?\d{3}[\s.\u00a0-]\d{4}/u)).toEqual([]);
    expect(found(/\b[a-z]{4}[\s\u00a0]?\d{4}[\s\u00a0]?\d{4}\b/iu)).toEqual([]);
    expect(found(/\b\d{3}[\s\u00a0-]?\d{3}[\s\u00a0-]?\d{3}\b/u)).toEqual([]);
    expect(found(/\b[a-z]\d[a-z][\s\u00a0-]?\d[a-z]\d\b/iu)).toEqual([]);
  });

  it("never put an age beside a first name", () => {
    const firstNames = PEOPLE.map((p) => p.name.split(" ")[0]).join("|");
    expect(found(/\p{Lu}\p{Ll}+(?:,| a| \()[\s\u00a0]?\d+[\s\u00a0](?:ans|mois)/u)).toEqual([]);
    expect(found(new RegExp(`(?:${firstNames})[^.!?\\n]{0,12}\\d+[\\s\\u00a0](?:ans|mois)`, "u"))).toEqual([]);
  });

  it("link to invented pages only", () => {
    const links = texts.flatMap((text) => text.match(/\w+:\/\/[^\s)]+|www\.[^\s)]+/gu) ?? []);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.startsWith("https://exemple.test/"))).toEqual([]);
  });

  it("are set in the French of Québec", () => {
    expect(found(/['"]|\.\.\./u)).toEqual([]);
    expect(found(/[ \u00a0][;?!](?!\S)|[^\u00a0]»|«[^\u00a0]| [:%]/u)).toEqual([]);
    expect(found(/\d h\b|\bh \d\d/u)).toEqual([]);
  });
});

describe("their time", () => {
  it("starts within the last 330 days and always moves forward", () => {
    expect(CONVERSATIONS.filter((c) => c.startedDaysAgo < 0 || c.startedDaysAgo > 330)).toEqual([]);
    expect(everything.filter((m) => !Number.isInteger(m.afterMinutes) || m.afterMinutes <= 0)).toEqual([]);
  });

  const timelines = NOWS.map((now) => ({
    now,
    threads: CONVERSATIONS.map((c) => ({ ...c, times: messageInstants(c, now, COMMUNITY.timeZone) })),
  }));

  it("is in the past and in order whatever the day the demo starts", () => {
    for (const { now, threads } of timelines) {
      for (const { messages, times } of threads) {
        expect(times).toHaveLength(messages.length);
        expect(times.filter((time, at) => time >= now || time <= (times[at - 1] ?? new Date(0)))).toEqual([]);
      }
    }
  });

  it("leaves several threads alive in the last two days", () => {
    for (const { now, threads } of timelines) {
      const fresh = threads.filter(({ times }) => Number(times.at(-1)) > Number(now) - 2 * DAY);
      expect(fresh.length).toBeGreaterThanOrEqual(5);
    }
  });

  it("keeps to working days before that, by the clock of the community", () => {
    const weekday = new Intl.DateTimeFormat("en-CA", { weekday: "short", timeZone: COMMUNITY.timeZone });
    for (const { now, threads } of timelines) {
      const older = threads.flatMap(({ times }) => times).filter((time) => Number(time) < Number(now) - 3 * DAY);
      expect(older.filter((time) => weekday.format(time).startsWith("S"))).toEqual([]);
    }
  });

  it("lets nobody write before coming in, nor after leaving or pausing", () => {
    const misplaced = timelines.flatMap(({ now, threads }) =>
      threads.flatMap(({ key, messages, times }) =>
        messages.flatMap(({ by }, at) => {
          const daysAgo = (Number(now) - Number(times[at])) / DAY;
          const { joinedDaysAgo = 0, stateSinceDaysAgo = -1 } = people.get(by) ?? {};
          return daysAgo < joinedDaysAgo && daysAgo > stateSinceDaysAgo ? [] : [`${key}: ${by}, ${Math.floor(daysAgo)} days ago`];
        }),
      ),
    );
    expect([...new Set(misplaced)]).toEqual([]);
  });
});

describe("typographic", () => {
  it("sets no-break spaces and curved apostrophes, and leaves addresses alone", () => {
    expect(typographic("Il dit : « l'été », 13 h 30, 10 %...")).toBe(
      "Il dit\u00a0: «\u00a0l’été\u00a0», 13\u00a0h\u00a030, 10\u00a0%…",
    );
    expect(typographic("[ici](https://exemple.test/a)")).toBe("[ici](https://exemple.test/a)");
  });
});
