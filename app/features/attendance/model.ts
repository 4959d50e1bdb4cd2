/** Who was there, as it is ticked at the door. */

/** The list opens this long before a sitting begins: whoever is early is there already. */
export const OPENS_BEFORE_MS = 2 * 3_600_000;

/** A phone that was without a network for longer than this has nothing to say any more about the door. */
export const OLDEST_ACT_MS = 14 * 24 * 3_600_000;

export const MAX_CARD = 200;
export const MAX_ACTS = 300;

export const doorPath = (meetingId: number, sittingId: number): string => `/moments/${meetingId}/rencontres/${sittingId}/presences`;
export const attestationPath = (meetingId: number, sittingId: number): string => `/moments/${meetingId}/rencontres/${sittingId}/attestation`;
export const cardsPath = (meetingId: number): string => `/moments/${meetingId}/cartes`;

/** Somebody in the list: « m12 » is a member, « g7 » somebody without an account who is expected, « v5 » one who was noted at the door. */
export type Ref = `${"m" | "g" | "v"}${number}`;
export const REF = /^[mgv][1-9]\d{0,14}$/;

/** One tick: who, whether they are there, and its own key and moment (the clock of the phone, in milliseconds). */
export type Act = { key: string; ref: Ref; present: boolean; at: number };

const ACT = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):([mgv][1-9]\d{0,14}):(oui|non):(\d{1,12})$/;

/** How an act travels: with its age instead of its moment, because the clocks of phones differ. */
export const actLine = ({ key, ref, present, at }: Act, sentAt: number): string => `${key}:${ref}:${present ? "oui" : "non"}:${Math.max(0, Math.round(sentAt - at))}`;

export type ReadAct = { key: string; ref: Ref; present: boolean; age: number };

export function readAct(line: string): ReadAct | null {
  const [, key, ref, word, age] = ACT.exec(line) ?? [];
  return key && ref && age !== undefined && Number(age) <= OLDEST_ACT_MS ? { key, ref: ref as Ref, present: word === "oui", age: Number(age) } : null;
}

/** When it was done, by the clock of the server. */
export const momentOf = ({ age }: { age: number }, received: Date): Date => new Date(received.getTime() - age);

/** What a page shows: what the server said, and over it what this phone has not sent yet, the last act on top. */
export function overlaid(present: Readonly<Record<string, boolean>>, waiting: readonly Act[]): Record<string, boolean> {
  const shown = { ...present };
  for (const { ref, present: there } of [...waiting].sort((a, b) => a.at - b.at)) shown[ref] = there;
  return shown;
}

/** What changed between the page as it was made and the form that comes back: nothing else is touched. */
export function changesOf(before: readonly string[], now: readonly string[]): { ref: string; present: boolean }[] {
  const ticked = new Set(now);
  const known = new Set(before);
  return [...now.filter((ref) => !known.has(ref)).map((ref) => ({ ref, present: true })), ...before.filter((ref) => !ticked.has(ref)).map((ref) => ({ ref, present: false }))];
}

const folded = (text: string): string => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/** Whether each word that is typed begins a word of the name or of where they work. */
export function isCalled(typed: string, person: { name: string; organisation: string }): boolean {
  const words = folded(`${person.name} ${person.organisation}`).split(/[\s’'().,-]+/);
  return folded(typed).split(/\s+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)));
}
