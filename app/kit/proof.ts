import type { Actor } from "./actor";
import type { Brand } from "./brand";
import { DomainError, type ErrorCode } from "./errors";

/**
 * Says that this actor may do this act on this subject. Every mutation takes one;
 * only a feature's policy.ts makes one (tests/architecture holds it to that).
 */
export type Proof<Act extends string, Subject = null, By extends Actor = Actor> = Brand<
  Readonly<{ actor: By; subject: Subject }>,
  Act
>;

export const grant = <Act extends string, Subject, By extends Actor>(
  _act: Act,
  actor: By,
  subject: Subject,
): Proof<Act, Subject, By> => ({ actor, subject }) as Proof<Act, Subject, By>;

/** Refuses with a code unless the condition holds. */
export function require(condition: boolean, code: ErrorCode = "right.missing"): asserts condition {
  if (!condition) throw new DomainError(code);
}
