import { useSyncExternalStore } from "react";
import { Acts, Button } from "~/ui/button";
import type { KnotKind } from "~/ui/knot";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";
import { StatusRegion } from "~/ui/status-region";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { Tone } from "~/ui/shape";
import { TRIALS, VERDICT_WORDS, isComplete, meaningOf, type Place, type Result, type Verdict } from "../model";
import { useTrials } from "../use-trials";
import { Letter } from "./letter";

const TONES: Record<Verdict, Tone> = { good: "moss", hampered: "honey", blocked: "thread" };
const knotOf = (result: Result | undefined): KnotKind => (!result ? "planned" : result.verdict === "blocked" ? "loose" : "done");
const never = () => () => {};

/** Each path with how it went, then what that means and what to send on. */
export function Trials({ place }: { place: Place }) {
  const { results, running, run } = useTrials();
  const scripted = useSyncExternalStore(never, () => true, () => false);
  const done = Object.keys(results).length;
  const complete = !running && isComplete(results);
  const meaning = meaningOf(results);
  return (
    <>
      <section className="section stack" aria-labelledby="essais">
        <h2 id="essais">Les essais</h2>
        <noscript>
          <Notice tone="slate" title="Les essais demandent JavaScript" role="note">
            <p>Sans lui, Le Fil fonctionne quand même{"\u00a0"}: tout se lit et s’écrit par des pages et des formulaires simples.</p>
          </Notice>
        </noscript>
        {scripted ? (
          <>
            <Yarn label="Les essais" tight>
              {TRIALS.map(({ id, label }) => (
                <YarnItem key={id} knot={knotOf(results[id])} current={running === id ? "step" : undefined}>
                  <YarnText title={label} note={<Outcome result={results[id]} running={running === id} />} />
                </YarnItem>
              ))}
            </Yarn>
            {running ? <Progress id="essais-faits" label="Essais faits" value={done} max={TRIALS.length} words={`${done} sur ${TRIALS.length}`} /> : null}
            <StatusRegion spokenOnly>{complete ? `Essais terminés. ${meaning.title}.` : null}</StatusRegion>
            {complete ? (
              <Notice tone={meaning.tone} title={meaning.title}>
                <p>{meaning.text}</p>
              </Notice>
            ) : null}
            <Acts>
              <Button type="button" look={complete ? "plain" : "main"} onClick={run} pending={running !== null} pendingText="Essais en cours…">
                {complete ? "Recommencer les essais" : "Lancer les essais"}
              </Button>
            </Acts>
          </>
        ) : null}
      </section>
      <Letter place={place} results={results} canCopy={scripted} />
    </>
  );
}

function Outcome({ result, running }: { result: Result | undefined; running: boolean }) {
  if (!result) return running ? "En cours…" : "À venir";
  return (
    <>
      <Tag tone={TONES[result.verdict]} shape={result.verdict === "blocked" ? "cut" : undefined}>
        {VERDICT_WORDS[result.verdict]}
      </Tag>
      {` · ${result.detail}`}
    </>
  );
}
