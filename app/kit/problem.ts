import type { Problem } from "./errors";

/** Recognises what a thrown response carried, in an error boundary. */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "sentence" in value && typeof value.sentence === "string";
