import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "./icon";

type MenuProps = {
  summary: ReactNode;
  /** <li> elements holding one link or one button each. */
  children: ReactNode;
  /** Opens above its word: for the foot of the rail. */
  up?: boolean;
  start?: boolean;
};

/** A few links behind a word. Escape, a choice or a press elsewhere closes it. */
export function Menu({ summary, children, up, start }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeFromOutside = (event: Event) => {
      const details = box.current;
      if (details?.open && event.target instanceof Node && !details.contains(event.target)) details.open = false;
    };
    document.addEventListener("pointerdown", closeFromOutside);
    document.addEventListener("focusin", closeFromOutside);
    return () => {
      document.removeEventListener("pointerdown", closeFromOutside);
      document.removeEventListener("focusin", closeFromOutside);
    };
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    const details = box.current;
    if (event.key !== "Escape" || !details?.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  };
  const closeOnChoice = () => {
    if (box.current) box.current.open = false;
  };
  const names = ["menu", up && "menu-up", start && "menu-start"].filter(Boolean).join(" ");
  return (
    <details className={names} ref={box} onKeyDown={closeOnEscape}>
      <summary>
        {summary}
        <span className="fold">
          <Icon name="down" />
        </span>
      </summary>
      <ul className="menu-sheet" role="list" onClick={closeOnChoice}>
        {children}
      </ul>
    </details>
  );
}
