import { TimeStamp } from "~/ui/time-stamp";
import { whereOf } from "../sitting/model";
import type { ShownSitting } from "../sitting/shown.server";
import { SittingTag } from "./meeting-tags";

/** « mardi 2 mars 2027, 13 h 30 à 15 h 30 », with its clocks where they are not the community's. */
export function When({ sitting, short }: { sitting: ShownSitting; short?: boolean }) {
  return (
    <>
      <TimeStamp instant={sitting.instant}>{`${short ? sitting.shortDay : sitting.day}, ${sitting.hours}`}</TimeStamp>
      {sitting.clocks ? ` (${sitting.clocks})` : null}
    </>
  );
}

/** One sitting in a list of meetings: where, then when. `said`: its meeting's own tag says the same. */
export function SittingLine({ sitting, committee, said }: { sitting: ShownSitting; committee: boolean; said: boolean }) {
  const { pole, state, unsaid } = sitting;
  return (
    <p className="yarn-note">
      {pole ? <b>{pole}</b> : null}
      {pole ? " · " : null}
      <When sitting={sitting} short={pole !== null} />
      {pole === null ? ` · ${whereOf(sitting)}` : null} {said || (state === "planned" && !(unsaid && committee)) ? null : <SittingTag state={state} unsaid={unsaid} />}
    </p>
  );
}
