import { Yarn, YarnItem } from "~/ui/yarn";

export type ShownLetter = { key: number; act: string; body: string; when: string };

/** What the committee wrote to someone, the first letter first. */
export function Letters({ letters }: { letters: readonly ShownLetter[] }) {
  return (
    <Yarn label="Ce que le comité a écrit">
      {letters.map(({ key, act, body, when }) => (
        <YarnItem key={key}>
          <div className="yarn-text">
            <p className="yarn-title">{act}</p>
            <p>{body}</p>
            <p className="yarn-note">{when}</p>
          </div>
        </YarnItem>
      ))}
    </Yarn>
  );
}
