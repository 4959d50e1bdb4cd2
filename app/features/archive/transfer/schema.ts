import { z } from "zod";
import { longText, notSpeech, rowId, ticked } from "~/kit/fields";
import { areBroken, readTitle, repair, tidy, type Found } from "./model";

/** Meta's entries, as the reader hands them over: whatever is missing or of another kind is passed over. */
const words = z.string().optional().catch(undefined);
const seconds = z.coerce.number().positive().optional().catch(undefined);
const comment = z.object({ timestamp: seconds, comment: words, author: words, group: words });
const piece = z.object({ post: words, comment: comment.optional().catch(undefined) });
const entry = z.object({ timestamp: seconds, title: words, data: z.array(piece.catch({ post: undefined, comment: undefined })).catch([]) });

type Entry = z.infer<typeof entry>;

/** Facebook opened in 2004. */
const EARLIEST = Date.UTC(2004, 0, 1);

function instantOf(value: number | undefined, latest: number): Date | null {
  if (value === undefined) return null;
  const at = Math.trunc(value > 100_000_000_000 ? value / 1_000 : value) * 1_000;
  return at >= EARLIEST && at <= latest ? new Date(at) : null;
}

const textsOf = ({ title, data }: Entry): string[] => [title, ...data.flatMap(({ post, comment: said }) => [post, said?.comment, said?.author, said?.group])].filter((text) => text !== undefined);

/**
 * The texts of one file of the archive. Null when it holds entries and none of them has the shape that is known.
 * @param latest no text is of a later time; milliseconds.
 */
export function readEntries(entries: readonly unknown[], latest: number): Found[] | null {
  const known = entries.flatMap((raw) => {
    const { success, data } = entry.safeParse(raw);
    return success && data.data.some(({ post, comment: said }) => post !== undefined || said !== undefined) ? [data] : [];
  });
  if (known.length === 0) return entries.length > 0 && !entries.some(isBare) ? null : [];
  const put = areBroken(known.flatMap(textsOf)) ? repair : (text: string) => text;
  return known.flatMap((one) => foundIn(one, (text) => (text === undefined ? "" : tidy(put(text))), latest));
}

/** An entry of a photo alone, which is no text and no fault. */
const isBare = (raw: unknown): boolean => entry.safeParse(raw).data?.timestamp !== undefined;

function foundIn({ timestamp, title, data }: Entry, text: (broken: string | undefined) => string, latest: number): Found[] {
  const heading = text(title);
  const found: Found[] = [];
  const post = data.map((one) => text(one.post)).filter(Boolean).join("\n\n");
  const postedAt = instantOf(timestamp, latest);
  if (post && postedAt) {
    const { who, group } = readTitle(heading, "post");
    found.push({ kind: "post", saidAt: postedAt, body: post, group, author: who, about: null });
  }
  for (const { comment: said } of data) {
    const body = text(said?.comment);
    const saidAt = instantOf(said?.timestamp ?? timestamp, latest);
    if (!body || !saidAt) continue;
    const { who, group, about } = readTitle(heading, "comment");
    found.push({ kind: "comment", saidAt, body, group: text(said?.group) || group, author: text(said?.author) || who, about });
  }
  return found;
}

const CHOOSE_GROUP = "Choisissez le groupe de la communauté.";

/** Which group is the community's, by one of its texts, and whose account the archive is of. */
export const groupInput = z.object({
  groupe: notSpeech("the number of a text of the group", rowId(CHOOSE_GROUP)),
  sansnom: notSpeech("a box that was ticked", ticked()),
  compte: notSpeech("one of two answers", z.enum(["mien", "autre"], { error: "Dites de qui est cette archive." })),
});
export type GroupInput = z.infer<typeof groupInput>;

const rows = notSpeech("numbers of texts", z.union([z.string(), z.array(z.string())]).default([]).transform((given) => [given].flat()).pipe(z.array(z.string().regex(/^[1-9]\d{0,14}$/).transform(Number)).max(100)));

/** Of the texts that a page shows, those to keep. */
export const choiceInput = z.object({
  montres: rows,
  garde: rows,
  page: notSpeech("the number of a page", z.string().regex(/^\d{1,4}$/).transform(Number).catch(0)),
  suite: notSpeech("one of two buttons", z.enum(["page", "apercu"]).catch("apercu")),
});
export type ChoiceInput = z.infer<typeof choiceInput>;

/** What is to become of a text that could let someone be recognised. */
export const standInput = z.object({
  numero: notSpeech("the number of a text", rowId("Ce texte n’est plus là.")),
  acte: notSpeech("one of two acts", z.enum(["laisser", "publier"])),
});
export type StandInput = z.infer<typeof standInput>;

/** A text put in other words. */
export const correctionInput = z.object({ corps: longText(70_000, "Écrivez le texte à publier, ou laissez-le de côté.") });
