import { useCallback, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import { TRIALS, UPLOAD_SIZE, inWords, judgeClock, judgeReach, judgeUpload, type Result, type Results, type TrialId } from "./model";

/** How long each path is given, in milliseconds. */
const ANSWER_WITHIN = 8_000;
const UPLOAD_WITHIN = 40_000;
const SERVER_SPEAKS_WITHIN = 8_000;

const NO_ANSWER: Result = { verdict: "blocked", detail: "Aucune réponse" };

async function askTime(): Promise<{ tookMs: number; aheadMs: number }> {
  const begun = performance.now();
  const response = await fetch("/diagnostic/heure", { cache: "no-store", signal: AbortSignal.timeout(ANSWER_WITHIN) });
  const { at } = (await response.json()) as { at: number };
  const tookMs = performance.now() - begun;
  return { tookMs, aheadMs: Date.now() - (at + tookMs / 2) };
}

/** Opens a line that joins nothing, and waits until the server has spoken on it: an open line alone proves nothing. */
async function listenOnce(upgrade: boolean): Promise<number> {
  const { io } = await import("socket.io-client");
  const begun = performance.now();
  const line: Socket = io("/diagnostic", {
    path: "/socket.io/",
    transports: upgrade ? ["polling", "websocket"] : ["polling"],
    query: { essai: "1" },
    reconnection: false,
    forceNew: true,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      let proves = !upgrade;
      setTimeout(() => reject(new Error("silent")), SERVER_SPEAKS_WITHIN);
      line.on("connect_error", reject);
      line.on("disconnect", () => reject(new Error("cut")));
      line.io.on("open", () => line.io.engine.once("upgrade", () => (proves = true)));
      line.on("hello", () => proves && resolve());
    });
    return performance.now() - begun;
  } finally {
    line.disconnect();
  }
}

const tryLine = async (upgrade: boolean): Promise<Result> => {
  try {
    return { verdict: "good", detail: `Le serveur a parlé en ${inWords(await listenOnce(upgrade))}` };
  } catch {
    return { verdict: "blocked", detail: "Le serveur n’a pas pu se faire entendre" };
  }
};

async function tryUpload(): Promise<Result> {
  const begun = performance.now();
  const response = await fetch("/diagnostic/televersement", {
    method: "POST",
    body: new URLSearchParams({ charge: "a".repeat(UPLOAD_SIZE) }),
    signal: AbortSignal.timeout(UPLOAD_WITHIN),
  });
  if (response.status === 429) return { verdict: "hampered", detail: "Beaucoup d’essais sont faits de votre réseau. Réessayez plus tard." };
  if (!response.ok) return { verdict: "blocked", detail: `Refusé en chemin (${response.status})` };
  const { received } = (await response.json()) as { received: number };
  return judgeUpload(received, performance.now() - begun);
}

const isLoopback = () => ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);

const WAYS: Record<TrialId, () => Promise<Result>> = {
  reach: async () => judgeReach(location.protocol === "https:" || isLoopback(), (await askTime()).tookMs),
  cookies: async () => (navigator.cookieEnabled ? { verdict: "good", detail: "Acceptés" } : { verdict: "blocked", detail: "Refusés par votre navigateur" }),
  clock: async () => judgeClock((await askTime()).aheadMs),
  polling: () => tryLine(false),
  upgrade: () => tryLine(true),
  upload: tryUpload,
};

export type Trials = { results: Results; running: TrialId | null; run: () => void };

/** Tries each path in turn, from this browser. */
export function useTrials(): Trials {
  const [results, setResults] = useState<Results>({});
  const [running, setRunning] = useState<TrialId | null>(null);
  const busy = useRef(false);

  const run = useCallback(() => {
    if (busy.current) return;
    busy.current = true;
    setResults({});
    void (async () => {
      for (const { id } of TRIALS) {
        setRunning(id);
        const result = await WAYS[id]().catch(() => NO_ANSWER);
        setResults((before) => ({ ...before, [id]: result }));
      }
      setRunning(null);
      busy.current = false;
    })();
  }, []);

  return { results, running, run };
}
