import { asVisitor, thingAbsent } from "~/kit/guard.server";

/** Every address that nothing else answers. */
export const loader = asVisitor("an unknown address is the same 404 for everybody", thingAbsent);
export const action = asVisitor("an unknown address is the same 404 for everybody", thingAbsent);

export default function Unknown() {
  return null;
}
