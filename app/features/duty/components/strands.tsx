import type { Role } from "../model";
import type { Strand } from "../season/pages.server";
import { PersonLine } from "./person-line";

/** The drawing's own units; it grows with its column. */
const WIDTH = 600;
const HEIGHT = 34;
const MIDDLE = 17;
const MARGIN = 12;
const REACH = 9;

const x = (share: number): number => Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10;

const letters: Record<Role, string> = { facilitation: "A", coordination: "C", notes: "N" };

type Month = { at: number; letter: string; name: string };
type Props = { strands: readonly Strand[]; months: readonly Month[]; today: number | null };

/**
 * The season as threads, one per person: a knot where they have a turn, with the letter of
 * the role; tied when done, open when agreed, dashed while an answer is awaited. The same
 * stands in the table below, in words.
 */
export function Strands({ strands, months, today }: Props) {
  return (
    <div className="strands" aria-hidden="true">
      <svg className="strand-months" viewBox={`0 0 ${WIDTH} 24`} focusable="false">
        {months.map(({ at, letter, name }) => (
          <text key={name} x={x(at + 0.5 / 12)} y="17">
            {letter}
          </text>
        ))}
      </svg>
      <ol className="strand-list" role="list">
        {strands.map(({ person, turns }) => (
          <li key={person.id} className="strand">
            <PersonLine person={{ ...person, title: "" }} />
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} focusable="false">
              {months.map(({ at, name }) => (
                <path key={name} className="strand-month" d={`M${x(at)} 0V${HEIGHT}`} />
              ))}
              {today === null ? null : <path className="strand-today" d={`M${x(today)} 0V${HEIGHT}`} />}
              <Thread turns={turns} today={today} />
              {turns.map((turn) => (
                <g key={turn.key} className={`strand-turn strand-${turn.state}`}>
                  <title>{turn.words}</title>
                  <circle cx={x(turn.at)} cy={MIDDLE} r={REACH + 2} />
                  <text x={x(turn.at)} y={MIDDLE + 4.5}>
                    {letters[turn.role]}
                  </text>
                </g>
              ))}
            </svg>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The thread runs on until today, and is sewn in dashes after it, as far as the last turn that is known. */
function Thread({ turns, today }: { turns: Strand["turns"]; today: number | null }) {
  const last = Math.max(...turns.map(({ at }) => at));
  const firm = today === null ? last : Math.min(Math.max(today, turns[0]?.at ?? 0), 1);
  const ahead = last > firm;
  return (
    <>
      <path className="strand-thread" d={`M0 ${MIDDLE}H${x(firm)}`} />
      {ahead ? <path className="strand-thread strand-ahead" d={`M${x(firm)} ${MIDDLE}H${x(last)}`} /> : null}
    </>
  );
}
