import { useEffect, useRef } from "react";
import type { Suggestion } from "~/features/mention/model";

type Props = { id: string; list: readonly Suggestion[]; active: number; onPick: (index: number) => void; onLook: (index: number) => void };

export const optionId = (id: string, index: number): string => `${id}-${index}`;

/** Who may be meant. The focus stays in the box; it says which line is active. */
export function SuggestionList({ id, list, active, onPick, onLook }: Props) {
  const box = useRef<HTMLUListElement>(null);
  const open = list.length > 0;
  useEffect(() => {
    if (open) box.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  if (!open) return null;
  return (
    <ul className="writing-suggestions" role="listbox" id={id} aria-label="Personnes et organisations" ref={box}>
      {list.map(({ kind, id: row, name, note }, index) => (
        <li
          key={`${kind}:${row}`}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          // The box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          // A mouse that only happens to be there chooses nothing.
          onPointerMove={() => onLook(index)}
          onClick={() => onPick(index)}
        >
          <span className="person-name">{name}</span>
          {note ? <span className="person-role"> {note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
