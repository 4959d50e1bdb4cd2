import { DomainError } from "./errors";
import { log } from "./log.server";
import { requestContext } from "./request-context.server";

/**
 * Signs that the database is away rather than that a statement is wrong:
 * network codes of Node, codes of postgres.js, SQLSTATE classes 08 and 57P.
 */
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECTION_|CONNECT_TIMEOUT|08|57P|53300|57014|25006)/;

const codesOf = (error: unknown): string[] => {
  const codes: string[] = [];
  for (let at: unknown = error; at instanceof Error && codes.length < 5; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") codes.push(code);
    if (at.name === "DatabaseAbsent") codes.push("CONNECTION_ABSENT");
    if (at instanceof AggregateError) codes.push(...at.errors.flatMap(codesOf));
  }
  return codes;
};

/** Whether an error says that the database cannot be reached. */
export const isDatabaseAway = (error: unknown): boolean => codesOf(error).some((code) => AWAY.test(code));

/** The constraint that refused a write, if one did. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { constraint_name: name } = at as { constraint_name?: unknown };
    if (typeof name === "string" && name !== "") return name;
  }
  return undefined;
}

/** Turns a fault that nobody threw on purpose into an error page's matter, and logs it under the request's reference. */
export function answerFault(thrown: unknown): DomainError {
  const { reference } = requestContext();
  if (isDatabaseAway(thrown)) {
    log.warn({ reference, codes: codesOf(thrown) }, "database away");
    return new DomainError("database.away", { retryAfter: 15 });
  }
  log.error({ reference, codes: codesOf(thrown), constraint: violatedConstraint(thrown), stack: stackOf(thrown) }, "fault");
  return new DomainError("server.fault");
}

// The message of a database error can quote a row, so only the frames are kept.
const stackOf = (thrown: unknown): string[] =>
  thrown instanceof Error ? (thrown.stack ?? "").split("\n").filter((frame) => /^\s+at /.test(frame)).slice(0, 12) : [];
