import { useEffect, useRef, type ButtonHTMLAttributes, type KeyboardEvent, type ReactNode } from "react";

type ToolbarProps = { label: string; controls?: string; children: ReactNode };

/** Where an arrow leads in a row of that many. */
const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A small row of tools that belong to one box: one stop for Tab, arrows inside; the mouse leaves the focus in the box. */
export function Toolbar({ label, controls, children }: ToolbarProps) {
  const row = useRef<HTMLDivElement>(null);
  const tools = () => [...(row.current?.querySelectorAll("button") ?? [])];
  const stopAt = (chosen: HTMLButtonElement | undefined) => {
    for (const tool of tools()) tool.tabIndex = tool === chosen ? 0 : -1;
  };
  useEffect(() => {
    const all = tools();
    stopAt(all.find(({ tabIndex }) => tabIndex === 0 && all.some((other) => other.tabIndex < 0)) ?? all[0]);
  });
  const press = (event: KeyboardEvent) => {
    const all = tools();
    const next = STEPS[event.key]?.(all.findIndex((tool) => tool === event.target), all.length);
    if (next === undefined || !all.includes(event.target as HTMLButtonElement)) return;
    event.preventDefault();
    stopAt(all[next]);
    all[next]?.focus();
  };
  return (
    <div className="toolbar" role="toolbar" aria-label={label} aria-controls={controls} ref={row} onMouseDown={(event) => event.preventDefault()} onKeyDown={press} onFocus={({ target }) => target instanceof HTMLButtonElement && stopAt(target)}>
      {children}
    </div>
  );
}

type ToolProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & { pressed?: boolean };

/** One tool, named by its word. */
export function Tool({ pressed, children, type, ...rest }: ToolProps) {
  return (
    <button {...rest} type={type ?? "button"} className="tool" aria-pressed={pressed}>
      {children}
    </button>
  );
}
