import { Disclosure } from "~/ui/disclosure";

export const DISCRETION = "Aucun renseignement permettant de reconnaître un enfant ou une famille.";

/** How to speak of a situation without naming anyone. */
export function Discretion() {
  return (
    <Disclosure summary="Comment raconter sans nommer?">
      <ul className="stack">
        <li>
          Au lieu de «{"\u00a0"}le petit Mathis, de la rue des Érables, ne parle pas encore{"\u00a0"}», écrivez «{"\u00a0"}un enfant de
          trois ans de mon groupe ne parle pas encore{"\u00a0"}».
        </li>
        <li>
          Au lieu de «{"\u00a0"}la mère de Zoé, qui vient de perdre son emploi à l’usine{"\u00a0"}», écrivez «{"\u00a0"}un parent qui
          traverse une période difficile{"\u00a0"}».
        </li>
      </ul>
    </Disclosure>
  );
}
