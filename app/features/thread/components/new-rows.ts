import type { CatchUp } from "../since-queries.server";

/** Rows that arrived while the page was open. */
export type Arrival = { rows: HTMLElement[]; authors: string[] };

/**
 * Ties new rows to the end of the list, without those that are there already.
 * Whoever is writing must not see their box move: the page scrolls by as much as
 * the list grew above it.
 * @returns those that other people wrote.
 */
export function appendRows(list: HTMLElement, html: string, me: number): Arrival {
  const made = document.createElement("template");
  made.innerHTML = html;
  const rows = [...made.content.children].filter((row): row is HTMLElement => row instanceof HTMLElement && !document.getElementById(row.id));
  for (const row of rows) row.classList.add("is-new");
  const writing = document.activeElement?.closest("form") ?? null;
  const before = writing?.getBoundingClientRect().top;
  list.append(...rows);
  if (writing && before !== undefined) scrollBy({ top: writing.getBoundingClientRect().top - before, behavior: "instant" });
  return byOthers(rows, me);
}

/** The same count for rows that are not shown, because the window on the page is an older one. */
export function countRows(html: string, me: number): Arrival {
  const made = document.createElement("template");
  made.innerHTML = html;
  return byOthers([...made.content.children].filter((row): row is HTMLElement => row instanceof HTMLElement), me);
}

function byOthers(rows: HTMLElement[], me: number): Arrival {
  const others = rows.filter((row) => row.dataset.author !== String(me));
  const authors = others.map((row) => row.querySelector(".person-name")?.textContent ?? "");
  return { rows: others, authors: [...new Set(authors)] };
}

export type { CatchUp };
