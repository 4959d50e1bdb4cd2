import { useSearchParams } from "@remix-run/react";
import { StatusRegion } from "~/ui/status-region";

/** Says what the form before this page did: its address ends in ?fait=NAME. */
export function Done({ sentences }: { sentences: Record<string, string> }) {
  const done = useSearchParams()[0].get("fait") ?? "";
  return <StatusRegion>{Object.hasOwn(sentences, done) ? sentences[done] : null}</StatusRegion>;
}
