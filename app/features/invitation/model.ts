/** How long an invitation can be answered, in days. */
export const INVITATION_DAYS = 14;

/** How many addresses one form takes. */
export const MOST_ADDRESSES = 50;

/** How many invitations one person sends within an hour, repeated ones included. */
export const MOST_PER_HOUR = 200;

export type InvitationState = "pending" | "expired" | "accepted";

type Ends = { acceptedAt: Date | null; expiresAt: Date };

export const invitationState = ({ acceptedAt, expiresAt }: Ends, present: Date): InvitationState =>
  acceptedAt ? "accepted" : expiresAt <= present ? "expired" : "pending";

export type TypedAddress = { line: number; text: string };

/**
 * The addresses of a box where they stand one per line, or as a mail program
 * pastes them: « Nom <adresse>; Nom <adresse> ». Each comes with its line, from 1.
 */
export function readAddresses(typed: string): TypedAddress[] {
  return typed.split("\n").flatMap((text, index) =>
    text
      .split(/[,;]/)
      .map((part) => (/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).trim())
      .filter((part) => part !== "")
      .map((part) => ({ line: index + 1, text: part })),
  );
}
