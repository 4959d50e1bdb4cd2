import { useEffect } from "react";

/** Opens a message's pictures over the page; the code comes with the first one. A press with a key held, or no script at all, opens the picture's own address. */
export function usePictureViewer(): void {
  useEffect(() => {
    const press = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-picture]") : null;
      if (!link) return;
      event.preventDefault();
      void import("./viewer").then(
        ({ view }) => view(link),
        () => location.assign(link.href),
      );
    };
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, []);
}
