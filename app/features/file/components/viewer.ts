/** Pictures one at a time, as large as the screen: arrows lead on, Escape leads back to where one was. */

const wordsOf = (link: HTMLElement): string => link.querySelector(".picture-words, .file-name")?.textContent ?? "";

function button(word: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = word;
  made.addEventListener("click", act);
  return made;
}

export function view(opener: HTMLAnchorElement): void {
  const links = [...(opener.closest(".pictures") ?? document).querySelectorAll<HTMLAnchorElement>("a[data-picture]")];
  let place = Math.max(0, links.indexOf(opener));

  const dialog = document.createElement("dialog");
  dialog.className = "viewer";
  const image = document.createElement("img");
  const words = document.createElement("p");
  words.className = "viewer-words";
  words.setAttribute("role", "status");
  const acts = document.createElement("div");
  acts.className = "viewer-acts";

  const show = (next: number) => {
    place = (next + links.length) % links.length;
    const link = links[place];
    if (!link) return;
    const count = links.length > 1 ? `Image ${place + 1} de ${links.length}` : "Image";
    dialog.setAttribute("aria-label", count);
    image.src = link.href;
    image.alt = wordsOf(link);
    words.textContent = links.length > 1 ? `${count}. ${wordsOf(link)}` : wordsOf(link);
  };
  if (links.length > 1) acts.append(button("Précédente", () => show(place - 1)), button("Suivante", () => show(place + 1)));
  acts.append(button("Fermer", () => dialog.close()));
  dialog.append(image, words, acts);
  dialog.addEventListener("keydown", (event) => {
    if (links.length < 2 || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    event.preventDefault();
    show(place + (event.key === "ArrowRight" ? 1 : -1));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    // The row may have been replaced meanwhile: its link is found again by its address.
    document.querySelector<HTMLElement>(`a[data-picture][href="${CSS.escape(opener.getAttribute("href") ?? "")}"]`)?.focus();
    if (opener.isConnected) opener.focus();
  });
  document.body.append(dialog);
  show(place);
  dialog.showModal();
  acts.querySelector<HTMLElement>("button:last-child")?.focus();
}
