type ProgressProps = {
  id: string;
  label: string;
  /** From 0 to max; absent while it is not known how much. */
  value?: number;
  max?: number;
  /** How much, in words: "12 of 40". */
  words?: string;
};

/** For what takes longer than a second; longer than ten, with how much. */
export function Progress({ id, label, value, max = 100, words }: ProgressProps) {
  return (
    <div className="progress">
      <div className="progress-head">
        <label htmlFor={id}>{label}</label>
        {words ? <span className="soft numbers">{words}</span> : null}
      </div>
      <progress id={id} value={value} max={max} />
    </div>
  );
}
