import { randomBytes } from "node:crypto";
import { COMMUNITY, ORGANISATIONS, PEOPLE, PERSONAS, type DemoPerson } from "#db/demo/cast";
import { communities, organisations } from "#db/schema/community";
import { outboxMails } from "#db/schema/mail";
import { invitations, memberRoles, members, memberships, organisationManagers, privacyAcknowledgements } from "#db/schema/member";
import { sessions } from "#db/schema/session";
import { after, DAY, HOUR } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { PRIVACY_NOTICE_VERSION } from "~/features/privacy/model";
import { chance, oneOf } from "./chance.server";

/** Keys of the cast to rows of the database. */
export type Cast = { idOf(person: string): number; people: readonly DemoPerson[] };

/** The administrator who began, and who named the others. */
const FOUNDER = "bernard";

/** Their address was refused: the administration has something to look at. */
const UNREACHED = ["carolane", "sabrina"];

/** How long an invitation holds, and a guest stays. */
const INVITATION = 14 * DAY;
const VISIT = 21 * DAY;

/** The founder comes a day before everybody, to invite them. */
const joinedOn = (person: DemoPerson, today: Date): Date =>
  after(today, -(person.joinedDaysAgo + (person.key === FOUNDER ? 1 : 0)) * DAY - chance("joined", person.key) * 6 * HOUR);

export const guestUntil = (person: DemoPerson, today: Date): Date | null => (person.state === "guest" ? after(today, VISIT) : null);

function lookUp<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing is known as ${String(key)}.`);
  return value;
}

/** The organisations, the people and how they came, as if they had joined over a year. */
export async function fillPeople(tx: Tx, today: Date): Promise<Cast> {
  const founded = joinedOn(personOf(FOUNDER), today);
  const places = await tx
    .insert(organisations)
    .values(ORGANISATIONS.map(({ name }) => ({ name, createdAt: founded })))
    .returning({ id: organisations.id, name: organisations.name });
  const placeIds = new Map(ORGANISATIONS.map(({ key, name }) => [key, places.find((place) => place.name === name)?.id ?? 0]));
  const came = [...PEOPLE].sort((a, b) => joinedOn(a, today).getTime() - joinedOn(b, today).getTime());
  const rows = await tx.insert(members).values(came.map((person) => rowOf(person, today))).returning({ id: members.id, email: members.email });
  const ids = new Map(PEOPLE.map(({ key, email }) => [key, rows.find((row) => row.email === email)?.id ?? 0]));
  const idOf = (person: string) => lookUp(ids, person);
  const { name, territory, timeZone, privacyOfficer } = COMMUNITY;
  await tx.insert(communities).values({
    name,
    territory,
    timeZone,
    responsibleOrganisationId: lookUp(placeIds, COMMUNITY.responsibleOrganisation),
    privacyOfficerName: privacyOfficer.name,
    privacyOfficerTitle: privacyOfficer.title,
    privacyOfficerContact: privacyOfficer.contact,
    createdAt: founded,
  });

  const inside = came.filter((person) => person.state !== "invited");
  const placed = inside.flatMap((person) => person.organisations.map((key, order) => ({ person, key, since: after(joinedOn(person, today), order) })));
  await tx.insert(memberships).values(placed.map(({ person, key, since }) => ({ memberId: idOf(person.key), organisationId: lookUp(placeIds, key), since })));
  const grantOf = (person: DemoPerson) => ({ memberId: idOf(person.key), grantedBy: person.key === FOUNDER ? null : idOf(FOUNDER), grantedAt: joinedOn(person, today) });
  await tx.insert(organisationManagers).values(
    inside.flatMap((person) => (person.roles.includes("manager") ? [{ ...grantOf(person), organisationId: lookUp(placeIds, person.organisations[0] ?? "") }] : [])),
  );
  await tx.insert(memberRoles).values(
    inside.flatMap((person) => person.roles.flatMap((role) => (role === "manager" ? [] : [{ ...grantOf(person), role }]))),
  );
  await tx.insert(privacyAcknowledgements).values(
    inside.map((person) => ({ memberId: idOf(person.key), noticeVersion: PRIVACY_NOTICE_VERSION, acknowledgedAt: joinedOn(person, today) })),
  );
  const invited = await tx.insert(invitations).values(
    came.filter((person) => person.key !== FOUNDER && person.state !== "guest").map((person) => ({
      memberId: idOf(person.key),
      organisationId: lookUp(placeIds, person.organisations[0] ?? ""),
      invitedBy: idOf(inviterOf(person)),
      ...invitationOf(person, today),
    })),
  ).returning({ id: invitations.id, memberId: invitations.memberId });
  await tx.insert(outboxMails).values(
    UNREACHED.map((key) => {
      const memberId = idOf(key);
      const createdAt = joinedOn(personOf(key), today);
      const subjectRef = String(invited.find((one) => one.memberId === memberId)?.id ?? 0);
      return { kind: "invitation", memberId, subjectRef, createdAt, attempts: 8, lastError: "EENVELOPE 550", parkedAt: after(createdAt, HOUR) };
    }),
  );
  await tx.insert(sessions).values(PERSONAS.flatMap(({ person }) => deviceOf(personOf(person), idOf(person), today)));
  return { idOf, people: PEOPLE };
}

function personOf(key: string): DemoPerson {
  const person = PEOPLE.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody is known as ${key}.`);
  return person;
}

function rowOf(person: DemoPerson, today: Date) {
  const joined = joinedOn(person, today);
  const invited = person.state === "invited";
  return {
    email: person.email,
    // Whoever is invited says it on accepting.
    name: invited ? "" : person.name,
    title: invited ? "" : person.title,
    state: person.state === "guest" ? ("active" as const) : person.state,
    stateSince: person.stateSinceDaysAgo === undefined ? joined : after(today, -person.stateSinceDaysAgo * DAY),
    guestUntil: guestUntil(person, today),
    joinedAt: invited ? null : joined,
    createdAt: joined,
  };
}

/** Someone of the committee who was there before; at the very beginning, the founder. */
export function inviterOf(person: DemoPerson): string {
  const before = PEOPLE.filter((other) => other.roles.includes("committee") && other.joinedDaysAgo > person.joinedDaysAgo + 1);
  return before.length > 0 ? oneOf(before, "inviter", person.key).key : FOUNDER;
}

function invitationOf(person: DemoPerson, today: Date) {
  const joined = joinedOn(person, today);
  if (person.state === "invited") return { createdAt: joined, expiresAt: after(joined, INVITATION), acceptedAt: null };
  const waited = after(joined, -chance("waited", person.key) * 3 * DAY);
  const earliest = after(joinedOn(personOf(inviterOf(person)), today), HOUR);
  const createdAt = waited < earliest ? earliest : waited;
  return { createdAt, expiresAt: after(createdAt, INVITATION), acceptedAt: joined };
}

const PHONE = "Safari sur iPhone";

/** The telephone of those who have one for this; nobody holds its token. */
function deviceOf(person: DemoPerson, memberId: number, today: Date) {
  if (person.state !== "active") return [];
  const lastSeenAt = after(today, -Math.ceil(chance("phone", person.key) * 5) * DAY - HOUR);
  return [{ id: randomBytes(32).toString("hex"), memberId, computer: "own" as const, browser: PHONE, createdAt: after(today, -40 * DAY), lastSeenAt, expiresAt: after(lastSeenAt, 30 * DAY) }];
}
