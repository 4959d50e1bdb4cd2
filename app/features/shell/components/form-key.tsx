import { useActionData } from "@remix-run/react";
import { useRef } from "react";
import type { Problem } from "~/kit/errors";
import { Passages } from "~/features/discretion/components/passages";
import { useEarlyCheck } from "~/features/discretion/components/use-early-check";
import { useFrame } from "../use-frame";

type Props = {
  /** Tells the forms of one page apart (lower-case letters, digits and hyphens). */
  name: string;
  /** Fields, with spaces between, that are checked before the form is sent; the server checks every field in any case. */
  early?: string;
};

/**
 * The hidden key that every form of a signed-in person carries; where a text could let someone be recognised,
 * the form asks about it in the same place.
 */
export function FormKey({ name, early = "" }: Props) {
  const seed = useFrame()?.formSeed;
  const key = useRef<HTMLInputElement>(null);
  const asked = (useActionData() as { problem?: Problem } | undefined)?.problem?.discretion;
  const [found, show] = useEarlyCheck(key, early);
  const passages = found.length > 0 ? found : asked?.form === name ? asked.passages : [];
  if (!seed) return null;
  return (
    <>
      <input type="hidden" name="cle" value={`${seed}.${name}`} ref={key} />
      {passages.length > 0 ? <Passages passages={passages} onCorrect={() => show([])} /> : null}
    </>
  );
}
