/**
 * The browser's own copies of texts that the server could not take, in the tab's
 * sessionStorage: gone with the tab, and forgotten at sign-out. Where storage is
 * refused (private windows), the server is all there is.
 */
export type LocalCopy = { /** The form, by the names of its fields. */ typed: Record<string, string>; revision: number; key: string };

const PREFIX = "le-fil.copie.";

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

export const keepCopy = (place: string, copy: LocalCopy): boolean =>
  attempt(() => {
    sessionStorage.setItem(PREFIX + place, JSON.stringify(copy));
    return true;
  }) ?? false;

export function findCopy(place: string): LocalCopy | null {
  const found = attempt(() => JSON.parse(sessionStorage.getItem(PREFIX + place) ?? "null") as Partial<LocalCopy> | null);
  return found?.typed ? { typed: found.typed, revision: Number(found.revision) || 0, key: String(found.key ?? "") } : null;
}

export const forgetCopy = (place: string): void => {
  attempt(() => sessionStorage.removeItem(PREFIX + place));
};

/**
 * What waits for the line to come back outlives the tab: it lies in localStorage, by the same rules.
 */
export const keepWaiting = (place: string, waiting: readonly object[]): boolean =>
  attempt(() => {
    if (waiting.length === 0) localStorage.removeItem(PREFIX + place);
    else localStorage.setItem(PREFIX + place, JSON.stringify(waiting));
    return true;
  }) ?? false;

/** Null where storage is refused. */
export function findWaiting(place: string): unknown[] | null {
  const found = attempt(() => JSON.parse(localStorage.getItem(PREFIX + place) ?? "[]") as unknown);
  return found === undefined ? null : Array.isArray(found) ? (found as unknown[]) : [];
}

/** At sign-out: the next person at this computer finds nothing. */
export function forgetCopies(): void {
  for (const storage of ["sessionStorage", "localStorage"] as const) {
    attempt(() => {
      for (const name of Object.keys(window[storage])) if (name.startsWith(PREFIX)) window[storage].removeItem(name);
    });
  }
}
