import { Link } from "@remix-run/react";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import type { monthPage } from "../calendar.server";
import { SittingTag } from "./meeting-tags";

type MonthData = Awaited<ReturnType<typeof monthPage>>;
type Day = NonNullable<MonthData["weeks"][number][number]>;

const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

/** A month as a table: a row per week; on a phone, only the days on which something is held. */
export function MonthView({ month }: { month: MonthData }) {
  const { name, weeks, empty, previous, next } = month;
  return (
    <>
      <PageHeader title={capital(name)} back={{ to: "/moments", label: "Moments d’échange" }} />
      <table className="month" role="table">
        <caption className="visually-hidden">Moments d’échange de {name}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" role="columnheader">
                <span aria-hidden="true">{weekday.slice(0, 3)}</span>
                <span className="visually-hidden">{weekday}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeks.map((week, index) => (
            <tr key={index} role="row">
              {week.map((day, column) => (
                <DayCell key={column} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {empty ? <p className="soft">Aucun Moment d’échange ce mois-ci.</p> : null}
      <Pager label="Autres mois" older={{ to: previous.to, label: capital(previous.label) }} newer={{ to: next.to, label: capital(next.label) }} />
    </>
  );
}

/** Without a day, it is one of the month before or after. */
function DayCell({ day: of }: { day: Day | null }) {
  if (!of) return <td role="cell" />;
  const { day, words, today, events } = of;
  return (
    <td role="cell" className={events.length > 0 ? "month-full" : undefined} aria-current={today ? "date" : undefined}>
      <span className="month-day" aria-hidden="true">
        {day}
      </span>
      <span className={events.length > 0 ? "month-words" : "visually-hidden"}>{words}</span>
      {events.length > 0 ? (
        <ul role="list" className="plain-list">
          {events.map(({ key, to, title, pole, hour, state }) => (
            <li key={key}>
              <Link to={to}>
                {hour} {pole ?? title}
              </Link>{" "}
              <SittingTag state={state} />
              {pole ? <span className="soft"> {title}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase("fr-CA") + words.slice(1);
