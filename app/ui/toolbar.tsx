import type { ButtonHTMLAttributes, ReactNode } from "react";

type ToolbarProps = { label: string; controls?: string; children: ReactNode };

/** A small row of tools that belong to one box. */
export function Toolbar({ label, controls, children }: ToolbarProps) {
  return (
    <div className="toolbar" role="group" aria-label={label} aria-controls={controls}>
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
