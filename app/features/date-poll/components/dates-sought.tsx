import { Link } from "@remix-run/react";
import type { openPolls } from "../pages.server";

/** The dates that are sought now, over the list of meetings. */
export function DatesSought({ polls }: { polls: Awaited<ReturnType<typeof openPolls>> }) {
  if (polls.length === 0) return null;
  return (
    <section className="section" aria-labelledby="dates-a-trouver">
      <h2 id="dates-a-trouver">Dates à trouver</h2>
      <ul className="plain-list stack" role="list">
        {polls.map(({ to, title }) => (
          <li key={to}>
            <Link to={to}>
              Dire quand je peux<span className="visually-hidden">, {title}</span>
            </Link>{" "}
            <span className="soft" aria-hidden="true">{title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
