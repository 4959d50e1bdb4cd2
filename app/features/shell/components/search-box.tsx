import { Form } from "@remix-run/react";
import { Icon } from "~/ui/icon";

/** The box of every page's frame. On a phone it stands under the text; the page of search has a larger one. */
export function SearchBox() {
  return (
    <Form method="get" action="/recherche" role="search" aria-label="Chercher dans Le Fil" className="search-box">
      <label className="visually-hidden" htmlFor="chercher">
        Chercher
      </label>
      <input id="chercher" className="input" type="search" name="q" maxLength={200} placeholder="Chercher" autoComplete="off" enterKeyHint="search" />
      <button className="button button-quiet button-small" type="submit">
        <Icon name="search" />
        <span className="visually-hidden">Chercher</span>
      </button>
    </Form>
  );
}
