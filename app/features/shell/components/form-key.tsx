import { useFrame } from "../use-frame";

/**
 * The hidden key that every form of a signed-in person carries. `name` tells the
 * forms of one page apart (lower-case letters, digits and hyphens).
 */
export function FormKey({ name }: { name: string }) {
  const seed = useFrame()?.formSeed;
  return seed ? <input type="hidden" name="cle" value={`${seed}.${name}`} /> : null;
}
