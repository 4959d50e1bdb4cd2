import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLiveState, type LiveState } from "~/realtime/use-live";
import { LiveChip } from "~/ui/live-chip";
import { StatusRegion } from "~/ui/status-region";

const WORDS: Record<LiveState, string> = {
  starting: "Connexion au direct…",
  live: "En direct",
  slow: "Mise à jour aux 30 s",
  offline: "Hors ligne\u00a0: votre texte est conservé",
};

const never = () => () => {};

/** Whether what is new comes by itself. It claims nothing before a browser's script has found out. */
export function LiveStatus() {
  const state = useLiveState();
  const said = useLossToSay(state);
  const scripted = useSyncExternalStore(never, () => true, () => false);
  if (!scripted) {
    return (
      <noscript>
        <LiveChip state="slow">Rechargez la page pour voir les nouveautés</LiveChip>
      </noscript>
    );
  }
  return (
    <>
      <LiveChip state={state === "starting" ? "slow" : state}>{WORDS[state]}</LiveChip>
      <StatusRegion spokenOnly>{said}</StatusRegion>
    </>
  );
}

/** A lost line is said once, and its return once; the states between are only shown. */
function useLossToSay(state: LiveState): string {
  const [said, setSaid] = useState("");
  const lost = useRef(false);
  useEffect(() => {
    if (state === "offline" && !lost.current) {
      lost.current = true;
      setSaid(WORDS.offline);
    } else if (state === "live" && lost.current) {
      lost.current = false;
      setSaid("De nouveau en direct");
    }
  }, [state]);
  return said;
}
