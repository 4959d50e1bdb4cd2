import { useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";

/** The part of a line that can be taken by a finger too; elsewhere a finger scrolls the page. */
export const HANDLE = "data-handle";

/** How near to an edge of the window, in pixels, the page begins to scroll along. */
const EDGE = 56;
const STEP = 12;

type Options = {
  list: RefObject<HTMLElement>;
  /** What stands in each place. */
  order: readonly number[];
  /** Shows another order, while it is dragged or once it is given up. */
  show: (order: number[]) => void;
  drop: (moved: number) => void;
};

/**
 * Lets lines of a list be dragged, with a mouse, a pen or a finger; the buttons beside them do the
 * same by keyboard. The list takes hold of the pointer, since lines change places under it.
 * Escape, or a drag that the browser breaks off, puts everything back.
 */
export function useDragging({ list, order, show, drop }: Options) {
  const [dragged, setDragged] = useState<number | null>(null);
  const before = useRef<readonly number[]>(order);

  const giveUp = () => {
    show([...before.current]);
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
    before.current = order;
    setDragged(option);
  };
  const move = ({ clientY }: PointerEvent<HTMLElement>) => {
    if (dragged === null || !list.current) return;
    if (clientY < EDGE) window.scrollBy(0, -STEP);
    else if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    const others = order.filter((option) => option !== dragged);
    const lines = [...list.current.children];
    const above = others.filter((option) => {
      const line = lines[order.indexOf(option)]?.getBoundingClientRect();
      return line !== undefined && line.top + line.height / 2 < clientY;
    }).length;
    if (above !== order.indexOf(dragged)) show([...others.slice(0, above), dragged, ...others.slice(above)]);
  };
  const release = () => {
    if (dragged === null) return;
    setDragged(null);
    if (order.some((option, at) => option !== before.current[at])) drop(dragged);
  };
  return { dragged, take, listens: { onPointerMove: move, onPointerUp: release, onPointerCancel: () => (dragged === null ? undefined : giveUp()) } };
}
