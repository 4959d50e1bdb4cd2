import type { CatchUp } from "../since-queries.server";

/** Rows that arrived while the page was open. */
export type Arrival = { rows: HTMLElement[]; authors: string[]; last: number };

/**
 * Takes rows in: those that changed go where they stand, and new ones are tied to
 * the end of the list, where the list shows the end (`after` is the last position
 * that the page knew of; what is not later than that is not new).
 * Whoever is reading or writing must not see their place move: the page scrolls by
 * as much as the list grew above it.
 * @returns the new ones that other people wrote.
 */
export function takeRows(list: HTMLElement | null, html: string, { me, after, latest }: { me: number; after: number; latest: boolean }): Arrival {
  const made = document.createElement("template");
  made.innerHTML = html;
  const rows = [...made.content.children].filter((row): row is HTMLElement => row instanceof HTMLElement);
  const fresh = rows.filter((row) => Number(row.dataset.position) > after && !document.getElementById(row.id));
  const last = Math.max(after, ...fresh.map((row) => Number(row.dataset.position)));
  if (!list) return { ...byOthers(fresh, me), last };
  keepingThePlace(() => {
    for (const row of rows) replaceRow(row);
    if (!latest) return;
    for (const row of fresh) row.classList.add("is-new");
    list.append(...fresh);
  });
  return { ...byOthers(fresh, me), last };
}

/** A row that changed takes the place of the old one, and keyboard focus stays on the same thing in it. */
function replaceRow(row: HTMLElement): void {
  const old = document.getElementById(row.id);
  if (!old) return;
  const focused = old.contains(document.activeElement) ? focusables(old).indexOf(document.activeElement as HTMLElement) : -1;
  row.classList.toggle("is-new", old.classList.contains("is-new"));
  old.replaceWith(row);
  if (focused >= 0) (focusables(row)[focused] ?? row.querySelector<HTMLElement>("a, button"))?.focus({ preventScroll: true });
}

const focusables = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>("a[href], button, summary")];

/** What someone looks at stays where it is: the box they write in, else the first message on their screen. */
function keepingThePlace(change: () => void): void {
  // What stands over the page does not move with it.
  const form = document.activeElement?.closest("form:not(dialog *)");
  const anchor = form?.id || form || firstOnScreen();
  const find = () => (typeof anchor === "string" ? document.getElementById(anchor) : anchor);
  const before = find()?.getBoundingClientRect().top;
  change();
  const after = find()?.getBoundingClientRect().top;
  if (before !== undefined && after !== undefined && after !== before) scrollBy({ top: after - before, behavior: "instant" });
}

/** By its id, since the row itself may be replaced. */
const firstOnScreen = (): string =>
  [...document.querySelectorAll("li.message")].find((row) => row.getBoundingClientRect().bottom > 0)?.id ?? "";

function byOthers(rows: HTMLElement[], me: number): Omit<Arrival, "last"> {
  const others = rows.filter((row) => row.dataset.author !== String(me));
  const authors = others.map((row) => row.querySelector(".person-name")?.textContent ?? "");
  return { rows: others, authors: [...new Set(authors)] };
}

export type { CatchUp };
