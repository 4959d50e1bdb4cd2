import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Select, TextField } from "~/ui/field";
import { MOST_TYPED, searchPath } from "../model";
import type { SearchData } from "../pages.server";

/** What to look for, and, when asked, by whom, about what and when. */
export function SearchForm({ data: { search, choices, narrowed, problem } }: { data: SearchData }) {
  const { filter, typed, place } = search;
  const choose = (name: string, label: string, all: string, options: { id: number; name: string }[], chosen: number | null) => (
    <Select name={name} label={label} defaultValue={chosen ?? ""} options={[{ value: "", label: all }, ...options.map((option) => ({ value: String(option.id), label: option.name }))]} />
  );
  return (
    <Form key={searchPath(search)} method="get" action="/recherche" role="search" aria-label="Recherche" className="search-form">
      <div className="search-line">
        <TextField name="q" type="search" label="Vos mots" defaultValue={typed} error={problem ? SENTENCES[problem] : undefined} maxLength={MOST_TYPED} autoComplete="off" enterKeyHint="search" />
        <Button>Chercher</Button>
      </div>
      {place === "tout" ? null : <input type="hidden" name="dans" value={place} />}
      <Disclosure summary="Préciser qui, quoi et quand" open={narrowed}>
        <div className="filters">
          {choose("personne", "Personne", "Toutes les personnes", choices.people, filter.person)}
          {choose("organisation", "Organisation", "Toutes les organisations", choices.organisations, filter.organisation)}
          {choices.topics.length > 0 || filter.topic !== null ? choose("sujet", "Sujet", "Tous les sujets", choices.topics, filter.topic) : null}
          <TextField name="du" type="date" label="À partir du" defaultValue={filter.from ?? ""} short />
          <TextField name="au" type="date" label="Jusqu’au" defaultValue={filter.until ?? ""} short />
        </div>
        {narrowed ? (
          <p>
            <Link to={searchPath({ typed, place, filter: { person: null, organisation: null, topic: null, from: null, until: null }, before: null })}>Chercher partout</Link>
          </p>
        ) : null}
      </Disclosure>
    </Form>
  );
}

const SENTENCES = {
  "too-short": "Écrivez au moins un mot, ou un sigle de deux lettres.",
  "too-long": `Votre recherche est longue\u00a0: gardez les mots qui comptent, ${MOST_TYPED}\u00a0caractères au plus.`,
} as const;
