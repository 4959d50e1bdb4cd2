import { useState } from "react";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import { DOTS, fieldOf, MAX_LONG, MAX_SHORT, MAX_TOPIC, SCALE, type Question } from "../question/model";
import { QuestionBox, type QuestionProps } from "./question-box";
import { RankingFields } from "./ranking-fields";

/** The fields of one question, by its kind. Every one is a plain field, so that it works without JavaScript. */
export function QuestionFields(props: QuestionProps) {
  const { question, values, error } = props;
  const { id, kind, label, hint, required, options } = question;
  const name = fieldOf(id);
  const asked = { name, label, labelAside: required ? "obligatoire" : undefined, hint: hint || undefined, error };
  const radios = { ...asked, label: <Asked question={question} />, defaultValue: values[name], required };
  switch (kind) {
    case "section":
      return <Section label={label} hint={hint} />;
    case "one":
      return <RadioGroup {...radios} choices={options.map((option, index) => ({ value: String(index + 1), label: option }))} />;
    case "scale":
      return (
        <div className="survey-scale">
          <RadioGroup {...radios} hint={hint || "De 1, pas du tout, à 5, tout à fait."} choices={SCALE.map((value) => ({ value: String(value), label: String(value) }))} />
        </div>
      );
    case "several":
      return <Several {...props} />;
    case "ranking":
      return <RankingFields key={JSON.stringify(options.map((_, index) => values[fieldOf(id, index + 1)]))} {...props} />;
    case "dots":
      return <Dots {...props} />;
    case "matrix":
      return <Matrix {...props} />;
    case "long":
      return <TextArea {...asked} defaultValue={values[name]} required={required} maxLength={MAX_LONG} rows={4} />;
    case "short":
    case "topic":
      return <TextField {...asked} defaultValue={values[name]} required={required} maxLength={kind === "topic" ? MAX_TOPIC : MAX_SHORT} />;
  }
}

function Section({ label, hint }: { label: string; hint: string }) {
  return (
    <div className="survey-section">
      <h2>{label}</h2>
      {hint ? <p className="soft">{hint}</p> : null}
    </div>
  );
}

export function Asked({ question: { label, required } }: { question: Question }) {
  return (
    <>
      {label}
      {required ? <span className="label-aside"> obligatoire</span> : null}
    </>
  );
}

function Several(props: QuestionProps) {
  const { question, values } = props;
  return (
    <QuestionBox {...props} hint="Autant de réponses que vous voulez.">
      {question.options.map((option, index) => {
        const name = fieldOf(question.id, index + 1);
        return <Checkbox key={option} name={name} label={option} value="oui" defaultChecked={values[name] === "oui"} />;
      })}
    </QuestionBox>
  );
}

function Dots(props: QuestionProps) {
  const { question, values } = props;
  const names = question.options.map((_, index) => fieldOf(question.id, index + 1));
  const [given, setGiven] = useState(() => names.map((name) => Number(values[name] ?? 0) || 0));
  const placed = given.reduce((sum, count) => sum + count, 0);
  return (
    <QuestionBox {...props} hint={`Répartissez ${DOTS} points comme vous voulez, tous sur un même choix ou non.`}>
      {question.options.map((option, index) => (
        <div className="survey-dots" key={option}>
          <label htmlFor={`field-${names[index]}`}>{option}</label>
          <input
            className="input input-short"
            type="number"
            inputMode="numeric"
            min={0}
            max={DOTS}
            id={`field-${names[index]}`}
            name={names[index]}
            defaultValue={values[names[index] ?? ""] ?? ""}
            onInput={(event) => setGiven(given.map((count, at) => (at === index ? Number(event.currentTarget.value) || 0 : count)))}
          />
        </div>
      ))}
      <p className="hint" role="status">
        {placed > DOTS ? `${placed} points placés\u00a0: c’est plus que ${DOTS}.` : `${placed} sur ${DOTS}`}
      </p>
    </QuestionBox>
  );
}

/** A line per subject: a table would not fit a phone, and each line is a question with one answer. */
function Matrix(props: QuestionProps) {
  const { question, values } = props;
  return (
    <QuestionBox {...props}>
      <div className="survey-matrix">
        {question.options.map((option, index) => {
          const name = fieldOf(question.id, index + 1);
          return (
            <fieldset key={option} className="survey-line">
              <legend>{option}</legend>
              <div className="survey-levels">
                {question.levels.map((level, at) => (
                  <label key={level} className="survey-level">
                    <input type="radio" name={name} value={String(at + 1)} defaultChecked={values[name] === String(at + 1)} />
                    <span>{level}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
      </div>
    </QuestionBox>
  );
}

