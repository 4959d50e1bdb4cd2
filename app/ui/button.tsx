import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";

export type ButtonLook = "main" | "plain" | "quiet" | "danger";

export function buttonClass(look: ButtonLook, small = false): string {
  return ["button", look !== "plain" && `button-${look}`, small && "button-small"].filter(Boolean).join(" ");
}

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
  look?: ButtonLook;
  small?: boolean;
  /** True while the act is under way: the words change, and a second click does nothing. */
  pending?: boolean;
  pendingText?: string;
  children: ReactNode;
};

/** A button, of type "submit" unless told otherwise. One "main" per screen. */
export function Button({ look = "main", small, pending, pendingText, children, onClick, type, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type ?? "submit"}
      className={buttonClass(look, small)}
      aria-disabled={pending || undefined}
      onClick={press}
    >
      {pending && pendingText ? pendingText : children}
    </button>
  );
}

type ButtonLinkProps = Omit<LinkProps, "className" | "style"> & { look?: ButtonLook; small?: boolean };

/** A link that looks like a button, because it leads to the page's one act. */
export function ButtonLink({ look = "main", small, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass(look, small)}>
      {children}
    </Link>
  );
}

/** A line of buttons: the main one first, the way out after it. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className="acts">{children}</div>;
}
