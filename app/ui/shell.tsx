import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { KnotSheet } from "./knot";
import { Mark } from "./mark";

export type Place = {
  to: string;
  label: string;
  icon: IconName;
  /** Current on that exact address only. */
  end?: boolean;
  /** How much is new there: the number shown, and the words for those who listen. */
  news?: { count: string; spoken: string };
};

export type ShellLabels = { skip: string; places: string; morePlaces: string; beside: string };

type ShellProps = {
  brand: { name: string; to: string };
  labels: ShellLabels;
  /** Up to five: they make the bar of a phone. */
  places: readonly Place[];
  /** The others: under them at the office, at the foot of the page on a phone. */
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

/** The frame of every page behind sign-in. */
export function Shell({ brand, labels, places, morePlaces = [], beside, foot, wide, children, ...slots }: ShellProps) {
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
          <nav className="rail-places" aria-label={labels.places}>
            <PlaceList places={places} />
          </nav>
          {morePlaces.length > 0 ? (
            <nav className="rail-more" aria-label={labels.morePlaces}>
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

function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul className="places" role="list">
      {places.map((place) => (
        <li key={place.to}>
          <NavLink className="place" to={place.to} end={place.end}>
            <Icon name={place.icon} />
            <span className="place-word">{place.label}</span>
            {place.news ? (
              <span className="place-new">
                <span aria-hidden="true">{place.news.count}</span>
                <span className="visually-hidden">, {place.news.spoken}</span>
              </span>
            ) : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
