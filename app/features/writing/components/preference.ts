/** Who chose the plain box gets it everywhere, until they choose again. */
const NAME = "le-fil.boite";

export function prefersPlain(): boolean {
  try {
    return localStorage.getItem(NAME) === "simple";
  } catch {
    return false;
  }
}

export function preferPlain(plain: boolean): void {
  try {
    if (plain) localStorage.setItem(NAME, "simple");
    else localStorage.removeItem(NAME);
  } catch {
    // Private windows refuse; the choice then lasts as long as the page.
  }
}
