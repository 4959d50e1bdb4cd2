import { useRef, useState, type KeyboardEvent } from "react";
import { safeUrl } from "~/kit/safe-url";
import { Button } from "~/ui/button";
import "./writing.css";

type Props = { id: string; address: string | null; onChoose: (address: string | null) => void; onClose: () => void };

/** « exemple.ca » is what people type; the address of a person becomes one that writes to them. */
const addressOf = (typed: string): string | null => {
  const address = typed.trim();
  if (address === "" || /\s/.test(address)) return null;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return safeUrl(`mailto:${address}`) ?? null;
  return safeUrl(/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`) ?? null;
};

/** Where the link leads. It stands inside the message's form, so its field has no name and Enter does not publish. */
export default function LinkChoice({ id, address, onChoose, onClose }: Props) {
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const choose = () => {
    const chosen = addressOf(input.current?.value ?? "");
    if (chosen) return onChoose(chosen);
    setWrong(true);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target === input.current) choose();
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="writing-panel" role="group" aria-label="Lien" onKeyDown={press}>
      <label className="label" htmlFor={id}>
        Adresse du lien
      </label>
      {wrong ? (
        <p className="hint" id={`${id}-wrong`} role="alert">
          Écrivez une adresse comme https://exemple.ca ou nom@exemple.ca.
        </p>
      ) : null}
      <div className="writing-panel-row">
        <input className="input" id={id} ref={input} type="text" inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} defaultValue={address ?? ""} autoFocus aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}-wrong` : undefined} onInput={(event) => event.stopPropagation()} />
        <Button type="button" look="plain" small onClick={choose}>
          Mettre le lien
        </Button>
        {address ? (
          <Button type="button" look="quiet" small onClick={() => onChoose(null)}>
            Retirer le lien
          </Button>
        ) : null}
        <Button type="button" look="quiet" small onClick={onClose}>
          Annuler
        </Button>
      </div>
    </div>
  );
}
