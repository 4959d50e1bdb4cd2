import { Link, useLocation } from "@remix-run/react";
import type { KeyboardEvent, ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { KnotSheet } from "./knot";
import { Mark } from "./mark";
import { useLocalLinks } from "./use-local-links";

export type Place = {
  to: string;
  label: string;
  icon: IconName;
  /** Current on that exact address only. */
  end?: boolean;
  /** On a phone it stands behind « Plus »: the bar has room for five. */
  later?: boolean;
  /** How much is new there: the number shown, and the words for those who listen. */
  news?: { count: string; spoken: string };
};

export type ShellLabels = { skip: string; places: string; morePlaces: string; plus: string; beside: string };

type ShellProps = {
  brand: { name: string; to: string };
  labels: ShellLabels;
  /** The rail of an office; on a phone the bar, with those that come later behind « Plus ». */
  places: readonly Place[];
  /** The others: under them at the office; on a phone at the foot of the page, and behind « Plus » too. */
  morePlaces?: readonly Place[];
  search?: ReactNode;
  status?: ReactNode;
  person?: ReactNode;
  /** What helps here and now, beside the reading column. */
  beside?: ReactNode;
  foot?: ReactNode;
  /** The column takes the width of the page: tables, the directory. */
  wide?: boolean;
  children: ReactNode;
};

/** All places are ours. A component of the router for each of them was a tenth of what a page costs. */
const ANYWHERE = /^\//;

/** The frame of every page behind sign-in. */
export function Shell({ brand, labels, places, morePlaces = [], beside, foot, wide, children, ...slots }: ShellProps) {
  const follow = useLocalLinks(ANYWHERE);
  return (
    <>
      <a className="skip-link" href="#contenu">
        {labels.skip}
      </a>
      <KnotSheet />
      <div className={wide ? "shell shell-wide" : "shell"}>
        <header className="rail">
          <Link className="brand" to={brand.to}>
            <Mark />
            <span>{brand.name}</span>
          </Link>
          <nav className="rail-places" aria-label={labels.places} onClick={follow}>
            <PlaceList places={places} plus={<Plus label={labels.plus} places={[...places.filter(({ later }) => later), ...morePlaces]} />} />
          </nav>
          {morePlaces.length > 0 ? (
            <nav className="rail-more" aria-label={labels.morePlaces} onClick={follow}>
              <PlaceList places={morePlaces} />
            </nav>
          ) : null}
          {slots.search ? <div className="rail-search">{slots.search}</div> : null}
          {slots.status || slots.person ? (
            <div className="rail-now">
              {slots.status ? <div className="rail-status">{slots.status}</div> : null}
              {slots.person ? <div className="rail-person">{slots.person}</div> : null}
            </div>
          ) : null}
        </header>
        <main className="main" id="contenu" tabIndex={-1}>
          {children}
        </main>
        {beside ? (
          <aside className="beside" aria-label={labels.beside}>
            {beside}
          </aside>
        ) : null}
        {foot ? <footer className="foot">{foot}</footer> : null}
      </div>
    </>
  );
}

const isHere = ({ to, end }: Place, pathname: string): boolean => pathname === to || (!end && pathname.startsWith(`${to}/`));

/** What a phone's bar has no room for, in a sheet over it; a press opens it without any script, and going somewhere closes it. */
function Plus({ label, places }: { label: string; places: readonly Place[] }) {
  const { key, pathname } = useLocation();
  const here = places.some((place) => isHere(place, pathname));
  return (
    <li className="place-plus">
      <details key={key} onKeyDown={closeOnEscape}>
        <summary className="place" aria-current={here ? "page" : undefined}>
          <Icon name="more" />
          <span className="place-word">{label}</span>
        </summary>
        <div className="plus-sheet">
          <PlaceList places={places.map((place) => ({ ...place, later: false }))} />
        </div>
      </details>
    </li>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== "Escape") return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary")?.focus();
}

function PlaceList({ places, plus }: { places: readonly Place[]; plus?: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <ul className="places" role="list">
      {places.map((place) => (
        <li key={place.to} className={place.later ? "place-later" : undefined}>
          <a className="place" href={place.to} aria-current={isHere(place, pathname) ? "page" : undefined}>
            <Icon name={place.icon} />
            <span className="place-word">{place.label}</span>
            {place.news ? (
              <span className="place-new">
                <span aria-hidden="true">{place.news.count}</span>
                <span className="visually-hidden">, {place.news.spoken}</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
      {places.some(({ later }) => later) ? plus : null}
    </ul>
  );
}
