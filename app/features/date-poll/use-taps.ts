import { useEffect, useRef, useState, type RefObject } from "react";
import { fieldOf, type SlotChoice } from "./model";

type Kept = "saving" | "saved" | { failed: string };
export type Taps = {
  /** What was tapped in this page, saved or not. */
  tapped: (slotId: number) => SlotChoice | null;
  kept: (slotId: number) => Kept | null;
  tap: (slotId: number, choice: SlotChoice) => void;
  /** Something could not be saved: the form's own button does it. */
  failing: boolean;
  /** The page's script runs, so that each tap is saved by itself. */
  ready: boolean;
};

const AWAY = "Pas enregistré\u00a0: la connexion manque. Votre choix reste dans cette page.";

async function send(address: string, slotId: number, choice: SlotChoice): Promise<Kept> {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ [fieldOf(slotId)]: choice }) });
    if (answer.ok) return "saved";
    const { problem } = (await answer.json()) as { problem?: { sentence?: string } };
    return { failed: problem?.sentence ?? AWAY };
  } catch {
    return { failed: AWAY };
  }
}

type Slots = readonly { id: number; mine: SlotChoice | null }[];

/** Saves each choice as it is made; of several taps on one slot, one after the other, so that the last one stands. */
export function useTaps(form: RefObject<HTMLFormElement>, slots: Slots, address: string): Taps {
  const [taps, setTaps] = useState<Record<number, SlotChoice>>({});
  const [kept, setKept] = useState<Record<number, Kept>>({});
  const [ready, setReady] = useState(false);
  const turns = useRef(new Map<number, Promise<void>>());
  const latest = useRef<Record<number, SlotChoice>>({});

  const tap = (slotId: number, choice: SlotChoice) => {
    latest.current[slotId] = choice;
    setTaps((known) => ({ ...known, [slotId]: choice }));
    setKept((known) => ({ ...known, [slotId]: "saving" }));
    const turn = (turns.current.get(slotId) ?? Promise.resolve()).then(async () => {
      if (latest.current[slotId] !== choice) return;
      const became = await send(address, slotId, choice);
      if (latest.current[slotId] === choice) setKept((known) => ({ ...known, [slotId]: became }));
    });
    turns.current.set(slotId, turn);
  };

  // What was tapped before this script ran.
  const first = useRef(() => {
    for (const { id, mine } of slots) {
      const box = form.current?.querySelector<HTMLInputElement>(`input[name="${fieldOf(id)}"]:checked`);
      if (box && box.value !== mine) tap(id, box.value as SlotChoice);
    }
    setReady(true);
  });
  useEffect(() => first.current(), []);

  return {
    tapped: (slotId) => taps[slotId] ?? null,
    kept: (slotId) => kept[slotId] ?? null,
    tap,
    failing: Object.values(kept).some((one) => typeof one === "object"),
    ready,
  };
}
