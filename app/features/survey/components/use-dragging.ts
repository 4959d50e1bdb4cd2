import { useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";

/** The part of a line that can be taken by a finger too; elsewhere a finger scrolls the page. */
export const HANDLE = "data-handle";

/** How near to an edge of the window, in pixels, the page begins to scroll along. */
const EDGE = 56;
const STEP = 12;

type Options = {
  /** Its lines say which they are by `data-option`. */
  list: RefObject<HTMLElement>;
  order: readonly number[];
  /** Shows another order, while a line is dragged or once that is given up. */
  show: (order: number[]) => void;
  drop: (moved: number, order: readonly number[]) => void;
};

/**
 * Lets lines of a list be dragged, with a mouse, a pen or a finger; the buttons beside them do the
 * same by keyboard. The list takes hold of the pointer, since lines change places under it.
 * Escape, or a drag that the browser breaks off, puts everything back.
 */
export function useDragging({ list, order, show, drop }: Options) {
  const [dragged, setDragged] = useState<number | null>(null);
  /** The order that it had, and the one that is shown: moves come faster than the page is drawn. */
  const held = useRef<{ before: number[]; shown: number[] }>({ before: [], shown: [] });

  const giveUp = () => {
    show(held.current.before);
    setDragged(null);
  };
  const latest = useRef(giveUp);
  useEffect(() => {
    latest.current = giveUp;
  });
  useEffect(() => {
    if (dragged === null) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape") latest.current();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [dragged]);

  const take = (option: number) => (event: PointerEvent<HTMLElement>) => {
    const on = event.target as Element;
    if (event.button !== 0 || on.closest("button") || !(event.pointerType === "mouse" || on.closest(`[${HANDLE}]`))) return;
    event.preventDefault();
    list.current?.setPointerCapture(event.pointerId);
    held.current = { before: [...order], shown: [...order] };
    setDragged(option);
  };
  const move = ({ clientY }: PointerEvent<HTMLElement>) => {
    if (dragged === null || !list.current) return;
    if (clientY < EDGE) window.scrollBy(0, -STEP);
    else if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    const others = [...list.current.querySelectorAll<HTMLElement>("[data-option]")].filter((line) => Number(line.dataset.option) !== dragged);
    const places = others.map((line) => ({ option: Number(line.dataset.option), box: line.getBoundingClientRect() }));
    const above = places.filter(({ box }) => box.top + box.height / 2 < clientY).length;
    const next = places.map(({ option }) => option);
    next.splice(above, 0, dragged);
    if (next.join() === held.current.shown.join()) return;
    held.current.shown = next;
    show(next);
  };
  const release = () => {
    if (dragged === null) return;
    const { before, shown } = held.current;
    setDragged(null);
    if (shown.join() !== before.join()) drop(dragged, shown);
  };
  return { dragged, take, listens: { onPointerMove: move, onPointerUp: release, onPointerCancel: () => (dragged === null ? undefined : giveUp()) } };
}
