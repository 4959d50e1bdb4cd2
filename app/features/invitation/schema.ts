import { z } from "zod";
import { emailAddress, line, longText, mustTick, notSpeech, optionalLine, optionalRowId, ticked } from "~/kit/fields";
import { PRIVACY_NOTICE_VERSION } from "~/features/privacy/model";
import { MOST_ADDRESSES, readAddresses } from "./model";

export const inviteInput = z.object({
  addresses: notSpeech("where invitations go", longText(8_000, "Écrivez au moins une adresse.")),
  organisation: optionalRowId(),
  manager: ticked(),
});

export type CheckedAddresses = { addresses: { line: number; email: string }[]; problems: Record<string, string> };

/** Each address in lower case and once, and a sentence per line that is none, named "addresses.LINE". */
export function checkAddresses(typed: string): CheckedAddresses {
  const addresses = new Map<string, number>();
  const problems: Record<string, string> = {};
  const read = readAddresses(typed);
  for (const { line: at, text } of read) {
    const parsed = emailAddress().safeParse(text);
    if (parsed.success) addresses.set(parsed.data, addresses.get(parsed.data) ?? at);
    else problems[`addresses.${at}`] = `Ligne ${at}, «\u00a0${text.slice(0, 80)}\u00a0»\u00a0: ce n’est pas une adresse.`;
  }
  if (read.length > MOST_ADDRESSES) problems["addresses.0"] = `Il y a ${read.length} adresses\u00a0: ${MOST_ADDRESSES} au plus à la fois.`;
  return { addresses: [...addresses].map(([email, at]) => ({ line: at, email })), problems };
}

/** A form whose button says it all. */
export const buttonOnly = z.object({});

/** The button of an invitation. */
export const openInput = z.object({ shared: ticked() });

export const OTHER_ORGANISATION = "autre";

/** What joining asks for. */
export const joinInput = z.object({
  name: line(120, "Écrivez votre nom."),
  title: line(120, "Écrivez votre titre."),
  organisation: z.union([z.literal(OTHER_ORGANISATION), z.string().regex(/^[1-9]\d{0,14}$/)], { error: "Choisissez votre organisation." }),
  otherOrganisation: optionalLine(120),
  notice: mustTick("Cochez la case pour continuer."),
  noticeVersion: z.literal(PRIVACY_NOTICE_VERSION, { error: "L’avis a changé. Relisez-le, puis cochez la case." }),
});

export type JoinInput = z.infer<typeof joinInput>;
