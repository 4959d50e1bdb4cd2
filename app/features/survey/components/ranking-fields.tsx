import { useEffect, useRef, useState } from "react";
import { useHydrated } from "~/features/thread/components/use-hydrated";
import { Button } from "~/ui/button";
import { fieldOf } from "../question/model";
import { QuestionBox, type QuestionProps } from "./question-box";
import { HANDLE, useDragging } from "./use-dragging";

/** Choices to put in order: by a place for each, and where the page's script runs, by buttons that move them, or by dragging. */
export function RankingFields(props: QuestionProps) {
  const hydrated = useHydrated();
  return hydrated ? <Movable {...props} /> : <Places {...props} />;
}

function Places(props: QuestionProps) {
  const { question, values } = props;
  return (
    <QuestionBox {...props} hint={`Donnez une place à chaque choix, de 1, votre préféré, à ${question.options.length}.`}>
      {question.options.map((option, index) => {
        const name = fieldOf(question.id, index + 1);
        return (
          <div className="survey-dots" key={option}>
            <label htmlFor={`field-${name}`}>{option}</label>
            <select className="input input-short" id={`field-${name}`} name={name} defaultValue={values[name] ?? ""}>
              <option value="">–</option>
              {question.options.map((_, place) => (
                <option key={place} value={String(place + 1)}>
                  {place + 1}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </QuestionBox>
  );
}

function Movable(props: QuestionProps) {
  const { question, values } = props;
  const { options } = question;
  const given = options.map((_, index) => Number(values[fieldOf(question.id, index + 1)] ?? 0));
  const complete = new Set(given).size === options.length && given.every((place) => place >= 1);
  const [order, setOrder] = useState<number[]>(() => (complete ? options.map((_, place) => given.indexOf(place + 1)) : options.map((_, index) => index)));
  const [placed, setPlaced] = useState(complete);
  const [said, say] = useState("");
  const box = useRef<HTMLOListElement>(null);
  /** What was moved last, and by which button. */
  const [moved, setMoved] = useState<{ option: number; way: -1 | 1 | null } | null>(null);

  // A line that moved takes the focus along, to the same button or to the other where that one is gone.
  useEffect(() => {
    if (!moved) return;
    const line = box.current?.querySelector(`[data-option="${moved.option}"]`);
    if (moved.way !== null) (line?.querySelector<HTMLElement>(`[data-way="${moved.way}"]`) ?? line?.querySelector<HTMLElement>("button"))?.focus();
    box.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [moved]);

  const settle = (option: number, place: number, way: -1 | 1 | null) => {
    setPlaced(true);
    setMoved({ option, way });
    say(`${options[option] ?? ""}\u00a0: place ${place} sur ${options.length}`);
  };
  const move = (at: number, step: -1 | 1) => {
    const option = order[at] ?? 0;
    const other = order[at + step] ?? 0;
    setOrder(order.map((each) => (each === option ? other : each === other ? option : each)));
    settle(option, at + step + 1, step);
  };
  const { dragged, take, listens } = useDragging({ list: box, order, show: setOrder, drop: (option, dropped) => settle(option, dropped.indexOf(option) + 1, null) });
  return (
    <QuestionBox {...props} hint="Votre préféré en haut. Montez ou descendez un choix, ou glissez-le par ses points.">
      <ol className="survey-ranking" ref={box} {...listens}>
        {order.map((option, at) => (
          <li key={option} data-option={option} className={option === dragged ? "is-dragged" : undefined} onPointerDown={take(option)}>
            <Grip />
            <span className="survey-choice">{options[option]}</span>
            <span className="row">
              {at > 0 ? <MoveButton way={-1} label={options[option] ?? ""} act={() => move(at, -1)} /> : null}
              {at < order.length - 1 ? <MoveButton way={1} label={options[option] ?? ""} act={() => move(at, 1)} /> : null}
            </span>
            <input type="hidden" name={fieldOf(question.id, option + 1)} value={placed ? String(at + 1) : ""} />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {placed ? null : (
        <p>
          <span className="hint">Cet ordre ne compte pas encore. </span>
          <Button type="button" look="plain" small onClick={() => setPlaced(true)}>
            Garder cet ordre
          </Button>
        </p>
      )}
    </QuestionBox>
  );
}

/** Where a finger takes hold of a line. The buttons say the same in words. */
function Grip() {
  return (
    <svg className="survey-grip" viewBox="0 0 24 24" aria-hidden="true" {...{ [HANDLE]: "" }}>
      {[6, 12, 18].flatMap((y) => [9, 15].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" />))}
    </svg>
  );
}

function MoveButton({ way, label, act }: { way: -1 | 1; label: string; act: () => void }) {
  return (
    <Button type="button" look="plain" small data-way={way} onClick={act}>
      {way < 0 ? "Monter" : "Descendre"}
      <span className="visually-hidden"> {label}</span>
    </Button>
  );
}
