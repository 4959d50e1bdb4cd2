import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Toolbar } from "~/ui/toolbar";
import { EMOJI } from "./emoji";
import "./writing.css";

type Props = { onChoose: (sign: string) => void; onClose: () => void };

/** A small choice of signs, each with its name: said, and shown under the one that is looked at. */
export default function EmojiChoice({ onChoose, onClose }: Props) {
  const [named, setNamed] = useState("");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="writing-panel" ref={box} onKeyDown={press}>
      <Toolbar label="Émojis">
        {EMOJI.map(([sign, name]) => (
          <button key={name} type="button" className="tool emoji" aria-label={name} onFocus={() => setNamed(name)} onPointerEnter={() => setNamed(name)} onClick={() => onChoose(sign)}>
            {sign}
          </button>
        ))}
      </Toolbar>
      <p className="hint" aria-hidden="true">
        {named || "Choisissez un émoji."}
      </p>
    </div>
  );
}
